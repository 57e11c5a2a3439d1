// Streams: the same key gives the same number, another key another, and both kinds are uniform.
import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { clientKey, stationKey } from '../../src/random/keys.js';
import { createStreams } from '../../src/random/streams.js';
import { threefryUniform } from '../../src/random/threefry.js';

const anyKey = fc.tuple(fc.nat(0xffffffff), fc.nat(0xffff), fc.nat(0xf), fc.nat(0xfff));

test('fate is Threefry on the two alea keys, with the counter laid out as documented', () => {
  const keys = seedrandom.alea('2018/7/fate');
  const key0 = keys.int32();
  const key1 = keys.int32();
  const { fate } = createStreams('2018', 7);
  fc.assert(
    fc.property(anyKey, ([client, station, what, visit]) => {
      const word1 = station * 2 ** 16 + what * 2 ** 12 + visit;
      expect(fate(client, station, what, visit)).toBe(threefryUniform(client, word1, key0, key1));
    }),
  );
});

test('a sequence is alea on seed/replication/name, half a step up', () => {
  const next = createStreams('seed', 3).sequence('regulier');
  const alea = seedrandom.alea('seed/3/regulier');
  for (let i = 0; i < 100; i++) expect(next()).toBe(alea() + 2 ** -33);
});

test('the same key gives the same number whatever was drawn before', () => {
  const fresh = createStreams('1', 0);
  const used = createStreams('1', 0);
  fc.assert(
    fc.property(anyKey, anyKey, (key, other) => {
      used.fate(...other);
      expect(used.fate(...key)).toBe(fresh.fate(...key));
    }),
  );
});

test('a key that differs in any one part gives another number', () => {
  const { fate } = createStreams('1', 0);
  fc.assert(
    fc.property(anyKey, anyKey, (key, other) => {
      fc.pre(key.some((part, index) => part !== other[index]));
      expect(fate(...key)).not.toBe(fate(...other));
    }),
  );
});

test('seeds 1, 11 and 111, and neighbouring replications, have nothing in common', () => {
  const streams = [['1', 1] as const, ['11', 1] as const, ['111', 1] as const, ['1', 2] as const, ['1', 11] as const];
  const opened = streams.map(([seed, replication]) => createStreams(seed, replication));
  const fates = opened.flatMap(({ fate }) => [fate(1, 2, 3, 4), fate(5, 6, 7, 8)]);
  const firsts = opened.flatMap(({ sequence }) => [sequence('a')(), sequence('aa')()]);
  expect(new Set(fates).size).toBe(fates.length);
  expect(new Set(firsts).size).toBe(firsts.length);
});

const misfits: { key: [number, number, number, number]; message: RegExp }[] = [
  { key: [-1, 0, 0, 0], message: /client -1 .* 4294967295/ },
  { key: [2 ** 32, 0, 0, 0], message: /client 4294967296/ },
  { key: [0.5, 0, 0, 0], message: /client 0\.5/ },
  { key: [0, 65536, 0, 0], message: /station 65536 .* 65535/ },
  { key: [0, 0, 16, 0], message: /purpose 16 .* 15/ },
  { key: [0, 0, 0, 4096], message: /visit 4096 .* 4095/ },
  { key: [0, Number.NaN, 0, -1], message: /station NaN .*; visit -1/ },
];

test.each(misfits)('a key outside its bits is refused with the part named: $key', ({ key, message }) => {
  const { fate } = createStreams('1', 0);
  expect(() => fate(...key)).toThrow(RangeError);
  expect(() => fate(...key)).toThrow(message);
});

// 16 x 16 cells; 347.654 is the 0.9999 point of chi-square with 255 degrees of freedom.
const CELLS = 16;
const BOUND = 347.6542127045896;

function chiSquare(points: Iterable<readonly [number, number]>): number {
  const counts = new Float64Array(CELLS * CELLS);
  let n = 0;
  for (const [x, y] of points) {
    const cell = Math.floor(x * CELLS) * CELLS + Math.floor(y * CELLS);
    counts[cell] = counts[cell]! + 1;
    n++;
  }
  const expected = n / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

test.each([
  { along: 'neighbouring clients', shift: [1, 0, 0, 0] },
  { along: 'purposes of one visit', shift: [0, 0, 1, 0] },
  { along: 'visits', shift: [0, 0, 0, 1] },
])('pairs of draws along $along fill the square evenly', ({ shift }) => {
  const { fate } = createStreams('20181001', 0);
  const station = stationKey('intake');
  const points = Array.from({ length: 51_200 }, (_, i) => {
    const client = clientKey(3, 2 * i);
    return [
      fate(client, station, 0, 0),
      fate(client + (shift[0] ?? 0), station, shift[2] ?? 0, shift[3] ?? 0),
    ] as const;
  });
  expect(chiSquare(points)).toBeLessThan(BOUND);
});

test('the same draw in two replications, and at two stations, fills the square evenly', () => {
  const first = createStreams('1', 1);
  const second = createStreams('1', 2);
  const clients = Array.from({ length: 51_200 }, (_, i) => clientKey(0, i));
  expect(chiSquare(clients.map((c) => [first.fate(c, 7, 0, 0), second.fate(c, 7, 0, 0)]))).toBeLessThan(BOUND);
  expect(chiSquare(clients.map((c) => [first.fate(c, 7, 0, 0), first.fate(c, 8, 0, 0)]))).toBeLessThan(BOUND);
});

test('two sequences of one replication fill the square evenly', () => {
  const { sequence } = createStreams('1', 1);
  const first = sequence('regulier');
  const second = sequence('jongeren');
  expect(chiSquare(Array.from({ length: 51_200 }, () => [first(), second()] as const))).toBeLessThan(BOUND);
});
