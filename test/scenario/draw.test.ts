// Draws of what is not known: which quantile belongs to which uniform number, and what a draw depends on.
import { describe, expect, it } from 'vitest';
import { drawParameters } from '../../src/scenario/draw.js';
import { parameterQuantile } from '../../src/scenario/quantile.js';
import type { Reading, ReadingSet } from '../../src/scenario/reading.js';
import { assumeReadings, checkReadings, holdsInBase, withReadings } from '../../src/scenario/reading.js';
import { parameterOf, tableOf } from './parameter-of.js';

const term = { name: 'bap.termijn', value: 8, low: 6, high: 12, unit: 'maanden' };

describe('a two-sided normal draw', () => {
  const parameter = parameterOf(term);

  it('has low at 5 %, the value at 50 % and high at 95 %', () => {
    expect(parameterQuantile(parameter, 0.05)).toBeCloseTo(6, 12);
    expect(parameterQuantile(parameter, 0.5)).toBeCloseTo(8, 12);
    expect(parameterQuantile(parameter, 0.95)).toBeCloseTo(12, 12);
  });

  it('is cut at three standard deviations on either side', () => {
    // With 0.00135 cut off on both sides, 95 % of the rest lies below the standard normal point of 0.948785, which is
    // 1.6332: one sd is 4 / 1.6332 above the median and 2 / 1.6332 below it.
    expect(parameterQuantile(parameter, 1 - 1e-12)).toBeCloseTo(8 + (3 * 4) / 1.6332, 3);
    expect(parameterQuantile(parameter, 1e-12)).toBeCloseTo(8 - (3 * 2) / 1.6332, 3);
  });

  it('stays within what the unit allows', () => {
    const share = parameterOf({ name: 'p', value: 0.9, low: 0.5, high: 0.98, unit: 'aandeel' });
    expect(parameterQuantile(share, 0.999)).toBe(1);
  });
});

describe('a triangular draw', () => {
  it('has low at 5 % and high at 95 %, also when the top is not in the middle', () => {
    const parameter = parameterOf({ ...term, distribution: 'driehoek' });
    expect(parameterQuantile(parameter, 0.05)).toBeCloseTo(6, 9);
    expect(parameterQuantile(parameter, 0.95)).toBeCloseTo(12, 9);
  });

  it('is symmetric around a top in the middle, with the ends 1 / (1 − √0.1) as far as low and high', () => {
    const parameter = parameterOf({ ...term, low: 6, high: 10, distribution: 'driehoek' });
    expect(parameterQuantile(parameter, 0.5)).toBeCloseTo(8, 9);
    expect(parameterQuantile(parameter, 1e-15)).toBeCloseTo(8 - 2 / (1 - Math.sqrt(0.1)), 6);
  });

  it('may have its top at low itself', () => {
    const parameter = parameterOf({ ...term, value: 6, distribution: 'driehoek' });
    expect(parameterQuantile(parameter, 0.05)).toBeCloseTo(6, 9);
    expect(parameterQuantile(parameter, 0.95)).toBeCloseTo(12, 9);
  });
});

describe('other draws', () => {
  it('of a uniform parameter run a ninth of the way from low to high beyond 5 % and 95 %', () => {
    const parameter = parameterOf({ ...term, low: 6, high: 15, distribution: 'uniform' });
    expect([0.05, 0.5, 0.95].map((u) => parameterQuantile(parameter, u))).toEqual([6, 10.5, 15]);
    expect(parameterQuantile(parameter, 1e-15)).toBeCloseTo(5.5, 9);
  });

  it('of a fixed parameter, or of one without low and high, are its value', () => {
    expect(parameterQuantile(parameterOf({ ...term, distribution: 'vast' }), 0.95)).toBe(8);
    expect(parameterQuantile(parameterOf({ name: 'x', value: 8 }), 0.95)).toBe(8);
  });
});

