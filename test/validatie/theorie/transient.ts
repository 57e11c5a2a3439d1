// Queues that are not in their steady state: a start that is not empty, a rush hour, a daily tide.
import type { Numbers } from './queues.js';

/** M/M/∞ from `n0`: those of the start are binomial, the others Poisson. `mean` is the mean stay. */
export function mmInfinity({ n0 = 0, lambda = 0, mean = 1, t = 0 }: Numbers) {
  const still = Math.exp(-t / mean);
  const newcomers = lambda * mean * (1 - still);
  return { N: n0 * still + newcomers, variance: n0 * still * (1 - still) + newcomers };
}

/** M(t)/M/∞ in its periodic state: with rate level + swing·sin(ωt) the number follows, damped by √(1 + ω²m²) and later by atan(ωm)/ω. */
export function tide({ level = 0, swing = 0, period = 1, mean = 1, t = 0 }: Numbers) {
  const omega = (2 * Math.PI) / period;
  const damped = (swing * mean) / Math.sqrt(1 + (omega * mean) ** 2);
  return { N: level * mean + damped * Math.sin(omega * t - Math.atan(omega * mean)) };
}

const rooms = 400;

/**
 * The chances after `length`, by uniformisation: at the pace Λ = λ + cμ a Poisson number of steps, each an arrival, a departure or nothing.
 * Exact but for 1e-14 of the Poisson tail and for what comes above `rooms`.
 */
function later(chances: Float64Array, lambda: number, mu: number, c: number, length: number): Float64Array {
  const pace = lambda + c * mu;
  const result = new Float64Array(rooms + 1);
  let step = chances;
  let weight = Math.exp(-pace * length);
  let seen = 0;
  for (let jumps = 0; seen < 1 - 1e-14 && jumps < 10_000; jumps += 1) {
    for (let n = 0; n <= rooms; n += 1) result[n]! += weight * step[n]!;
    seen += weight;
    weight *= (pace * length) / (jumps + 1);
    const next = new Float64Array(rooms + 1);
    for (let n = 0; n <= rooms; n += 1) {
      const [up, down] = [n < rooms ? lambda / pace : 0, (Math.min(n, c) * mu) / pace];
      next[n]! += step[n]! * (1 - up - down);
      if (n < rooms) next[n + 1]! += step[n]! * up;
      if (n > 0) next[n - 1]! += step[n]! * down;
    }
    step = next;
  }
  return result;
}

/** M(t)/M/c from `n0`: rate λ, but `peak` from `from` to `until`. */
export function mmcAt({ lambda = 0, peak = lambda, from = 0, until = 0, mu = 1, c = 1, n0 = 0, t = 0 }: Numbers) {
  let chances: Float64Array = new Float64Array(rooms + 1);
  chances[n0] = 1;
  const edges = [0, from, until, Infinity].map((edge) => Math.min(edge, t));
  for (const [part, rate] of [lambda, peak, lambda].entries()) {
    const length = edges[part + 1]! - edges[part]!;
    if (length > 0) chances = later(chances, rate, mu, c, length);
  }
  return { N: chances.reduce((sum, p, n) => sum + n * p, 0) };
}
