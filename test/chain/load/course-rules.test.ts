// The load over a run where clients are turned away, staff learn, numbers ramp, patterns repeat and former clients come back.
import { expect, it } from 'vitest';
import { benefit, counter, put, rest, router } from '../check-support.js';
import { courseOf, exponential, first, network, places, service, visits } from './network.js';

it('who finds all places taken goes on at once, and only the others come back: Erlang B in the traffic', () => {
  const course = courseOf(
    network(
      { plaatsen: places(5) },
      {
        plek: {
          kind: 'place',
          pool: 'plaatsen',
          stay: exponential(4),
          whenFull: { to: 'elders' },
          outcomes: [rest('exit')],
        },
        elders: router(rest('exit')),
      },
      { bron: { rate: { perUnit: 1 } } },
      'plek',
    ),
  );
  expect(first(course, 'plaatsen').figures?.refused).toBeCloseTo(0.199067, 6);
  expect(visits(course, 'elders')).toBeCloseTo(0.199067, 6);
  expect(first(course, 'plaatsen').growth).toBe(0);
});

it('who is turned away and tries again at once: the balance of Cooper, B(c, a + r) (a + r) = r', () => {
  const course = courseOf(
    network(
      { plaatsen: places(1) },
      {
        plek: {
          kind: 'place',
          pool: 'plaatsen',
          stay: exponential(1),
          whenFull: { to: 'nog-eens' },
          outcomes: [rest('exit')],
        },
        'nog-eens': { kind: 'delay', duration: 10, outcomes: [rest('plek')] },
      },
      { bron: { rate: { perUnit: 0.5 } } },
      'plek',
    ),
  );
  // One place: B = x / (1 + x) with x tries a minute; 0.5 = x (1 - B) = x / (1 + x), so x = 1.
  expect(visits(course, 'plek')).toBeCloseTo(1, 6);
});

it('groups, several pools at once, and stations with different rules on one pool have a load but no formula', () => {
  const two = { kind: 'service', pools: [{ pool: 'een' }, { pool: 'twee' }], duration: 1, outcomes: [rest('exit')] };
  const course = courseOf(
    network({ een: places(2), twee: places(4) }, { loket: two }, { bron: { rate: { perUnit: 1 } } }, 'loket'),
  );
  expect(first(course, 'een')).toMatchObject({ load: 0.5, without: 'several pools', wait: undefined });
  expect(first(course, 'twee').load).toBe(0.25);
});

it('a ramp is followed by month in a chain of days', () => {
  const tree = put(counter(), 'arrivals.bron.rate.perYear', {
    timed: [
      { at: 0, value: 100 },
      { at: 366, value: 200 },
    ],
  });
  const { instants, pools } = courseOf(tree);
  expect(instants).toEqual([0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335]);
  expect(pools[0]?.moments[6]?.arrivals).toBeCloseTo((100 + (100 * 182) / 366) / 365.25, 12);
});

it('new staff count from the day they have come, in the measure in which they have learnt the work', () => {
  const tree = put(benefit(), 'pools.team.fte', {
    timed: [
      { at: 31, value: 2 },
      { at: 31, value: 4 },
    ],
  });
  put(tree, 'pools.team.recruitment', { delayMonths: 3, learningMonths: 0 });
  const moments = courseOf(tree).pools.find(({ id }) => id === 'team')?.moments ?? [];
  expect(moments.map(({ time, servers }) => [time, servers])).toEqual([
    [0, 2],
    [31 + (3 * 365.25) / 12, 4],
  ]);
});

it('former clients come on top: of those who leave at the gate, 1 - exp(-12 x 0.01) apply again', () => {
  const tree = put(benefit(), 'spells.stock', undefined);
  put(tree, 'spells.returns.former', undefined);
  // x = 100 + 0.3 x (1 - exp(-0.12)).
  expect((visits(courseOf(tree), 'loket') ?? 0) * 365.25).toBeCloseTo(100 / (1 - 0.3 * -Math.expm1(-0.12)), 6);
});

it('and so do those who left the stock, as many a day as its law lets go', () => {
  const tree = benefit();
  put(tree, 'spells.risks', {
    werk: { kind: 'hazard', label: 'werk', perMonth: 0.02, destination: 'werk' },
  });
  put(tree, 'spells.returns.never', []);
  put(tree, 'spells.stock.count', 1000);
  // A hazard that is the same for all lets 2 % of the thousand go a month; -expm1(-0.12) of them come back.
  const back = 1000 * 0.02 * 12 * -Math.expm1(-0.12);
  expect((visits(courseOf(tree), 'loket') ?? 0) * 365.25).toBeCloseTo((100 + back) / (1 - 0.3 * -Math.expm1(-0.12)), 2);
});

it('a limit to the queue of a place is Erlang with room: M/M/2/3 loses 0.04936 to where `full` says', () => {
  const course = courseOf(
    network(
      { plaatsen: places(2) },
      {
        plek: {
          kind: 'place',
          pool: 'plaatsen',
          stay: exponential(1 / 4),
          queueLimit: 1,
          full: 'elders',
          outcomes: [rest('exit')],
        },
        elders: router(rest('exit')),
      },
      { bron: { rate: { perUnit: 3 } } },
      'plek',
    ),
  );
  expect((visits(course, 'elders') ?? 0) / 3).toBeCloseTo(0.04936, 5);
});

it('who looks first how busy it is: a load, no formula, and what is too much goes where she would', () => {
  const balk = { to: 'elders', chances: [{ from: 3, share: 1 }] };
  const loket = { kind: 'service', pools: [{ pool: 'balie' }], duration: 1, balk, outcomes: [rest('exit')] };
  const course = courseOf(
    network({ balie: places(1) }, { loket, elders: router(rest('exit')) }, { bron: { rate: { perUnit: 2 } } }, 'loket'),
  );
  expect(first(course, 'balie')).toMatchObject({ load: 2, without: 'balking', growth: 0 });
  expect(visits(course, 'elders')).toBeCloseTo(1, 9);
});

it('a pattern of arrivals that repeats is followed step by step: 2, 0, 2, 0 in steps of ten', () => {
  const { pools, instants } = courseOf(
    network(
      { balie: places(1) },
      { loket: service('balie', 1, rest('exit')) },
      { bron: { rate: { perUnit: 2, profile: { every: 20, values: [1, 0] } } } },
      'loket',
      40,
    ),
  );
  expect(instants).toEqual([0, 10, 20, 30]);
  expect(pools[0]?.moments.map(({ load, queue }) => [load, queue])).toEqual([
    [2, 0],
    [0, 10],
    [2, 0],
    [0, 10],
  ]);
});
