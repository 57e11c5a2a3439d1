// The curve of a programme, on two reaches small enough to do by hand.
import { describe, expect, test } from 'vitest';
import { curve, type CurveOptions } from '../../src/analysis/curve.js';
import { Lookup } from '../../src/analysis/lookup.js';
import { tinyResults, type Row } from './tiny.js';

const FIRST = '2018-10..2019-09';
const names = ['basis', 'smal', 'smal zonder', 'breed', 'breed zonder', 'vol', 'vol zonder'];
/** One draw: base, narrow (the same), narrow twin, wide, wide twin, wide without places, its twin. */
const row = (series: string, ...values: number[]): Row => [series, ...values.map((value) => [value])] as unknown as Row;
const rows = [
  row(`traject|bap|start|aanvragen@${FIRST}`, 100, 100, 100, 200, 190, 110, 110),
  row(`traject|bap|uit:12|aandeel@${FIRST}`, 0.8, 0.8, 0.7, 0.6, 0.5, 0.6, 0.5),
  row(`traject|bap|tijdens:werk|aanvragen@${FIRST}`, 60, 60, 50, 90, 70, 40, 30),
  row('stroom|poort>bap||aanvragen@2019-01', 100, 100, 100, 250, 250, 250, 250),
  row('dosis|bap||aandeel@2019-01', 1, 1, 1, 0.9, 0.9, 0.5, 0.5),
  row('dosis|bap||aandeel@2019-02', 1, 1, 1, 0.7, 0.7, 0.5, 0.5),
  row('volume|||uitkeringen@2019-10', 1000, 1000, 0, 980, 0, 1000, 0),
  row('volume|||personen@2019-10', 1100, 1100, 0, 1078, 0, 1100, 0),
];
const options: CurveOptions = {
  lookup: new Lookup(tinyResults(names, rows)),
  base: 0,
  station: 'bap',
  window: FIRST,
  months: 12,
  start: '2018-10',
  end: '2019-10',
  goalPersons: 55,
  threshold: 25,
  workReasons: new Set(['werk']),
};
const [narrow, wide] = curve(options, [
  { value: 0.4, scenario: 3, twin: 4 },
  { value: 0.2, scenario: 1, twin: 2 },
]);

describe('the curve', () => {
  test('is in order of value, and its first point has nobody on top', () => {
    expect([narrow?.waarde, wide?.waarde]).toEqual([0.2, 0.4]);
    expect(narrow?.marginaal).toBeNull();
    expect(narrow?.nodigNetto).toBeNull();
  });

  test('200 at 60 % are 120 who left; 80 of those were there at 100: of the extra hundred 40 % leave, 30 % for work', () => {
    expect(wide?.bruto.gemiddelde).toBeCloseTo(0.6, 12);
    expect(wide?.marginaal?.bruto.gemiddelde).toBeCloseTo(0.4, 12);
    expect(wide?.marginaal?.werk.gemiddelde).toBeCloseTo(0.3, 12);
  });

  test('net is 10 points of 200, so 20 a year where it was 10: another 10 of the extra hundred', () => {
    expect(wide?.netto.gemiddelde).toBeCloseTo(0.1, 12);
    expect(wide?.nettoPerJaar.gemiddelde).toBeCloseTo(20, 12);
    expect(wide?.marginaal?.zonder.gemiddelde).toBeCloseTo(0.3, 12);
    expect(wide?.marginaal?.netto.gemiddelde).toBeCloseTo(0.1, 12);
  });

  test('of 250 who were sent 50 found no place, and contact was the mean of 0,9 and 0,7', () => {
    expect(wide?.geenPlaats.gemiddelde).toBeCloseTo(0.2, 12);
    expect(wide?.begeleiding.gemiddelde).toBeCloseTo(0.8, 12);
  });

  test('55 persons are 50 uitkeringen, half of the hundred extra clients; 20 of them were saved; 30 + 50 % must leave', () => {
    expect(wide?.verschilPersonen.gemiddelde).toBeCloseTo(-22, 9);
    expect(wide?.nodigNetto).toBeCloseTo(0.5, 12);
    expect(wide?.behaaldNetto).toBeCloseTo(0.2, 12);
    expect(wide?.nodigBruto).toBeCloseTo(0.8, 12);
  });

  test('when most of the extra find no place, nothing is said of an extra client: 10 of 150 begin', () => {
    const [, full] = curve(options, [
      { value: 0.2, scenario: 1, twin: 2 },
      { value: 0.4, scenario: 5, twin: 6 },
    ]);
    expect(full?.marginaal).toBeNull();
    expect(full?.geenPlaats.gemiddelde).toBeCloseTo(140 / 250, 12);
  });
});
