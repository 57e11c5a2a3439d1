// Chance and not knowing apart, and what moves an outcome, on made-up draws whose shares are known.
import { describe, expect, test } from 'vitest';
import { certainty } from '../../src/analysis/certainty.js';
import { fCdf, fQuantile } from '../../src/analysis/f-distribution.js';
import { rankInfluences, type Drawn } from '../../src/analysis/influence.js';
import { splitVariance } from '../../src/analysis/variance-split.js';
import { drawOf } from '../../src/experiment/values.js';
import type { Plan } from '../../src/experiment/plan.js';
import type { Parameter } from '../../src/scenario/parameter.js';
import { marked, page, section } from '../docs/page.js';
import { tinyResults } from './tiny.js';

describe('Fisher’s F', () => {
  test('with two degrees above is 1 − (1 + 2x/d)^(−d/2)', () => {
    expect(fCdf(3, 2, 4)).toBeCloseTo(1 - (1 + 1.5) ** -2, 12);
    expect(fQuantile(0.84, 2, 4)).toBeCloseTo(3, 9);
  });

  test('of one and d degrees is the square of Student’s t: 2.228² at 95 % and ten degrees', () => {
    expect(fQuantile(0.95, 1, 10)).toBeCloseTo(2.228138852 ** 2, 6);
  });
});

describe('the split of a variance', () => {
  test('takes chance from the total: 10 persons all in all of which 6 chance leaves 8, and 64 %', () => {
    // ±10/√2 has sample variance 100; ±6/√2 has 36.
    const of = (sd: number): number[] => [sd / Math.SQRT2, -sd / Math.SQRT2];
    const split = splitVariance(of(10), of(6));
    expect(split?.total).toBeCloseTo(10, 12);
    expect(split?.chance).toBeCloseTo(6, 12);
    expect(split?.notKnowing).toBeCloseTo(8, 12);
    expect(split?.share).toBeCloseTo(0.64, 12);
    // With one degree of freedom on either side nothing is known of the ratio.
    expect(split).toMatchObject({ low: 0, told: false });
    expect(split?.high).toBeGreaterThan(0.99);
  });

  test('has the interval of the ratio of two variances', () => {
    const spread = (sd: number, n: number): number[] => Array.from({ length: n }, (_, i) => (i % 2 === 0 ? sd : -sd));
    const split = splitVariance(spread(10, 100), spread(6, 20));
    const ratio = (36 * 20) / 19 / ((100 * 100) / 99);
    expect(split?.share).toBeCloseTo(1 - ratio, 12);
    expect(split?.low).toBeCloseTo(1 - ratio / fQuantile(0.025, 19, 99), 12);
    expect(split?.high).toBeCloseTo(1 - ratio / fQuantile(0.975, 19, 99), 12);
    expect(split?.told).toBe(true);
  });

  test('says nothing is left where chance alone is larger, and is silent without spread or with one draw', () => {
    expect(splitVariance([1, -1], [3, -3])).toMatchObject({ share: 0, notKnowing: 0, told: false });
    expect(splitVariance([2, 2], [3, -3])).toBeNull();
    expect(splitVariance([1, 2], [3])).toBeNull();
  });
});

/** Columns at right angles: sign patterns of a 16-run factorial, so that shares can be read from the squares of the weights. */
const runs = Array.from({ length: 16 }, (_, run) => run);
const sign = (run: number, bit: number): number => ((run >> bit) & 1 ? 1 : -1);
const column = (name: string, bit: number): Drawn => ({
  kind: 'getal',
  name,
  values: runs.map((run) => 5 + sign(run, bit)),
  within: null,
});

describe('the ranking of what moves an outcome', () => {
  // 8² + 4² + 2² + 1² = 85.
  const outcome = runs.map((run) => 100 + 8 * sign(run, 0) - 4 * sign(run, 1) + 2 * sign(run, 2) + sign(run, 3));
  const columns = ['a', 'b', 'c', 'd'].map(column);

  test('gives each its share of the variance, with the sign of what it does', () => {
    const { found, candidates, largest } = rankInfluences(columns, outcome);
    expect(candidates).toBe(4);
    expect(largest).toMatchObject({ name: 'a' });
    expect(found.map(({ name }) => name)).toEqual(['a']);
    expect(found[0]?.share).toBeCloseTo(64 / 85, 12);
    expect(found[0]?.correlation).toBeCloseTo(8 / Math.sqrt(85), 12);
    expect(rankInfluences([columns[1]!], outcome).largest?.correlation).toBeCloseTo(-4 / Math.sqrt(85), 12);
  });

  test('asks more of each when there are more: t at 0.025/4 with 14 degrees is 2.86, so |r| above 0.607', () => {
    const { threshold } = rankInfluences(columns, outcome);
    expect(threshold).toBeCloseTo(2.864 / Math.sqrt(14 + 2.864 ** 2), 3);
    expect(rankInfluences(columns.slice(0, 1), outcome).threshold).toBeLessThan(threshold);
  });

  test('leaves out what did not vary, and says nothing of an outcome that does not', () => {
    const still: Drawn = { kind: 'getal', name: 'vast', values: runs.map(() => 0.1), within: null };
    expect(rankInfluences([still], outcome)).toMatchObject({ candidates: 0, found: [], largest: null });
    expect(
      rankInfluences(
        columns,
        runs.map(() => 3),
      ),
    ).toMatchObject({ candidates: 0, found: [] });
  });

  test('counts for a reading the variance between its readings', () => {
    const reading: Drawn = { kind: 'lezing', name: 'R', labels: runs.map((run) => (sign(run, 0) > 0 ? 'R1' : 'R2')) };
    const { found } = rankInfluences([reading, ...columns.slice(1)], outcome);
    expect(found[0]).toMatchObject({ kind: 'lezing', name: 'R', correlation: null });
    expect(found[0]?.share).toBeCloseTo(64 / 85, 12);
  });

  test('a number that a reading moves counts only for what differs within a reading', () => {
    // The number follows the reading exactly, but for a part of its own that does nothing.
    const labels = runs.map((run) => (sign(run, 0) > 0 ? 'R1' : 'R2'));
    const values = runs.map((run) => 10 * sign(run, 0) + sign(run, 1) * sign(run, 2));
    const number: Drawn = { kind: 'getal', name: 'x', values, within: labels };
    expect(rankInfluences([number], outcome).largest?.share).toBeCloseTo(0, 12);
    expect(rankInfluences([{ ...number, within: null }], outcome).largest?.share).toBeGreaterThan(0.7);
  });
});

