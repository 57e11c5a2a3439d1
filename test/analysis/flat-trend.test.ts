// Where a trend is flat: a series of two years beside periods that it covers, half covers and misses.
import { describe, expect, test } from 'vitest';
import { flatTrend } from '../../src/analysis/flat-trend.js';
import type { Quarter, Trend } from '../../src/scenario/trend.js';

/** The ends of eight quarters: from 1 April 2018 to 1 January 2020. */
const quarters = [2018, 2019].flatMap((year) =>
  ([1, 2, 3, 4] as const).map((quarter): Quarter => ({ year, quarter, stock: 400, inflow: null, outflow: null })),
);
const trend: Trend = { mode: 'gerealiseerd', quarters };
const reeks = { begin: '2018-04', eind: '2020-01' };
const of = (start: string, end: string, on = trend) => flatTrend(on, { start, end, reductionPersons: null });

describe('the part of a period that a series of April 2018 to January 2020 does not reach', () => {
  test('is nothing when the period begins and ends with the series', () => {
    expect(of('2018-04', '2020-01')).toBeNull();
  });

  test('is a part when a month sticks out, before or after', () => {
    expect(of('2018-03', '2020-01')).toEqual({ deel: 'deels', reeks });
    expect(of('2018-04', '2020-02')).toEqual({ deel: 'deels', reeks });
  });

  test('is the whole when it ends where the series begins, or begins where it ends', () => {
    expect(of('2014-04', '2018-04')).toEqual({ deel: 'geheel', reeks });
    expect(of('2020-01', '2024-01')).toEqual({ deel: 'geheel', reeks });
  });

  test('begins with the first known stock, not with the first quarter', () => {
    const late = { ...trend, quarters: quarters.map((one, i) => (i < 2 ? { ...one, stock: null } : one)) };
    // The third quarter of 2018 ends on 1 October.
    expect(of('2018-04', '2020-01', late)?.reeks?.begin).toBe('2018-10');
  });

  test('is the whole without a series when a flat trend was asked', () => {
    expect(of('2018-04', '2020-01', { ...trend, mode: 'vlak' })).toEqual({ deel: 'geheel', reeks: null });
  });
});
