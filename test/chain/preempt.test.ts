// Interrupted work: by somebody more urgent, and by a team or a number of places that shrinks. Timelines worked out by hand.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, onwards, out, times, told, watch } from './helpers.js';

type Station = ChainInput['stations'][string];
const one = { kind: 'places' as const, capacity: 1 };

function urgentAt(moment: number[], gewoon: object, parts: Partial<ChainInput> = {}, spoed: object = {}) {
  return chain({
    roles: { entry: 'gewoon' },
    pools: { loket: one },
    stations: {
      gewoon: {
        kind: 'service',
        pools: [{ pool: 'loket' }],
        duration: 10,
        priority: 2,
        outcomes: out,
        ...gewoon,
      },
      spoed: {
        kind: 'service',
        pools: [{ pool: 'loket' }],
        duration: 3,
        priority: 1,
        outcomes: out,
        ...spoed,
      },
    },
    arrivals: { a: { times: [0] }, b: { times: moment, to: 'spoed' } },
    ...parts,
  });
}

test('without `preempt` the urgent client waits for the end of the work', () => {
  expect(times(watch(urgentAt([4], {})), 'started', 'spoed')).toEqual([10]);
});

test('resume: the work goes on with what was left', () => {
  const moments = watch(urgentAt([4], { preempt: 'resume' }));
  expect(times(moments, 'started', 'spoed')).toEqual([4]);
  // 4 done before, 6 left from 7 on.
  expect(times(moments, 'left', 'gewoon')).toEqual([13]);
});

test('resume after two interruptions has the same work in all', () => {
  // 0-4, then 7-8, then 11-16: 4 + 1 + 5.
  expect(times(watch(urgentAt([4, 8], { preempt: 'resume' })), 'left', 'gewoon')).toEqual([16]);
});

test('repeat: it starts again, and takes as long as it would have', () => {
  expect(times(watch(urgentAt([4], { preempt: 'repeat' })), 'left', 'gewoon')).toEqual([17]);
});

test('redraw: it starts again with another duration', () => {
  const duration = { dist: 'trace', values: [10, 5] };
  expect(times(watch(urgentAt([4], { preempt: 'redraw', duration })), 'left', 'gewoon')).toEqual([12]);
});

test('one wait is counted, until the first beginning', () => {
  expect(told(watch(urgentAt([4], { preempt: 'resume' })), 'started', 'gewoon')).toEqual(['0 0 gewoon']);
});

test('equal urgency interrupts nobody', () => {
  const moments = watch(urgentAt([4], { preempt: 'resume', priority: 1 }));
  expect(times(moments, 'started', 'spoed')).toEqual([10]);
});

test('who was interrupted goes before those who came after her', () => {
  const moments = watch(
    urgentAt([4], { preempt: 'resume' }, { arrivals: { a: { times: [0, 1] }, b: { times: [4], to: 'spoed' } } }),
  );
  expect(told(moments, 'left', 'gewoon')).toEqual(['13 0 gewoon exit', '23 1 gewoon exit']);
});

test('of two at work the one who began last is interrupted', () => {
  const moments = watch(
    urgentAt(
      [4],
      { preempt: 'resume' },
      {
        pools: { loket: { kind: 'places', capacity: 2 } },
        arrivals: { a: { times: [0, 1] }, b: { times: [4], to: 'spoed' } },
      },
    ),
  );
  expect(told(moments, 'left', 'gewoon')).toEqual(['10 0 gewoon exit', '14 1 gewoon exit']);
});

test('the priority may stand with the client', () => {
  const rang = (value: number) => ({ rang: { kind: 'number' as const, dist: value } });
  const moments = watch(
    chain({
      pools: { loket: one },
      attributes: rang(5),
      stations: {
        in: {
          kind: 'service',
          pools: [{ pool: 'loket' }],
          duration: 10,
          priorityBy: 'rang',
          preempt: 'resume',
          outcomes: out,
        },
      },
      arrivals: { a: { times: [0] }, b: { times: [2], attributes: rang(3) }, c: { times: [5], attributes: rang(1) } },
    }),
  );
  // 0-2 a, 2-5 b, 5-15 c, 15-22 b, 22-30 a.
  expect(times(moments, 'left')).toEqual([15, 22, 30]);
});

