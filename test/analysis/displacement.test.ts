// Verdringing, on a difference small enough to do by hand.
import { describe, expect, test } from 'vitest';
import { displacement } from '../../src/analysis/displacement.js';
import { Lookup } from '../../src/analysis/lookup.js';
import { tinyResults, type Row } from './tiny.js';

/** Two draws; volume falls by 90 and 110 households (100), of which 80 by work; two persons to a benefit. */
const rows: Row[] = [
  ['volume|||uitkeringen@2022-10', [1000, 1000], [910, 890], [1010, 1010]],
  ['volume|||personen@2022-10', [2000, 2000], [1820, 1780], [2020, 2020]],
  ['uitstroom||werk|uitkeringen@2018-10..2022-09', [500, 500], [580, 580], [490, 490]],
  ['uitstroom||relatie|uitkeringen@2018-10..2022-09', [100, 100], [110, 130], [100, 100]],
];
const lookup = new Lookup(tinyResults(['basis', 'minder', 'meer'], rows));
const options = {
  base: 0,
  start: '2018-10',
  end: '2022-10',
  destinationOf: new Map([
    ['werk', 'werk'],
    ['relatie', 'overig'],
  ] as const),
  shares: [0, 0.2, 0.4],
  threshold: 25,
};

describe('verdringing', () => {
  const found = displacement(lookup, { ...options, scenario: 1 });

  test('the part by work is 80 households, 160 persons', () => {
    expect(found?.doorWerkPersonen).toEqual({ gemiddelde: 160, marge: 0 });
  });

  test('200 persons fewer become 200 − 0,2 · 160 = 168, and 200 − 0,4 · 160 = 136', () => {
    expect(found?.bij.map(({ aandeel, verschilPersonen }) => [aandeel, verschilPersonen.gemiddelde])).toEqual([
      [0, -200],
      [0.2, -168],
      [0.4, -136],
    ]);
    expect(found?.bij[2]?.uitkomst).toBe('lager in 2 van de 2 doorrekeningen');
  });

  test('more than all of the work can not be displaced: (200 − 25) / 160 is above 1', () => {
    expect(found?.omslagAandeel).toBeNull();
  });

  test('it is negligible from (200 − 120) / 160 = a half, when 120 persons are', () => {
    const wide = displacement(lookup, { ...options, scenario: 1, threshold: 120 });
    expect(wide?.omslagAandeel).toBe(0.5);
    expect(displacement(lookup, { ...options, scenario: 1, threshold: 120, shares: [0.5] })?.bij[0]).toMatchObject({
      verschilPersonen: { gemiddelde: -120 },
    });
  });

  test('a volume that rises has nothing to lose', () => {
    expect(displacement(lookup, { ...options, scenario: 2 })?.omslagAandeel).toBeNull();
  });

  test('is not there when the run does not count exits', () => {
    const without = new Lookup(tinyResults(['basis', 'minder'], rows.slice(0, 2)));
    expect(displacement(without, { ...options, scenario: 1 })).toBeNull();
  });
});