const parameter = (name: string, low: number, value: number, high: number): Parameter => ({
  name,
  label: '',
  value,
  low,
  high,
  unit: 'factor',
  status: 'aanname',
  source: 'proef',
  filledInBy: 'proef',
  group: '',
  distribution: 'uniform',
  startOnly: false,
  note: '',
});

describe('a comparison', () => {
  const plan: Plan = {
    template: { a: '@effect', b: '@ruis' },
    start: '2018-10-01',
    parameters: [parameter('effect', 1, 2, 3), parameter('ruis', 1, 2, 3), parameter('ongelezen', 1, 2, 3)],
    readings: [],
    trend: { mode: 'vlak', quarters: [] },
    scenarios: [
      { id: 'basis', name: 'Basis', changes: [] },
      { id: 'plan', name: 'Plan', changes: [] },
    ],
    seed: '1',
    draws: 60,
    uncertainty: 'on',
  };
  const effect = Array.from({ length: 60 }, (_, draw) => drawOf(plan, draw).values.get('effect') ?? NaN);
  const of = (draws: number, end: (draw: number) => number, gain: (draw: number) => number) => {
    const each = (value: (draw: number) => number): number[] => Array.from({ length: draws }, (_, draw) => value(draw));
    return tinyResults(
      ['basis', 'plan'],
      [
        ['volume|||personen@2018-10', each(() => 1000), each(() => 1000)],
        ['volume|||personen@2022-10', each(end), each((draw) => end(draw) - gain(draw))],
      ],
    );
  };
  const toss = (draw: number): number => (draw % 2 === 0 ? 1 : -1);
  const ambition = { start: '2018-10', end: '2022-10', reductionPersons: 50 };
  // The plan brings 20 persons for every point of effect; the base goes up and down by one.
  const results = of(
    60,
    (draw) => 1000 + toss(draw),
    (draw) => 20 * (effect[draw] ?? NaN),
  );
  const luck = of(
    20,
    (draw) => 1000 + toss(draw),
    () => 40,
  );
  const found = certainty(plan, results, luck, { ambition, trend: () => 1 });

  test('looks only at numbers that the chain reads', () => {
    expect(found.uitkomsten.map(({ bekeken }) => bekeken)).toEqual([2, 2]);
  });

  test('finds the difference to be all not knowing and the base all chance', () => {
    const [base, other] = found.uitkomsten;
    expect(base).toMatchObject({ uitkomst: 'afstand tot de trend', beweegt: [] });
    expect(base?.splitsing?.teOnderscheiden).toBe(false);
    expect(other?.splitsing).toMatchObject({ toeval: 0, aandeelNietWeten: 1 });
    expect(other?.beweegt.map(({ naam }) => naam)).toEqual(['effect']);
    expect(other?.beweegt[0]?.correlatie).toBeCloseTo(-1, 12);
  });

  test('names the number to look up, with its mean share over both outcomes', () => {
    expect(found.eerstUitzoeken).toHaveLength(1);
    expect(found.eerstUitzoeken[0]).toMatchObject({ naam: 'effect', beweegt: ['plan'] });
    expect(found.eerstUitzoeken[0]?.aandeel).toBeCloseTo(0.5, 9);
  });

  test('has every field in the data dictionary', () => {
    const known = marked(section(page('docs/uitkomsten.md'), '## Certainty (`zekerheid`)'));
    const fields = (value: unknown): string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...fields(inner)]);
    expect(fields(found).filter((field) => !known.has(field))).toEqual([]);
  });

  test('says which value would do: 50 persons at 20 a point is 2.5', () => {
    const [, other] = found.nodig;
    expect(other?.getallen[0]?.naam).toBe('effect');
    expect(other?.getallen[0]?.nodig).toBeCloseTo(2.5, 1);
  });

  test('says what remains at the best end when no value does', () => {
    const far = certainty(plan, results, luck, { ambition: { ...ambition, reductionPersons: 100 }, trend: () => 1 });
    const [number] = far.nodig[1]?.getallen ?? [];
    // At most 3 points of 20 persons: 40 remain.
    expect(number).toMatchObject({ naam: 'effect', nodig: null, beste: 3 });
    expect(number?.overig).toBeCloseTo(40, 0);
  });
});