const set: ReadingSet = {
  id: 'R3',
  readings: [
    { id: 'selectie', name: 'Selectie', probability: 0.6, overlays: [] },
    {
      id: 'duur',
      name: 'Deels duur',
      probability: 0.4,
      overlays: [{ parameter: 'bap.termijn', value: 10, low: null, high: null }],
    },
  ],
};

describe('one draw of everything', () => {
  const parameters = [parameterOf(term), parameterOf({ name: 'bap.fte', value: 6 })];

  it('asks for a uniform number by the name of a parameter or a set of readings only', () => {
    const asked: string[] = [];
    drawParameters(parameters, [set], (name) => {
      asked.push(name);
      return 0.5;
    });
    expect(asked).toEqual(['lezing/R3', 'parameter/bap.termijn', 'parameter/bap.fte']);
  });

  it('takes the second reading above the probability of the first, and its values with it', () => {
    const first = drawParameters(parameters, [set], () => 0.59);
    const second = drawParameters(parameters, [set], () => 0.61);
    expect(first.readings.get('R3')).toBe('selectie');
    expect(second.readings.get('R3')).toBe('duur');
    expect(second.values.get('bap.termijn')).toBe(10);
  });

  it('without uncertainty is the value of every parameter under the first readings', () => {
    const draw = drawParameters(parameters, [set], null);
    expect([...draw.values]).toEqual([
      ['bap.termijn', 8],
      ['bap.fte', 6],
    ]);
    expect(draw.readings.get('R3')).toBe('selectie');
  });
});

describe('readings', () => {
  const overlay = (value: number, low: number | null = null, high: number | null = null) => ({
    parameter: 'bap.termijn',
    value,
    low,
    high,
  });
  const named = (id: string, overlays: Reading['overlays'], ijkpunten: string[] = []): Reading => ({
    id,
    name: id,
    probability: 0.5,
    overlays,
    ijkpunten,
  });
  const valueIn = (...readings: Reading[]) => withReadings([parameterOf(term)], readings).map(({ value }) => value);

  it('of two sets that move the same parameter add their differences, with the widest range', () => {
    // 8 + (10 - 8) + (7 - 8) = 9; 1 below and 3 above are the widest.
    const both = [named('a', [overlay(10, 9, 11)]), named('b', [overlay(7, 6.5, 10)])];
    expect(withReadings([parameterOf(term)], both)[0]).toMatchObject({ value: 9, low: 8, high: 12 });
    expect(valueIn(named('a', [overlay(10)]))).toEqual([10]);
    // A time is not negative: 8 - 5 - 5.
    expect(valueIn(named('a', [overlay(3)]), named('b', [overlay(3)]))).toEqual([0]);
  });

  it('that are assumed are drawn always, and first without uncertainty; other sets stay', () => {
    const other: ReadingSet = { id: 'R1', readings: [named('vraag', []), named('plaats', [])] };
    const assumed = assumeReadings([set, other], new Map([['R3', 'duur']]));
    for (const u of [0.01, 0.5, 0.99]) {
      expect(drawParameters([], assumed, () => u).readings.get('R3')).toBe('duur');
    }
    expect(drawParameters([], assumed, null).readings.get('R3')).toBe('duur');
    expect(assumed[1]).toBe(other);
  });

  it('may have ijkpunten of their own, which hold when the reading is the first of its set', () => {
    const sets = [{ id: 'R2', readings: [named('terug', [], ['een']), named('klaar', [], ['twee'])] }];
    const inForce = (of: readonly ReadingSet[]) => ['een', 'twee', 'drie'].filter((id) => holdsInBase(id, of));
    expect(inForce(sets)).toEqual(['een', 'drie']);
    expect(inForce(assumeReadings(sets, new Map([['R2', 'klaar']])))).toEqual(['twee', 'drie']);
  });

  it('must have probabilities that add up to 1 and parameters that exist', () => {
    const [first, second] = set.readings;
    if (first === undefined || second === undefined) throw new Error('two readings');
    const issues = checkReadings([{ id: 'R3', readings: [second, { ...first, probability: 0.5 }] }], tableOf());
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['0.readings', '0.readings.0.overlays.0.parameter']);
  });
});
