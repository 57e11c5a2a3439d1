// The load over a whole run, against networks with known answers and queues that a reader can fill by hand.
import { expect, it } from 'vitest';
import { counter, put, rest } from '../check-support.js';
import { courseOf, exponential, first, network, places, present, service, visits } from './network.js';

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

it('a room that is open two hours on one day of the week is an 84th of a room: a hundred a year in groups of ten ask a fifth of it', () => {
  const room = (capacity: unknown): ReturnType<typeof courseOf> =>
    courseOf({
      ...counter(),
      pools: { zaal: places(capacity) },
      roles: { entry: 'uitleg' },
      stations: {
        uitleg: {
          kind: 'course',
          minimum: 1,
          maximum: 10,
          starts: 'when-enough',
          pools: [{ pool: 'zaal' }],
          duration: 1 / 12,
          outcomes: [rest('exit')],
        },
      },
    });
  const open = { at: 3, value: 1 };
  const closed = { at: 3 + 1 / 12, value: 0 };
  // 100 a year in groups of ten: ten openings of the 52 or so that there are.
  const weekly = first(room({ cycle: 7, steps: [open, closed] }), 'zaal');
  expect(weekly.load).toBeCloseTo((100 / 10) * (7 / 365.25), 2);
  expect(weekly.growth).toBe(0);
});
