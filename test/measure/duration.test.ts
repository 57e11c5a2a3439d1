// Time on bijstand: bands at the first of a month, months of exposure, and exits per band.
import { expect, test } from 'vitest';
import { bandAt, bandEnd, bandNames } from '../../src/measure/bands.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { run } from './support.js';

/** A rate-month in days. */
const month = 365.25 / 12;

/** One application at day 0.5, granted at once, ended after 400 days by the route. */
const one: ChainInput = {
  organisation: 'proef',
  label: 'Proef',
  run: { start: '2018-01-01', end: '2020-01-01' },
  roles: { entry: 'loket' },
  stations: {
    loket: { kind: 'router', outcomes: [{ rest: true, to: 'traject', grant: 0 }] },
    traject: { kind: 'delay', duration: 400, outcomes: [{ rest: true, to: 'exit', mark: 'klaar' }] },
  },
  arrivals: { balie: { times: [0.5] } },
  spells: {
    risks: { werk: { kind: 'hazard', label: 'werk', perMonth: 0, destination: 'werk' } },
    marks: { klaar: { label: 'klaar', destination: 'overig' } },
  },
};

test('a spell leaves a band where the next begins, and the last one never', () => {
  expect(bandNames).toEqual(['duur:0-6', 'duur:6-12', 'duur:12-24', 'duur:24-36', 'duur:36-60', 'duur:60+']);
  expect(bandNames.map((_, band) => bandEnd(100, band))).toEqual([
    ...[6, 12, 24, 36, 60].map((months) => 100 + months * month),
    Infinity,
  ]);
  expect([0, 6 * month, 59 * month, 61 * month].map((days) => bandNames[bandAt(days)])).toEqual([
    'duur:0-6',
    'duur:6-12',
    'duur:36-60',
    'duur:60+',
  ]);
});

test('the stands of a spell lie in the band of its months since the melding', () => {
  const read = run(one);
  // Half a year after day 0.5 is day 183.1: 1 July (181) is before it, 1 August after; a year after it is day 365.75, just past 1 January 2019.
  expect(read('volume||duur:0-6|uitkeringen@2018-07')).toBe(1);
  expect(read('volume||duur:6-12|uitkeringen@2018-07')).toBe(0);
  expect(read('volume||duur:6-12|uitkeringen@2018-08')).toBe(1);
  expect(read('volume||duur:6-12|uitkeringen@2019-01')).toBe(1);
  expect(read('volume||duur:12-24|uitkeringen@2019-02')).toBe(1);
  // It ended on day 400.5, 5 February 2019.
  expect(read('volume||duur:12-24|uitkeringen@2019-03')).toBe(0);
  expect(read('volume|||uitkeringen@2019-03')).toBe(0);
});

test('exposure is the time in a band and year, and an exit counts in the band in which it came', () => {
  const read = run(one);
  const [first, second] = ['2018-01..2018-12', '2019-01..2019-12'];
  expect(read(`blootstelling||duur:0-6|maanden@${first}`)).toBeCloseTo(6, 10);
  expect(read(`blootstelling||duur:6-12|maanden@${first}`)).toBeCloseTo((364.5 - 6 * month) / month, 10);
  expect(read(`blootstelling||duur:6-12|maanden@${second}`)).toBeCloseTo(0.75 / month, 10);
  expect(read(`blootstelling||duur:12-24|maanden@${second}`)).toBeCloseTo((400 - 365.25) / month, 10);
  expect(read(`blootstelling||duur:24-36|maanden@${second}`)).toBe(0);
  expect(read(`uitstroom-duur||duur:12-24|uitkeringen@${second}`)).toBe(1);
  expect(read(`uitstroom-duur||duur:6-12|uitkeringen@${second}`)).toBe(0);
});

test('the AOW date and death are no exits for the hazard, but do end the exposure', () => {
  const read = run({
    ...one,
    attributes: { leeftijd: { kind: 'age', dist: 66 } },
    spells: {
      risks: {
        aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 66.5, destination: 'overig' },
        overlijden: { kind: 'hazard', label: 'overlijden', perMonth: 0, destination: 'overig' },
      },
    },
  });
  // Half a year of 182.625 days after day 0.5.
  const year = '2018-01..2018-12';
  expect(read('uitstroom||aow|uitkeringen@2018-07')).toBe(1);
  for (const band of bandNames) expect(read(`uitstroom-duur||${band}|uitkeringen@${year}`)).toBe(0);
  const exposed = bandNames.reduce((sum, band) => sum + read(`blootstelling||${band}|maanden@${year}`), 0);
  expect(exposed).toBeCloseTo(6, 10);
});

test('a placed stock stands at the first instant, in the bands of its elapsed time', () => {
  const read = run({
    ...one,
    arrivals: {},
    stations: { bestand: { kind: 'stay', outcomes: [] } },
    roles: { entry: 'bestand', stock: 'bestand' },
    spells: {
      risks: { werk: { kind: 'hazard', label: 'werk', perMonth: 0, destination: 'werk' } },
      stock: { count: 40, station: 'bestand', elapsed: { bands: [{ untilMonths: 6, share: 1 }] } },
    },
  });
  expect(read('volume||duur:0-6|uitkeringen@2018-01')).toBe(40);
  // Seven months later nobody is below six any more; nobody leaves.
  expect(read('volume||duur:0-6|uitkeringen@2018-08')).toBe(0);
  expect(read('volume|||uitkeringen@2020-01')).toBe(40);
  expect(read('aanvragen|||aanvragen@2018-01')).toBe(0);
  expect(read('instroom|||uitkeringen@2018-01')).toBe(0);
});
