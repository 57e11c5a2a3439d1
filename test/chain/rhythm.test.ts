// Amounts that go in steps or repeat: opening hours, shifts and tides.
import { describe, expect, test } from 'vitest';
import { amountAt } from '../../src/chain/spec/amount.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, out, times, watch } from './helpers.js';
import { counter, mistakes, put } from './check-support.js';

type Amount = Parameters<typeof amountAt>[0];

function capacityOf(capacity: unknown, end = 60): Amount {
  const spec = chain({
    run: { unit: 'own', end },
    pools: { loket: { kind: 'places', capacity: capacity as number } },
    stations: { in: { kind: 'service', pools: [{ pool: 'loket' }], duration: 4, outcomes: out } },
    arrivals: { bron: { times: [0] } },
  });
  const pool = spec.pools['loket'];
  return pool?.kind === 'places' ? pool.capacity : NaN;
}
const at = (amount: Amount, moments: number[]): number[] => moments.map((time) => amountAt(amount, time));

test('steps hold their value until the next', () => {
  const amount = capacityOf({
    steps: [
      { at: 2, value: 5 },
      { at: 6, value: 1 },
    ],
  });
  expect(at(amount, [0, 2, 5.9, 6, 100])).toEqual([5, 5, 5, 1, 1]);
});

test('steps in a cycle come back every time, and before the first step it is as after the last', () => {
  const amount = capacityOf({
    cycle: 24,
    steps: [
      { at: 9, value: 3 },
      { at: 17, value: 0 },
    ],
  });
  expect(at(amount, [0, 8.9, 9, 16.9, 17, 24, 33, 40.9, 41, 57])).toEqual([0, 0, 3, 3, 0, 0, 3, 3, 0, 3]);
});

test('a cycle of points is straight from the last to the first of the next', () => {
  const amount = capacityOf({
    cycle: 10,
    timed: [
      { at: 0, value: 0 },
      { at: 5, value: 10 },
    ],
  });
  expect(at(amount, [0, 2.5, 5, 7.5, 10, 12.5, 57.5])).toEqual([0, 5, 10, 5, 0, 5, 5]);
});

test('many points are found as few are', () => {
  const timed = Array.from({ length: 40 }, (_, index) => ({ at: index, value: index * index }));
  expect(at({ timed }, [-1, 0, 3.5, 20, 38.5, 39, 50])).toEqual([0, 0, 12.5, 400, (38 * 38 + 39 * 39) / 2, 1521, 1521]);
});

test('a shift that ends lets the work finish, and the next begins with who waited', () => {
  const spec: Partial<ChainInput> = {
    run: { unit: 'own', end: 40 },
    pools: {
      loket: {
        kind: 'places',
        capacity: {
          cycle: 12,
          steps: [
            { at: 0, value: 1 },
            { at: 6, value: 0 },
          ],
        },
      },
    },
  };
  const moments = watch(
    chain({
      stations: { in: { kind: 'service', pools: [{ pool: 'loket' }], duration: 4, outcomes: out } },
      arrivals: { bron: { times: [0], batch: 5 } },
      ...spec,
    }),
  );
  // 0-4, 4-8 (begun before 6), then 12-16, 16-20, then 24.
  expect(times(moments, 'started')).toEqual([0, 4, 12, 16, 24]);
});

test('in days the cycles run to the end date', () => {
  const tree = put(counter(), 'pools.balie.capacity', {
    cycle: 7,
    steps: [
      { at: 0, value: 2 },
      { at: 5, value: 0 },
    ],
  });
  expect(mistakes(tree)).toEqual([]);
});

describe('is refused:', () => {
  const said = (amount: unknown): string[] => mistakes(put(counter(), 'pools.balie.capacity', amount));
  test.each([
    [
      'a point beyond the cycle',
      { cycle: 24, steps: [{ at: 24, value: 1 }] },
      'in een ritme ligt elke `at` tussen 0 en `cycle`, en niet op `cycle` zelf: dat is weer 0',
    ],
    [
      'points in disorder',
      {
        cycle: 24,
        timed: [
          { at: 9, value: 1 },
          { at: 3, value: 0 },
        ],
      },
      'de punten van een ritme lopen op in `at`',
    ],
    ['no time at all', { cycle: 0, steps: [{ at: 0, value: 1 }] }, 'een ritme (`cycle`) duurt langer dan 0'],
    [
      'both ways at once',
      { timed: [{ at: 0, value: 1 }], steps: [{ at: 0, value: 1 }] },
      'een verloop in de tijd heeft precies één van `timed` en `steps`',
    ],
  ])('%s', (_name, amount, message) => {
    expect(said(amount)).toEqual([`pools.balie.capacity: ${message}`]);
  });
});
