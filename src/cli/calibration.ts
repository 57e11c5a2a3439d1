// A calibration as the fit sees it: knobs from parameters, and residuals from runs of the chain under common random numbers.
import { evaluateIjkpunt, type Ijkpunt, type IjkpuntResult } from '../analysis/ijkpunt.js';
import type { Knob } from '../analysis/fit.js';
import { Lookup } from '../analysis/lookup.js';
import type { Matrix, Vector } from '../analysis/matrix.js';
import { dayNumber } from '../chain/civil-date.js';
import { runExperiment } from '../experiment/experiment.js';
import type { PlannedScenario } from '../experiment/plan.js';
import { bindBase } from '../experiment/values.js';
import type { Ijking, IjkingKnob, IjkingTarget } from '../files/load-ijking.js';
import { mistakeAt } from '../files/mistake.js';
import type { Change } from '../scenario/change.js';
import { legalRange, type Parameter } from '../scenario/parameter.js';
import { volumeIndex, type TrendMode } from '../scenario/trend.js';
import { MistakesFound, UsageError } from './failure.js';
import { trendOf } from './ijkpunten.js';
import { flowWindow, planOf, type Study } from './study.js';
import { findTwin, twins } from './twins.js';

export interface RunOptions {
  readonly draws: number;
  readonly seed: string;
  readonly threads: number;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** One parameter moves in its own unit, within what that allows; several move by one factor, from 1. */
export function knobOf({ name, members, step }: IjkingKnob): Knob {
  const [only] = members;
  if (only === undefined) throw new RangeError(`knob '${name}' moves nothing`);
  if (members.length > 1) {
    const high = Math.min(...members.map(({ value, unit }) => (value > 0 ? legalRange(unit).high / value : Infinity)));
    return { name, start: 1, low: 0, high, step: step ?? 0.05 };
  }
  const { value, low, high, unit } = only;
  const half = low !== null && high !== null ? (high - low) / 2 : 0;
  return { name, start: value, ...legalRange(unit), step: step ?? (half || Math.abs(value) / 20 || 1) };
}

/** Value of a parameter when its knob stands at `at`, to four figures: what is written is what was run. */
export function memberValue({ members }: IjkingKnob, { value }: Parameter, at: number): number {
  return Number((members.length > 1 ? value * at : at).toPrecision(4));
}

export function changesAt(knobs: readonly IjkingKnob[], point: Vector): Change[] {
  return knobs.flatMap((knob, k) =>
    knob.members.map((member): Change => {
      const value = memberValue(knob, member, point[k] ?? NaN);
      return { parameter: member.name, operation: 'set', value, from: null, through: null, ramp: 0 };
    }),
  );
}

/** How far each target is missed, in half bands, times its weight. */
export function residualsOf(targets: readonly IjkingTarget[], found: readonly IjkpuntResult[]): number[] {
  return targets.map(({ ijkpunt, goal, weight }, index) => {
    const interval = found[index]?.interval ?? null;
    if (interval === null) throw new UsageError(`ijkpunt '${ijkpunt.id}' heeft in geen doorrekening een waarde.`);
    return (weight * (interval.mean - goal)) / ((ijkpunt.high - ijkpunt.low) / 2);
  });
}

/**
 * The ijkpunten that are aimed at, for every point: all points in one experiment, so that the same clients have the same luck. Points whose
 * chain is the same under a trend (a trend level, on a flat trend) are run once.
 */
export async function lookAt(
  study: Study,
  { knobs, targets, placeOf }: Ijking,
  points: Matrix,
  options: RunOptions,
): Promise<IjkpuntResult[][]> {
  const rows = targets.map(({ ijkpunt }) => ijkpunt);
  const found = points.map(() => new Map<Ijkpunt, IjkpuntResult>());
  const modes = (['vlak', 'gerealiseerd'] as const).filter((mode) => rows.some((row) => trendOf(row) === mode));
  const mistakes = [];
  for (const [turn, mode] of modes.entries()) {
    const wanted = rows.filter((row) => trendOf(row) === mode);
    const net = wanted.some(({ operation }) => operation === 'netto');
    const { scenarios, which } = scenariosFor(study, knobs, points, { mode, net });
    const plan = planOf(study, { scenarios, ...options, uncertainty: 'off', trend: mode });
    const onProgress = (done: number, total: number): void => {
      options.onProgress(turn * total + done, modes.length * total);
    };
    const results = await runExperiment(plan, { ...options, onProgress });
    const shared = {
      lookup: new Lookup(results),
      window: flowWindow(study),
      index: (month: string): number =>
        volumeIndex({ mode: 'gerealiseerd', quarters: study.national.quarters }, dayNumber(`${month}-01`)),
    };
    for (const [index, name] of which.entries()) {
      const scenario = scenarios.findIndex(({ id }) => id === name);
      const twin = findTwin(study, scenarios, `${name} `);
      for (const row of wanted) {
        const { result, problems } = evaluateIjkpunt(row, { ...shared, scenario, twin });
        found[index]?.set(row, result);
        if (index === 0) mistakes.push(...problems.map((problem) => mistakeAt(placeOf(row.id), problem)));
      }
    }
  }
  if (mistakes.length > 0) throw new MistakesFound(mistakes);
  return found.map((of) => rows.flatMap((row) => of.get(row) ?? []));
}

/** The scenarios to run, and for each point the id of the one that stands for it. */
function scenariosFor(
  study: Study,
  knobs: readonly IjkingKnob[],
  points: Matrix,
  { mode, net }: { mode: TrendMode; net: boolean },
): { scenarios: PlannedScenario[]; which: string[] } {
  const scenarios: PlannedScenario[] = [];
  const seen = new Map<string, string>();
  const which = points.map((point, index) => {
    const id = `punt ${String(index + 1)}`;
    const scenario: PlannedScenario = { id, name: id, changes: changesAt(knobs, point) };
    const plan = planOf(study, { scenarios: [scenario], draws: 1, seed: '1', uncertainty: 'off', trend: mode });
    const chain = JSON.stringify(bindBase(plan, scenario).tree);
    const same = seen.get(chain);
    if (same !== undefined) return same;
    seen.set(chain, id);
    const without = net ? twins(study, scenario.changes) : [];
    scenarios.push(scenario, ...without.map((twin) => ({ ...twin, id: `${id} ${twin.id}` })));
    return id;
  });
  return { scenarios, which };
}
