// Outcomes: which way a client goes, what a handover costs, and what goes with her.
import { expect, test } from 'vitest';
import { chain, dice, luck, onwards, out, told, watch } from './helpers.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { normalQuantile } from '../../src/random/normal.js';

type Stations = ChainInput['stations'];
const end = { kind: 'router' as const, outcomes: out };
type Outcomes = Extract<Stations[string], { kind: 'router' }>['outcomes'];

/** Sends one client (or more) through a router and tells where she goes. */
function ways(outcomes: Outcomes, streams = luck(), parts: Partial<ChainInput> = {}): string[] {
  const moments = watch(
    chain({
      roles: { entry: 'in' },
      stations: { in: { kind: 'router', outcomes }, a: end, b: end, c: end },
      arrivals: { bron: { times: [1] } },
      ...parts,
    }),
    streams,
  );
  return moments.filter(({ what, at }) => what === 'left' && at === 'in').map(({ to }) => to ?? '');
}

test('a router takes no time', () => {
  const moments = watch(
    chain({ stations: { in: { kind: 'router', outcomes: onwards('a') }, a: end }, arrivals: { bron: { times: [3] } } }),
  );
  expect(moments.every(({ time }) => time === 3)).toBe(true);
});

test('shares are intervals of one uniform, in the order in which they stand', () => {
  const outcomes: Outcomes = [
    { share: 0.2, to: 'a' },
    { share: 0.3, to: 'b' },
    { rest: true, to: 'c' },
  ];
  expect(ways(outcomes, luck({ outcome: 0.19 }))).toEqual(['a']);
  expect(ways(outcomes, luck({ outcome: 0.49 }))).toEqual(['b']);
  expect(ways(outcomes, luck({ outcome: 0.51 }))).toEqual(['c']);
});

test('a share that grows from a date is the share of those who arrive after it', () => {
  const outcomes: Outcomes = [
    {
      share: {
        timed: [
          { at: 10, value: 0 },
          { at: 10, value: 1 },
        ],
      },
      to: 'a',
    },
    { rest: true, to: 'b' },
  ];
  expect(ways(outcomes, luck(), { arrivals: { bron: { times: [9.999, 10] } } })).toEqual(['b', 'a']);
});

test('a condition on an attribute, an age or a category sends a client on', () => {
  const parts: Partial<ChainInput> = {
    attributes: {
      leeftijd: { kind: 'age', dist: 26 },
      wijk: { kind: 'category', shares: { noord: 0.25, zuid: 0.75 } },
      partner: { kind: 'flag', share: 0.1 },
    },
    arrivals: { bron: { times: [1] } },
  };
  const streams = luck({ attribute: 0.3 });
  expect(
    ways(
      [
        { when: { attribute: 'wijk', is: 'zuid' }, to: 'a' },
        { rest: true, to: 'b' },
      ],
      streams,
      parts,
    ),
  ).toEqual(['a']);
  expect(
    ways(
      [
        { when: { attribute: 'partner', is: true }, to: 'a' },
        { rest: true, to: 'b' },
      ],
      streams,
      parts,
    ),
  ).toEqual(['b']);
  expect(
    ways(
      [
        { when: { attribute: 'leeftijd', below: 27 }, to: 'a' },
        { rest: true, to: 'b' },
      ],
      streams,
      parts,
    ),
  ).toEqual(['a']);
  const not = {
    not: {
      all: [
        { attribute: 'leeftijd', atLeast: 26 },
        { attribute: 'partner', is: false },
      ],
    },
  };
  expect(
    ways(
      [
        { when: not, to: 'a' },
        { rest: true, to: 'b' },
      ],
      streams,
      parts,
    ),
  ).toEqual(['b']);
  const any = {
    any: [
      { attribute: 'leeftijd', atLeast: 90 },
      { attribute: 'wijk', is: 'zuid' },
    ],
  };
  expect(
    ways(
      [
        { when: any, to: 'a' },
        { rest: true, to: 'b' },
      ],
      streams,
      parts,
    ),
  ).toEqual(['a']);
});

test('an age grows: a client of 26 is 27 after 366 days', () => {
  const moments = watch(
    chain({
      roles: { entry: 'wacht' },
      attributes: { leeftijd: { kind: 'age', dist: 26 } },
      stations: {
        wacht: { kind: 'delay', duration: 366, outcomes: onwards('poort') },
        poort: {
          kind: 'router',
          outcomes: [
            { when: { attribute: 'leeftijd', atLeast: 27 }, to: 'a' },
            { rest: true, to: 'b' },
          ],
        },
        a: end,
        b: end,
      },
      arrivals: { bron: { times: [100] } },
    }),
  );
  expect(told(moments, 'left', 'poort')).toEqual(['466 0 poort a']);
});

