// Monthly counts as something to fit levels to: the run that starts a year before them, what it should give, and how far it is from that.
import type { Counted, Forecast, SeriesName } from '../analysis/backtest.js';
import { residualsOfCounts } from '../analysis/counts-misfit.js';
import { fit, type Fit } from '../analysis/fit.js';
import { Lookup } from '../analysis/lookup.js';
import type { Matrix } from '../analysis/matrix.js';
import { addMonths } from '../analysis/month.js';
import { runExperiment } from '../experiment/experiment.js';
import type { IjkingKnob } from '../files/load-ijking.js';
import { isList } from '../files/scalars.js';
import { knobOf, changesAt } from './calibration.js';
import type { FitRunOptions } from './calibration-run.js';
import type { Context } from './context.js';
import { planOf, unchanged, type PlanOptions, type Study } from './study.js';

const burnIn = 12;
/** Applications that wait for a decision at the end are not yet in the volume; after a quarter nearly all are decided. */
const decided = 3;

/** The same chain over other dates: it begins a year before the first count, when its stations are still empty, and ends a quarter after the last. */
export function overMonths(study: Study, first: string, last: string): Study {
  const dates = {
    start: `${addMonths(first, -burnIn)}-01`,
    end: `${addMonths(last, 1 + decided)}-01`,
    measureFrom: `${first}-01`,
  };
  const { organisation, spec } = study;
  const before = organisation.tree['run'];
  const run = typeof before === 'object' && before !== null && !isList(before) ? { ...before, ...dates } : dates;
  return {
    ...study,
    organisation: { ...organisation, tree: { ...organisation.tree, run } },
    spec: { ...spec, run: { ...spec.run, ...dates } },
  };
}

const measures: Readonly<Record<SeriesName, string>> = { volume: 'volume', inflow: 'instroom', outflow: 'uitstroom' };

/** What each draw of a scenario gives in the months asked for. */
export function courses(lookup: Lookup, scenario: number, months: readonly string[]): Forecast {
  const of = (name: SeriesName): number[][] => {
    const columns = months.map((month) =>
      lookup.sum(scenario, { measure: measures[name], place: null, group: null, unit: 'uitkeringen' }, month),
    );
    return Array.from({ length: lookup.results.draws }, (_, draw) => columns.map((column) => column?.[draw] ?? NaN));
  };
  return { volume: of('volume'), inflow: of('inflow'), outflow: of('outflow') };
}

export async function runMonths(
  study: Study,
  scenarios: PlanOptions['scenarios'],
  options: { draws: number; seed: string; uncertainty: 'on' | 'off'; threads: number; what: string },
  { terminal, signal }: Context,
): Promise<Lookup> {
  const { draws, seed, uncertainty, threads } = options;
  const progress = terminal.progress(options.what);
  const plan = planOf(study, { scenarios, draws, seed, uncertainty, trend: 'gerealiseerd' });
  const results = await runExperiment(plan, { threads, onProgress: progress.at, signal });
  progress.done();
  return new Lookup(results);
}

/** Residuals of single draws at fitted levels: each draw is a world that might have been counted. */
export async function worldsAt(
  study: Study,
  levels: readonly IjkingKnob[],
  { fitted, known }: { readonly fitted: Fit; readonly known: readonly Counted[] },
  options: FitRunOptions,
  context: Context,
): Promise<Matrix> {
  const months = known.map(({ month }) => month);
  const over = overMonths(study, months[0] ?? '', months.at(-1) ?? '');
  const lookup = await runMonths(
    over,
    [{ id: unchanged, name: unchanged, changes: changesAt(levels, fitted.values) }],
    {
      draws: Math.max(20, options.doorrekeningen),
      seed: options.startgetal,
      uncertainty: 'off',
      threads: options.rekenkernen,
      what: 'Marges bepalen',
    },
    context,
  );
  const all = courses(lookup, 0, months);
  return all.volume.map((_, draw) =>
    residualsOfCounts(known, {
      volume: [all.volume[draw] ?? []],
      inflow: [all.inflow[draw] ?? []],
      outflow: [all.outflow[draw] ?? []],
    }),
  );
}

/** The levels at which the model gives these counts best, on the national trend and at the values of the tables otherwise. */
export async function fitLevels(
  study: Study,
  levels: readonly IjkingKnob[],
  counts: readonly Counted[],
  options: FitRunOptions,
  context: Context,
): Promise<Fit> {
  const months = counts.map(({ month }) => month);
  const over = overMonths(study, months[0] ?? '', months.at(-1) ?? '');
  const residuals = async (points: Matrix, purpose: 'level' | 'slopes'): Promise<Matrix> => {
    const scenarios = points.map((point, index) => {
      const id = `punt ${String(index + 1)}`;
      return { id, name: id, changes: changesAt(levels, point) };
    });
    const lookup = await runMonths(
      over,
      scenarios,
      {
        draws: purpose === 'level' ? options.doorrekeningen : options.hellingen,
        seed: options.startgetal,
        uncertainty: 'off',
        threads: options.rekenkernen,
        what: purpose === 'level' ? 'Doorrekenen' : 'Hellingen meten',
      },
      context,
    );
    return points.map((_, scenario) => residualsOfCounts(counts, courses(lookup, scenario, months)));
  };
  return fit(
    { knobs: levels.map(knobOf), residuals },
    {
      rounds: options.rondes,
      onRound: ({ misfit, state }) => {
        context.terminal.note(`${state === 'begin' ? 'Nu' : state}: kwadratensom ${misfit.toFixed(2)}`);
      },
    },
  );
}
