// Intervals, pairs, bands, months, the ambition line and verdicts, against numbers that can be recomputed by hand.
import { describe, expect, test } from 'vitest';
import { ambitionLine, chanceOfAmbition, remainingTask, trendLine } from '../../src/analysis/ambition.js';
import { band } from '../../src/analysis/bands.js';
import { interval } from '../../src/analysis/interval.js';
import { addMonths, monthRange, monthsBetween } from '../../src/analysis/month.js';
import { pairedDifference } from '../../src/analysis/paired.js';
import { incompleteBeta, studentTCdf, studentTQuantile } from '../../src/analysis/student-t.js';
import { verdict, verdictText } from '../../src/analysis/verdict.js';

describe('student t', () => {
  test.each([
    [2, 4.302653],
    [4, 2.776445],
    [9, 2.262157],
    [29, 2.04523],
    [99, 1.984217],
  ])('the 97,5 %% point with %i degrees of freedom is the one in printed tables', (df, expected) => {
    expect(studentTQuantile(0.975, df)).toBeCloseTo(expected, 6);
  });

  test('with one degree of freedom it is the Cauchy quantile tan(π(p − ½))', () => {
    for (const p of [0.01, 0.3, 0.6, 0.9, 0.975, 0.999]) {
      expect(studentTQuantile(p, 1) / Math.tan(Math.PI * (p - 0.5))).toBeCloseTo(1, 9);
    }
  });

  test('the quantile inverts the distribution function, and is odd around one half', () => {
    for (const p of [0.5, 0.6, 0.95, 0.995]) {
      expect(studentTCdf(studentTQuantile(p, 7), 7)).toBeCloseTo(p, 10);
      expect(studentTQuantile(1 - p, 7)).toBeCloseTo(-studentTQuantile(p, 7), 9);
    }
  });

  test('the incomplete beta is a polynomial for whole numbers: I_x(2, 3) = 6x² − 8x³ + 3x⁴', () => {
    for (const x of [0, 0.1, 0.4, 0.7, 1]) {
      expect(incompleteBeta(x, 2, 3)).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 12);
    }
  });

  test('a probability outside (0, 1) and a degree below 1 are refused', () => {
    expect(() => studentTQuantile(1, 5)).toThrow('p must lie between 0 and 1, not 1');
    expect(() => studentTQuantile(0.5, 0)).toThrow('df must be at least 1, not 0');
  });
});

describe('interval', () => {
  test('of 2, 4, 6 is 4 ± 4.302653 · 2 / √3', () => {
    expect(interval([2, 4, 6])).toEqual({ mean: 4, halfWidth: expect.closeTo(4.968, 3) as number, n: 3, level: 0.95 });
  });

  test('leaves out draws without a value, has no margin with one, and is null with none', () => {
    expect(interval([NaN, 5])).toEqual({ mean: 5, halfWidth: null, n: 1, level: 0.95 });
    expect(interval([NaN])).toBeNull();
  });

  test('of equal values has margin exactly 0', () => {
    expect(interval([7, 7, 7])?.halfWidth).toBe(0);
  });
});

test('paired differences are taken draw by draw, and unequal numbers of draws are refused', () => {
  expect([...pairedDifference([5, 9], [7, 3])]).toEqual([-2, 6]);
  expect(() => pairedDifference([1], [1, 2])).toThrow('1 draws cannot be paired with 2');
});

test('the band of 0..10 has its quantiles at 1, 2.5, 5, 7.5 and 9, in whatever order the draws come', () => {
  const values = [10, 0, 9, 1, 8, 2, 7, 3, 6, 4, 5];
  expect(band(values)).toEqual({ p10: 1, p25: 2.5, p50: 5, p75: 7.5, p90: 9 });
});

test('months carry over the year in both directions', () => {
  expect(addMonths('2018-10', 3)).toBe('2019-01');
  expect(addMonths('2018-10', -10)).toBe('2017-12');
  expect(monthsBetween('2018-10', '2022-10')).toBe(48);
  expect(monthRange('2019-11', '2020-02')).toEqual(['2019-11', '2019-12', '2020-01', '2020-02']);
  expect(() => addMonths('2018-13', 1)).toThrow("'2018-13' is not a month");
});

describe('the ambition line', () => {
  const ambition = { start: '2018-10', end: '2022-10', reductionPersons: 500 };
  const index = (month: string): number => (month === '2018-10' ? 100 : 90);

  test('is V(start) · 90/100 − 500 at the end of four years, and − 250 halfway', () => {
    expect(ambitionLine(9000, index, ambition, '2022-10')).toBe(8100 - 500);
    expect(ambitionLine(9000, index, ambition, '2020-10')).toBe(8100 - 250);
    expect(ambitionLine(9000, index, ambition, '2018-10')).toBe(9000);
    expect(trendLine(9000, index, ambition, '2022-10')).toBe(8100);
  });

  test('each draw has its own line, and on the line counts as reached', () => {
    const remaining = remainingTask([9000, 8000], [7600, 6800], index, ambition);
    expect(remaining && [...remaining]).toEqual([0, 6800 - (7200 - 500)]);
    expect(chanceOfAmbition(remaining, true)).toBe(0.5);
  });

  test('without an ambition it is the trend line, and nothing remains of what nobody asked', () => {
    const none = { ...ambition, reductionPersons: null };
    expect(ambitionLine(9000, index, none, '2022-10')).toBe(8100);
    expect(remainingTask([9000], [7600], index, none)).toBeNull();
    expect(chanceOfAmbition(null, true)).toBeNull();
    // To follow the trend is an ambition: 7600 is 500 below it.
    expect(remainingTask([9000], [7600], index, { ...ambition, reductionPersons: 0 })).toEqual(Float64Array.of(-500));
  });

  test('without parameter draws there is no chance to give', () => {
    expect(chanceOfAmbition([-1, -2], false)).toBeNull();
  });
});

describe('verdict', () => {
  const draws = (negative: number, positive: number, size = 100): number[] => [
    ...Array.from({ length: negative }, () => -size),
    ...Array.from({ length: positive }, () => size),
  ];

  test('nine of ten draws on one side is a direction, fewer is not', () => {
    expect(verdictText(verdict(draws(9, 1)))).toBe('lager in 9 van de 10 doorrekeningen');
    expect(verdictText(verdict(draws(3, 97)))).toBe('hoger in 97 van de 100 doorrekeningen');
    expect(verdictText(verdict(draws(17, 3)))).toBe(
      'richting onzeker: lager in 17 van de 20 doorrekeningen, hoger in 3',
    );
  });

  test('a mean below 25 persons is negligible, however sure its sign; another threshold may be given', () => {
    expect(verdict(draws(100, 0, 24)).outcome).toBe('verwaarloosbaar');
    expect(verdict(draws(100, 0, 25)).outcome).toBe('lager');
    expect(verdict(draws(100, 0, 24), { threshold: 10 }).outcome).toBe('lager');
  });

  test('exactly zero in every draw is no difference', () => {
    expect(verdictText(verdict([0, 0, 0]))).toBe('geen verschil');
  });
});
