// A pilot, by hand: its effect, the time until that can be told from chance, its stop rule, and what regular work lost.
import { describe, expect, test } from 'vitest';
import { Lookup } from '../../src/analysis/lookup.js';
import { pilotSummary, type PilotOptions } from '../../src/analysis/pilot.js';
import { clientsPerArm } from '../../src/analysis/power.js';
import { tinyResults } from './tiny.js';

const YEAR = '2019-10..2020-09';
const lookup = new Lookup(
  tinyResults(
    ['basis', 'pilot', 'zonder effect'],
    [
      ['traject|mdt|start|aanvragen@2018-10..2019-09', [0, 0], [0, 0], [0, 0]],
      ['traject|mdt|uit:12|aandeel@2018-10..2019-09', [NaN, NaN], [NaN, NaN], [NaN, NaN]],
      [`traject|mdt|start|aanvragen@${YEAR}`, [0, 0], [55, 65], [55, 65]],
      [`traject|mdt|uit:6|aandeel@${YEAR}`, [NaN, NaN], [0.3, 0.2], [0.2, 0.2]],
      [`traject|mdt|uit:12|aandeel@${YEAR}`, [NaN, NaN], [0.6, 0.6], [0.4, 0.4]],
      ['volume|||personen@2022-10', [1000, 1000], [990, 994], [1006, 1004]],
    ],
  ),
);
const options: PilotOptions = {
  scenario: 'pilot',
  station: 'mdt',
  naam: 'MDT',
  vraag: 'Werkt het?',
  norm: '',
  begin: '2019-10-01',
  einde: '2020-09-30',
  stopRule: { afterMonths: 6, netBelow: 0.05 },
  effectKnown: true,
  base: { lookup, index: 0 },
  itself: { lookup, index: 1 },
  twin: { lookup, index: 2 },
  end: '2022-10',
};

describe('a pilot', () => {
  const found = pilotSummary(options);

  test('is judged on all years in which anyone began and that can be followed: 60 in twelve months, net 60 − 40 = 20 points', () => {
    expect(found).toMatchObject({ venster: YEAR, naMaanden: 12, startsPerMaand: 5 });
    expect(found?.netto.gemiddelde).toBeCloseTo(0.2, 12);
  });

  test('needs as many per arm as 60 against 40 % does, at five a month, and twelve months for the last of them', () => {
    expect(clientsPerArm(0.6, 0.4)).toBeCloseTo(96.9, 0);
    expect(found?.clientenPerArm).toBe(97);
    expect(found?.maandenTotZekerheid).toBe(Math.ceil(clientsPerArm(0.6, 0.4) / 5 + 12));
    expect(found?.langGenoeg).toBe(false);
  });

  test('is stopped in the draw with 0 points after six months, not in the one with 10', () => {
    expect(found?.stopregel).toEqual({ naMaanden: 6, nettoOnder: 0.05, gestopt: 1, doorrekeningen: 2 });
  });

  test('wins 16 and 10 persons against its twin, which is 6 and 4 above the base: 8 fewer in all', () => {
    expect(found?.winstPersonen?.gemiddelde).toBe(-13);
    expect(found?.verliesPersonen.gemiddelde).toBe(5);
    expect(found?.saldoPersonen?.gemiddelde).toBe(-8);
  });

  test('says nothing of its own volume when no study tells its effect, and still what regular work lost', () => {
    const unknown = pilotSummary({ ...options, effectKnown: false });
    expect(unknown).toMatchObject({ winstPersonen: null, saldoPersonen: null });
    expect(unknown?.verliesPersonen.gemiddelde).toBe(5);
  });

  test('without any effect there is nothing to find, however many take part', () => {
    expect(pilotSummary({ ...options, twin: { lookup, index: 1 } })).toMatchObject({
      clientenPerArm: null,
      maandenTotZekerheid: null,
      langGenoeg: false,
    });
  });

  test('whose draws differ more than its effect gives no number of clients: 10 and 30 points, margin 12,7 · 10', () => {
    const wide = tinyResults(
      ['pilot', 'zonder effect'],
      [
        [`traject|mdt|start|aanvragen@${YEAR}`, [60, 60], [60, 60]],
        [`traject|mdt|uit:12|aandeel@${YEAR}`, [0.6, 0.6], [0.5, 0.3]],
        ['volume|||personen@2022-10', [1, 1], [1, 1]],
      ],
    );
    const run = { lookup: new Lookup(wide), index: 0 };
    const unsure = pilotSummary({ ...options, stopRule: null, base: run, itself: run, twin: { ...run, index: 1 } });
    expect(unsure?.netto.gemiddelde).toBeCloseTo(0.2, 12);
    expect(unsure?.clientenPerArm).toBeNull();
  });

  test('that nobody begins has no summary', () => {
    expect(pilotSummary({ ...options, station: 'elders' })).toBeNull();
  });
});
