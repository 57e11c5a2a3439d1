// Spells under other hazards: the same client has the same luck.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, dice, watch, type Moment } from './helpers.js';

type Spells = NonNullable<ChainInput['spells']>;
type Hazard = Extract<Spells['risks'][string], { kind: 'hazard' }>;
const hazard = (parts: Partial<Hazard>): Hazard => ({ kind: 'hazard', label: '', destination: 'werk', ...parts });

/** Who left when, of a chain with two risks and random luck. */
function ends(work: ChainInput['spells'], streams = dice()): Map<number, Moment> {
  const moments = watch(
    chain({
      run: { start: '2018-01-01', end: 1500 },
      roles: { entry: 'bestand' },
      attributes: { z: { kind: 'number', dist: { dist: 'normal', mean: 0, sd: 1 } } },
      stations: { bestand: { kind: 'stay' } },
      arrivals: { bron: { rate: { perYear: 100 } } },
      ...(work === undefined ? {} : { spells: work }),
    }),
    streams,
  );
  return new Map(moments.filter(({ what }) => what === 'ended').map((moment) => [moment.who, moment]));
}
const two = (perMonth: Hazard['perMonth']): Spells => ({
  risks: { werk: hazard({ perMonth, load: { z: 1 } }), verhuizing: hazard({ perMonth: 0.02 }) },
});

test('a higher hazard makes the same client leave earlier or at the same instant, never later', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.1, noNaN: true }),
      fc.double({ min: 1, max: 3, noNaN: true }),
      (low, factor) => {
        const before = ends(two(low));
        const after = ends(two(low * factor));
        for (const [who, { time }] of before) {
          expect(after.get(who)?.time ?? Infinity).toBeLessThanOrEqual(time + 1e-9);
        }
      },
    ),
    { numRuns: 15, seed: 1 },
  );
});

test('until the day of a dated change everything is the same to the last bit', () => {
  const base = ends(two(0.03));
  const changed = ends(
    two({
      timed: [
        { at: 700, value: 0.03 },
        { at: 700, value: 0.09 },
      ],
    }),
  );
  const early = (all: Map<number, Moment>) => [...all.values()].filter(({ time }) => time < 700);
  expect(early(base).length).toBeGreaterThan(50);
  expect(early(changed)).toEqual(early(base));
  expect(changed.size).toBeGreaterThan(base.size);
});
