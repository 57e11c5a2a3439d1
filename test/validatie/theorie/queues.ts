// Queues in their steady state: closed formulas. Every function takes named numbers, as a row of verwacht.csv writes them.

/** Names of the numbers as they stand in the formula: `lambda`, `mu`, `c` … */
export type Numbers = Readonly<Record<string, number>>;

/** Part of the load `a` that finds `c` servers taken when nobody waits: B(0) = 1, B(n) = a·B(n−1)/(n + a·B(n−1)). */
export function erlangB({ c = 0, a = 0 }: Numbers): number {
  let blocked = 1;
  for (let n = 1; n <= c; n += 1) blocked = (a * blocked) / (n + a * blocked);
  return blocked;
}

/** Chance to wait when everybody waits: C = B/(1 − ρ(1 − B)) with ρ = a/c. */
export function erlangC({ c = 1, a = 0 }: Numbers): number {
  const blocked = erlangB({ c, a });
  return blocked / (1 - (a / c) * (1 - blocked));
}

/** M/M/c: Wq = C/(cμ − λ); the others by Little's law. */
export function mmc({ lambda = 0, mu = 1, c = 1 }: Numbers) {
  const Pw = erlangC({ c, a: lambda / mu });
  const Wq = Pw / (c * mu - lambda);
  return { Pw, Wq, Lq: lambda * Wq, W: Wq + 1 / mu, L: lambda * (Wq + 1 / mu) };
}

/** Chances of 0, 1, … of a birth-and-death process with these rates; births from the last state do not happen. */
export function birthAndDeath(births: (n: number) => number, deaths: (n: number) => number, last: number): number[] {
  const weights = [1];
  for (let n = 1; n <= last; n += 1) weights.push(((weights[n - 1] ?? 0) * births(n - 1)) / deaths(n));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

const meanOf = (chances: readonly number[]): number => chances.reduce((sum, p, n) => sum + n * p, 0);

/** M/M/c with room for `K` in all: who finds it full goes away; W is of who came in. */
export function mmcK({ lambda = 0, mu = 1, c = 1, K = 1, n = 0 }: Numbers) {
  const chances = birthAndDeath(
    () => lambda,
    (present) => Math.min(present, c) * mu,
    K,
  );
  const loss = chances.at(-1) ?? 0;
  const L = meanOf(chances);
  return { P: chances[n] ?? 0, loss, L, W: L / (lambda * (1 - loss)) };
}

/** No queue and two kinds of customers (means `m1`, `m2`): it is Erlang B with the load of both, and each has its part of the rest. */
export function twoKindsOfLoss({ lambda1 = 0, m1 = 0, lambda2 = 0, m2 = 0 }: Numbers) {
  const [a1, a2] = [lambda1 * m1, lambda2 * m2];
  const empty = 1 - erlangB({ c: 1, a: a1 + a2 });
  return { P0: empty, first: a1 * empty, second: a2 * empty, L: (a1 + a2) * empty };
}

/** Pollaczek–Khinchine: Wq = λE[S²]/(2(1 − ρ)), E[S²] = m²(1 + cv²). */
export function mg1({ lambda = 0, mean = 1, cv2 = 0 }: Numbers) {
  return { Wq: (lambda * mean ** 2 * (1 + cv2)) / (2 * (1 - lambda * mean)) };
}

/** The same with two exponential classes in one queue: E[S²] is the mixture of 2/μ². */
export function twoClasses({ lambda1 = 0, mu1 = 1, lambda2 = 0, mu2 = 1 }: Numbers) {
  const square = (2 * lambda1) / mu1 ** 2 + (2 * lambda2) / mu2 ** 2;
  return { Wq: square / (2 * (1 - lambda1 / mu1 - lambda2 / mu2)) };
}

/** Cobham: two classes, work that has begun is finished; R = λ/μ² is the work in hand that an arrival finds. */
export function priority({ lambda1 = 0, lambda2 = 0, mu = 1 }: Numbers) {
  const [rho1, rho] = [lambda1 / mu, (lambda1 + lambda2) / mu];
  const inHand = rho / mu;
  return { W1: inHand / (1 - rho1) + 1 / mu, W2: inHand / ((1 - rho1) * (1 - rho)) + 1 / mu };
}

/** Preemptive resume with the same μ for both: the first class does not see the second; the sum is that of M/M/1. */
export function preemption({ lambda1 = 0, lambda2 = 0, mu = 1 }: Numbers) {
  const [rho1, rho] = [lambda1 / mu, (lambda1 + lambda2) / mu];
  return { W1: 1 / mu / (1 - rho1), W2: 1 / mu / ((1 - rho1) * (1 - rho)) };
}

/** Batches of `batch` at rate λ, one exponential server: L = ρ(1 + batch)/(2(1 − ρ)). */
export function batches({ lambda = 0, batch = 1, mu = 1 }: Numbers) {
  const rho = (lambda * batch) / mu;
  const L = (rho * (1 + batch)) / (2 * (1 - rho));
  return { L, W: L / (lambda * batch) };
}

/** A part `p` comes back after service: M/M/1 with λ/(1 − p); W is from coming in to going out. */
export function feedback({ lambda = 0, p = 0, mu = 1 }: Numbers) {
  const { L } = mmc({ lambda: lambda / (1 - p), mu, c: 1 });
  return { L, W: L / lambda };
}

/** Jackson: three stations, of whose first a part `p` goes to the second; what comes in at the first and second all passes the third. */
export function cafe({ cold = 0, hot = 0, p = 0, mu1 = 1, mu2 = 1, c2 = 1, mu3 = 1, c3 = 1 }: Numbers) {
  const L1 = mmc({ lambda: cold, mu: mu1, c: 1 }).L;
  const L2 = mmc({ lambda: hot + p * cold, mu: mu2, c: c2 }).L;
  const L3 = mmc({ lambda: cold + hot, mu: mu3, c: c3 }).L;
  return { L1, L2, L3, L: L1 + L2 + L3, W: (L1 + L2 + L3) / (cold + hot) };
}

/** Erlang-A: who waits loses patience at rate θ. Cut off where nobody comes: 40 times the load. */
export function erlangA({ lambda = 0, mu = 1, theta = 1, c = 1 }: Numbers) {
  const last = Math.ceil(c + 40 * (lambda / mu + lambda / theta));
  const chances = birthAndDeath(
    () => lambda,
    (n) => Math.min(n, c) * mu + Math.max(0, n - c) * theta,
    last,
  );
  const Lq = chances.reduce((sum, p, n) => sum + Math.max(0, n - c) * p, 0);
  const busy = chances.reduce((sum, p, n) => sum + Math.min(n, c) * p, 0);
  const Pw = chances.reduce((sum, p, n) => sum + (n >= c ? p : 0), 0);
  return { Pw, Lq, abandon: (theta * Lq) / lambda, use: busy / c };
}
