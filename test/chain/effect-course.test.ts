// A factor that changes at a date: also for those who are there already, from the first of the month on.
import { expect, test } from 'vitest';
import type { Amount } from '../../src/chain/spec/amount.js';
import { daysPerMonth } from '../../src/chain/spec/duration.js';
import { chain, times, watch } from './helpers.js';

const rate = 0.05;

/** A client who comes on day 0 and stays in stock, with contact that the pool can give in full: the day on which she is off. */
function dayOff(during: Amount): number {
  const moments = watch(
    chain({
      run: { start: '2018-01-01', end: 3000 },
      roles: { entry: 'bestand' },
      pools: { werk: { kind: 'hours', fte: 1, productiveHoursPerYear: 1200, share: 1 } },
      stations: {
        bestand: {
          kind: 'stay',
          contact: { pool: 'werk', hoursPerMonth: 1 },
          effects: [{ risk: 'werk', during }],
        },
      },
      arrivals: { bron: { times: [0] } },
      spells: { risks: { werk: { kind: 'hazard', label: '', perMonth: rate, destination: 'werk' } } },
    }),
  );
  return times(moments, 'ended')[0] ?? Infinity;
}

test('a factor that doubles on 1 March counts twice from that day on', () => {
  // 31 + 28 days at 0.05 a month; ln 2 is reached at double the rate.
  const used = (59 / daysPerMonth) * rate;
  const timed = {
    timed: [
      { at: 59, value: 1 },
      { at: 59, value: 2 },
    ],
  };
  expect(dayOff(timed)).toBeCloseTo(59 + ((Math.LN2 - used) / (2 * rate)) * daysPerMonth, 6);
});

test('a change within a month waits for the first of the next', () => {
  const midMarch = {
    timed: [
      { at: 73, value: 1 },
      { at: 73, value: 2 },
    ],
  };
  const used = (90 / daysPerMonth) * rate;
  expect(dayOff(midMarch)).toBeCloseTo(90 + ((Math.LN2 - used) / (2 * rate)) * daysPerMonth, 6);
});
