// Does the model give back the figures that the sources print: the runs that this takes, and the rows that come out.
import type { ProgrammeEffect } from '../analysis/effect.js';
import { evaluateIjkpunt, type Ijkpunt, type IjkpuntResult } from '../analysis/ijkpunt.js';
import { Lookup } from '../analysis/lookup.js';
import { flowSummary, type FlowSummary } from '../analysis/summary.js';
import { dayNumber } from '../chain/civil-date.js';
import type { PlannedScenario } from '../experiment/plan.js';
import { runExperiment } from '../experiment/experiment.js';
import { mistakeAt, type Mistake } from '../files/mistake.js';
import { createMeters } from '../measure/meters.js';
import type { Change } from '../scenario/change.js';
import { volumeIndex, type TrendMode } from '../scenario/trend.js';
import { effectsOf } from './effects.js';
import { MistakesFound } from './failure.js';
import { ijkpuntenOf } from './reading.js';
import { flowWindow, planOf, unchanged, type Study } from './study.js';
import { findTwin, twins } from './twins.js';

export interface CheckOptions {
  readonly draws: number;
  readonly seed: string;
  readonly threads: number;
  /** Changes of the whole run, to see whether an ijkpunt notices. */
  readonly changes: readonly Change[];
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** A row that compares with the national index is judged on the realised trend; every other on a flat one. */
export function trendOf({ numerator, denominator }: Ijkpunt): TrendMode {
  return `${numerator} ${denominator ?? ''}`.includes('index@') ? 'gerealiseerd' : 'vlak';
}

/** Formulas that cannot be read or that select nothing: what a run would say too, but after minutes. */
export function ijkpuntMistakes(study: Study): Mistake[] {
  const { organisation, spec } = study;
  const scenarios = [unchanged, ...twins(study, []).map(({ id }) => id)].map((id) => ({ id, name: id }));
  const { catalogue } = createMeters(spec);
  const lookup = new Lookup({ catalogue, scenarios, draws: 0, seed: '', values: scenarios.map(() => []) });
  const twin = findTwin(study, scenarios);
  return ijkpuntenOf(study).flatMap((row) => {
    const context = { lookup, scenario: 0, window: flowWindow(study), index: () => 1, twin };
    return evaluateIjkpunt(row, context).problems.map((problem) =>
      mistakeAt(organisation.ijkpunten.placeOf(row.id, 'teller'), problem),
    );
  });
}

export interface CheckedIjkpunten {
  readonly rows: readonly IjkpuntResult[];
  /** The flows of the runs on a flat trend, so that they stand beside printed numbers of the same year; none when nothing ran so. */
  readonly flows: FlowSummary | undefined;
  /** What each programme adds, of the same runs on a flat trend. */
  readonly effects: readonly ProgrammeEffect[];
}

/**
 * Evaluates every ijkpunt at the values of the tables, so that only chance spreads.
 * @throws MistakesFound before anything runs, when a formula selects nothing
 */
export async function checkIjkpunten(study: Study, options: CheckOptions): Promise<CheckedIjkpunten> {
  const { draws, seed, threads, changes, signal } = options;
  const mistakes = ijkpuntMistakes(study);
  if (mistakes.length > 0) throw new MistakesFound(mistakes);
  const base: PlannedScenario = { id: unchanged, name: 'Ongewijzigd beleid', changes };
  const window = flowWindow(study);
  const rows = ijkpuntenOf(study);
  const found = new Map<Ijkpunt, IjkpuntResult>();
  const turns = (['vlak', 'gerealiseerd'] as const)
    .filter((mode) => rows.some((row) => trendOf(row) === mode))
    .map((mode) => ({ mode, scenarios: mode === 'vlak' ? [base, ...twins(study, changes)] : [base] }));
  const all = draws * turns.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  let before = 0;
  let flows: FlowSummary | undefined;
  let effects: readonly ProgrammeEffect[] = [];
  for (const { mode, scenarios } of turns) {
    const plan = planOf(study, { scenarios, draws, seed, uncertainty: 'off', trend: mode });
    const earlier = before;
    const onProgress = (done: number): void => {
      options.onProgress(earlier + done, all);
    };
    const results = await runExperiment(plan, { threads, onProgress, signal });
    before += draws * scenarios.length;
    const lookup = new Lookup(results);
    if (mode === 'vlak') {
      flows = flowSummary(lookup, 0, window);
      effects = effectsOf(study, lookup, 0);
    }
    const index = (month: string): number =>
      volumeIndex({ mode: 'gerealiseerd', quarters: study.national.quarters }, dayNumber(`${month}-01`));
    const twin = findTwin(study, results.scenarios);
    for (const row of rows.filter((candidate) => trendOf(candidate) === mode)) {
      found.set(row, evaluateIjkpunt(row, { lookup, scenario: 0, window, index, twin }).result);
    }
  }
  return { rows: rows.flatMap((row) => found.get(row) ?? []), flows, effects };
}
