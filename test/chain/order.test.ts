// Who of those that wait goes first, within a priority: by hand, and against what theory says of an M/M/1.
import { expect, test } from 'vitest';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import type { StationSpec } from '../../src/chain/registry.js';
import { stationKey } from '../../src/random/keys.js';
import type { Streams } from '../../src/random/streams.js';
import { chain, dice, luck, out, told, watch } from './helpers.js';

type Order = 'fifo' | 'lifo' | 'lot';
const one = { kind: 'places' as const, capacity: 1 };
const kinds = {
  service: (order: Order) => ({
    kind: 'service' as const,
    pools: [{ pool: 'loket' }],
    duration: 10,
    order,
    outcomes: out,
  }),
  place: (order: Order) => ({ kind: 'place' as const, pool: 'loket', stay: 10, order, outcomes: out }),
};

function started(kind: keyof typeof kinds, order: Order, streams: Streams): string[] {
  return told(
    watch(
      chain({
        pools: { loket: one },
        stations: { in: kinds[kind](order) },
        arrivals: { bron: { times: [0, 1, 2, 3] } },
      }),
      streams,
    ),
    'started',
  );
}

/** Everybody draws ½, but for the lots: 0.1 for the third, 0.2 for the fourth, and 0.3 for the second client. */
const lots: Streams = {
  ...luck(),
  fate: (client, _station, purpose) => (purpose === 10 ? ([0.9, 0.3, 0.1, 0.2][client] ?? 0.5) : 0.5),
};

for (const kind of ['service', 'place'] as const) {
  test(`${kind}: first come first served, last come first served, and by lot the lowest first`, () => {
    expect(started(kind, 'fifo', lots)).toEqual(['0 0 in', '10 1 in', '20 2 in', '30 3 in']);
    expect(started(kind, 'lifo', lots)).toEqual(['0 0 in', '10 3 in', '20 2 in', '30 1 in']);
    expect(started(kind, 'lot', lots)).toEqual(['0 0 in', '10 2 in', '20 3 in', '30 1 in']);
  });
}

test('a lot is the number that belongs to a client and this visit, whatever else happens', () => {
  const streams = dice();
  const asked: number[] = [];
  const listening: Streams = {
    ...streams,
    fate(client, station, purpose, visit) {
      if (purpose === 10) asked.push(client, station, visit);
      return streams.fate(client, station, purpose, visit);
    },
  };
  started('service', 'lot', listening);
  expect(asked).toEqual([0, 1, 2, 3].flatMap((client) => [client, stationKey('in'), 0]));
});

test('by lot does not go before who is more urgent', () => {
  const station = (priority: number): StationSpec => ({ ...kinds.service('lot'), priority });
  const moments = watch(
    chain({
      roles: { entry: 'gewoon' },
      pools: { loket: one },
      stations: { gewoon: station(2), spoed: station(1) },
      arrivals: { a: { times: [0, 1] }, b: { times: [2, 3], to: 'spoed' } },
    }),
    dice(),
  );
  expect(told(moments, 'started').map((line) => line.split(' ')[2])).toEqual(['gewoon', 'spoed', 'spoed', 'gewoon']);
});

/**
 * M/M/1 with arrivals 0.5 and service 1 per unit of time. With lot u she waits for the work that is being done (rho/mu on average) and for all with a
 * lower lot, those who come meanwhile included: W(u) = (rho/mu)/(1 - rho u)^2, Cobham's formula (1954) with a class for every u. Over the lower half
 * of the lots that is 2/3 on average, over the upper half 4/3, and over all 1, as for first come, first served.
 */
test('with lots, the lower half waits 2/3 on average and the upper half 4/3, where first come first served gives 1', () => {
  const clients = 200_000;
  const streams = dice('wachten');
  const waits = (order: Order): { low: number; high: number } => {
    const sums = { low: 0, high: 0 };
    const counts = { low: 0, high: 0 };
    simulateChain(
      chain({
        run: { unit: 'own', end: 2 * clients },
        pools: { loket: one },
        stations: {
          in: {
            kind: 'service',
            pools: [{ pool: 'loket' }],
            duration: { dist: 'exponential', mean: 1 },
            order,
            outcomes: out,
          },
        },
        arrivals: { bron: { rate: { perUnit: 0.5 } } },
      }),
      streams,
      () => ({
        started(visit, _station, waited) {
          const half = streams.fate(visit.client.key, stationKey('in'), 10, 0) < 0.5 ? 'low' : 'high';
          sums[half] += waited;
          counts[half] += 1;
        },
      }),
    );
    return { low: sums.low / counts.low, high: sums.high / counts.high };
  };
  const [lot, fifo] = [waits('lot'), waits('fifo')];
  expect(Math.abs(lot.low - 2 / 3)).toBeLessThan(0.02);
  expect(Math.abs(lot.high - 4 / 3)).toBeLessThan(0.05);
  expect(Math.abs(fifo.low - 1)).toBeLessThan(0.03);
  expect(Math.abs(fifo.high - 1)).toBeLessThan(0.03);
});
