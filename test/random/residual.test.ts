// The time that remains for someone who has not ended yet.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowest, quantile, residual, survival, type Distribution } from '../../src/random/distribution.js';
import { examples } from './families.js';
import { expectRelative } from './near.js';

const anyUniform = fc.nat(2 ** 30 - 1).map((k) => (k + 0.5) * 2 ** -30);

describe.each(examples)('$name', ({ distribution, cdf }) => {
  test('at the lower end of the values the residual is the quantile itself', () => {
    const start = Math.max(-50, lowest(distribution));
    fc.assert(
      fc.property(anyUniform, (u) => {
        expect(residual(distribution, u, start)).toBeCloseTo(quantile(distribution, u) - start, 9);
      }),
    );
  });

  test('the mean residual is the surface under survival beyond elapsed, divided by survival', () => {
    for (const from of [0.3, 0.8]) {
      const elapsed = quantile(distribution, from);
      const n = 20_000;
      let found = 0;
      for (let k = 0; k < n; k++) found += residual(distribution, (k + 0.5) / n, elapsed);
      expectRelative(found / n + 1, surface(distribution, elapsed) / survival(distribution, elapsed) + 1, 3e-3);
    }
  });

  test('the residual never falls when u rises, is finite and not below 0', () => {
    fc.assert(
      fc.property(anyUniform, anyUniform, anyUniform, (a, b, at) => {
        const elapsed = quantile(distribution, at);
        const low = residual(distribution, Math.min(a, b), elapsed);
        const high = residual(distribution, Math.max(a, b), elapsed);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low - 1e-11 * (1 + Math.abs(elapsed)));
        expect(Number.isFinite(residual(distribution, 1 - 2 ** -53, elapsed))).toBe(true);
      }),
    );
  });

  if (cdf !== null) {
    test('a fraction 1 − u of the survivors lasts longer than the residual at u', () => {
      fc.assert(
        fc.property(anyUniform, fc.double({ min: 0.01, max: 0.95, noNaN: true }), (u, at) => {
          const elapsed = quantile(distribution, at);
          const end = elapsed + residual(distribution, u, elapsed);
          expect(Math.abs((1 - cdf(end)) / (1 - cdf(elapsed)) - (1 - u))).toBeLessThan(1e-11);
        }),
      );
    });
  }
});

/** ∫ P(X ≥ t) dt from `elapsed`, by the midpoint rule on a grid that follows the quantiles. */
function surface(distribution: Distribution, elapsed: number): number {
  const stops = [elapsed];
  for (let k = 1; k < 4000; k++) stops.push(Math.max(elapsed, quantile(distribution, k / 4000)));
  for (let k = 1; k <= 40; k++) stops.push(Math.max(elapsed, quantile(distribution, 1 - 2 ** -k / 4000)));
  let sum = 0;
  for (let k = 1; k < stops.length; k++) {
    const from = stops[k - 1]!;
    const to = stops[k]!;
    sum += (to - from) * survival(distribution, (from + to) / 2);
  }
  return sum;
}

test('the exponential does not remember: whatever has elapsed, the residual is the quantile', () => {
  const memoryless: Distribution = { dist: 'exponential', mean: 5 };
  fc.assert(
    fc.property(anyUniform, fc.double({ min: 0, max: 1e6, noNaN: true }), (u, elapsed) => {
      expect(residual(memoryless, u, elapsed)).toBe(quantile(memoryless, u));
    }),
  );
});

test('a constant is what is left of it, and 0 afterwards', () => {
  expect(residual({ dist: 'constant', value: 10 }, 0.3, 4)).toBe(6);
  expect(residual({ dist: 'constant', value: 10 }, 0.3, 12)).toBe(0);
});

test('a uniform that has come halfway is uniform on the other half', () => {
  expect(residual({ dist: 'uniform', low: 2, high: 6 }, 0.25, 4)).toBeCloseTo(0.5, 12);
});

test('an empirical residual picks among the values not yet passed', () => {
  const seen: Distribution = { dist: 'empirical', values: [1, 3, 3, 5] };
  expect([0.1, 0.6, 0.7, 0.9].map((u) => residual(seen, u, 2))).toEqual([1, 1, 3, 3]);
  expect(residual(seen, 0.5, 6)).toBe(0);
});

test('a hazard residual starts at the hazard of the present moment', () => {
  const flat: Distribution = {
    dist: 'hazard',
    pieces: [
      { until: 10, rate: 0.5 },
      { until: Infinity, rate: 0.1 },
    ],
  };
  expect(residual(flat, 1 - Math.exp(-0.2), 40)).toBeCloseTo(2, 10);
  // Two months at 0.5 use up 1; the other 0.3 takes three months at 0.1.
  expect(residual(flat, 1 - Math.exp(-1.3), 8)).toBeCloseTo(5, 10);
});

test('far in the tail, where 1 − cdf would be 0, the residual is still right', () => {
  // P(Z > 10 + r | Z > 10) = ½ at r ≈ ln 2 / 10, less a little: 0.0674 by the asymptotic series of Mills' ratio.
  const r = residual({ dist: 'normal', mean: 0, sd: 1 }, 0.5, 10);
  expect(r).toBeGreaterThan(0.0672);
  expect(r).toBeLessThan(0.0693);
  // An Erlang far out ends at nearly the rate of one phase, 1 per unit here.
  const late = residual({ dist: 'erlang', k: 2, mean: 2 }, 0.5, 300);
  expect(late).toBeCloseTo(Math.LN2, 2);
});

test('who has outlasted a bounded distribution has nothing left', () => {
  expect(residual({ dist: 'uniform', low: 0, high: 1 }, 0.9, 2)).toBe(0);
  expect(residual({ dist: 'triangular', low: 0, mode: 1, high: 2 }, 0.9, 3)).toBe(0);
});
