// Mean and variance by quadrature, against closed forms.
import { expect, it, test } from 'vitest';
import type { Distribution } from '../../src/random/distribution.js';
import { moments } from '../../src/random/moments.js';

const cases: [Distribution, number][] = [
  [{ dist: 'constant', value: 7 }, 0],
  [{ dist: 'exponential', mean: 3 }, 9],
  [{ dist: 'uniform', low: 10, high: 20 }, 100 / 12],
  [{ dist: 'triangular', low: 5, mode: 7, high: 10 }, (25 + 49 + 100 - 35 - 50 - 70) / 18],
  [{ dist: 'gamma', mean: 2, cv: 0.5 }, 1],
  [{ dist: 'erlang', k: 2, mean: 1 }, 0.5],
  [{ dist: 'lognormal', mean: 1, sd: 2 }, 4],
  [{ dist: 'normal', mean: 16, sd: Math.sqrt(3) }, 3],
];

test.each(cases)('%o has variance %d', (distribution, variance) => {
  expect(moments(distribution).variance / (variance || 1)).toBeCloseTo(variance === 0 ? 0 : 1, 5);
});

it('values with jumps between them come within a few thousandths', () => {
  expect(moments({ dist: 'empirical', values: [0, 1] }).variance).toBeCloseTo(0.25, 2);
});

it('an exponential time of mean 1 cut short at 2 has mean 1 - exp(-2)', () => {
  expect(moments({ dist: 'exponential', mean: 1 }, 2).mean).toBeCloseTo(1 - Math.exp(-2), 3);
});
