// Scores of months that were held back, on numbers that can be added up by hand.
import { describe, expect, test } from 'vitest';
import { backtestMonths, backtestScores, type Counted } from '../../src/analysis/backtest.js';
import { margins, marginsOfDraws } from '../../src/analysis/margins.js';

const row = (month: string, volume: number, inflow: number | null = null): Counted => ({
  month,
  volume,
  inflow,
  outflow: null,
});
const known = [row('2020-01', 100, 10), row('2020-02', 104, 14)];
const held = [row('2020-03', 110, 16), row('2020-04', 106, 12)];
/** Two draws, one 10 too high all along; inflow right in the mean. */
const forecast = {
  volume: [
    [118, 122],
    [102, 104],
  ],
  inflow: [
    [14, 14],
    [18, 14],
  ],
  outflow: [
    [0, 0],
    [0, 0],
  ],
};
// The country grows by 5 % a month in volume, and had inflow 1 in January and February and 1.5 after.
const national = (month: string) => ({
  volume: 1.05 ** Number(month.slice(5)),
  inflow: Number(month.slice(5)) > 2 ? 1.5 : 1,
  exitRate: 1,
});

describe('a backtest', () => {
  const months = backtestMonths(known, held, forecast, [114, 94], national);

  test('shifts every draw to the last count that is known', () => {
    // 104 - 114 = -10 and 104 - 94 = +10: 108, 112 and 112, 114; means 110 and 113.
    expect(months.filter(({ series }) => series === 'volume').map(({ model }) => model)).toEqual([110, 113]);
  });

  test('has the last volume, or the mean flow of the last year, as the forecast without a model', () => {
    expect(months.map(({ last }) => last)).toEqual([104, 104, 12, 12]);
    const [march, april, inflow] = months.map((month) => month.national);
    expect(march).toBeCloseTo(104 * 1.05, 9);
    expect(april).toBeCloseTo(104 * 1.05 ** 2, 9);
    expect(inflow).toBeCloseTo(12 * 1.5, 9);
  });

  test('counts errors, their mean and how many months lie in the band; what was not counted has no score', () => {
    const scores = backtestScores(months);
    expect(scores.map(({ series, forecaster }) => `${series} ${forecaster}`)).toEqual([
      'volume model',
      'volume laatste waarde',
      'volume landelijke trend',
      'inflow model',
      'inflow laatste waarde',
      'inflow landelijke trend',
    ]);
    // Errors 0 and +7; the second month (106) lies below its band of 112.2 to 113.8.
    expect(scores[0]).toMatchObject({ months: 2, mae: 3.5, bias: 3.5, withinBand: 0.5 });
    expect(scores[0]?.mape).toBeCloseTo(7 / 106 / 2, 12);
    // Errors -6 and -2.
    expect(scores[1]).toMatchObject({ mae: 4, bias: -4, withinBand: null });
  });
});

test('the margin of a fitted number is 1,96 deviations of the target, in its own unit', () => {
  // One target that moves by 2 per step of 5: a deviation of 0.1 is a twentieth of a step, a quarter in units.
  const knob = { name: 'x', start: 0, low: -100, high: 100, step: 5 };
  const [half] = margins({ slopes: [[2]] }, [knob], [0.01]);
  expect(half).toBeCloseTo(1.96 * 0.25, 4);
});

test('two targets that see the same number halve its variance', () => {
  const knob = { name: 'x', start: 0, low: -100, high: 100, step: 1 };
  const [half] = margins({ slopes: [[1], [1]] }, [knob], [1, 1]);
  expect(half).toBeCloseTo(1.96 / Math.SQRT2, 4);
});

test('worlds that hang together count as one: two targets that always miss together are no better than one', () => {
  const knob = { name: 'x', start: 0, low: -100, high: 100, step: 1 };
  const worlds = [-1, 0, 1];
  const [one] = marginsOfDraws(
    { slopes: [[1]] },
    [knob],
    worlds.map((miss) => [miss]),
  );
  const [both] = marginsOfDraws(
    { slopes: [[1], [1]] },
    [knob],
    worlds.map((miss) => [miss, miss]),
  );
  // Deviation 1 over three worlds: t(2) = 4,303 times √(1 + 1/3).
  expect(one).toBeCloseTo(4.3027 * Math.sqrt(4 / 3), 2);
  expect(both).toBeCloseTo(one ?? NaN, 3);
});
