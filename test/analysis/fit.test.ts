// The fit on problems with a known answer: straight lines by hand, and a chain that is asked for its own parameters back.
import { expect, test } from 'vitest';
import { fit, type FitProblem, type FitRound, type Knob } from '../../src/analysis/fit.js';
import { evaluateIjkpunt, type Ijkpunt } from '../../src/analysis/ijkpunt.js';
import { Lookup } from '../../src/analysis/lookup.js';
import type { Vector } from '../../src/analysis/matrix.js';
import { runExperiment } from '../../src/experiment/experiment.js';
import type { Plan } from '../../src/experiment/plan.js';
import { changeOf } from '../scenario/change-of.js';
import { parameterOf } from '../scenario/parameter-of.js';

const knob = (name: string, start: number, rest: Partial<Knob> = {}): Knob => ({
  name,
  start,
  low: -Infinity,
  high: Infinity,
  step: 1,
  ...rest,
});

function problemOf(knobs: readonly Knob[], missed: (point: Vector) => number[]): FitProblem {
  return { knobs, residuals: (points) => Promise.resolve(points.map(missed)) };
}

test('a line through three points: least squares of 1, 2 and 4 at 0, 1 and 2 is 5/6 with slope 3/2', async () => {
  const data = [1, 2, 4];
  const line = problemOf([knob('begin', 0), knob('helling', 0)], ([a = 0, b = 0]) => data.map((y, x) => a + b * x - y));
  const { values, misfit } = await fit(line, { rounds: 20, settled: 1e-6 });
  expect(values[0]).toBeCloseTo(5 / 6, 4);
  expect(values[1]).toBeCloseTo(3 / 2, 4);
  // Residuals -1/6, 1/3 and -1/6.
  expect(misfit).toBeCloseTo(1 / 6, 6);
});

test('Rosenbrock: from (-1.2, 1) along the bend of the valley to (1, 1)', async () => {
  const valley = problemOf([knob('x', -1.2, { step: 1e-4 }), knob('y', 1, { step: 1e-4 })], ([x = 0, y = 0]) => [
    10 * (y - x * x),
    1 - x,
  ]);
  const { values } = await fit(valley, { rounds: 200, settled: 1e-9 });
  expect(values[0]).toBeCloseTo(1, 4);
  expect(values[1]).toBeCloseTo(1, 4);
});

test('a knob that would have to leave its range stops at the end of it, and the other makes the best of that', async () => {
  // Without bounds (2, 1); with x at most 1 the two sums of y, 3 and 1 less x, leave y = (2 + 0) / 2 = 1.
  const bounded = problemOf([knob('x', 0, { high: 1, step: 0.5 }), knob('y', 0)], ([x = 0, y = 0]) => [
    x + y - 3,
    x - y - 1,
  ]);
  const { values } = await fit(bounded, { rounds: 30, settled: 1e-6 });
  expect(values[0]).toBe(1);
  expect(values[1]).toBeCloseTo(1, 4);
});

test('two knobs that only count together are named as one loose direction, and stay as near to their start as they can', async () => {
  const product = problemOf(
    [knob('a', 2, { step: 0.1 }), knob('b', 3, { step: 0.1 }), knob('c', 0)],
    ([a = 0, b = 0, c = 0]) => [10 * (a + b - 6), c - 1],
  );
  const { values, loose } = await fit(product, { rounds: 20, settled: 1e-6 });
  expect(values[0]).toBeCloseTo(2.5, 3);
  expect(values[1]).toBeCloseTo(3.5, 3);
  expect(loose).toHaveLength(1);
  expect(loose[0]?.strength).toBeCloseTo(0, 3);
  expect(loose[0]?.parts.map(({ name }) => name).sort()).toEqual(['a', 'b']);
  // One up, the other as much down.
  expect((loose[0]?.parts[0]?.part ?? NaN) + (loose[0]?.parts[1]?.part ?? NaN)).toBeCloseTo(0, 2);
});

test('a step that makes things worse is refused, and what was there before stays', async () => {
  const rounds: FitRound[] = [];
  // The slope at 0 points to 1, but there stands a wall from 0.7 on.
  const wall = problemOf([knob('x', 0, { step: 0.5 })], ([x = 0]) => [x - 1 + (x > 0.7 ? 100 : 0)]);
  const { values, misfit } = await fit(wall, { rounds: 3, onRound: (round) => rounds.push(round) });
  expect(rounds.map(({ state }) => state)).toContain('slechter');
  expect(values[0]).toBeLessThanOrEqual(0.7);
  expect(misfit).toBeLessThanOrEqual(1);
});

const true_ = { instroom: 600, kans: 0.05, aandeel: 0.3 };

