// service with hours: work on the working calendar, by people who may work part-time.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, onwards, out, times, watch } from './helpers.js';

/** From Monday 2018-04-23; a week of 9 to 17 in which one full-timer gives exactly 8 hours a day. */
function office(fte: number, hours: number, arrivals: number[], holidays: 'nl' | 'none' = 'none'): ChainInput {
  // The run looks 366 days beyond its end: 5 + 366 days are 53 weeks of five working days.
  const workingDaysPerYear = (365.25 * 5) / 7;
  return {
    organisation: 'toets',
    label: 'toets',
    run: { start: '2018-04-23', end: 5 },
    calendar: { kind: 'workweek', opens: 9, closes: 17, holidays },
    roles: { entry: 'in' },
    pools: { team: { kind: 'hours', fte, productiveHoursPerYear: 2 * 8 * workingDaysPerYear, share: 0.5 } },
    stations: {
      in: { kind: 'service', pools: [{ pool: 'team' }], hours, outcomes: onwards('klaar') },
      klaar: { kind: 'delay', duration: 0, outcomes: out },
    },
    arrivals: { bron: { times: arrivals } },
  };
}
const clock = (day: number, hour: number) => day + hour / 24;

test('three hours of work begun at noon are done at three', () => {
  const moments = watch(chain(office(1, 3, [clock(0, 12)])));
  expect(times(moments, 'left', 'in')[0]).toBeCloseTo(clock(0, 15), 9);
});

test('work that comes before opening begins to count when the office opens', () => {
  const moments = watch(chain(office(1, 3, [clock(1, 3)])));
  expect(times(moments, 'left', 'in')[0]).toBeCloseTo(clock(1, 12), 9);
});

test('six hours begun on Thursday at 15 end on Friday at 13', () => {
  const moments = watch(chain(office(1, 6, [clock(3, 15)])));
  expect(times(moments, 'left', 'in')[0]).toBeCloseTo(clock(4, 13), 9);
});

test('six hours begun on Friday at 15 are done after the weekend, on Monday at 13', () => {
  const moments = watch(chain({ ...office(1, 6, [clock(4, 15)]), run: { start: '2018-04-23', end: 12 } }));
  // 12 + 366 days are 54 weeks, so the day is again 8 hours.
  expect(times(moments, 'left', 'in')[0]).toBeCloseTo(clock(7, 13), 9);
});

test('King’s Day 2018, Friday 27 April, is passed over: work of Thursday at 15 goes on on Monday', () => {
  const moments = watch(chain({ ...office(1, 2 + 1e-6, [clock(3, 15)], 'nl'), run: { start: '2018-04-23', end: 12 } }));
  // A little more than Thursday has left (holidays make a working day slightly longer than 8 hours, so 2 hours do not fill it by much).
  const end = times(moments, 'left', 'in')[0]!;
  expect(end > clock(3, 16.9) && end < clock(3, 17.01)).toBe(true);
  const longer = watch(chain({ ...office(1, 3, [clock(3, 15)], 'nl'), run: { start: '2018-04-23', end: 12 } }));
  const monday = times(longer, 'left', 'in')[0]!;
  expect(monday > clock(7, 9) && monday < clock(7, 10)).toBe(true);
});

test('four pieces of two hours fill a day exactly and end when it closes, not when the next day opens', () => {
  const moments = watch(
    chain({
      ...office(1, 2, [clock(4, 9), clock(4, 9), clock(4, 9), clock(4, 9)]),
      run: { start: '2018-04-23', end: 12 },
    }),
  );
  [11, 13, 15, 17].forEach((hour, index) => {
    expect(times(moments, 'left', 'in')[index]).toBeCloseTo(clock(4, hour), 9);
  });
});

test('one and a half fte are two people at three quarters of the speed', () => {
  const moments = watch(chain(office(1.5, 3, [clock(0, 9), clock(0, 9), clock(0, 9)])));
  expect(times(moments, 'started', 'in').slice(0, 2)).toEqual([clock(0, 9), clock(0, 9)]);
  // 3 hours at 6 hours a day of 8 take 4 hours; the third begins then.
  [13, 13, 17].forEach((hour, index) => {
    expect(times(moments, 'left', 'in')[index]).toBeCloseTo(clock(0, hour), 9);
  });
});

test('more fte from a date speed up the work that starts later, not the work in hand', () => {
  const input = office(1, 16, [clock(0, 9), clock(1, 12)]);
  input.pools = {
    team: {
      kind: 'hours',
      fte: {
        timed: [
          { at: 0, value: 0.5 },
          { at: 1, value: 0.5 },
          { at: 1, value: 1.5 },
        ],
      },
      productiveHoursPerYear: 8 * ((365.25 * 5) / 7),
      share: 1,
    },
  };
  const moments = watch(chain({ ...input, run: { start: '2018-04-23', end: 12 } }));
  // The first: 16 hours at 4 a day is four days, until Thursday 17. The second starts on Tuesday 12 with a second person at 6 a day: 16/6 days of 8 hours later.
  expect(times(moments, 'started', 'in')[1]).toBe(clock(1, 12));
  const ends = times(moments, 'left', 'in');
  expect(ends.map((end) => Math.round(end * 1e6) / 1e6)).toEqual(
    [clock(3, 17), clock(4, 9 + (16 / 6 - 5 / 8 - 2) * 8)].map((end) => Math.round(end * 1e6) / 1e6),
  );
});