test('an urgent client needs no room to wait where she may interrupt', () => {
  const moments = watch(urgentAt([4, 5], { preempt: 'resume' }, {}, { queueLimit: 0, full: 'exit' }));
  // The second finds an equal at work and no room.
  expect(told(moments, 'left', 'spoed').map((entry) => entry.split(' ')[0])).toEqual(['5', '7']);
});

test('work in two pools is interrupted in both', () => {
  const moments = watch(
    urgentAt(
      [4],
      { preempt: 'resume', pools: [{ pool: 'loket' }, { pool: 'kamer' }] },
      {
        pools: { loket: one, kamer: one },
        stations: {
          ...urgentAt([4], { preempt: 'resume', pools: [{ pool: 'loket' }, { pool: 'kamer' }] }).stations,
          vergadering: { kind: 'service', pools: [{ pool: 'kamer' }], duration: 20, priority: 3, outcomes: out },
        },
        arrivals: { a: { times: [0] }, b: { times: [4], to: 'spoed' }, c: { times: [1], to: 'vergadering' } },
      },
    ),
  );
  // The room that comes free at 4 goes to the meeting, so the work waits for it until 24.
  expect(told(moments, 'started', 'vergadering').length).toBe(1);
  expect(times(moments, 'started', 'vergadering')).toEqual([4]);
  expect(times(moments, 'left', 'gewoon')).toEqual([30]);
});

test('hours on the calendar are kept as hours', () => {
  const pools = { loket: { kind: 'hours' as const, fte: 1, productiveHoursPerYear: 8 * 365.25, share: 1 } };
  const moments = watch(
    urgentAt(
      [0.5],
      { preempt: 'resume', duration: undefined, hours: 16 },
      { pools },
      { duration: undefined, hours: 8 },
    ),
  );
  expect(times(moments, 'left', 'spoed')).toEqual([1.5]);
  expect(times(moments, 'left', 'gewoon')[0]).toBeCloseTo(3, 12);
});

const fewer = (at: number, back: number) => ({
  timed: [
    { at, value: 2 },
    { at, value: 1 },
    { at: back, value: 1 },
    { at: back, value: 2 },
  ],
});

test.each([
  ['resume', 14],
  ['repeat', 16],
] as const)('a shrink that interrupts stops the work that began last; %s: done at %d', (preempt, done) => {
  const moments = watch(
    chain({
      pools: { loket: { kind: 'places', capacity: fewer(3, 50), shrink: 'interrupt' } },
      stations: { in: { kind: 'service', pools: [{ pool: 'loket' }], duration: 8, preempt, outcomes: out } },
      arrivals: { bron: { times: [0, 1] } },
    }),
  );
  // Client 1 worked from 1 to 3; the counter is free at 8 (its first client) and she has 6 left, or starts again.
  expect(told(moments, 'left')).toEqual(['8 0 in exit', `${done} 1 in exit`]);
});

test('without a choice interrupted work goes on with what was left, and so does a stay at a place', () => {
  const pools = { loket: { kind: 'places' as const, capacity: fewer(3, 5), shrink: 'interrupt' as const } };
  const arrivals = { bron: { times: [0, 1] } };
  for (const station of [
    { kind: 'service', pools: [{ pool: 'loket' }], duration: 8, outcomes: out },
    { kind: 'place', pool: 'loket', stay: 8, outcomes: out },
  ] as Station[]) {
    const moments = watch(chain({ pools, arrivals, stations: { in: station } }));
    // Interrupted from 3 to 5: 1-3 and 5-11.
    expect(told(moments, 'left')).toEqual(['8 0 in exit', '11 1 in exit']);
  }
});

test('a group is never interrupted', () => {
  const moments = watch(
    chain({
      pools: { loket: { kind: 'places', capacity: fewer(3, 50), shrink: 'interrupt' } },
      stations: {
        in: {
          kind: 'course',
          minimum: 1,
          maximum: 1,
          starts: 'when-enough',
          pools: [{ pool: 'loket' }],
          duration: 8,
          outcomes: onwards('exit'),
        },
      },
      arrivals: { bron: { times: [0, 1] } },
    }),
  );
  expect(times(moments, 'left')).toEqual([8, 9]);
});