test('a category whose name is a number is found by that number', () => {
  const parts: Partial<ChainInput> = { attributes: { trede: { kind: 'category', shares: { 1: 0.2, 3: 0.8 } } } };
  const outcomes: Outcomes = [
    { when: { attribute: 'trede', is: 3 }, to: 'a' },
    { rest: true, to: 'b' },
  ];
  expect(ways(outcomes, luck({ attribute: 0.5 }), parts)).toEqual(['a']);
  expect(ways(outcomes, luck({ attribute: 0.1 }), parts)).toEqual(['b']);
});

test('rank takes the top share by a noisy score: score 0.6 z + 0.8 noise against mean plus sd times the quantile', () => {
  const outcomes: Outcomes = [
    { rank: { by: 'z', accuracy: 0.6, share: 0.2, mean: 0.5, sd: 2 }, to: 'a' },
    { rest: true, to: 'b' },
  ];
  // Threshold: 0.5 + 2 x 0.8416 = 2.1832. With noise 1: 0.6 z + 0.8 passes from z = 2.3054 on.
  const noise = luck({ score: 0.8413447460685429 });
  const withZ = (z: number): Partial<ChainInput> => ({ attributes: { z: { kind: 'number', dist: z } } });
  expect(ways(outcomes, noise, withZ(2.306))).toEqual(['a']);
  expect(ways(outcomes, noise, withZ(2.305))).toEqual(['b']);
  expect(normalQuantile(0.8413447460685429)).toBeCloseTo(1, 10);
});

test('rank by an age looks at the age of today', () => {
  const outcomes: Outcomes = [
    { rank: { by: 'leeftijd', accuracy: 1, share: 0.5, mean: 30, sd: 1 }, to: 'a' },
    { rest: true, to: 'b' },
  ];
  const parts: Partial<ChainInput> = {
    attributes: { leeftijd: { kind: 'age', dist: 29.5 } },
    arrivals: { bron: { times: [0, 400] } },
    run: { unit: 'own', end: 1000 },
    roles: { entry: 'wacht' },
    stations: {
      wacht: { kind: 'delay', duration: 200, outcomes: onwards('in') },
      in: { kind: 'router', outcomes },
      a: end,
      b: end,
    },
  };
  // 29.5 at application, 30.05 after 200 days: whoever applied when.
  expect(ways(outcomes, luck(), parts)).toEqual(['a', 'a']);
});

test('odds is logistic in the attribute, within what the shares before it left', () => {
  const parts: Partial<ChainInput> = { attributes: { z: { kind: 'number', dist: 2 } } };
  const outcomes: Outcomes = [
    { share: 0.5, to: 'c' },
    { odds: { by: 'z', intercept: -3, slope: 1 }, to: 'a' },
    { rest: true, to: 'b' },
  ];
  // P = 1 / (1 + e) = 0.2689 of the half that is left: up to 0.6345.
  expect(ways(outcomes, luck({ outcome: 0.634 }), parts)).toEqual(['a']);
  expect(ways(outcomes, luck({ outcome: 0.635 }), parts)).toEqual(['b']);
});

test('over many clients the shares are met', () => {
  const outcomes: Outcomes = [
    { share: 0.2, to: 'a' },
    { odds: { by: 'z', intercept: 0, slope: 0 }, to: 'b' },
    { rest: true, to: 'c' },
  ];
  const went = ways(outcomes, dice(), {
    attributes: { z: { kind: 'number', dist: 0 } },
    arrivals: { bron: { interval: 1 } },
    run: { unit: 'own', end: 20_000 },
  });
  const part = (to: string) => went.filter((way) => way === to).length / went.length;
  for (const [to, share] of [
    ['a', 0.2],
    ['b', 0.4],
    ['c', 0.4],
  ] as const) {
    expect(Math.abs(part(to) - share)).toBeLessThan(3.5 * Math.sqrt((share * (1 - share)) / went.length));
  }
});

test('an observation may be declared before what it looks at', () => {
  const parts: Partial<ChainInput> = {
    attributes: {
      gezien: { kind: 'observation', of: 'z', accuracy: 1 },
      z: { kind: 'number', dist: 4 },
    },
  };
  expect(
    ways(
      [
        { when: { attribute: 'gezien', atLeast: 3.9 }, to: 'a' },
        { rest: true, to: 'b' },
      ],
      luck(),
      parts,
    ),
  ).toEqual(['a']);
});

test('an observation with cuts is a trede: how many cuts it passes', () => {
  const parts: Partial<ChainInput> = {
    attributes: {
      z: { kind: 'number', dist: 1 },
      // 0.6 x 1 + 0.8 x noise 0.5 = 1.0 with u = P(Z < 0.5).
      trede: { kind: 'observation', of: 'z', accuracy: 0.6, cuts: [-1, 0, 0.9, 1.1] },
    },
  };
  expect(
    ways(
      [
        { when: { attribute: 'trede', is: 3 }, to: 'a' },
        { rest: true, to: 'b' },
      ],
      luck({ attribute: 0.6914624612740131 }),
      parts,
    ),
  ).toEqual(['a']);
});
