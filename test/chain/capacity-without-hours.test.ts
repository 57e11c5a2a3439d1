// Staff whose hours are gone for a while: nothing starts, and work goes on when the hours come back.
import { expect, it } from 'vitest';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { chainSchema } from '../../src/chain/spec/chain.js';
import { createStreams } from '../../src/random/streams.js';

it('a team without hours for the primary process starts nothing, and serves the queue from the day it has hours again', () => {
  // 365.25 hours a year at all hours of all days is one hour a day; two hours of work take two days.
  const spec = chainSchema.parse({
    organisation: 'proef',
    label: 'Proef',
    run: { unit: 'own', end: 40 },
    roles: { entry: 'gesprek' },
    pools: {
      team: {
        kind: 'hours',
        fte: 1,
        productiveHoursPerYear: 365.25,
        share: {
          timed: [
            { at: 0, value: 1 },
            { at: 5, value: 1 },
            { at: 5, value: 0 },
            { at: 20, value: 0 },
            { at: 20, value: 1 },
          ],
        },
      },
    },
    stations: {
      gesprek: { kind: 'service', pools: [{ pool: 'team' }], hours: 2, outcomes: [{ rest: true, to: 'exit' }] },
    },
    arrivals: { aanvraag: { times: [1, 6, 7] } },
  });
  const left: number[] = [];
  simulateChain(spec, createStreams('1', 0), () => ({ left: (_visit, _station, _to, now) => left.push(now) }));
  expect(left.map((time) => Math.round(time * 1e9) / 1e9)).toEqual([3, 22, 24]);
});
