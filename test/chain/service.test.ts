// service: hand-computed timelines of queues for staff.
import { expect, test } from 'vitest';
import { chain, luck, out, times, told, watch } from './helpers.js';

const one = { kind: 'places' as const, capacity: 1 };

test('Law and Kelton §1.4: the six delays are 0, 0.8, 1, 0, 0.9 and 3', () => {
  const moments = watch(
    chain({
      pools: { balie: one },
      stations: {
        in: {
          kind: 'service',
          pools: [{ pool: 'balie' }],
          duration: { dist: 'trace', values: [2, 0.7, 0.2, 1.1, 3.7, 0.6] },
          outcomes: out,
        },
      },
      arrivals: { bron: { interval: { dist: 'trace', values: [0.4, 1.2, 0.5, 1.7, 0.2, 1.6] }, limit: 6 } },
    }),
  );
  const came = times(moments, 'entered');
  const began = times(moments, 'started');
  [0, 0.8, 1, 0, 0.9, 3].forEach((delay, index) => {
    expect(began[index]! - came[index]!).toBeCloseTo(delay, 12);
  });
  expect(began[5]).toBeCloseTo(8.6, 12);
});

test('the grocery checkout of Banks: 13 of 20 customers wait, 56 minutes together, and are 124 minutes in the shop', () => {
  const moments = watch(
    chain({
      pools: { kassa: one },
      stations: {
        in: {
          kind: 'service',
          pools: [{ pool: 'kassa' }],
          duration: { dist: 'trace', values: [4, 1, 4, 3, 2, 4, 5, 4, 5, 3, 3, 5, 4, 1, 5, 4, 3, 3, 2, 3] },
          outcomes: out,
        },
      },
      arrivals: {
        bron: {
          first: 0,
          interval: { dist: 'trace', values: [8, 6, 1, 8, 3, 8, 7, 2, 3, 1, 1, 5, 6, 3, 8, 1, 2, 4, 5] },
          limit: 20,
        },
      },
    }),
  );
  const came = times(moments, 'entered');
  const waits = times(moments, 'started').map((time, index) => time - came[index]!);
  const stays = times(moments, 'left').map((time, index) => time - came[index]!);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  expect([sum(waits), waits.filter((wait) => wait > 0).length, sum(stays)]).toEqual([56, 13, 124]);
  expect(times(moments, 'left').at(-1)).toBe(86);
});

test('Ciw: with an arrival every 5, service 21 and room for three, those of 20, 25, 35, 40 and 45 are refused', () => {
  const moments = watch(
    chain({
      run: { unit: 'own', end: 51 },
      roles: { entry: 'loket' },
      pools: { loket: one },
      stations: {
        loket: {
          kind: 'service',
          pools: [{ pool: 'loket' }],
          duration: 21,
          queueLimit: 2,
          full: 'weg',
          outcomes: out,
        },
        weg: { kind: 'router', outcomes: out },
      },
      arrivals: { bron: { interval: 5 } },
    }),
  );
  expect(times(moments, 'entered', 'weg')).toEqual([20, 25, 35, 40, 45]);
  expect(told(moments, 'started', 'loket')).toEqual(['5 0 loket', '26 1 loket', '47 2 loket']);
  expect(told(moments, 'left', 'loket').filter((line) => line.endsWith('exit'))).toEqual([
    '26 0 loket exit',
    '47 1 loket exit',
  ]);
});

test('a batch that finds one of two counters free and no room to wait sees exactly one served', () => {
  const moments = watch(
    chain({
      pools: { loket: one },
      stations: {
        in: { kind: 'service', pools: [{ pool: 'loket' }], duration: 3, queueLimit: 0, full: 'exit', outcomes: out },
      },
      arrivals: { bron: { times: [1], batch: 3 } },
    }),
  );
  expect(told(moments, 'left')).toEqual(['1 1 in exit', '1 2 in exit', '4 0 in exit']);
});

test('who arrives at the instant at which a server comes free stands behind those who waited', () => {
  const moments = watch(
    chain({
      pools: { loket: one },
      stations: { in: { kind: 'service', pools: [{ pool: 'loket' }], duration: 4, outcomes: out } },
      arrivals: { bron: { times: [0, 1, 4] } },
    }),
  );
  expect(told(moments, 'started')).toEqual(['0 0 in', '4 1 in', '8 2 in']);
});

