// The random numbers in the orders in which the model asks for them: bits, neighbours and coincidences, against exact laws of chance. Seeds are
// fixed, so a test that holds holds for ever; the long battery stands in docs/toevalsgetallen.md.
import { expect, it, test } from 'vitest';
import { stationKey } from '../../src/random/keys.js';
import { createStreams } from '../../src/random/streams.js';
import { drawsIn, fillWords, orders, type Order } from '../bench/asked-streams.js';

const seed = '1';

function wordsIn(order: Order, count: number): Uint32Array {
  const words = new Uint32Array(count);
  fillWords(words, drawsIn(order, seed), order);
  return words;
}

it('words hold every bit that the model uses: of eight draws 32 high bits each, then 20 low ones side by side', () => {
  const next = drawsIn('client', seed);
  const draws = Array.from({ length: 8 }, () => BigInt(Math.floor(next() * 2 ** 52)));
  const low = draws.reduce((kept, draw) => (kept << 20n) | (draw & 0xfffffn), 0n);
  const tail = [4n, 3n, 2n, 1n, 0n].map((place) => Number((low >> (32n * place)) & 0xffffffffn));
  expect([...wordsIn('client', 13)]).toEqual([...draws.map((draw) => Number(draw >> 20n)), ...tail]);
});

it('in each order one part of the key moves first: clients, purposes and visits count up from the first of them', () => {
  const { fate } = createStreams(seed, 0);
  const station = stationKey('aanvraag');
  const next = { client: drawsIn('client', seed), purpose: drawsIn('purpose', seed), visit: drawsIn('visit', seed) };
  for (let turn = 0; turn < 12; turn += 1) {
    expect(next.client()).toBe(fate(turn, station, 0, 0));
    expect(next.purpose()).toBe(fate(0, station, turn, 0));
    expect(next.visit()).toBe(fate(0, station, 0, turn));
  }
  const byReplication = drawsIn('replication', seed);
  for (let turn = 0; turn < 3; turn += 1) {
    expect(byReplication()).toBe(createStreams(seed, turn).fate(0, station, 0, 0));
  }
});

/** Points of chi-square between which 9998 of 10,000 samples lie. */
const between = { 32: [10.333, 70.571], 16: [2.774, 45.925] } as const;
const size = 13 * 5000;

test.each(orders)(
  '%s: each of the 32 bits is set half of the time, and so is the difference with the word before',
  (order) => {
    const words = wordsIn(order, size);
    const set = new Float64Array(32);
    const changed = new Float64Array(32);
    for (let index = 1; index < size; index += 1) {
      const word = words[index]!;
      const difference = word ^ words[index - 1]!;
      for (let bit = 0; bit < 32; bit += 1) {
        set[bit]! += (word >>> bit) & 1;
        changed[bit]! += (difference >>> bit) & 1;
      }
    }
    const n = size - 1;
    // Each count is binomial with variance n / 4; the squares of 32 of them add up to chi-square.
    for (const counts of [set, changed]) {
      const sum = counts.reduce((total, count) => total + (count - n / 2) ** 2 / (n / 4), 0);
      expect(sum).toBeGreaterThan(between[32][0]);
      expect(sum).toBeLessThan(between[32][1]);
    }
  },
);

test.each(orders)('%s: a draw says nothing of the sixteen after it', (order) => {
  const next = drawsIn(order, seed);
  const draws = Float64Array.from({ length: 40_000 }, () => next() - 0.5);
  let sum = 0;
  for (let lag = 1; lag <= 16; lag += 1) {
    const pairs = draws.length - lag;
    let product = 0;
    for (let index = 0; index < pairs; index += 1) product += draws[index]! * draws[index + lag]!;
    // The product of two independent draws has mean 0 and variance (1/12)²; products of one lag are uncorrelated.
    sum += (product * 12) ** 2 / pairs;
  }
  expect(sum).toBeGreaterThan(between[16][0]);
  expect(sum).toBeLessThan(between[16][1]);
});

test.each(orders)('%s: 512 birthdays in a year of 2²⁴ days have as many equal gaps as chance gives', (order) => {
  const years = 200;
  const words = wordsIn(order, 13 * Math.ceil((years * 512) / 13));
  let equal = 0;
  for (let year = 0; year < years; year += 1) {
    const days = words
      .slice(year * 512, year * 512 + 512)
      .map((word) => word >>> 8)
      .sort();
    const gaps = days.map((day, index) => day - (index === 0 ? 0 : days[index - 1]!)).sort();
    for (let index = 1; index < gaps.length; index += 1) if (gaps[index] === gaps[index - 1]) equal += 1;
  }
  // Marsaglia (1985): Poisson with mean m³ / 4n = 2 a year, so 400 in all, with a standard deviation of 20; the bounds are 3.9 of them.
  expect(equal).toBeGreaterThan(322);
  expect(equal).toBeLessThan(478);
});
