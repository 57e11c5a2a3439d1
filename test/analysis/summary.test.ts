// A whole comparison of two scenarios over two draws and two years, every number of which can be added up by hand.
import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/analysis/summary.js';
import { monthRange } from '../../src/analysis/month.js';
import { type Row, tinyResults } from './tiny.js';

const months = monthRange('2018-10', '2020-10');
const zero = [0, 0];

/** Persons per month in a straight line from 9.000; uitkeringen are one ninth fewer. */
function volume(unit: string, factor: number): Row[] {
  return months.map((month, i) => [
    `volume|||${unit}@${month}`,
    [9000 * factor, 9000 * factor],
    [(9000 - 5 * i) * factor, (9000 - 3 * i) * factor],
  ]);
}

const results = tinyResults(
  ['basis', 'bap'],
  [
    ...volume('personen', 1),
    ...volume('uitkeringen', 8 / 9),
    ['uitstroom||werk|personen@2019-01', [10, 10], [70, 50]],
    ['uitstroom||opleiding|personen@2019-01', zero, [10, 10]],
    ['uitstroom||aow|personen@2019-01', [30, 30], [20, 20]],
    ['voorkomen||ingetrokken-onbekend|personen@2019-01', [5, 5], [45, 25]],
    ['aanvragen||regulier|personen@2019-01', [100, 100], [100, 100]],
    ['aanvragen||herinstroom|personen@2019-01', [10, 10], [20, 20]],
    ['wachttijd|diagnose|gemiddelde|dagen@2018-10..2019-09', [10, 12], [13, 14]],
    ['wachttijd|diagnose|gemiddelde|dagen@2019-10..2020-09', [10, 12], [31, 33]],
    ['wachttijd|intake|gemiddelde|dagen@2018-10..2019-09', [10, 12], [9, 12]],
    ['stroom|poort>diagnose||aanvragen@2019-11', [30, 30], [100, 120]],
    ['stroom|bap>diagnose||aanvragen@2019-11', [3, 3], [10, 10]],
    ['stroom|poort>diagnose||personen@2019-11', [33, 33], [110, 132]],
    ['stroom|bap>diagnose||personen@2019-11', [3, 3], [11, 11]],
    ['dosis|traject||aandeel@2019-11', [0.9, 0.9], [0.7, 0.6]],
    // Nobody there in the base, so this month says nothing.
    ['dosis|traject||aandeel@2019-12', [NaN, NaN], [0.1, 0.1]],
  ],
);
const options = {
  base: 'basis',
  ambition: { start: '2018-10', end: '2020-10', reductionPersons: 200 },
  flowWindow: '2019-11..2020-10',
  trend: (month: string): number => (month === '2020-10' ? 99 : 100),
  uncertainty: true,
  destinationOf: new Map([
    ['werk', 'werk'],
    ['opleiding', 'opleiding'],
    ['ander-inkomen', 'inkomen'],
    ['handhaving', 'zonder-bekend-inkomen'],
    ['geen-recht', 'geen-recht'],
    ['aow', 'overig'],
    ['verhuizing', 'overig'],
  ] as const),
};
const summary = summarise(results, options);
const [base, bap] = summary.scenarios as [(typeof summary.scenarios)[0], (typeof summary.scenarios)[0]];

describe('the summary of two scenarios', () => {
  test('volume at the end: 9.000 − 5·24 and 9.000 − 3·24 persons', () => {
    expect(bap.volumeEindPersonen.gemiddelde).toBe((8880 + 8928) / 2);
    expect(bap.volumeEindUitkeringen.gemiddelde).toBeCloseTo(((8880 + 8928) / 2) * (8 / 9), 9);
  });

  test('the difference is paired: −120 and −72, lower in both, with margin 12,706 · 33,94 / √2', () => {
    expect(bap.verschilPersonen).toMatchObject({
      gemiddelde: -96,
      marge: expect.closeTo(304.95, 1) as number,
      uitkomst: 'lager in 2 van de 2 doorrekeningen',
      soort: 'lager',
    });
  });

  test('the base differs from itself by exactly 0 and carries no destinations', () => {
    expect(base.verschilPersonen).toEqual({
      gemiddelde: 0,
      marge: 0,
      uitkomst: 'geen verschil',
      soort: 'geen verschil',
      p10: 0,
      p90: 0,
    });
    expect(base.bestemmingen).toBeNull();
    expect(base.elders).toEqual([]);
  });

  test('what remains to be done: 8.880 − (9.000 · 0,99 − 200) = 170 and 218, so no draw reaches it', () => {
    expect(bap.resterendeOpgavePersonen?.gemiddelde).toBe(194);
    expect(bap.kansAmbitie).toBe(0);
    expect(summarise(results, { ...options, uncertainty: false }).scenarios[1]?.kansAmbitie).toBeNull();
  });

  test('two lines, never one: the base stands 90 persons above the trend', () => {
    expect(base.afstandTotTrendPersonen.gemiddelde).toBe(90);
    expect(summary.trendlijnPersonen.at(-1)).toBe(8910);
    expect(summary.ambitielijnPersonen.at(-1)).toBe(8710);
    expect(summary.ambitielijnPersonen[12]).toBe(8900);
  });

  test('the fan of the last month lies between the two draws', () => {
    expect(summary.maanden.at(-1)).toBe('2020-10');
    expect(bap.waaierPersonen.at(-1)).toMatchObject({ p50: 8904, gemiddelde: 8904 });
    expect(bap.waaierPersonen.at(-1)?.p10).toBeCloseTo(8884.8, 9);
  });

  test('destinations add up to the difference: 50 work + 10 training − 10 AOW + 30 unknown − 10 back + 26 rest = 96', () => {
    const parts = bap.bestemmingen?.delen.map(({ id, gemiddelde }) => [id, gemiddelde]);
    expect(parts).toEqual([
      ['werk', 50],
      ['inkomen', 10],
      ['onbekend', 30],
      ['leven', -10],
      ['herinstroom', -10],
      ['aanvragen', 0],
      ['rest', 26],
    ]);
    expect(bap.bestemmingen?.minder.gemiddelde).toBe(96);
    expect(bap.bestemmingen?.geteldIn).toBe('personen');
  });

  test('the price elsewhere names the worst year, how many people, and contact that got thinner', () => {
    expect(bap.elders).toEqual([
      {
        soort: 'wachttijd',
        station: 'diagnose',
        periode: '2019-10..2020-09',
        gemiddelde: 21,
        marge: 0,
        bereik: { aantal: 132, geteldIn: 'personen' },
      },
      {
        soort: 'dosis',
        station: 'traject',
        periode: '2018-10..2020-09',
        gemiddelde: expect.closeTo(-0.25, 12) as number,
        marge: expect.closeTo(0.635, 3) as number,
        bereik: null,
      },
    ]);
  });

  test('flows are those of the year asked for, in applications and persons', () => {
    expect(bap.stromen[0]).toMatchObject({ van: 'poort', naar: 'diagnose' });
    expect(bap.stromen[0]?.aanvragenPerJaar.gemiddelde).toBe(110);
    expect(bap.stromen[0]?.personenPerJaar?.gemiddelde).toBe(121);
  });

  test('it survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  test('a base that is not in the results is our own mistake and throws', () => {
    expect(() => summarise(results, { ...options, base: 'niets' })).toThrow("scenario 'niets' is not in the results");
  });
});
