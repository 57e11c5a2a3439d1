// Servers that are not equally fast.
import { expect, test } from 'vitest';
import { paces } from '../../src/chain/capacity.js';
import { chain, out, told, watch } from './helpers.js';

test('a team of three with a spread of ½: the paces are lognormal in the middles of three parts, 1 on average', () => {
  // sigma = √ln(1.25) = 0.47238; z(1/6) = −0.96742: e^−0.45699 = 0.63319, 1 and e^0.45699 = 1.57931; their mean is 1.07083.
  const found = paces(3, 0.5);
  [0.5913, 0.93385, 1.47485].forEach((pace, server) => {
    expect(found[server]).toBeCloseTo(pace, 4);
  });
  expect(found.reduce((sum, pace) => sum + pace, 0)).toBeCloseTo(3, 12);
});

test('one alone is of the ordinary pace, and so is everybody without spread', () => {
  expect(paces(1, 0.8)).toEqual([1]);
  expect(paces(4, 0)).toEqual([1, 1, 1, 1]);
});

test('hours last shorter with a faster server', () => {
  const moments = watch(
    chain({
      // 2 fte of 8 hours a day.
      pools: { team: { kind: 'hours', fte: 2, productiveHoursPerYear: 8 * 365.25, share: 1, spread: 0.5 } },
      stations: { in: { kind: 'service', pools: [{ pool: 'team' }], hours: 80, outcomes: out } },
      arrivals: { bron: { times: [0], batch: 2 } },
    }),
  );
  const [slow = NaN, fast = NaN] = paces(2, 0.5);
  const done = told(moments, 'left').map((line) => line.split(' '));
  // The first is helped by the slow one, the second by the fast one: 80 hours are 10 days at pace 1.
  expect(done.map(([, who]) => who)).toEqual(['1', '0']);
  expect(Number(done[0]?.[0])).toBeCloseTo(10 / fast, 5);
  expect(Number(done[1]?.[0])).toBeCloseTo(10 / slow, 5);
});

const counters = (parts: object) =>
  chain({
    roles: { entry: 'in' },
    pools: { loket: { kind: 'places', capacity: 2, speeds: [1, 0.5] } },
    stations: {
      in: { kind: 'service', pools: [{ pool: 'loket' }], duration: 6, outcomes: out, ...parts },
      spoed: { kind: 'service', pools: [{ pool: 'loket' }], duration: 1, priority: -1, outcomes: out },
    },
    arrivals: { bron: { times: [0], batch: 2 }, snel: { times: [4], to: 'spoed' } },
  });

test('a place with half the speed takes twice as long', () => {
  expect(told(watch(counters({})), 'left', 'in')).toEqual(['6 0 in exit', '12 1 in exit']);
});

test('work that is interrupted is kept as work, not as time', () => {
  // Client 1 had done 4 × ½ = 2 of 6 on the slow place; that one is free again at 4 + 1/½ = 6, together with the fast one, which was
  // free first: 4 are left, done at 6 + 4.
  expect(told(watch(counters({ preempt: 'resume' })), 'left', 'in')).toEqual(['6 0 in exit', '10 1 in exit']);
});