const grant = { dist: 'constant', value: 1, unit: 'days' };

/** Applications come in, a share goes to a course, and a hazard ends every spell; `nergens` stands in no formula. */
const smallChain: Plan = {
  template: {
    organisation: 'toets',
    label: 'Kleine keten',
    run: { start: '2017-10-01', end: '2020-10-01', measureFrom: '2018-10-01' },
    roles: { entry: 'intake', stock: 'bestand' },
    stations: {
      intake: {
        kind: 'router',
        outcomes: [
          { share: '@aandeel', to: 'cursus', grant },
          { rest: true, to: 'bestand', grant },
        ],
      },
      cursus: {
        kind: 'delay',
        duration: { dist: 'constant', value: 14, unit: 'days' },
        outcomes: [{ rest: true, to: 'bestand' }],
      },
      bestand: { kind: 'stay' },
    },
    arrivals: { inwoners: { rate: { perYear: '@instroom' } } },
    spells: { risks: { werk: { kind: 'hazard', label: 'werk', perMonth: '@kans', destination: 'werk' } } },
  },
  start: '2017-10-01',
  parameters: [
    parameterOf({ name: 'instroom', value: 450, unit: 'per jaar' }),
    parameterOf({ name: 'kans', value: 0.08, unit: 'per maand' }),
    parameterOf({ name: 'aandeel', value: 0.5, unit: 'aandeel' }),
    parameterOf({ name: 'nergens', value: 1, unit: 'factor' }),
  ],
  readings: [],
  trend: { mode: 'vlak', quarters: [] },
  scenarios: [],
  seed: '1',
  draws: 12,
  uncertainty: 'off',
};

const names = ['instroom', 'kans', 'aandeel', 'nergens'];

/** What the ijkpunten would say at each of the points: applications, to the course, exits to work and the volume two years on. */
async function observed(points: readonly Vector[], plan: Plan = smallChain): Promise<number[][]> {
  const scenarios = points.map((point, index) => ({
    id: String(index),
    name: '',
    changes: names.map((parameter, k) => changeOf({ parameter, value: point[k] ?? NaN })),
  }));
  const lookup = new Lookup(await runExperiment({ ...plan, scenarios }, { threads: 'inline' }));
  const formulas = ['aanvragen', 'stroom|intake>cursus', 'uitstroom||werk', 'volume@2020-10'];
  return points.map((_, scenario) =>
    formulas.map((numerator): number => {
      const row: Ijkpunt = {
        id: numerator,
        description: '',
        numerator,
        denominator: null,
        operation: numerator.startsWith('volume') ? 'stand' : 'som',
        low: 0,
        high: 0,
        unit: numerator.includes('uitstroom') || numerator.startsWith('volume') ? 'uitkeringen' : 'aanvragen',
        kind: 'volgt',
        source: '',
        note: '',
      };
      const { result, problems } = evaluateIjkpunt(row, {
        lookup,
        scenario,
        window: '2018-10..2019-09',
        index: () => 100,
      });
      expect(problems).toEqual([]);
      return result.interval?.mean ?? NaN;
    }),
  );
}

test('a chain gives its own parameters back from the counts it made with other luck, and names the one that does nothing', async () => {
  const [counts = []] = await observed([[true_.instroom, true_.kans, true_.aandeel, 1]], {
    ...smallChain,
    seed: 'andere dobbelstenen',
    draws: 60,
  });
  // Half a band of 5 % of each count.
  const halves = counts.map((count) => 0.05 * count);
  const problem: FitProblem = {
    knobs: [
      knob('instroom', 450, { low: 0, step: 25 }),
      knob('kans', 0.08, { low: 0, step: 0.005 }),
      knob('aandeel', 0.5, { low: 0, high: 1, step: 0.05 }),
      knob('nergens', 1, { low: 0, step: 0.1 }),
    ],
    residuals: async (points) =>
      (await observed(points)).map((row) => row.map((value, k) => (value - counts[k]!) / halves[k]!)),
  };
  const { values, loose } = await fit(problem);
  const [instroom = NaN, kans = NaN, aandeel = NaN, nergens] = values;
  // Twelve draws of some 600 applications a year: the mean of a count is known to about 1.2 %, of the smaller ones 2 %.
  expect(Math.abs(instroom / true_.instroom - 1)).toBeLessThan(0.03);
  expect(Math.abs(kans / true_.kans - 1)).toBeLessThan(0.06);
  expect(Math.abs(aandeel / true_.aandeel - 1)).toBeLessThan(0.06);
  expect(nergens).toBe(1);
  expect(loose.map(({ parts }) => parts.map(({ name }) => name))).toEqual([['nergens']]);
});
