// Volume, inflow, exits and flows on chains with a timeline that fits on the back of an envelope.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { halfYear, run } from './support.js';

/**
 * Applications on day 10 (11 January) and 40 (10 February 2019) reach the desk, which refuses nobody; the decision comes 50 days after the
 * application: on day 60 (2 March) and 90 (1 April). Whoever is in stock turns 67 never: exits are by route, 100 days after the application.
 */
const decided: ChainInput = {
  organisation: 'proef',
  label: 'Proef',
  run: halfYear,
  roles: { entry: 'loket' },
  persons: {
    perBenefit: {
      timed: [
        { at: 0, value: 1 },
        { at: 100, value: 2 },
      ],
    },
  },
  stations: {
    loket: { kind: 'router', outcomes: [{ rest: true, to: 'traject', grant: 50 }] },
    traject: { kind: 'delay', duration: 100, outcomes: [{ rest: true, to: 'exit', mark: 'klaar' }] },
  },
  arrivals: { balie: { times: [10, 40] } },
  spells: {
    risks: { werk: { kind: 'hazard', label: 'werk', perMonth: 0, destination: 'werk' } },
    marks: { klaar: { label: 'klaar', destination: 'overig' } },
  },
};

test('a granted spell counts from its melding on, also at month starts before the decision', () => {
  const read = run(decided);
  const stands = ['2019-01', '2019-02', '2019-03', '2019-04', '2019-05', '2019-06', '2019-07'];
  // Spells run from day 10 to 110 and from 40 to 140; the firsts are days 0, 31, 59, 90, 120, 151, 181.
  expect(stands.map((month) => read(`volume|||uitkeringen@${month}`))).toEqual([0, 1, 2, 2, 1, 0, 0]);
});

test('persons are uitkeringen times the persons per uitkering of that day', () => {
  const read = run(decided);
  // Day 59: 2 x 1.59; day 120: 1 x 2.
  expect(read('volume|||personen@2019-03')).toBeCloseTo(2 * 1.59, 12);
  expect(read('volume|||personen@2019-05')).toBe(2);
});

test('inflow counts in the month of the melding, exits in the month in which they happen', () => {
  const read = run(decided);
  expect(read('instroom||balie|uitkeringen@2019-01')).toBe(1);
  expect(read('instroom|||uitkeringen@2019-02')).toBe(1);
  expect(read('instroom|||uitkeringen@2019-03')).toBe(0);
  // Day 110 is 21 April, day 140 is 21 May.
  expect(read('uitstroom||klaar|uitkeringen@2019-04')).toBe(1);
  expect(read('uitstroom|||uitkeringen@2019-05')).toBe(1);
  expect(read('uitstroom||werk|uitkeringen@2019-05')).toBe(0);
});

test('a spell that ends before its decision is prevented, and never was volume', () => {
  const read = run({
    ...decided,
    stations: { ...decided.stations, traject: { kind: 'delay', duration: 45, outcomes: [{ rest: true, to: 'exit' }] } },
  });
  for (const month of ['2019-02', '2019-03', '2019-04']) expect(read(`volume|||uitkeringen@${month}`)).toBe(0);
  // Days 55 and 85 are 25 February and 27 March; the exit has no mark.
  expect(read('voorkomen||exit|aanvragen@2019-02')).toBe(1);
  expect(read('voorkomen|||aanvragen@2019-03')).toBe(1);
  expect(read('uitstroom|||uitkeringen@2019-03')).toBe(0);
});

test('every arrow counts in the month in which it is taken, the way in and the way out included', () => {
  const read = run(decided);
  expect(read('stroom|aanvraag>loket||aanvragen@2019-01')).toBe(1);
  expect(read('stroom|loket>traject||aanvragen@2019-02')).toBe(1);
  expect(read('stroom|traject>exit||aanvragen@2019-04')).toBe(1);
  expect(read('stroom|traject>exit||aanvragen@2019-03')).toBe(0);
});
