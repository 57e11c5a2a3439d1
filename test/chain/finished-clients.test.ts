// What a run keeps of clients who are done: records that the next ones use, so that a run ten times as long needs no more of them.
import { expect, test } from 'vitest';
import type { Client } from '../../src/chain/client.js';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import type { Spell } from '../../src/chain/spell.js';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { chain, dice } from './helpers.js';

interface Kept {
  readonly finished: number;
  /** The most clients who were there at once. */
  readonly most: number;
  /** Different records that were ever in use. */
  readonly clients: number;
  readonly spells: number;
}

function keptBy(spec: ChainSpec, end: number): Kept {
  const clients = new Set<Client>();
  const spells = new Set<Spell>();
  let finished = 0;
  let present = 0;
  let most = 0;
  const done = (): void => {
    finished += 1;
    present -= 1;
  };
  simulateChain({ ...spec, run: { ...spec.run, end } }, dice(), () => ({
    applied: (client) => {
      clients.add(client);
      present += 1;
      most = Math.max(most, present);
    },
    spellStarted: ({ spell }) => {
      if (spell !== undefined) spells.add(spell);
    },
    ...(spec.spells === undefined
      ? { left: (_visit, _station, to) => (to === undefined ? done() : undefined) }
      : { spellEnded: done }),
  }));
  return { finished, most, clients: clients.size, spells: spells.size };
}

const queue = chain({
  pools: { balie: { kind: 'places', capacity: 1 } },
  stations: {
    loket: {
      kind: 'service',
      pools: [{ pool: 'balie' }],
      duration: { dist: 'exponential', mean: 0.5 },
      outcomes: [{ rest: true, to: 'exit' }],
    },
  },
  arrivals: { bron: { interval: { dist: 'exponential', mean: 1 } } },
});

const bijstand = chain({
  run: { unit: 'days', start: '2020-01-01', end: '2030-01-01' },
  pools: { balie: { kind: 'places', capacity: 3 } },
  stations: {
    loket: {
      kind: 'service',
      pools: [{ pool: 'balie' }],
      duration: { dist: 'exponential', mean: 1 },
      outcomes: [{ rest: true, to: 'bestand', grant: 0 }],
    },
    bestand: { kind: 'stay' },
  },
  arrivals: { bron: { interval: { dist: 'exponential', mean: 1 } } },
  spells: {
    risks: { werk: { kind: 'hazard', label: 'werk', perMonth: 0.5, destination: 'werk' } },
  },
});

test.each([
  ['a queue', queue],
  ['a chain with spells', bijstand],
])('%s keeps no more records after 20.000 clients than it ever had clients at once', (_name, spec) => {
  const short = keptBy(spec, 2000);
  const long = keptBy(spec, 20_000);
  expect(short.finished).toBeGreaterThan(1800);
  expect(long.finished).toBeGreaterThan(19_000);
  expect(long.most).toBeLessThan(short.most + 40);
  for (const { most, clients, spells } of [short, long]) {
    expect(clients).toBeLessThanOrEqual(most);
    expect(spells > 0).toBe(spec.spells !== undefined);
    expect(spells).toBeLessThanOrEqual(spec.spells === undefined ? 0 : most);
  }
});
