// Volume, exits and waits per declared group, on clients whose dates, ages and steps are known beforehand.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { run } from './support.js';

/**
 * Two years from 1 January 2018. Applications on day 31 come to a desk with one place that takes 10 days each, where the step is seen; a decision
 * comes at once. Then 400 days (and out for work), or for the weak the rest of the run.
 */
const base: ChainInput = {
  organisation: 'proef',
  label: 'Proef',
  run: { start: '2018-01-01', end: '2020-01-01' },
  roles: { entry: 'poort' },
  persons: { perBenefit: 1.5 },
  attributes: {
    leeftijd: { kind: 'age', dist: 50 },
    sterk: { kind: 'flag', share: 0 },
    wijk: { kind: 'category', shares: { Noord: 0, Zuid: 1 } },
    trede: { kind: 'observation', of: 'sterk', accuracy: 1, cuts: [0.5] },
    ladder: { kind: 'mapping', of: 'trede', table: { '0': 1, '1': 6 } },
  },
  groups: {
    leeftijd: { attribute: 'leeftijd', bands: [27, 45] },
    wijk: { attribute: 'wijk' },
    trede: { attribute: 'trede' },
    ladder: { attribute: 'ladder' },
    sterk: { attribute: 'sterk' },
  },
  pools: { plek: { kind: 'places', capacity: 1 } },
  stations: {
    poort: { kind: 'router', outcomes: [{ rest: true, to: 'balie', grant: 0 }] },
    balie: {
      kind: 'service',
      pools: [{ pool: 'plek' }],
      duration: 10,
      observe: ['trede'],
      outcomes: [
        { when: { attribute: 'trede', is: 1 }, to: 'traject' },
        { rest: true, to: 'thuis' },
      ],
    },
    traject: { kind: 'delay', duration: 400, outcomes: [{ rest: true, to: 'exit', mark: 'gelukt' }] },
    thuis: { kind: 'stay' },
  },
  arrivals: {
    // 26.5 on day 31: 27 on day 214, within the first year.
    a: {
      times: [31],
      attributes: { leeftijd: { kind: 'age', dist: 26.5 }, sterk: { kind: 'flag', share: 1 } },
    },
    b: { times: [31.5], batch: 2, attributes: { wijk: { kind: 'category', shares: { Noord: 1, Zuid: 0 } } } },
    // Comes to the desk on the last day of the first year and is seen in the second.
    c: { times: [364] },
  },
  spells: {
    risks: { aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 51.2, destination: 'overig' } },
    marks: { gelukt: { label: 'gelukt', destination: 'werk' } },
  },
};
const [first, second] = ['2018-01..2018-12', '2019-01..2019-12'];

test('volume at the turn of the year per age, wijk and step; of the last one nothing is known yet', () => {
  const read = run(base);
  const at = (group: string, period = '2019-01', unit = 'uitkeringen') => read(`volume||${group}|${unit}@${period}`);
  expect(at('leeftijd:<27', '2018-01')).toBe(0);
  expect([at('leeftijd:<27'), at('leeftijd:27-45'), at('leeftijd:45+')]).toEqual([0, 1, 3]);
  expect([at('wijk:Noord'), at('wijk:Zuid')]).toEqual([2, 2]);
  expect([at('trede:0'), at('trede:1'), at('trede:niet-bepaald')]).toEqual([2, 1, 1]);
  expect([at('ladder:1'), at('ladder:6'), at('ladder:niet-bepaald')]).toEqual([2, 1, 1]);
  expect([at('sterk:ja'), at('sterk:nee')]).toEqual([1, 3]);
  expect(at('wijk:Noord', '2019-01', 'personen')).toBe(3);
  // A year on: a has left, both of b are past the age of 51.2, and c has been seen.
  expect([at('trede:0', '2020-01'), at('trede:1', '2020-01'), at('trede:niet-bepaald', '2020-01')]).toEqual([1, 0, 0]);
});

test('every split adds up to the volume', () => {
  const read = run(base);
  for (const period of ['2018-01', '2019-01', '2020-01']) {
    const total = read(`volume|||uitkeringen@${period}`);
    for (const names of [
      ['leeftijd:<27', 'leeftijd:27-45', 'leeftijd:45+'],
      ['trede:0', 'trede:1', 'trede:niet-bepaald'],
      ['wijk:Noord', 'wijk:Zuid'],
    ]) {
      expect(names.reduce((sum, group) => sum + read(`volume||${group}|uitkeringen@${period}`), 0)).toBe(total);
    }
  }
});

test('who leaves, and where to, as they were at the end', () => {
  const read = run(base);
  const out = (place: string, group: string, period: string) =>
    read(`uitstroom-groep|${place}|${group}|uitkeringen@${period}`);
  // a left on day 31 + 10 + 400 = 441, after 410 days (13.5 months); 1.2 years after day 31.5 is 14.4 months for both of b.
  expect(out('werk', 'trede:1', second)).toBe(1);
  expect(out('werk', 'leeftijd:27-45', second)).toBe(1);
  expect(out('werk', 'duur:12-24', second)).toBe(1);
  expect(out('werk', 'trede:0', second)).toBe(0);
  expect(out('natuurlijk', 'wijk:Noord', second)).toBe(2);
  expect(out('natuurlijk', 'duur:12-24', second)).toBe(2);
  expect(out('natuurlijk', 'duur:12-24', first)).toBe(0);
});

test('waits per group: the first waits 0 days, the two after her 9.5 and 19.5', () => {
  const read = run(base);
  expect(read(`wachttijd-groep|balie|sterk:ja|dagen@${first}`)).toBe(0);
  expect(read(`wachttijd-groep|balie|wijk:Noord|dagen@${first}`)).toBe(14.5);
  expect(read(`wachttijd-groep|balie|trede:niet-bepaald|dagen@${first}`)).toBeCloseTo((0 + 9.5 + 19.5 + 0) / 4, 12);
  expect(read(`wachttijd-groep|balie|trede:1|dagen@${first}`)).toBeNaN();
});
