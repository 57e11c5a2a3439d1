// Distributions: each quantile against its textbook formula, and what must hold for all of them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileQuantile, lowest, mean, problems, quantile, survival } from '../../src/random/distribution.js';
import { examples } from './families.js';
import { expectRelative } from './near.js';

/** Uniforms as the streams give them: (k + ½)/2⁵², with the extremes tried often. */
const anyUniform = fc.maxSafeNat().map((k) => ((k % 2 ** 52) + 0.5) * 2 ** -52);
const extremes = [2 ** -53, 2 ** -33, 0.5, 1 - 2 ** -33, 1 - 2 ** -53];

describe.each(examples)('$name', ({ distribution, cdf }) => {
  const compiled = compileQuantile(distribution);

  test('has nothing wrong with it', () => {
    expect(problems(distribution)).toEqual([]);
  });

  test('never falls when u rises', () => {
    fc.assert(
      fc.property(anyUniform, anyUniform, (a, b) => {
        const low = compiled(Math.min(a, b));
        const high = compiled(Math.max(a, b));
        // Rounding may turn two neighbouring uniforms round in the last digits; not more.
        expect(high).toBeGreaterThanOrEqual(low - 1e-12 * Math.abs(low));
      }),
      { numRuns: 300 },
    );
  });

  test('is finite, and not below its lower end, at the most extreme uniforms', () => {
    for (const u of extremes) {
      expect(Number.isFinite(compiled(u))).toBe(true);
      expect(compiled(u)).toBeGreaterThanOrEqual(lowest(distribution));
    }
  });

  test('has the mean of its quantile over a fine grid', () => {
    const n = 100_000;
    let sum = 0;
    for (let k = 0; k < n; k++) sum += compiled((k + 0.5) / n);
    expectRelative(sum / n, mean(distribution), 3e-4);
  });

  test('lets a fraction u lie below the quantile at u', () => {
    fc.assert(
      fc.property(anyUniform, (u) => {
        const x = compiled(u);
        // P(X < x) ≤ u ≤ P(X ≤ x); for the right-hand side any value above x will do.
        expect(1 - survival(distribution, x)).toBeLessThanOrEqual(u + 1e-12);
        expect(1 - survival(distribution, x + 1e-9 * (1 + Math.abs(x)))).toBeGreaterThanOrEqual(u - 1e-12);
      }),
    );
  });

  if (cdf !== null) {
    test('undoes its textbook distribution function', () => {
      fc.assert(
        fc.property(anyUniform, (u) => {
          expect(Math.abs(cdf(compiled(u)) - u)).toBeLessThan(1e-12);
        }),
      );
    });
  }
});

test('the exponential quantile is −mean·ln(1 − u)', () => {
  for (const u of [0.1, 0.5, 0.9]) {
    expectRelative(quantile({ dist: 'exponential', mean: 7 }, u), -7 * Math.log1p(-u), 1e-15);
  }
});

test('a lognormal with mean 30 and sd 30 has median 30/√2', () => {
  expectRelative(quantile({ dist: 'lognormal', mean: 30, sd: 30 }, 0.5), 30 / Math.SQRT2, 1e-14);
});

test('a normal with a floor puts everything below it on the floor', () => {
  const floored = { dist: 'normal', mean: 10, sd: 5, floor: 10 } as const;
  expect(quantile(floored, 0.3)).toBe(10);
  expect(quantile(floored, 0.975)).toBeCloseTo(10 + 5 * 1.959963984540054, 12);
  // E max(X, mean) = mean + sd/√(2π).
  expectRelative(mean(floored), 10 + 5 / Math.sqrt(2 * Math.PI), 1e-15);
});

test('an empirical distribution gives each value its weight, whatever the order', () => {
  const draw = compileQuantile({ dist: 'empirical', values: [9, 1, 2], weights: [1, 3, 0] });
  expect([0.1, 0.74, 0.76, 0.99].map(draw)).toEqual([1, 1, 9, 9]);
  expect([0.1, 0.3, 0.6, 0.9].map(compileQuantile({ dist: 'empirical', values: [4, 3, 2, 1] }))).toEqual([1, 2, 3, 4]);
});

test('piecewise goes in a straight line between its points, jumps a gap and stays on a lump', () => {
  const draw = compileQuantile({
    dist: 'piecewise',
    points: [
      { p: 0, value: 0 },
      { p: 0.2, value: 0 },
      { p: 0.6, value: 4 },
      { p: 0.6, value: 8 },
      { p: 1, value: 10 },
    ],
  });
  expect(draw(0.1)).toBe(0);
  expect(draw(0.4)).toBeCloseTo(2, 12);
  expect(draw(0.599999)).toBeLessThan(4);
  expect(draw(0.8)).toBeCloseTo(9, 12);
});

test('hazards are inverted exactly: ten per cent a month for six months, then none, then two', () => {
  const draw = compileQuantile({
    dist: 'hazard',
    pieces: [
      { until: 6, rate: 0.1 },
      { until: 12, rate: 0 },
      { until: Infinity, rate: 0.02 },
    ],
  });
  expect(draw(1 - Math.exp(-0.3))).toBeCloseTo(3, 12);
  // 0.6 is used up at month 6, nothing until 12; the other 0.1 takes five months.
  expect(draw(1 - Math.exp(-0.7))).toBeCloseTo(17, 12);
});

test('a spread of 0 is a constant', () => {
  for (const u of extremes) {
    expect(quantile({ dist: 'normal', mean: 3, sd: 0 }, u)).toBe(3);
    expect(quantile({ dist: 'normal', mean: 3, sd: 0, floor: 5 }, u)).toBe(5);
    expect(quantile({ dist: 'lognormal', mean: 3, sd: 0 }, u)).toBe(3);
    expect(quantile({ dist: 'uniform', low: 3, high: 3 }, u)).toBe(3);
    expect(quantile({ dist: 'triangular', low: 3, mode: 3, high: 3 }, u)).toBe(3);
  }
});

test('only a normal without a floor has no lower end', () => {
  expect(lowest({ dist: 'normal', mean: 100, sd: 1 })).toBe(-Infinity);
  expect(lowest({ dist: 'normal', mean: 100, sd: 1, floor: -2 })).toBe(-2);
  expect(lowest({ dist: 'uniform', low: -1, high: 1 })).toBe(-1);
  expect(lowest({ dist: 'empirical', values: [3, 2], weights: [1, 0] })).toBe(3);
});
