// Costs of two scenarios over two draws and fourteen months, added up by hand.
import { describe, expect, test } from 'vitest';
import { Lookup } from '../../src/analysis/lookup.js';
import { moneyOf, paidBackAt } from '../../src/analysis/money.js';
import { monthRange } from '../../src/analysis/month.js';
import { tinyResults, type Row } from './tiny.js';

const months = monthRange('2018-10', '2019-11');

/** Uitkeringen are 100 less per month in draw 1 and 60 in draw 2; a team costs 400 more in the first month and a traject 10 more every month. */
const rows: readonly Row[] = months.flatMap((month, i): Row[] => [
  [`geld||uitkering|euro@${month}`, [1000, 900], [900, 840]],
  [`geld|team|personeel|euro@${month}`, [50, 50], [i === 0 ? 450 : 50, i === 0 ? 450 : 50]],
  [`geld|traject|programma|euro@${month}`, [20, 20], [30, 30]],
  [`uitkeringsjaren|||jaren@${month}`, [10, 10], [9, 9.5]],
]);
const results = tinyResults(['basis', 'meer'], rows);
const between = { base: 0, start: '2018-10', end: '2019-12' };
const lookup = new Lookup(results);
const more = found(moneyOf(lookup, { ...between, scenario: 1 }));

function found<T>(value: T | null): T {
  if (value === null) throw new Error('no money was counted');
  return value;
}

describe('costs beside the base', () => {
  test('per year: the first has twelve months, the second the two that are left', () => {
    expect(more.jaren.map(({ periode }) => periode)).toEqual(['2018-10..2019-09', '2019-10..2019-11']);
    // Draw 1: 12 · −100 + 400 + 120; draw 2: 12 · −60 + 520.
    expect(more.jaren[0]?.verschil).toMatchObject({
      uitkering: { gemiddelde: (-1200 - 720) / 2 },
      personeel: { gemiddelde: 400, marge: 0 },
      programma: { gemiddelde: 120 },
      extra: { gemiddelde: 0 },
      totaal: { gemiddelde: (-680 - 200) / 2 },
    });
    expect(more.jaren[1]?.kosten.personeel.gemiddelde).toBe(100);
  });

  test('in all: −860 and −300 over fourteen months, so −497 per year', () => {
    expect(more.verschil.totaal.gemiddelde).toBe(-580);
    expect(more.verschilPerJaar.gemiddelde).toBeCloseTo((-580 * 12) / 14, 9);
  });

  test('added up by month, the mean is 330 after one month and 0 or less from the sixth', () => {
    // Draw 1: 400 − 90 n; draw 2: 400 − 50 n; the mean 400 − 70 n.
    expect(more.cumulatief[0]?.gemiddelde).toBe(330);
    expect(more.terugverdienen).toEqual({
      soort: 'terugverdiend',
      maand: '2019-03',
      aandeelDoorrekeningen: 1,
      // Draw 1 in its fifth month; draw 2 in its eighth.
      p10: '2019-02',
      p50: '2019-05',
      p90: '2019-05',
    });
  });

  test('per avoided uitkering-year: 540 extra on 14 and 7 years is 540 / 10,5', () => {
    expect(more.vermedenUitkeringsjaren.gemiddelde).toBe(10.5);
    expect(more.perVermedenUitkeringsjaar.gemiddelde).toBeNull();
    expect(more.perVermedenUitkeringsjaar.reden).toMatch(/niet zeker/);
    const certain = tinyResults(
      ['basis', 'meer'],
      rows.map((row): Row => (row[0].startsWith('uitkeringsjaren') ? [row[0], [10, 10], [9, 9]] : row)),
    );
    const cost = moneyOf(new Lookup(certain), { ...between, scenario: 1 })?.perVermedenUitkeringsjaar;
    expect(cost).toMatchObject({ gemiddelde: 540 / 14, reden: null });
  });

  test('the base differs from itself by nothing, and there is nothing to pay back', () => {
    const same = moneyOf(lookup, { ...between, scenario: 0 });
    expect(same?.verschil.totaal).toEqual({ gemiddelde: 0, marge: 0 });
    expect(same?.terugverdienen).toMatchObject({ soort: 'geen verschil', maand: null });
    expect(same?.perVermedenUitkeringsjaar.reden).toBe('er worden geen uitkeringsjaren vermeden');
    expect(same?.saldoRijksbudget).toBeNull();
  });

  test('a run without money has none', () => {
    const without = tinyResults(['basis'], [['volume|||personen@2018-10', [1, 1]]]);
    expect(moneyOf(new Lookup(without), { ...between, scenario: 0 })).toBeNull();
  });
});

test('the national budget minus uitkeringen is told when there is one', () => {
  const budget = months.map((month): Row => [`geld||rijksbudget|euro@${month}`, [1000, 1000], [1000, 1000]]);
  const money = moneyOf(new Lookup(tinyResults(['basis', 'meer'], [...rows, ...budget])), { ...between, scenario: 1 });
  expect(money?.saldoRijksbudget?.gemiddelde).toBe(14 * (100 + 160) * 0.5);
});

describe('the month in which it is paid back', () => {
  test.each([
    [[3, 1, -1, -2], 2],
    // Above 0 again later: only the last time counts.
    [[3, -1, 2, -1], 3],
    [[-1, -2, -3], 0],
    [[1, 2, 3], Infinity],
    // Rounding is no cost.
    [[0.4, 0.4], 0],
  ])('of %j is at position %d', (running, position) => {
    expect(paidBackAt(running)).toBe(position);
  });
});
