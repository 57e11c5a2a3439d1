// The load over a whole run, against networks with known answers and queues that a reader can fill by hand.
import { expect, it } from 'vitest';
import { parseChain } from '../../../src/chain/check.js';
import { loadCourse, type LoadCourse, type PoolMoment } from '../../../src/chain/load/course.js';
import type { ChainSpec } from '../../../src/chain/spec/chain.js';
import { benefit, counter, put, rest, router, type Tree } from '../check-support.js';

function parsed(tree: Tree): ChainSpec {
  const found = parseChain(tree);
  if (found.state !== 'ok') throw new Error(JSON.stringify(found.issues));
  return found.spec;
}
const courseOf = (tree: Tree): LoadCourse => loadCourse(parsed(tree));

function first(course: LoadCourse, id: string): PoolMoment {
  const moment = course.pools.find((pool) => pool.id === id)?.moments[0];
  if (moment === undefined) throw new Error(`no pool ${id}`);
  return moment;
}
const visits = (course: LoadCourse, id: string): number | undefined =>
  course.stations.find((station) => station.id === id)?.visits[0];
const places = (capacity: unknown): unknown => ({ kind: 'places', capacity });
const exponential = (mean: number): unknown => ({ dist: 'exponential', mean });
const service = (pool: string, duration: unknown, ...outcomes: unknown[]): unknown => ({
  kind: 'service',
  pools: [{ pool }],
  duration,
  outcomes,
});

/** A chain in minutes or any other unit of its own. */
function network(pools: unknown, stations: unknown, arrivals: unknown, entry: string, end = 1000): Tree {
  return {
    organisation: 'voorbeeld',
    label: 'Net',
    run: { unit: 'own', end },
    roles: { entry },
    pools,
    stations,
    arrivals,
  };
}
/** Clients present at a pool: arrivals x (wait + service), Little. */
const present = ({ arrivals, wait = NaN }: PoolMoment, time: number): number => arrivals * (wait + time);

it('the café, a Jackson network: L = 0.428571, 0.834682 and 1.333333', () => {
  const course = courseOf(
    network(
      { koud: places(1), warm: places(2), kassa: places(2) },
      {
        koud: service('koud', exponential(1), { share: 0.3, to: 'warm' }, rest('kassa')),
        warm: service('warm', exponential(2.5), rest('kassa')),
        kassa: service('kassa', exponential(2), rest('exit')),
      },
      { koud: { rate: { perUnit: 0.3 } }, warm: { rate: { perUnit: 0.2 }, to: 'warm' } },
      'koud',
    ),
  );
  expect(present(first(course, 'koud'), 1)).toBeCloseTo(0.428571, 6);
  expect(present(first(course, 'warm'), 2.5)).toBeCloseTo(0.834682, 6);
  expect(present(first(course, 'kassa'), 2)).toBeCloseTo(1.333333, 6);
});

it('feedback of a quarter: 0.6 from outside is 0.8 at the server, L = 4', () => {
  const course = courseOf(
    network(
      { loket: places(1) },
      { loket: service('loket', exponential(1), { share: 0.25, to: 'loket' }, rest('exit')) },
      { bron: { rate: { perUnit: 0.6 } } },
      'loket',
    ),
  );
  expect(visits(course, 'loket')).toBeCloseTo(0.8, 12);
  expect(present(first(course, 'loket'), 1)).toBeCloseTo(4, 9);
});

it('two stations on one pool: reception with service rates 4 and 6 and arrivals 1 and 2 waits 0.283333', () => {
  const course = courseOf(
    network(
      { balie: places(1) },
      {
        kort: service('balie', exponential(1 / 6), rest('exit')),
        lang: service('balie', exponential(1 / 4), rest('exit')),
      },
      { een: { rate: { perUnit: 1 }, to: 'lang' }, twee: { rate: { perUnit: 2 }, to: 'kort' } },
      'lang',
    ),
  );
  expect(first(course, 'balie').load).toBeCloseTo(1 / 4 + 2 / 6, 12);
  // E[S²] = 1/3 x 2/16 + 2/3 x 2/36; Pollaczek-Khinchine: 3 x E[S²] / 2 / (1 - 7/12).
  expect(first(course, 'balie').wait).toBeCloseTo(0.283333, 6);
});

