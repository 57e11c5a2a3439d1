// The runs of a tornado: every number at laag and at hoog, the others at their value, with the same clients and the same luck.
import type { Ambition, TrendIndex } from '../analysis/ambition.js';
import { readNames } from '../analysis/drawn.js';
import { differs, levelsOf, swingOf, type Level, type Swing } from '../analysis/sensitivity.js';
import { checkChain, parseChain } from '../chain/check.js';
import { runExperiment } from '../experiment/experiment.js';
import type { Plan, PlannedScenario } from '../experiment/plan.js';
import { bindBase } from '../experiment/values.js';
import type { Results } from '../measure/series.js';
import type { Parameter } from '../scenario/parameter.js';

export type Ranged = Parameter & { readonly low: number; readonly high: number };

export interface Moved {
  readonly parameter: Ranged;
  /** `dood`: no series changes in any scenario between laag and hoog. */
  readonly state: 'beweegt' | 'dood';
  readonly draws: number;
  /** One for each scenario of the plan; empty for a dead number. */
  readonly swings: readonly Swing[];
}

/** A number whose chain does not run at one of its ends, and why. */
export interface Refused {
  readonly parameter: Parameter;
  readonly reason: string;
}

export interface Sensitivity {
  /** By the largest swing in any scenario, dead numbers last. */
  readonly moved: readonly Moved[];
  /** Have a range that no scenario's chain reads. */
  readonly unread: readonly Parameter[];
  /** Have no range. */
  readonly fixed: readonly Parameter[];
  readonly refused: readonly Refused[];
}

export interface SensitivityOptions {
  readonly ambition: Ambition;
  readonly trend: TrendIndex;
  /** Draws for those that move most. */
  readonly draws: number;
  readonly threads: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Every number is first looked at in this many draws: enough to tell a dead one, and to see which move most. */
export const SCREEN_DRAWS = 1;
/** So many of them are then looked at with all draws. */
export const KEPT = 15;
/** Numbers at once: a run holds all series of all its draws. */
const CHUNK = 8;

export function isRanged(parameter: Parameter): parameter is Ranged {
  return parameter.low !== null && parameter.high !== null;
}

/** The scenarios of the plan with one number at `value` for the whole run, before their own changes. */
function movedTo(scenarios: readonly PlannedScenario[], { name }: Parameter, value: number): PlannedScenario[] {
  const first = { parameter: name, operation: 'set', value, from: null, through: null, ramp: 0 } as const;
  return scenarios.map((scenario) => ({ ...scenario, changes: [first, ...scenario.changes] }));
}

/** Looked at under ongewijzigd beleid: a range that a chain cannot have is the number's own mistake. */
function refusal(plan: Plan, parameter: Ranged): string | null {
  const ends = [parameter.low, parameter.high].flatMap((end) => movedTo(plan.scenarios.slice(0, 1), parameter, end));
  for (const scenario of ends) {
    const { tree, issues } = bindBase(plan, scenario);
    const parsed = issues.length > 0 ? { state: 'mistakes' as const, issues } : parseChain(tree);
    const found = parsed.state === 'ok' ? checkChain(parsed.spec) : parsed.issues;
    if (found[0] !== undefined) return found[0].message;
  }
  return null;
}

/**
 * Moves each of `chosen` on its own. `plan` holds the scenarios, the base first, without uncertainty.
 * Rejects with the reason of an abort.
 */
export async function sensitivity(
  plan: Plan,
  chosen: readonly Parameter[],
  options: SensitivityOptions,
): Promise<Sensitivity> {
  const read = readNames(plan);
  const ranged = chosen.filter(isRanged);
  const candidates = ranged.filter(({ name }) => read.has(name));
  const refused = candidates.flatMap((parameter) => {
    const reason = refusal(plan, parameter);
    return reason === null ? [] : [{ parameter, reason }];
  });
  const able = candidates.filter((parameter) => !refused.some((one) => one.parameter === parameter));
  const again = options.draws > SCREEN_DRAWS ? Math.min(KEPT, able.length) : 0;
  const runs = (numbers: number, draws: number): number => (2 * numbers + 1) * plan.scenarios.length * draws;
  const total = runs(able.length, SCREEN_DRAWS) + (again > 0 ? runs(again, options.draws) : 0);
  let done = 0;
  const runner = async (scenarios: readonly PlannedScenario[], draws: number): Promise<Results> => {
    const { threads, signal } = options;
    const before = done;
    const onProgress = (now: number): void => {
      options.onProgress(before + now, total);
    };
    const results = await runExperiment({ ...plan, scenarios, draws }, { threads, signal, onProgress });
    done = before + scenarios.length * draws;
    return results;
  };
  const screened = bySize(await moveAll(plan, able, SCREEN_DRAWS, runner, options));
  const most = screened.slice(0, again).filter(({ state }) => state === 'beweegt');
  const kept = await moveAll(
    plan,
    most.map(({ parameter }) => parameter),
    options.draws,
    runner,
    options,
  );
  const better = new Map(kept.map((one) => [one.parameter.name, one]));
  return {
    moved: bySize(screened.map((one) => better.get(one.parameter.name) ?? one)),
    unread: ranged.filter(({ name }) => !read.has(name)),
    fixed: chosen.filter((parameter) => !isRanged(parameter)),
    refused,
  };
}

export function largest({ swings }: Moved): number {
  return Math.max(0, ...swings.map(({ size }) => size));
}

function bySize(moved: readonly Moved[]): Moved[] {
  const rank = ({ state }: Moved): number => (state === 'dood' ? 1 : 0);
  return [...moved].sort((a, b) => rank(a) - rank(b) || b.draws - a.draws || largest(b) - largest(a));
}

async function moveAll(
  plan: Plan,
  numbers: readonly Ranged[],
  draws: number,
  run: (scenarios: readonly PlannedScenario[], draws: number) => Promise<Results>,
  { ambition, trend }: SensitivityOptions,
): Promise<Moved[]> {
  if (numbers.length === 0) return [];
  const count = plan.scenarios.length;
  const at = (results: Results, first: number): Level[] => levelsOf(results, { first, count }, ambition, trend);
  const still = at(await run(plan.scenarios, draws), 0);
  const moved: Moved[] = [];
  for (let from = 0; from < numbers.length; from += CHUNK) {
    const part = numbers.slice(from, from + CHUNK);
    const scenarios = part.flatMap((number) => [
      ...movedTo(plan.scenarios, number, number.low),
      ...movedTo(plan.scenarios, number, number.high),
    ]);
    const results = await run(scenarios, draws);
    for (const [index, parameter] of part.entries()) {
      const [low, high] = [2 * index * count, (2 * index + 1) * count];
      const state = differs(results, low, high, count) ? 'beweegt' : 'dood';
      const [lows, highs] = [at(results, low), at(results, high)];
      const swings =
        state === 'dood' ? [] : still.map((level, scenario) => swingOf(level, lows[scenario]!, highs[scenario]!));
      moved.push({ parameter, state, draws, swings });
    }
  }
  return moved;
}