test('a lower priority number goes first, and within it who came first', () => {
  const moments = watch(
    chain({
      roles: { entry: 'gewoon' },
      pools: { loket: one },
      stations: {
        gewoon: { kind: 'service', pools: [{ pool: 'loket' }], duration: 10, priority: 2, outcomes: out },
        spoed: { kind: 'service', pools: [{ pool: 'loket' }], duration: 1, priority: 1, outcomes: out },
      },
      arrivals: { a: { times: [0, 1, 2] }, b: { times: [3, 4], to: 'spoed' } },
    }),
  );
  expect(told(moments, 'started').map((line) => line.replace(/ \d+ /, ' '))).toEqual([
    '0 gewoon',
    '10 spoed',
    '11 spoed',
    '12 gewoon',
    '22 gewoon',
  ]);
});

test('priorityBy reads the urgency from the client', () => {
  const moments = watch(
    chain({
      pools: { loket: one },
      attributes: { rang: { kind: 'number', dist: 5 } },
      stations: {
        in: { kind: 'service', pools: [{ pool: 'loket' }], duration: 10, priorityBy: 'rang', outcomes: out },
      },
      arrivals: {
        a: { times: [0, 1] },
        b: { times: [2], attributes: { rang: { kind: 'number', dist: 3 } } },
      },
    }),
  );
  // The client of source b (2) passes the second client of source a (1).
  const first = moments.find(({ what, time }) => what === 'entered' && time === 2)?.who;
  expect(told(moments, 'started')).toEqual(['0 0 in', `10 ${String(first)} in`, '20 1 in']);
});

test('who loses patience leaves the queue, and those behind her move up', () => {
  const moments = watch(
    chain({
      roles: { entry: 'loket' },
      pools: { loket: one },
      stations: {
        loket: {
          kind: 'service',
          pools: [{ pool: 'loket' }],
          duration: 10,
          patience: 7,
          impatient: 'weg',
          outcomes: out,
        },
        weg: { kind: 'router', outcomes: out },
      },
      arrivals: { bron: { times: [0, 1, 4] } },
    }),
  );
  expect(told(moments, 'started', 'loket')).toEqual(['0 0 loket', '10 2 loket']);
  expect(told(moments, 'entered', 'weg')).toEqual(['8 1 weg']);
  expect(times(moments, 'left', 'loket').at(-1)).toBe(20);
});

test('a service that needs two pools at once waits for both, and holds neither before', () => {
  const moments = watch(
    chain({
      roles: { entry: 'samen' },
      pools: { kamer: one, mens: one },
      stations: {
        samen: { kind: 'service', pools: [{ pool: 'mens' }, { pool: 'kamer' }], duration: 5, outcomes: out },
        alleen: { kind: 'service', pools: [{ pool: 'mens' }], duration: 1, outcomes: out },
        vergadering: { kind: 'service', pools: [{ pool: 'kamer' }], duration: 10, outcomes: out },
      },
      arrivals: {
        a: { times: [0], to: 'vergadering' },
        b: { times: [1], to: 'samen' },
        c: { times: [2], to: 'alleen' },
      },
    }),
  );
  expect(times(moments, 'started', 'alleen')).toEqual([2]);
  expect(times(moments, 'started', 'samen')).toEqual([10]);
});

test('a service that asks for a skill waits for the server who has it', () => {
  const moments = watch(
    chain({
      roles: { entry: 'tolk' },
      pools: { team: { kind: 'places', capacity: 2, skills: [['arabisch'], []] } },
      stations: {
        tolk: { kind: 'service', pools: [{ pool: 'team', skill: 'arabisch' }], duration: 5, outcomes: out },
      },
      arrivals: { bron: { times: [0, 1] } },
    }),
  );
  expect(times(moments, 'started')).toEqual([0, 5]);
});

test('without staff nobody is served until staff comes', () => {
  const moments = watch(
    chain({
      pools: {
        loket: {
          kind: 'places',
          capacity: {
            timed: [
              { at: 0, value: 0 },
              { at: 7, value: 0 },
              { at: 7, value: 2 },
            ],
          },
        },
      },
      stations: { in: { kind: 'service', pools: [{ pool: 'loket' }], duration: 1, outcomes: out } },
      arrivals: { bron: { times: [1, 2, 3] } },
    }),
    luck(),
  );
  expect(told(moments, 'started')).toEqual(['7 0 in', '7 1 in', '8 2 in']);
});
