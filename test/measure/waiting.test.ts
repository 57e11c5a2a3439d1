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

test('what only a chain with its own unit of time is asked: chances, moments and numbers at an instant', () => {
  const read = run({ ...desk, run: { unit: 'own', end: 45, instants: [12, 45], levels: 2, moments: 2 } });
  // Two of the four that began had to wait, 8 and 17 minutes.
  expect(read('wachtkans|balie||aandeel@run')).toBe(0.5);
  expect(read('wachtend|balie||aanvragen@run')).toBe(25 / 45);
  // Three were done, ten minutes each; the fourth is at work until 50.
  expect(read('werk|balie|voltooid|tijd@run')).toBe(30);
  expect(read('werk|balie|begonnen|tijd@run')).toBe(40);
  // Present: 1 to 2, 2 to 3, 3 to 10, 2 to 20, 1 to 30, none to 40, 1 to 45.
  expect(['0', '1', '2', 'meer'].map((level) => read(`aanwezig-verdeling|balie|${level}|aandeel@run`) * 45)).toEqual([
    10, 17, 11, 7,
  ]);
  expect([read('aanwezig-op|balie||aanvragen@12'), read('aanwezig-op|balie||aanvragen@45')]).toEqual([2, 1]);
  expect(read('moment|balie|komst:2|tijd@run')).toBe(2);
  expect(read('moment|balie|begin:2|tijd@run')).toBe(10);
  expect(read('moment|balie>exit|vertrek:2|tijd@run')).toBe(20);
});

test('who gives up has waited, who finds the queue full has not', () => {
  const patient: ChainInput['stations'] = {
    balie: {
      kind: 'service',
      pools: [{ pool: 'plek' }],
      duration: 10,
      queueLimit: 1,
      full: 'exit',
      patience: 3,
      impatient: 'exit',
      outcomes: [{ rest: true, to: 'exit' }],
    },
  };
  // 0 begins; 2 gives up at 5; 3 finds one waiting and goes; 40 begins.
  expect(run({ ...desk, stations: patient })('wachtkans|balie||aandeel@run')).toBe(1 / 3);
});

test('time to the exit per declared group', () => {
  const read = run({
    ...desk,
    attributes: { soort: { kind: 'flag', share: 1 } },
    groups: { soort: { attribute: 'soort' } },
  });
  expect(read('doorlooptijd-groep||soort:ja|tijd@run')).toBe(65 / 4);
  expect(read('doorlooptijd-groep||soort:nee|tijd@run')).toBeNaN();
});
