// Stations that look: hidden until then, seen anew at every look, and nothing else moves.
import { sampleCorrelation } from 'simple-statistics';
import { expect, test } from 'vitest';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, dice, watch } from './helpers.js';

type Parts = Parameters<typeof chain>[0];
const z = { kind: 'number' as const, dist: { dist: 'normal' as const, mean: 0, sd: 1 } };
const out = [{ rest: true as const, to: 'exit' }];
const door: ChainInput['arrivals'] = { deur: { times: [0], batch: 3000 } };

/** What every look saw, in order, by client: `what before>after`. */
function seen(spec: ReturnType<typeof chain>): Map<number, string[]> {
  const looks = new Map<number, string[]>();
  simulateChain(spec, dice(), (run) => ({
    observed: (client, station, index, before) => {
      const name = run.attributes.find((attribute) => attribute.index === index)?.id ?? '';
      const known = looks.get(client.key) ?? [];
      known.push(`${station.id} ${name} ${before}>${client.attribute(index)}`);
      looks.set(client.key, known);
    },
  }));
  return looks;
}

test('what a station looks for is unknown before, and known when its outcome is chosen', () => {
  const moments = watch(
    chain({
      attributes: { z: { kind: 'number', dist: 1 }, trede: { kind: 'observation', of: 'z', accuracy: 1, cuts: [0] } },
      stations: {
        vooraf: {
          kind: 'router',
          outcomes: [
            { when: { attribute: 'trede', atLeast: 0 }, to: 'exit' },
            { rest: true, to: 'gesprek' },
          ],
        },
        gesprek: {
          kind: 'router',
          observe: ['trede'],
          outcomes: [
            { when: { attribute: 'trede', is: 1 }, to: 'hoog' },
            { rest: true, to: 'exit' },
          ],
        },
        hoog: { kind: 'router', outcomes: out },
      },
      arrivals: { deur: { times: [0] } },
    }),
  );
  expect(moments.filter(({ what }) => what === 'left').map(({ at, to }) => `${at}>${to ?? ''}`)).toEqual([
    'vooraf>gesprek',
    'gesprek>hoog',
    'hoog>exit',
  ]);
});

test('every look has noise of its own: two looks of accuracy 0.6 have correlation 0.36', () => {
  const spec = chain({
    attributes: { z, gezien: { kind: 'observation', of: 'z', accuracy: 0.6 } },
    stations: {
      een: { kind: 'router', observe: ['gezien'], outcomes: [{ rest: true, to: 'twee' }] },
      twee: { kind: 'router', observe: ['gezien'], outcomes: out },
    },
    arrivals: door,
  });
  const pairs = [...seen(spec).values()].map((looks) => looks.map((look) => Number(look.split('>')[1])));
  const column = (at: number): number[] => pairs.map((pair) => pair[at] ?? NaN);
  // Standard error (1 - 0.13) / sqrt(3000) = 0.016.
  expect(Math.abs(sampleCorrelation(column(0), column(1)) - 0.36)).toBeLessThan(0.05);
});

test('a mapping follows what it maps, and what is found stays found', () => {
  const parts: Parts = {
    attributes: {
      z: { kind: 'number', dist: 1 },
      beperking: { kind: 'flag', share: 1 },
      gevonden: { kind: 'finding', of: 'beperking', chance: 1 },
      trede: { kind: 'observation', of: 'z', accuracy: 1, cuts: [0, 2], names: ['laag', 'midden', 'hoog'] },
      ladder: { kind: 'mapping', of: 'trede', table: { laag: 1, midden: 4, hoog: 6 } },
    },
    stations: {
      een: { kind: 'router', observe: ['trede', 'gevonden'], outcomes: [{ rest: true, to: 'twee' }] },
      twee: { kind: 'router', observe: ['gevonden'], outcomes: out },
    },
    arrivals: { deur: { times: [0] } },
  };
  expect([...seen(chain(parts)).values()]).toEqual([
    ['een trede NaN>1', 'een ladder NaN>4', 'een gevonden NaN>1', 'twee gevonden 1>1'],
  ]);
  const none = { ...parts.attributes, gevonden: { kind: 'finding' as const, of: 'beperking', chance: 0 } };
  expect([...seen(chain({ ...parts, attributes: none })).values()][0]?.at(-1)).toBe('twee gevonden 0>0');
});

test('with the noise of the score, the step is that of the rank at the same station', () => {
  const spec = chain({
    attributes: { z, trede: { kind: 'observation', of: 'z', accuracy: 0.6, cuts: [0], noise: 'score' } },
    stations: {
      gesprek: {
        kind: 'router',
        observe: ['trede'],
        outcomes: [
          { rank: { by: 'z', accuracy: 0.6, share: 0.5 }, to: 'boven' },
          { rest: true, to: 'onder' },
        ],
      },
      boven: { kind: 'router', outcomes: out },
      onder: { kind: 'router', outcomes: out },
    },
    arrivals: door,
  });
  const ways = new Set<string>();
  simulateChain(spec, dice(), () => ({
    left: (visit, station, to) => {
      if (station.id === 'gesprek') ways.add(`${visit.client.attribute(1)} ${to?.id ?? ''}`);
    },
  }));
  expect([...ways].sort()).toEqual(['0 onder', '1 boven']);
});

test('who was there before the start has been seen once', () => {
  const known: number[] = [];
  const spec = chain({
    run: { start: '2018-01-01', end: 10 },
    attributes: { z, trede: { kind: 'observation', of: 'z', accuracy: 0.6, cuts: [0] } },
    roles: { entry: 'gesprek' },
    stations: {
      gesprek: { kind: 'router', observe: ['trede'], outcomes: [{ rest: true, to: 'thuis' }] },
      thuis: { kind: 'stay' },
    },
    arrivals: {},
    spells: {
      risks: { werk: { kind: 'hazard', label: '', perMonth: 0.02, destination: 'werk' } },
      stock: { count: 50, station: 'thuis', elapsed: 'stationary' },
    },
  });
  simulateChain(spec, dice(), () => ({ entered: (visit) => known.push(visit.client.attribute(1)) }));
  expect(known).toHaveLength(50);
  expect(new Set(known)).toEqual(new Set([0, 1]));
});

test('looking changes nothing that does not use what was seen', () => {
  const parts: Parts = {
    attributes: { z, trede: { kind: 'observation', of: 'z', accuracy: 0.6, cuts: [0] } },
    stations: {
      gesprek: {
        kind: 'delay',
        duration: { dist: 'exponential', mean: 5 },
        outcomes: [
          { rank: { by: 'z', accuracy: 0.8, share: 0.3 }, to: 'gesprek' },
          { rest: true, to: 'exit' },
        ],
      },
    },
    arrivals: { deur: { rate: { perUnit: 1 } } },
  };
  const { gesprek } = parts.stations;
  if (gesprek === undefined) throw new Error('no station');
  const looking = { ...parts, stations: { gesprek: { ...gesprek, observe: ['trede'] } } };
  expect(watch(chain(looking), dice())).toEqual(watch(chain(parts), dice()));
});
