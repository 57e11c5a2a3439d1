// What the sources say of Tilburg's NOMA, in sentences, and that one run of it as data loses nobody.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { amountAt } from '../../src/chain/spec/amount.js';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { dayNumber } from '../../src/chain/civil-date.js';
import { openStudy } from '../../src/cli/study.js';
import { tallyRun } from './tally-run.js';

const { spec, specs, organisation } = openStudy('tilburg-noma', 'shelf', [join(import.meta.dirname, '..', '..')]);
const { stations } = spec;
const day = (date: string): number => dayNumber(date) - dayNumber(spec.run.start);

/** Fewer people in stock and an earlier end: the way of an application is the same, and a run takes half a second. */
function small(chain: ChainSpec, end: string): ChainSpec {
  const { spells } = chain;
  if (spells?.stock === undefined) throw new Error('this chain has a stock');
  return { ...chain, run: { ...chain.run, end }, spells: { ...spells, stock: { ...spells.stock, count: 500 } } };
}

const once = tallyRun(small(spec, '2016-10-01'));

/** What a monthly call of this station takes in a year, at a date. */
function perYear(station: string, date: string): number {
  const found = stations[station];
  const call = found?.kind === 'stay' ? found.calls?.[0] : undefined;
  expect(call?.every).toEqual({ value: 1, unit: 'months' });
  return 12 * amountAt(call?.take ?? NaN, day(date));
}

it('promises a first talk within 3 days, a report after at most 4 weeks, the second talk within 2 weeks of it and the advance after 4 weeks', () => {
  const terms = ['meldingsgesprek', 'terugmelding', 'rechtmatigheidsgesprek', 'voorschot'].map((id) => {
    const { within, since } = stations[id]?.norm ?? {};
    return `${within?.value} ${within?.unit} since ${since}`;
  });
  expect(terms).toEqual([
    '3 days since application',
    '4 weeks since meldingsgesprek',
    '2 weeks since terugmelding',
    '4 weeks since meldingsgesprek',
  ]);
});

it('lets the case of three weeks and the rule of four be true in turn', () => {
  expect(stations['zoekperiode']).toMatchObject({ duration: { value: 3, unit: 'weeks' }, aim: 'work' });
  const [reading] = organisation.readings;
  expect(reading?.readings.map(({ id, probability }) => [id, probability])).toEqual([
    ['drie', 0.7],
    ['vier', 0.3],
  ]);
});

it('asks everyone from 27 to search, and starts the advance with the signature: from 27 at the first talk, below it after the search', () => {
  expect(organisation.parameters.byName.get('zoekperiode.aandeel')?.value).toBe(1);
  const opens = Object.entries(stations).flatMap(([id, { outcomes }]) =>
    outcomes.some(({ side }) => side?.includes('voorschot-termijn') === true) ? [id] : [],
  );
  expect(opens).toEqual(['meldingsgesprek', 'crisisroute', 'zoekperiode-jongeren']);
});

it('judges by twelve months to work and never by loonwaarde', () => {
  expect(stations['time-to-market']?.judges).toMatchObject({ months: 12, reasons: ['werk'] });
  expect(Object.keys(spec.attributes)).not.toContain('loonwaarde');
  expect(JSON.stringify(stations)).not.toMatch(/"attribute":"loonwaarde/);
});

it('bought 1.500 trajectories a year until 2015 and 900 since, and searches the stock from the spring of 2015', () => {
  expect(perYear('opdracht', '2014-12-31')).toBeCloseTo(1500, 4);
  expect(perYear('opdracht', '2015-01-01')).toBeCloseTo(900, 4);
  expect(perYear('bestand', '2015-03-31')).toBe(0);
  expect(perYear('bestand', '2015-04-01')).toBeGreaterThan(0);
});

it('has two parties, who begin with fifty at once', () => {
  const { groups } = once;
  expect([...groups.keys()].sort()).toEqual(['partij-diamant', 'partij-sagenn']);
  expect(new Set([...groups.values()].flat())).toEqual(new Set([50]));
});

it('gives a place at Diamant Groep for two years', () => {
  expect(stations['diamant-werkplek']).toMatchObject({ kind: 'place', term: { value: 2, unit: 'years' } });
});

it('turns about 45 of 100 applications into a uitkering, and about 52 at the gate of before', () => {
  // The gate of before returns on 1 July 2016; half a year later it has worked through.
  const from = day('2017-01-01');
  const now = tallyRun(small(spec, '2018-01-01'), from);
  const before = specs.get('poort-van-voor-noma');
  if (before === undefined) throw new Error('the scenario is there');
  const then = tallyRun(small(before, '2018-01-01'), from);
  // Some 3.000 applications: a standard error of 0,9 points, so 3 points are more than three of them.
  expect(Math.abs(now.granted / now.applied - 0.45)).toBeLessThan(0.03);
  expect(Math.abs(then.granted / then.applied - 0.52)).toBeLessThan(0.03);
});

it('loses nobody: as many are somewhere in the chain at the end as there are uitkeringen and applications that run', () => {
  const { present, running, applied } = once;
  expect(present).toBe(running);
  expect(applied).toBeGreaterThan(2000);
});