it('the call centre: nurses have 10 servers of work for 9, so their queue grows by 0.0667 a minute', () => {
  const course = courseOf(
    network(
      { telefonisten: places(13), verpleegkundigen: places(9) },
      {
        gesprek: service(
          'telefonisten',
          { dist: 'triangular', low: 5, mode: 7, high: 10 },
          { share: 0.4, to: 'terugbellen' },
          rest('exit'),
        ),
        terugbellen: service('verpleegkundigen', { dist: 'uniform', low: 10, high: 20 }, rest('exit')),
      },
      { bellers: { rate: { perUnit: 100 / 60 } } },
      'gesprek',
    ),
  );
  expect(first(course, 'telefonisten').load).toBeCloseTo(((100 / 60) * 22) / 3 / 13, 9);
  // The published runs wait 3.3 minutes after an empty start; the formula is of a centre that is open for ever.
  expect(first(course, 'telefonisten').wait).toBeGreaterThan(3);
  expect(first(course, 'telefonisten').wait).toBeLessThan(5);
  expect(first(course, 'verpleegkundigen').load).toBeCloseTo(10 / 9, 9);
  expect(first(course, 'verpleegkundigen').growth).toBeCloseTo(1 / 15, 9);
  expect(course.pools[1]?.queueAtEnd).toBeCloseTo(1000 / 15, 6);
});

it('what an overloaded pool cannot do does not come to the next one: 2 a day in, 1 a day out', () => {
  const course = courseOf(
    network(
      { eerst: places(1), dan: places(3) },
      { eerst: service('eerst', 1, rest('dan')), dan: service('dan', 1, rest('exit')) },
      { bron: { rate: { perUnit: 2 } } },
      'eerst',
    ),
  );
  expect(first(course, 'eerst')).toMatchObject({ load: 2, growth: 1 });
  expect(first(course, 'dan').load).toBeCloseTo(1 / 3, 12);
});

it('a queue that grows for a hundred days and is worked off in the hundred after it', () => {
  const rate = { timed: [0, 100, 100, 300].map((at, index) => ({ at, value: index < 2 ? 2 : 0.5 })) };
  const course = courseOf(
    network(
      { eerst: places(1), dan: places(3) },
      { eerst: service('eerst', 1, rest('dan')), dan: service('dan', 1, rest('exit')) },
      { bron: { rate: { perUnit: rate } } },
      'eerst',
      400,
    ),
  );
  const [busy, quiet] = course.pools[0]?.moments ?? [];
  expect(course.instants).toEqual([0, 100]);
  expect(busy).toMatchObject({ time: 0, load: 2, queue: 0, growth: 1 });
  // A hundred wait, one a day is served, half a one a day comes: empty after 200 of the 300 days that are left.
  expect(quiet).toMatchObject({ time: 100, load: 0.5, queue: 100, growth: -0.5, wait: 100 });
  expect(course.pools[0]?.queueAtEnd).toBe(0);
  // Beside the 0.5 a day that come, 100 in 300 days come out of the queue.
  expect(course.pools[1]?.moments[1]?.arrivals).toBeCloseTo(0.5 + 100 / 300, 9);
});

it('overload from a date on: the team halves on 1 July 2020, day 182', () => {
  const tree = put(counter(), 'pools.balie.capacity', {
    timed: [
      { at: 182, value: 2 },
      { at: 182, value: 1 },
    ],
  });
  put(tree, 'arrivals.bron.rate.perYear', 365.25 * 1.25);
  const course = courseOf(tree);
  expect(course.instants).toEqual([0, 182]);
  expect(course.pools[0]?.moments.map(({ load }) => load)).toEqual([0.625, 1.25]);
  expect(course.pools[0]?.queueAtEnd).toBeCloseTo((366 - 182) * 0.25, 9);
});

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
