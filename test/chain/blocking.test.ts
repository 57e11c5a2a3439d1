// Blocking after service: hand-computed timelines of clients who are done and cannot go on.
import { expect, test } from 'vitest';
import { Deadlock } from '../../src/chain/blocking.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, dice, onwards, out, times, told, watch } from './helpers.js';

type Station = ChainInput['stations'][string];
const one = { kind: 'places' as const, capacity: 1 };

function desk(pool: string, duration: number | object, outcomes: Station['outcomes'], parts: object = {}): Station {
  return { kind: 'service', pools: [{ pool }], duration, outcomes, ...parts } as Station;
}
const door = { queueLimit: 0, blocking: true };

function line(stations: Record<string, Station>, arrivals: ChainInput['arrivals'], parts: Partial<ChainInput> = {}) {
  return chain({ pools: { a: one, b: one, c: one }, roles: { entry: 'a' }, stations, arrivals, ...parts });
}

test('who is done and finds no room keeps her server until there is', () => {
  const moments = watch(
    line({ a: desk('a', 2, onwards('b')), b: desk('b', 5, out, door) }, { bron: { times: [0], batch: 3 } }),
  );
  // Client 1 is done at 4 and blocked until 7; only then does client 2 begin at a.
  expect(told(moments, 'started')).toEqual(['0 0 a', '2 1 a', '2 0 b', '7 2 a', '7 1 b', '12 2 b']);
  expect(told(moments, 'left')).toEqual(['2 0 a b', '7 0 b exit', '7 1 a b', '12 1 b exit', '12 2 a b', '17 2 b exit']);
});

test('a buffer of one lets one go on', () => {
  const moments = watch(
    line(
      { a: desk('a', 2, onwards('b')), b: desk('b', 5, out, { ...door, queueLimit: 1 }) },
      { bron: { times: [0], batch: 4 } },
    ),
  );
  // 1 waits in the buffer from 4 to 7; 2 is done at 6, blocked until 7; 3 is done at 9, blocked until 12.
  expect(times(moments, 'left', 'a')).toEqual([2, 4, 7, 12]);
});

test('of those who are blocked, the first goes first', () => {
  const stations = {
    a: desk('a', 4, onwards('c')),
    b: desk('b', 3, onwards('c')),
    c: desk('c', 10, out, door),
  };
  const moments = watch(
    line(stations, { x: { times: [0, 1] }, y: { times: [0, 1], to: 'b' } }, { roles: { entry: 'a' } }),
  );
  // b is done at 3 and takes c until 13; a is done at 4, b's second at 6: a goes at 13, b at 23.
  expect(told(moments, 'left').map((entry) => entry.replace(/ \d+ /, ' '))).toEqual([
    '3 b c',
    '13 c exit',
    '13 a c',
    '23 c exit',
    '23 b c',
    '33 c exit',
    '33 a c',
    '43 c exit',
  ]);
});

test('a router on the way does not let go of the server either', () => {
  const moments = watch(
    line(
      { a: desk('a', 2, onwards('r')), r: { kind: 'router', outcomes: onwards('b') }, b: desk('b', 5, out, door) },
      { bron: { times: [0], batch: 3 } },
    ),
  );
  expect(times(moments, 'started', 'a')).toEqual([0, 2, 7]);
  expect(times(moments, 'started', 'b')).toEqual([2, 7, 12]);
});

test('an arrival from outside that finds no room, or others who are blocked, goes to `full`', () => {
  const moments = watch(
    line(
      { a: desk('a', 2, onwards('b')), b: desk('b', 5, out, { ...door, full: 'exit' }) },
      { bron: { times: [0], batch: 2 }, buiten: { times: [6, 6.5, 20], to: 'b' } },
    ),
  );
  expect(told(moments, 'left', 'b').map((entry) => entry.split(' ')[0])).toEqual(['6', '6.5', '7', '12', '25']);
});

test('a place blocks like a service, and a blocked client keeps her place', () => {
  const moments = watch(
    line(
      {
        a: { kind: 'place', pool: 'a', stay: 2, outcomes: onwards('b') },
        b: { kind: 'place', pool: 'b', stay: 5, blocking: true, outcomes: out },
      },
      { bron: { times: [0], batch: 3 } },
    ),
  );
  expect(times(moments, 'started', 'a')).toEqual([0, 2, 7]);
  expect(times(moments, 'started', 'b')).toEqual([2, 7, 12]);
});

test('a course whose queue is full holds back those who come, until a group starts', () => {
  const moments = watch(
    line(
      {
        a: desk('a', 1, onwards('b')),
        b: {
          kind: 'course',
          minimum: 2,
          maximum: 2,
          starts: 'when-enough',
          pools: [{ pool: 'b' }],
          duration: 10,
          queueLimit: 2,
          blocking: true,
          outcomes: out,
        },
      },
      { bron: { times: [0], batch: 6 } },
    ),
  );
  // 0 and 1 start at 2; 2 and 3 fill the queue at 4; 4 is done at 5 and waits at a until the next group starts at 12.
  expect(times(moments, 'left', 'a')).toEqual([1, 2, 3, 4, 12, 13]);
});

const circle = (parts: Partial<ChainInput> = {}) =>
  line(
    {
      a: desk('a', 2, onwards('b'), { ...door, full: 'exit' }),
      b: desk('b', 3, onwards('a'), { ...door, full: 'exit' }),
    },
    { x: { times: [0] }, y: { times: [0], to: 'b' } },
    { run: { unit: 'own', end: 10 }, ...parts },
  );

test('two who wait for each other stop the run, with the stations by name', () => {
  expect(() => watch(circle())).toThrow(Deadlock);
  expect(() => watch(circle())).toThrow(
    /op tijdstip 3 blokkeren elkaar voorgoed: wie klaar is bij 'a' wacht op ruimte bij 'b'; wie klaar is bij 'b' wacht op ruimte bij 'a'/,
  );
});

test('or change places when the chain says so', () => {
  const moments = watch(circle({ run: { unit: 'own', end: 7, deadlock: 'swap' } }));
  // Done at 2 and 3: they swap at 3. Then a until 5, b until 6: they swap at 6.
  expect(told(moments, 'started')).toEqual(['0 0 a', '0 67108864 b', '3 0 b', '3 67108864 a', '6 67108864 b', '6 0 a']);
});

test('somebody who is still served at the next station is no deadlock', () => {
  const spec = circle({ pools: { a: one, b: { kind: 'places', capacity: 2 } } });
  // One of b's two servers is free, so a's client goes on.
  expect(told(watch(spec), 'started').slice(0, 4)).toEqual(['0 0 a', '0 67108864 b', '2 0 b', '3 67108864 a']);
});

test.each([
  [0, 2 / 3],
  [2, 0.8],
])(
  'two exponential stations with a buffer of %d, never without work, pass %d per unit of time (Hunt 1956)',
  (buffer, rate) => {
    const exponential = { dist: 'exponential' as const, mean: 1 };
    const end = 4_000;
    const moments = watch(
      line(
        {
          a: desk('a', exponential, onwards('b')),
          b: desk('b', exponential, out, { queueLimit: buffer, blocking: true }),
        },
        { bron: { times: [0], batch: 4_000 } },
        { run: { unit: 'own', end } },
      ),
      dice(),
    );
    expect(Math.abs(times(moments, 'left', 'b').length / end - rate)).toBeLessThan(3.5 * Math.sqrt(rate / end));
  },
);
