// Means and quantiles of what was observed in a period, and what is left of it when the next begins.
import { expect, test } from 'vitest';
import { Samples } from '../../src/measure/samples.js';

test('a period gives the mean and the quantiles between order statistics of what was observed in it', () => {
  const samples = new Samples(2, 3);
  for (const value of [4, 1, 3, 2]) samples.add(0, 0, value);
  samples.add(1, 0, 7);
  // 1 2 3 4: the median lies halfway the second and the third, nine tenths of three steps above the first is 3.7.
  expect(samples.at(0, 0)).toEqual({ mean: 2.5, median: 2.5, p90: expect.closeTo(3.7, 12) as number, count: 4 });
  expect(samples.at(1, 0)).toEqual({ mean: 7, median: 7, p90: 7, count: 1 });
  expect(samples.at(0, 1)).toEqual({ mean: NaN, median: NaN, p90: NaN, count: 0 });
});

test('what is over stays as it was, empty periods may be skipped, and what lies outside all of them is not kept', () => {
  const samples = new Samples(1, 3);
  for (let value = 0; value <= 1000; value += 1) samples.add(0, 0, value);
  samples.add(0, 2, 5);
  samples.add(0, 3, 99);
  expect(samples.at(0, 0)).toEqual({ mean: 500, median: 500, p90: 900, count: 1001 });
  expect(samples.at(0, 1).count).toBe(0);
  expect(samples.at(0, 2)).toEqual({ mean: 5, median: 5, p90: 5, count: 1 });
});

test('a period may be looked at before it is over', () => {
  const samples = new Samples(1, 1);
  samples.add(0, 0, 3);
  expect(samples.at(0, 0).mean).toBe(3);
  samples.add(0, 0, 1);
  expect(samples.at(0, 0)).toMatchObject({ mean: 2, count: 2 });
});

test('time goes one way: an observation in a period that is over is a mistake of the engine', () => {
  const samples = new Samples(1, 2);
  samples.add(0, 1, 3);
  expect(() => {
    samples.add(0, 0, 3);
  }).toThrow('period 0 is over');
});
