// The rules of acceptance, on samples whose mean and error can be worked out by hand.
import { expect, test } from 'vitest';
import type { Expectation } from './cases.js';
import { judge, moments } from './judge.js';

const expected = (kind: Expectation['kind'], value: number, error = 0): Expectation => {
  return {
    what: '',
    series: '',
    per: null,
    scenario: '',
    kind,
    value,
    like: '',
    error,
    runs: Infinity,
    formula: '',
    source: '',
  };
};
/** Mean 10, sample variance 4·1/3: standard error √(4/3/4) = 0.57735. */
const sample = Float64Array.of(9, 9, 11, 11);
const isGood = (row: Expectation, values = sample, isShort = true) => judge(row, values, { isShort }).isGood;

test('mean and variance have the standard errors of the textbook', () => {
  const { mean, variance } = moments([...sample]);
  expect(mean).toEqual({ value: 10, error: Math.sqrt(1 / 3) });
  // Fourth central moment 1; (1 − (4/3)²·(1/3))/4.
  expect(variance.value).toBeCloseTo(4 / 3, 12);
  expect(variance.error).toBeCloseTo(Math.sqrt((1 - 16 / 27) / 4), 12);
});

test('an exact value lies within 3.5 standard errors: 10 ± 2.0207', () => {
  expect([12.02, 7.98].map((value) => isGood(expected('exact', value)))).toEqual([true, true]);
  expect([12.03, 7.97].map((value) => isGood(expected('exact', value)))).toEqual([false, false]);
});

test('in the full version it also lies within two percent', () => {
  expect([10.2, 10.21].map((value) => isGood(expected('exact', value), sample, false))).toEqual([true, false]);
});

test('the error of a published value widens the margin: 3.5·√(1/3 + 1) = 4.0415', () => {
  expect([14.04, 14.05].map((value) => isGood(expected('gepubliceerd', value, 1)))).toEqual([true, false]);
});

test('a published value of n runs without an error has the spread found here: 3.5·√(1/3 + 4/3) = 4.5184 for one run', () => {
  const row = { ...expected('gepubliceerd', 14.51), runs: 1 };
  expect([row, { ...row, value: 14.52 }].map((one) => isGood(one))).toEqual([true, false]);
});

test('a fixed value is met by every draw, and is there', () => {
  expect(isGood(expected('vast', 0.3), Float64Array.of(0.1 + 0.2))).toBe(true);
  expect(isGood(expected('vast', 10))).toBe(false);
  expect(isGood(expected('vast', 0), Float64Array.of(NaN))).toBe(false);
});

test('equal is equal to the last bit, draw by draw', () => {
  const like = (other: Float64Array) => judge(expected('gelijk', NaN), sample, { isShort: true, other }).isGood;
  expect(like(Float64Array.from(sample))).toBe(true);
  expect(like(Float64Array.of(9, 9, 11, 11 + 2 ** -49))).toBe(false);
  expect(like(Float64Array.of(11, 11, 9, 9))).toBe(false);
});

test('without spread there is no error, so nothing is proved', () => {
  expect(isGood(expected('exact', 1), Float64Array.of(1, 1, 1))).toBe(false);
});
