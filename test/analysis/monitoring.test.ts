// The volgkaart: bands per quarter, what chance allows, and which assumption a count contradicts; on numbers that can be followed by hand.
import { describe, expect, test } from 'vitest';
import { Lookup } from '../../src/analysis/lookup.js';
import { allowedOutside, cardRows, cardSeries, judgeCard, quartersBetween } from '../../src/analysis/monitoring.js';
import type { Plan } from '../../src/experiment/plan.js';
import { drawOf } from '../../src/experiment/values.js';
import { tinyResults, type Row } from './tiny.js';

const draws = 20;
const plan: Plan = {
  template: { a: '@instroom' },
  start: '2018-10-01',
  parameters: [
    {
      name: 'instroom',
      label: '',
      value: 100,
      low: 80,
      high: 120,
      unit: 'aanvragen per jaar',
      status: 'aanname',
      source: 'proef',
      filledInBy: '',
      group: 'vraag',
      distribution: 'uniform',
      startOnly: false,
      note: '',
    },
  ],
  readings: [],
  trend: { mode: 'vlak', quarters: [] },
  scenarios: [{ id: 'basis', name: 'Basis', changes: [] }],
  seed: '1',
  draws,
  uncertainty: 'on',
};
const each = (value: (draw: number) => number): number[] => Array.from({ length: draws }, (_, draw) => value(draw));
const inflow = each((draw) => drawOf(plan, draw).values.get('instroom') ?? NaN);
const months = ['2018-10', '2018-11', '2018-12', '2019-01', '2019-02', '2019-03'];
const results = tinyResults(
  ['basis'],
  [
    ...months.map((month): Row => [`aanvragen|||aanvragen@${month}`, each((draw) => inflow[draw]!)]),
    ...months.map((month): Row => [`uitstroom||werk|uitkeringen@${month}`, each((draw) => (draw % 10) + 1)]),
    ...['2018-10', '2019-01', '2019-04'].map((month): Row => [`volume|||uitkeringen@${month}`, each((draw) => draw)]),
    ['stroom|poort>bap||aanvragen@2018-10', each(() => 4)],
    ['stroom|poort>bap||aanvragen@2018-11', each(() => 5)],
    ['stroom|poort>bap||aanvragen@2018-12', each(() => 6)],
  ],
);
const lookup = new Lookup(results);
const series = cardSeries(lookup, new Map([['werk', 'werk']]), [{ id: 'bap', label: 'BAP' }]);
const quarters = quartersBetween('2018-10', '2019-04');

describe('the card', () => {
  test('has the whole calendar quarters only', () => {
    expect(quarters).toEqual(['2018-K4', '2019-K1']);
    expect(quartersBetween('2018-11', '2019-05')).toEqual(['2019-K1']);
  });

  test('adds up the months of a quarter, and takes a stand on the day after it', () => {
    expect(series.map(({ id }) => id)).toEqual(['aanvragen', 'naar:bap', 'uitstroom:werk', 'volume']);
    const rows = cardRows(lookup, series, quarters);
    // 4 + 5 + 6; the next quarter was not measured.
    expect(rows.filter((row) => row.series === 'naar:bap')).toEqual([
      { quarter: '2018-K4', series: 'naar:bap', scenario: 'basis', low: 15, middle: 15, high: 15 },
    ]);
    // Three months of 1 … 10, twice: between 3 and 30, in the middle 16,5.
    const exits = rows.find((row) => row.series === 'uitstroom:werk');
    expect(exits?.middle).toBe(16.5);
    // The volume is 0 … 19 in every month: p10 is 1,9 and p90 17,1.
    const volume = rows.find((row) => row.series === 'volume');
    expect(volume?.low).toBeCloseTo(1.9, 12);
    expect(volume?.high).toBeCloseTo(17.1, 12);
  });
});

describe('what chance allows', () => {
  test('of one quarter is one, because one in five lies outside; of four it is three at 2,72 %', () => {
    expect(allowedOutside(1, 0.05)).toBe(1);
    // More than two of four: 4 · 0,2³ · 0,8 + 0,2⁴ = 2,72 %.
    expect(allowedOutside(4, 0.0273)).toBe(2);
    expect(allowedOutside(4, 0.0271)).toBe(3);
    expect(allowedOutside(0, 0.05)).toBe(0);
  });
});

describe('a card that was filled in', () => {
  const judged = (
    id: string,
    count: (quarter: string) => number,
    band: { low: number; middle: number; high: number },
  ) => {
    const many = quartersBetween('2018-10', '2019-04');
    const card = {
      rows: many.map((quarter) => ({ quarter, series: id, scenario: 'basis', ...band })),
      counted: new Map([[id, new Map(many.map((quarter) => [quarter, count(quarter)]))]]),
    };
    return judgeCard(card, series, plan, results)[0];
  };

  test('inside its bands contradicts nothing', () => {
    const verdict = judged('aanvragen', () => 300, { low: 250, middle: 300, high: 350 });
    expect(verdict).toMatchObject({ ingevuld: 2, buiten: [], spreektTegen: false, getallen: [] });
  });

  test('says which quarters lie outside and on which side, and never shows a count under ten', () => {
    const verdict = judged('uitstroom:werk', (quarter) => (quarter === '2018-K4' ? 9 : 400), {
      low: 12,
      middle: 16,
      high: 25,
    });
    expect(verdict?.buiten).toEqual([
      { kwartaal: '2018-K4', gerealiseerd: null, laag: 12, hoog: 25, kant: 'lager' },
      { kwartaal: '2019-K1', gerealiseerd: 400, laag: 12, hoog: 25, kant: 'hoger' },
    ]);
  });

  test('names the number that moves the series, and which way it then lies, once chance is passed', () => {
    // A band so wide that no draw lies outside: then two of two are more than the one that chance allows.
    const verdict = judged('aanvragen', () => 900, { low: 0, middle: 300, high: 800 });
    expect(verdict).toMatchObject({ toegestaan: 1, spreektTegen: true, groep: null });
    expect(verdict?.getallen).toEqual([{ naam: 'instroom', richting: 'hoger' }]);
  });

  test('names a group when no single number moves the series', () => {
    const verdict = judged('uitstroom:werk', () => 900, { low: 0, middle: 16, high: 800 });
    expect(verdict).toMatchObject({ spreektTegen: true, getallen: [], groep: 'vraag' });
  });
});
