// Fte as declared, employed and productive, on timelines that fit on the back of an envelope. A month is 30.4375 days.
import { describe, expect, test } from 'vitest';
import { amountAt, type Amount } from '../../src/chain/spec/amount.js';
import { staffing, type Staffing } from '../../src/chain/staffing.js';
import { chain, luck, out, told, watch } from './helpers.js';

const month = 30.4375;
const jump = (at: number, from: number, to: number): Amount => ({
  timed: [
    { at, value: from },
    { at, value: to },
  ],
});
/** Four months to find somebody, six to learn. */
const slow = { delayMonths: 4, learningMonths: 6 };

function fteOn({ employed, productive }: Staffing, time: number): [number, number] {
  return [amountAt(employed, time), amountAt(productive, time)];
}

describe('a rise of fte', () => {
  const team = staffing(jump(100, 4, 6), slow);

  test('is nobody for four months, and then two people of whom half a half year later', () => {
    expect(fteOn(team, 99)).toEqual([4, 4]);
    expect(fteOn(team, 100 + 3.9 * month)).toEqual([4, 4]);
    // Seven months after the vacancy she has learned for three of six: half of 2 fte.
    expect(fteOn(team, 100 + 7 * month)[0]).toBe(6);
    expect(fteOn(team, 100 + 7 * month)[1]).toBeCloseTo(5, 12);
    expect(fteOn(team, 100 + 10 * month)).toEqual([6, 6]);
  });

  test('counts as two fte hired on the day they come', () => {
    expect(team.hires).toEqual([{ at: 100 + 4 * month, fte: 2 }]);
  });

  test('that ends before anybody came has cost nothing', () => {
    const cancelled = staffing(
      { timed: [{ at: 0, value: 4 }, { at: 0, value: 6 }, { at: 60, value: 6 }, { at: 60, value: 4 }] }, // prettier-ignore
      slow,
    );
    expect(cancelled.hires).toEqual([]);
    expect(fteOn(cancelled, 90)).toEqual([4, 4]);
    expect(fteOn(cancelled, 400)).toEqual([4, 4]);
  });

  test('that ends takes those who came last, not those who know the work', () => {
    // Two come at four months and go at seven, when they are worth one together.
    const ended = staffing(
      { timed: [{ at: 0, value: 4 }, { at: 0, value: 6 }, { at: 7 * month, value: 6 }, { at: 7 * month, value: 4 }] }, // prettier-ignore
      slow,
    );
    expect(fteOn(ended, 7 * month - 1e-6)[1]).toBeCloseTo(5, 6);
    expect(fteOn(ended, 7 * month)).toEqual([4, 4]);
  });

  test('along a slope comes in daily parts, each with its own vacancy', () => {
    // 10 fte in 10 days, one each midnight; at day 5 + 4 months five have come.
    const slope = staffing({ timed: [{ at: 0, value: 0 }, { at: 10, value: 10 }] }, { ...slow, learningMonths: 0 }); // prettier-ignore
    expect(fteOn(slope, 5 + 4 * month)).toEqual([5, 5]);
    expect(slope.hires).toHaveLength(10);
  });
});

test('a fall is at once, and fte that are there from the first are productive from the first', () => {
  const team = staffing(jump(50, 6, 4), slow);
  expect(fteOn(team, 0)).toEqual([6, 6]);
  expect(fteOn(team, 50)).toEqual([4, 4]);
});

test('without waiting or learning the course is the declared one, to the bit', () => {
  const fte = jump(100, 4, 6);
  expect(staffing(fte, { delayMonths: 0, learningMonths: 0 })).toEqual({
    employed: fte,
    productive: fte,
    hires: [{ at: 100, fte: 2 }],
  });
  expect(staffing(7, slow).productive).toBe(7);
});

describe('fte that are lent', () => {
  const lend: Amount = {
    timed: [
      { at: 100, value: 0 },
      { at: 100, value: 2 },
      { at: 400, value: 2 },
      { at: 400, value: 0 },
    ],
  };
  const minus = (amount: Amount): Amount =>
    typeof amount === 'number' ? -amount : { timed: amount.timed.map((point) => ({ ...point, value: -point.value })) };
  const plus = (add: number, amount: Amount): Amount =>
    typeof amount === 'number'
      ? add + amount
      : { timed: amount.timed.map((point) => ({ ...point, value: add + point.value })) };

  test('need no vacancy where they come, and have to learn', () => {
    const team = staffing(plus(4, lend), { ...slow, moved: lend });
    expect(fteOn(team, 100 + 3 * month)[0]).toBe(6);
    expect(fteOn(team, 100 + 3 * month)[1]).toBeCloseTo(5, 12);
    expect(fteOn(team, 400)).toEqual([4, 4]);
    expect(team.hires).toEqual([]);
  });

  test('leave at once where they go, and know the work when they are back', () => {
    const team = staffing(plus(10, minus(lend)), { ...slow, moved: minus(lend) });
    expect(fteOn(team, 100)).toEqual([8, 8]);
    expect(fteOn(team, 400)).toEqual([10, 10]);
  });
});

describe('in a run', () => {
  /** 1826.25 hours a year of 365.25 days is 5 hours per fte per day; every client asks 10. */
  const desk = (fte: Amount, more: object) =>
    chain({
      run: { start: '2019-01-01', end: 700 },
      pools: { team: { kind: 'hours', fte, productiveHoursPerYear: 1826.25, share: 1, ...more } },
      stations: {
        loket: { kind: 'service', pools: [{ pool: 'team' }], hours: 10, outcomes: out },
      },
      arrivals: { balie: { times: [10, 300, 500] } },
    });

  test('nobody serves while the only person has learned less than half, and then she works at the pace that she has', () => {
    // She comes on day 0 and has learned everything on day 365.25: half on day 182.625, then 20 hours' worth of days for 10 hours.
    const team = desk(jump(0.5, 0, 1), { recruitment: { delayMonths: 0, learningMonths: 12 } });
    const [first, second, third] = told(watch(team, luck()), 'left').map((line) => Number(line.split(' ')[0]));
    // Places are followed at midnights: on day 184 she is above a half. 10 / (5 * (183.5 / 365.25)).
    expect(first).toBeCloseTo(184 + 2 / (183.5 / 365.25), 5);
    expect(second).toBeCloseTo(300 + 2 / (299.5 / 365.25), 5);
    expect(third).toBeCloseTo(502, 5);
  });

  test('absence takes its share of the pace', () => {
    // A fifth is away: 4 hours a day, so 10 hours take 2.5 days.
    const [first] = told(watch(desk(1, { absence: 0.2 }), luck()), 'left');
    expect(first).toBe('12.5 0 loket exit');
  });
});
