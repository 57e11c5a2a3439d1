// Gross, counterfactual, net and what would have come anyway, on trajectories small enough to work out by hand.
import { describe, expect, test } from 'vitest';
import { programmeEffects, type EffectOptions } from '../../src/analysis/effect.js';
import type { Ijkpunt } from '../../src/analysis/ijkpunt.js';
import { Lookup } from '../../src/analysis/lookup.js';
import { ratioInterval } from '../../src/analysis/ratio.js';
import { tinyResults } from './tiny.js';

const YEAR = '2018-10..2019-09';
const results = tinyResults(
  ['basis', 'zonder bap'],
  [
    [`traject|bap|start|aanvragen@${YEAR}`, [100, 200], [100, 180]],
    [`traject|bap|uit:6|aandeel@${YEAR}`, [0.5, 0.7], [0.4, 0.5]],
    [`traject|bap|uit:12|aandeel@${YEAR}`, [0.6, 0.8], [0.6, 0.8]],
    [`traject|bap|uit:48|aandeel@${YEAR}`, [NaN, NaN], [NaN, NaN]],
    [`traject|bap|terug|aanvragen@${YEAR}`, [50, 60], [60, 90]],
    [`traject|bap|tijdens:werk|aanvragen@${YEAR}`, [40, 100], [30, 72]],
    [`traject|bap|tijdens:verhuizing|aanvragen@${YEAR}`, [10, 20], [10, 18]],
    [`traject|bap|tijdens:relatie|aanvragen@${YEAR}`, [0, 20], [0, 0]],
    [`traject|wsp|start|aanvragen@${YEAR}`, [10, 10], [10, 10]],
    [`traject|wsp|uit:6|aandeel@${YEAR}`, [0.1, 0.1], [0.1, 0.1]],
  ],
);
const literature: Ijkpunt = {
  id: 'bap-netto-6',
  description: '',
  numerator: 'traject|bap|uit:6',
  denominator: null,
  operation: 'netto',
  low: 0.04,
  high: 0.2,
  unit: 'aandeel',
  kind: 'volgt',
  source: 'een proef elders',
  note: '',
};
const options: EffectOptions = {
  lookup: new Lookup(results),
  scenario: 0,
  twin: (station) => (station === 'bap' ? 1 : -1),
  window: YEAR,
  stations: [
    { id: 'bap', label: 'BAP' },
    { id: 'wsp', label: 'Matching' },
    { id: 'intake', label: 'Intake' },
  ],
  workReasons: new Set(['werk']),
  ijkpunten: [{ ...literature, operation: 'som' }, literature],
};

describe('the effect of a programme', () => {
  const [bap, ...others] = programmeEffects(options);

  test('is there for a station that is followed and was run without its effect, and for no other', () => {
    expect(others).toEqual([]);
    expect(bap).toMatchObject({ station: 'bap', naam: 'BAP', venster: YEAR, tegelijkUit: [] });
  });

  test('counts who began in both runs: (100+200)/2 and (100+180)/2', () => {
    expect(bap?.begonnen.gemiddelde).toBe(150);
    expect(bap?.begonnenZonder.gemiddelde).toBe(140);
  });

  test('net is per draw: 0,5−0,4 and 0,7−0,5 give 15 points; 0,45 of 0,60 would have left anyway', () => {
    const [six] = bap?.horizonten ?? [];
    expect(six?.maanden).toBe(6);
    expect(six?.bruto.gemiddelde).toBeCloseTo(0.6, 12);
    expect(six?.zonder.gemiddelde).toBeCloseTo(0.45, 12);
    expect(six?.netto.gemiddelde).toBeCloseTo(0.15, 12);
    expect(six?.ookZonder?.gemiddelde).toBeCloseTo(0.75, 12);
  });

  test('a programme that does nothing after a year has net 0, and all of its gross success would have come', () => {
    const year = bap?.horizonten[1];
    expect(year?.netto).toEqual({ gemiddelde: 0, marge: 0 });
    expect(year?.ookZonder).toEqual({ gemiddelde: 1, marge: 0 });
  });

  test('a horizon that the run is too short for is left out', () => {
    expect(bap?.horizonten.map(({ maanden }) => maanden)).toEqual([6, 12]);
  });

  test('exits during the stay are split: 40/100 and 100/200 to work, 10/100 and 40/200 otherwise', () => {
    expect(bap?.tijdens?.werk.bruto.gemiddelde).toBeCloseTo(0.45, 12);
    expect(bap?.tijdens?.werk.zonder.gemiddelde).toBeCloseTo((0.3 + 0.4) / 2, 12);
    expect(bap?.tijdens?.anders.bruto.gemiddelde).toBeCloseTo(0.15, 12);
    expect(bap?.tijdens?.anders.zonder.gemiddelde).toBeCloseTo(0.1, 12);
  });

  test('what research found stands beside the horizon it is about, and only from an ijkpunt about a net effect', () => {
    expect(bap?.horizonten.map(({ literatuur }) => literatuur)).toEqual([
      { laag: 0.04, hoog: 0.2, bron: 'een proef elders' },
      null,
    ]);
  });

  test('stations whose effect was off in the same run are named', () => {
    const both = programmeEffects({ ...options, twin: (id) => (id === 'intake' ? -1 : 1) });
    expect(both.map(({ tegelijkUit }) => tegelijkUit)).toEqual([['Matching'], ['BAP']]);
  });
});

describe('a ratio of means', () => {
  test('is 30 over 60, not the mean of the ratios per draw; residuals 0, −0,1 and 0,1 give its margin', () => {
    // R = 30/60 with means 10 and 20: residuals 5−5, 8−10, 17−15 over 20 are 0, −0.1, 0.1; s = 0.1, t(2) = 4.302653.
    const found = ratioInterval([5, 8, 17], [10, 20, 30]);
    expect(found?.mean).toBe(0.5);
    expect(found?.halfWidth).toBeCloseTo((4.302653 * 0.1) / Math.sqrt(3), 6);
  });

  test('leaves out a draw without one of the two, and is nothing over nothing', () => {
    expect(ratioInterval([5, NaN, 8], [10, 10, NaN])).toMatchObject({ mean: 0.5, n: 1, halfWidth: null });
    expect(ratioInterval([1, 2], [0, 0])).toBeNull();
    expect(ratioInterval([], [])).toBeNull();
  });
});
