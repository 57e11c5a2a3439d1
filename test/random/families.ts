// One or more examples of every family, with a formula for the distribution function that a reader can check.
import type { Distribution } from '../../src/random/distribution.js';
import { normalCdf } from '../../src/random/normal.js';

export interface Example {
  readonly name: string;
  readonly distribution: Distribution;
  /** P(X ≤ x) from a textbook, for the continuous part; null where the law is in steps. */
  readonly cdf: ((x: number) => number) | null;
}

function example(name: string, distribution: Distribution, cdf: Example['cdf']): Example {
  return { name, distribution, cdf };
}

export const examples: readonly Example[] = [
  example('constant', { dist: 'constant', value: 4 }, null),
  example('uniform', { dist: 'uniform', low: 2, high: 6 }, (x) => (x - 2) / 4),
  example('triangular', { dist: 'triangular', low: 1, mode: 3, high: 8 }, (x) =>
    x < 3 ? (x - 1) ** 2 / (7 * 2) : 1 - (8 - x) ** 2 / (7 * 5),
  ),
  example('triangular, mode at low', { dist: 'triangular', low: 0, mode: 0, high: 2 }, (x) => 1 - (2 - x) ** 2 / 4),
  example('triangular, mode at high', { dist: 'triangular', low: 0, mode: 2, high: 2 }, (x) => x ** 2 / 4),
  example('exponential', { dist: 'exponential', mean: 5 }, (x) => 1 - Math.exp(-x / 5)),
  // Shape 1/2: the square of a standard normal, times 2.
  example(
    'gamma of shape a half',
    { dist: 'gamma', mean: 2, cv: Math.SQRT2 },
    (x) => 2 * normalCdf(Math.sqrt(x / 2)) - 1,
  ),
  example('gamma of shape 4', { dist: 'gamma', mean: 8, cv: 0.5 }, (x) => erlangCdf(4, x / 2)),
  example('erlang', { dist: 'erlang', k: 3, mean: 6 }, (x) => erlangCdf(3, x / 2)),
  example('weibull', { dist: 'weibull', shape: 1.5, scale: 10 }, (x) => 1 - Math.exp(-((x / 10) ** 1.5))),
  example('weibull that flattens', { dist: 'weibull', shape: 0.7, scale: 10 }, (x) => 1 - Math.exp(-((x / 10) ** 0.7))),
  // ln(1 + (30/30)²) = ln 2, so the logarithm has variance ln 2 and mean ln 30 − ½ ln 2.
  example('lognormal', { dist: 'lognormal', mean: 30, sd: 30 }, (x) =>
    normalCdf((Math.log(x) - Math.log(30) + Math.LN2 / 2) / Math.sqrt(Math.LN2)),
  ),
  example('normal', { dist: 'normal', mean: 10, sd: 3 }, (x) => normalCdf((x - 10) / 3)),
  example('normal with a floor', { dist: 'normal', mean: 1, sd: 2, floor: 0 }, null),
  example('empirical', { dist: 'empirical', values: [5, 1, 3, 3] }, null),
  example('empirical with weights', { dist: 'empirical', values: [1, 2, 9], weights: [3, 0, 1] }, null),
  example('piecewise', { dist: 'piecewise', points: points([0, 1], [0.5, 2], [0.9, 6], [1, 20]) }, (x) =>
    x < 2 ? (x - 1) / 2 : x < 6 ? 0.5 + (x - 2) / 10 : 0.9 + (x - 6) / 140,
  ),
  example(
    'piecewise with a gap and a lump',
    { dist: 'piecewise', points: points([0, 0], [0.2, 0], [0.6, 4], [0.6, 8], [1, 10]) },
    null,
  ),
  example(
    'hazard',
    {
      dist: 'hazard',
      pieces: [
        { until: 6, rate: 0.1 },
        { until: 12, rate: 0 },
        { until: Infinity, rate: 0.02 },
      ],
    },
    (x) => 1 - Math.exp(-(0.1 * Math.min(x, 6) + 0.02 * Math.max(0, x - 12))),
  ),
];

function points(...pairs: [number, number][]): { p: number; value: number }[] {
  return pairs.map(([p, value]) => ({ p, value }));
}

/** One minus the chance of fewer than k events in a Poisson process: 1 − e⁻ˣ Σ xⁱ/i!. */
function erlangCdf(k: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let i = 1; i < k; i++) {
    term *= x / i;
    sum += term;
  }
  return 1 - Math.exp(-x) * sum;
}
