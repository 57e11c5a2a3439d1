// Rules for how many runs and from where to measure, on series whose answers were worked out elsewhere.
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { expect, test } from 'vitest';
import { enoughReplications, lookAhead } from '../../src/analysis/replication-rule.js';
import { studentTQuantile } from '../../src/analysis/student-t.js';
import { marginalStandardError } from '../../src/analysis/warm-up.js';

/** x_i = 100 + 10·sin(i), i from 1, in radians. */
const wave = Array.from({ length: 400 }, (_, index) => 100 + 10 * Math.sin(index + 1));

test.each([
  [2, 4.302653],
  [4, 2.776445],
  [9, 2.262157],
  [29, 2.04523],
  [99, 1.984217],
])('the 97.5 %% point of Student with %d degrees of freedom is %d', (df, value) => {
  expect(studentTQuantile(0.975, df)).toBeCloseTo(value, 6);
});

test('twelve values give the mean, spread and half width that are known', () => {
  const twelve = wave.slice(0, 12);
  expect(mean(twelve)).toBeCloseTo(99.895521, 6);
  expect(sampleStandardDeviation(twelve)).toBeCloseTo(7.560671, 6);
  const half = (studentTQuantile(0.975, 11) * sampleStandardDeviation(twelve)) / Math.sqrt(12);
  expect(half / mean(twelve)).toBeCloseTo(0.048088, 6);
});

test.each([
  [0.05, 12, 5],
  [0.02, 53, 5],
  [0.01, 196, 9],
])('a half width of %d of the mean takes %d values, and is looked at for %d more', (part, n, ahead) => {
  expect(enoughReplications(wave, part)).toBe(n);
  expect(lookAhead(n)).toBe(ahead);
  // One value short of the look-ahead nothing is sure.
  expect(enoughReplications(wave.slice(0, n + ahead), part)).toBe(n);
  expect(enoughReplications(wave.slice(0, n + ahead - 1), part)).toBeNull();
});

test('what is narrow by luck and wide again just after does not count', () => {
  // Three equal values have no width; the fourth is far off.
  expect(enoughReplications([100, 100, 100, 200, 100, 100, 100, 100], 0.05)).toBeNull();
});

/** y_i = 10·0.9^i + (−1)^i, i from 0: a beginning that dies out, and a ripple. */
const fading = Array.from({ length: 200 }, (_, index) => 10 * 0.9 ** index + (-1) ** index);

test('the marginal standard error rule leaves off 21 values one by one, and 35 in batches of five', () => {
  expect(marginalStandardError(fading, 1).values).toBe(21);
  const inFives = marginalStandardError(fading);
  expect(inFives.values).toBe(35);
  expect(inFives.statistic).toBeCloseTo(0.0012215175, 10);
  expect(inFives.mean).toBeCloseTo(0.0091100329, 10);
});

test('a series without a beginning keeps all of it, and one that goes on rising is cut at its half', () => {
  expect(marginalStandardError([5, 5, 5, 5, 5, 5], 1).values).toBe(0);
  expect(marginalStandardError([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 1).values).toBe(5);
  expect(() => marginalStandardError([1, 2, 3, 4, 5, 6])).toThrow('not two batches');
});
