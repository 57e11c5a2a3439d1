// The national trend, recomputed by hand from the quarterly figures of CBS.
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/chain/civil-date.js';
import { amountAt } from '../../src/chain/spec/amount.js';
import type { Quarter, Trend } from '../../src/scenario/trend.js';
import { trendFactors, volumeIndex } from '../../src/scenario/trend.js';

const row = (
  year: number,
  quarter: 1 | 2 | 3 | 4,
  stock: number | null,
  inflow: number | null,
  outflow: number | null,
): Quarter => ({
  year,
  quarter,
  stock,
  inflow,
  outflow,
});

/** Persons below AOW age with algemene bijstand; flows of CBS StatLine 82662NED. */
const quarters = [
  row(2018, 3, 436_000, null, null),
  row(2018, 4, 432_000, null, null),
  row(2019, 1, 431_550, 23_790, 24_690),
  row(2019, 2, 425_460, 19_690, 24_270),
  row(2019, 3, 416_320, 22_100, 29_120),
  row(2019, 4, 414_610, 22_770, 21_910),
  row(2020, 1, 421_300, 29_240, 20_580),
  row(2020, 2, 429_850, 27_340, 16_520),
];
const trend: Trend = { mode: 'gerealiseerd', quarters };
const start = '2017-10-01';
const on = (date: string): number => dayNumber(date) - dayNumber(start);
const neutral = { inflowLevel: 1, outflowLevel: 1, sensitivity: 1 };

describe('the factor on inflow', () => {
  const { inflow } = trendFactors(trend, start, neutral);

  it('is exactly 1 before 2019', () => {
    expect(amountAt(inflow, 0)).toBe(1);
    expect(amountAt(inflow, on('2018-12-31') + 0.999)).toBe(1);
  });

  it('is 1.04915 in the first quarter of 2019 and 1.2895 in the first of 2020', () => {
    // 23.790/1.03, 19.690/0.92, 22.100/1.02, 22.770/1.04 = 23.097, 21.402, 21.667, 21.894: mean 22.015,04.
    expect(amountAt(inflow, on('2019-01-01'))).toBeCloseTo(23_097.087 / 22_015.04, 4);
    expect(amountAt(inflow, on('2019-02-15'))).toBeCloseTo(1.04915, 5);
    expect(amountAt(inflow, on('2020-03-31'))).toBeCloseTo(29_240 / 1.03 / 22_015.04, 4);
  });

  it('holds its last quarter', () => {
    const last = 27_340 / 0.92 / 22_015.04;
    expect(amountAt(inflow, on('2020-04-01'))).toBeCloseTo(last, 4);
    expect(amountAt(inflow, on('2030-01-01'))).toBeCloseTo(last, 4);
  });
});

describe('the factor on exit risks', () => {
  const { outflow } = trendFactors(trend, start, neutral);

  it('divides the outflow of a quarter by the stock at its start', () => {
    // 24.690/432.000/1.01, 24.270/431.550/0.97, 29.120/425.460/1.13, 21.910/416.320/0.89 = .056587 .057978 .060570 .059132
    const mean = (0.056587 + 0.057978 + 0.06057 + 0.059132) / 4;
    expect(amountAt(outflow, on('2019-01-01'))).toBeCloseTo(0.056587 / mean, 4);
    expect(amountAt(outflow, on('2019-12-31'))).toBeCloseTo(0.059132 / mean, 4);
    expect(amountAt(outflow, on('2020-05-01'))).toBeCloseTo(16_520 / 421_300 / 0.97 / mean, 4);
  });
});

describe('the answer of one organisation to the trend', () => {
  it('is (level · ratio) ^ sensitivity from 2019 on, and 1 before', () => {
    const { inflow } = trendFactors(trend, start, { inflowLevel: 0.9, outflowLevel: 1, sensitivity: 0.5 });
    expect(amountAt(inflow, on('2018-06-01'))).toBe(1);
    expect(amountAt(inflow, on('2019-01-01'))).toBeCloseTo(Math.sqrt(0.9 * 1.04915), 4);
  });

  it('is 1 throughout at sensitivity 0 and on a flat trend', () => {
    const { outflow } = trendFactors(trend, start, { inflowLevel: 0.9, outflowLevel: 1.2, sensitivity: 0 });
    expect(amountAt(outflow, on('2020-01-01'))).toBe(1);
    expect(trendFactors({ mode: 'vlak', quarters }, start, neutral)).toEqual({ inflow: 1, outflow: 1 });
  });

  it('cannot be taken from a series without all of 2019', () => {
    expect(() => trendFactors({ mode: 'raming', quarters: quarters.slice(0, 4) }, start, neutral)).toThrow('2019');
  });
});

describe('the volume index', () => {
  it('stands at the end of a quarter on the first midnight of the next, and runs straight in between', () => {
    expect(volumeIndex(trend, dayNumber('2018-10-01'))).toBe(436_000);
    expect(volumeIndex(trend, dayNumber('2019-01-01'))).toBe(432_000);
    // 46 of the 92 days of the fourth quarter
    expect(volumeIndex(trend, dayNumber('2018-11-16'))).toBe(434_000);
  });

  it('holds the first and the last figure, and is 1 on a flat trend', () => {
    expect(volumeIndex(trend, dayNumber('2010-01-01'))).toBe(436_000);
    expect(volumeIndex(trend, dayNumber('2030-01-01'))).toBe(429_850);
    expect(volumeIndex({ mode: 'vlak', quarters }, dayNumber('2019-01-01'))).toBe(1);
  });
});
