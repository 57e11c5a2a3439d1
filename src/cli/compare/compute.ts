// Runs the scenarios and the ijkpunten of a comparison, and summarises them.
import { flatTrend } from '../../analysis/flat-trend.js';
import { summarise } from '../../analysis/summary.js';
import { dayNumber } from '../../chain/civil-date.js';
import { runExperiment } from '../../experiment/experiment.js';
import type { Plan } from '../../experiment/plan.js';
import type { NationalSeries } from '../../files/load-trend.js';
import type { Results } from '../../measure/series.js';
import { volumeIndex } from '../../scenario/trend.js';
import type { Context } from '../context.js';
import { destinationsOf } from '../effects.js';
import { checkIjkpunten } from '../ijkpunten.js';
import { flowWindow, unchanged, type Study } from '../study.js';
import type { Comparison } from './comparison.js';
import type { CompareOptions } from './options.js';
import { ambitionOf, planFor } from './plan.js';

export async function compute(
  study: Study,
  options: CompareOptions,
  own: NationalSeries | null,
  context: Context,
): Promise<Comparison> {
  const { terminal, signal } = context;
  const ambition = ambitionOf(study);
  const common = { draws: options.doorrekeningen, seed: options.startgetal };
  const plan = planFor(study, options, own);
  const execute = async (wanted: Plan, what: string): Promise<Results> => {
    const progress = terminal.progress(what);
    const found = await runExperiment(wanted, { threads: options.rekenkernen, onProgress: progress.at, signal });
    progress.done();
    return found;
  };
  const results = await execute(plan, `Doorrekenen van ${String(plan.scenarios.length)} scenario's`);
  const checking = terminal.progress('IJkpunten narekenen');
  // Enough to tell binnen from buiten, and a fifth of the time of the whole; `valideer` is there for a narrower margin.
  const ijkpunten = await checkIjkpunten(study, {
    ...common,
    draws: Math.min(options.doorrekeningen, 24),
    threads: options.rekenkernen,
    changes: [],
    onProgress: checking.at,
    signal,
  });
  checking.done();
  const summary = summarise(results, {
    base: plan.scenarios[0]?.id ?? unchanged,
    ambition,
    flowWindow: flowWindow(study),
    trend: (month) => volumeIndex(plan.trend, dayNumber(`${month}-01`)),
    flatTrend: flatTrend(plan.trend, ambition),
    uncertainty: options.onzekerheid,
    destinationOf: destinationsOf(study.spec),
  });
  const run: Comparison['run'] = (scenarios, what, other = {}) => execute({ ...plan, ...other, scenarios }, what);
  return { study, options, own, plan, ambition, results, ijkpunten, summary, run };
}
