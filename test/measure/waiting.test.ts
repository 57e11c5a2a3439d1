// Waits, queues and use of capacity on a desk with one place, by hand; and the identities that hold for every run.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { run } from './support.js';

/** One place, 10 minutes each: arrivals at 0, 2, 3 and 40 begin at 0, 10, 20 and 40, so they wait 0, 8, 17 and 0 minutes. */
const desk: ChainInput = {
  organisation: 'proef',
  label: 'Proef',
  run: { unit: 'own', end: 100 },
  roles: { entry: 'balie' },
  pools: { plek: { kind: 'places', capacity: 1 } },
  stations: {
    balie: { kind: 'service', pools: [{ pool: 'plek' }], duration: 10, outcomes: [{ rest: true, to: 'exit' }] },
  },
  arrivals: { deur: { times: [0, 2, 3, 40] } },
};

test('waits, their quantiles and the number behind them', () => {
  const read = run(desk);
  expect(read('wachttijd|balie|gemiddelde|tijd@run')).toBe(25 / 4);
  // Sorted 0, 0, 8, 17: halfway the second and third; the 90 % point is 0.7 of the way from the third to the fourth.
  expect(read('wachttijd|balie|mediaan|tijd@run')).toBe(4);
  expect(read('wachttijd|balie|p90|tijd@run')).toBeCloseTo(8 + 0.7 * 9, 12);
  expect(read('wachtenden|balie||aanvragen@run')).toBe(4);
});

test('waits over completed visits leave out who is still being served', () => {
  const read = run({ ...desk, run: { unit: 'own', end: 25 } });
  // Started: 0, 8 and 17; done by 25: 0 and 8.
  expect(read('wachttijd|balie|gemiddelde|tijd@run')).toBe(25 / 3);
  expect(read('wachttijd|balie|gemiddelde-voltooid|tijd@run')).toBe(4);
  expect(read('stroom|balie>exit||aanvragen@run')).toBe(2);
});

test('queue, use and presence are time averages over the run', () => {
  const read = run(desk);
  // Waiting: 8 + 17 minutes; served: 40; present: 65; of 100.
  expect(read('wachtrij|plek||aanvragen@run')).toBe(0.25);
  expect(read('benutting|plek||aandeel@run')).toBe(0.4);
  expect(read('aanwezig|balie||aanvragen@run')).toBe(0.65);
  expect(read('verblijfsduur|balie||tijd@run')).toBe(65 / 4);
  expect(read('doorlooptijd|||tijd@run')).toBe(65 / 4);
});

test('use is over the places there were, also when these change', () => {
  const capacity = {
    timed: [
      { at: 0, value: 1 },
      { at: 50, value: 1 },
      { at: 50, value: 3 },
    ],
  };
  const read = run({ ...desk, pools: { plek: { kind: 'places', capacity } } });
  expect(read('benutting|plek||aandeel@run')).toBe(40 / (50 + 3 * 50));
});

test('a measuring window leaves out what came before it', () => {
  const read = run({ ...desk, run: { unit: 'own', end: 100, measureFrom: 15 } });
  expect(read('wachtenden|balie||aanvragen@run')).toBe(2);
  expect(read('aanvragen||deur|aanvragen@run')).toBe(1);
  // From 15 on: served 5 + 10 + 10 minutes, and one waits until 20.
  expect(read('benutting|plek||aandeel@run')).toBeCloseTo(25 / 85, 12);
  expect(read('wachtrij|plek||aanvragen@run')).toBeCloseTo(5 / 85, 12);
});

test('Little holds as an identity: presence times time is visits times stay, when all have left', () => {
  const random: ChainInput = {
    ...desk,
    run: { unit: 'own', end: 5000 },
    pools: { plek: { kind: 'places', capacity: 2 } },
    stations: {
      balie: {
        kind: 'service',
        pools: [{ pool: 'plek' }],
        duration: { dist: 'exponential', mean: 5 },
        outcomes: [
          { share: 0.3, to: 'balie' },
          { rest: true, to: 'exit' },
        ],
      },
    },
    arrivals: { deur: { rate: { perUnit: 0.25 }, until: 4000 } },
  };
  for (const seed of ['a', 'b', 'c']) {
    const read = run(random, { seed });
    const out = read('stroom|balie>balie||aanvragen@run') + read('stroom|balie>exit||aanvragen@run');
    expect(read('stroom|balie>exit||aanvragen@run')).toBe(read('aanvragen||deur|aanvragen@run'));
    const inside = read('aanwezig|balie||aanvragen@run') * 5000;
    expect(inside / (out * read('verblijfsduur|balie||tijd@run'))).toBeCloseTo(1, 10);
    const queued = read('wachtrij|plek||aanvragen@run') * 5000;
    expect(queued / (out * read('wachttijd|balie|gemiddelde|tijd@run'))).toBeCloseTo(1, 10);
  }
});
