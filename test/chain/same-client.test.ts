// What a client keeps from one visit to another: the same server, and an order between her visits.
import { describe, expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { counter, holds } from './check-support.js';
import { chain, onwards, out, times, told, watch } from './helpers.js';

const desk = (duration: number, fixed: boolean, outcomes: typeof out) => ({
  kind: 'service' as const,
  pools: [{ pool: 'team', fixed }],
  duration,
  outcomes,
});

function returning(fixed: boolean, capacity: unknown = 2) {
  return chain({
    roles: { entry: 'eerste' },
    pools: { team: { kind: 'places', capacity: capacity as number } },
    stations: {
      eerste: desk(4, fixed, onwards('thuis')),
      thuis: { kind: 'delay', duration: 2, outcomes: onwards('tweede') },
      tweede: desk(3, fixed, out),
    },
    arrivals: { bron: { times: [0, 0, 5] } },
  });
}

test('from a common queue she takes whoever is free', () => {
  // At 5 client 2 takes the one who is free longest; the other is free at 6 for client 0.
  expect(told(watch(returning(false)), 'started', 'tweede')).toEqual(['6 0 tweede', '9 1 tweede', '11 2 tweede']);
});

test('with a fixed server she waits for hers, and lets others pass', () => {
  // Client 2 is with the server of client 0 from 5 to 9; the server of client 1 is free at 6. Client 2 comes back at 11, hers is busy until 12.
  expect(told(watch(returning(true)), 'started', 'tweede')).toEqual(['6 1 tweede', '9 0 tweede', '12 2 tweede']);
});

test('who lost her server gets another, and keeps that one', () => {
  const moments = watch(
    returning(true, {
      timed: [
        { at: 5, value: 2 },
        { at: 5, value: 1 },
      ],
    }),
  );
  // Server 1 leaves at 5; server 0 helps client 2 until 9, then those who wait in order: 0 and 1, then 2.
  expect(told(moments, 'started', 'tweede')).toEqual(['9 0 tweede', '12 1 tweede', '15 2 tweede']);
});

function prepared(sides: string[], after: string[], parts: Partial<ChainInput> = {}) {
  return chain({
    roles: { entry: 'begin' },
    pools: { team: { kind: 'places', capacity: 5 } },
    stations: {
      begin: { kind: 'router', outcomes: [{ rest: true, to: 'werk', side: sides }] },
      huis: { kind: 'delay', duration: 5, outcomes: onwards('inrichten') },
      inrichten: { kind: 'delay', duration: 2, outcomes: out },
      schulden: { kind: 'delay', duration: 9, outcomes: out },
      werk: { ...desk(3, false, out), after },
    },
    arrivals: { bron: { times: [0] } },
    ...parts,
  });
}

test.each([
  [['huis'], ['huis'], 5],
  [['huis'], ['huis', 'inrichten'], 7],
  [['huis', 'schulden'], ['huis', 'inrichten', 'schulden'], 9],
  [['huis'], ['schulden'], 0],
])('beside %j, work after %j begins at %d', (sides, after, begins) => {
  expect(times(watch(prepared(sides, after)), 'started', 'werk')).toEqual([begins]);
});

test('another client is not waited for', () => {
  const moments = watch(prepared(['huis'], ['huis'], { arrivals: { bron: { times: [0, 3] } } }));
  expect(told(moments, 'started', 'werk')).toEqual(['5 0 werk', '8 1 werk']);
});

test('who waits for a visit of her own and whose spell ends, is gone', () => {
  const moments = watch(
    prepared(['huis'], ['huis'], {
      run: { unit: 'own', end: 100 },
      attributes: { leeftijd: { kind: 'age', dist: 66.99 } },
      spells: {
        risks: { aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 67, destination: 'overig' } },
      },
    }),
  );
  expect(told(moments, 'withdrawn').sort()).toEqual(['3.6525 0 huis', '3.6525 0 werk']);
  expect(times(moments, 'started', 'werk')).toEqual([]);
});

describe('is refused:', () => {
  const loket = 'stations.loket';
  holds([
    [
      'a station that waits for itself',
      counter,
      [[`${loket}.after`, ['loket']]],
      [
        `${loket}.after.0: 'loket' wacht op 'loket' en andersom; zo wachten twee bezoeken van een cliënt voorgoed op elkaar`,
      ],
    ],
    [
      'a station to wait for that does not exist',
      counter,
      [[`${loket}.after`, ['lokte']]],
      [`${loket}.after.0: station 'lokte' bestaat niet. Bedoelde u 'loket'?`],
    ],
    [
      'two fixed units',
      counter,
      [
        [`${loket}.pools.0.fixed`, true],
        [`${loket}.pools.0.units`, 2],
      ],
      [`${loket}.pools.0.fixed: een vaste medewerker is er één: geef geen \`units\``],
    ],
  ]);
});
