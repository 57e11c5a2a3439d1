// Runs every way of working with the same draws, and summarises them.
import { Lookup } from '../../analysis/lookup.js';
import { wayOutcome } from '../../analysis/ways.js';
import type { WaysSummary, WaySummary } from '../../analysis/ways-summary.js';
import { loads, waits } from '../../chain/loads.js';
import type { ChainSpec } from '../../chain/spec/chain.js';
import type { NormSpec } from '../../chain/spec/encounter.js';
import { runExperiment } from '../../experiment/experiment.js';
import type { NationalSeries } from '../../files/load-trend.js';
import type { Results } from '../../measure/series.js';
import { leastDraws } from '../../report/ways/words.js';
import { dutch, labelWithId } from '../../scenario/parameter.js';
import { ambitionOf } from '../compare/plan.js';
import type { Context } from '../context.js';
import { flowWindow } from '../study.js';
import { decidingAssumptions } from './assumed.js';
import { planOfWay, type Way, type Ways } from './open.js';
import type { WaysOptions } from './options.js';

export interface ComputedWays {
  readonly ways: Ways;
  readonly options: WaysOptions;
  readonly own: NationalSeries | null;
  /** Of each way, in the order of `ways`. */
  readonly results: readonly Results[];
  readonly summary: WaysSummary;
}

/** One after the other; a client's luck depends on the draw and on who she is, so that all of them meet the same people. */
export async function computeWays(
  ways: Ways,
  options: WaysOptions,
  own: NationalSeries | null,
  { terminal, signal }: Context,
): Promise<ComputedWays> {
  const results: Results[] = [];
  for (const way of ways.ways) {
    const plan = planOfWay(ways, way, {
      draws: options.doorrekeningen,
      seed: options.startgetal,
      uncertainty: options.onzekerheid ? 'on' : 'off',
      trend: options.trend,
    });
    const trend = own === null ? plan.trend : { ...plan.trend, quarters: own.quarters };
    const progress = terminal.progress(`Werkwijze van ${way.home.spec.label}`);
    results.push(
      await runExperiment({ ...plan, trend }, { threads: options.rekenkernen, onProgress: progress.at, signal }),
    );
    progress.done();
  }
  const { population } = ways;
  const summary: WaysSummary = {
    bevolking: { id: population.folder.id, naam: population.spec.label },
    startgetal: options.startgetal,
    doorrekeningen: options.doorrekeningen,
    onzekerheidMeegerekend: options.onzekerheid,
    stroomvenster: flowWindow(population),
    eind: ambitionOf(population).end,
    werkwijzen: ways.ways.map((way, index) => summaryOf(way, ways, results[index]!, options)),
  };
  return { ways, options, own, results, summary };
}

function summaryOf(way: Way, { population }: Ways, results: Results, options: WaysOptions): WaySummary {
  const { home, spec, own, scale, applications } = way;
  const { id } = home.folder;
  const assumed = decidingAssumptions(way.template, own, id);
  const hasRange = options.onzekerheid && options.doorrekeningen >= leastDraws;
  const outcome = wayOutcome(new Lookup(results), {
    window: flowWindow(population),
    end: ambitionOf(population).end,
    volume: !hasRange ? 'none' : assumed.length > 0 ? 'range' : 'mean',
  });
  const labelOf = (station: string): string => spec.stations[station]?.label ?? station;
  return {
    id,
    naam: spec.label,
    beschrijving: spec.description ?? null,
    schaal: scale,
    aanvragenThuis: applications.home,
    aanvragenHier: applications.here,
    ...outcome,
    termijnen: outcome.termijnen.map((term) => {
      const norm = spec.stations[term.station]?.norm;
      const said =
        norm === undefined ? { termijn: '', bron: '' } : { termijn: termText(norm, spec), bron: norm.source };
      return { ...term, naam: labelOf(term.station), ...said };
    }),
    wachttijden: outcome.wachttijden.map((wait) => ({ ...wait, naam: labelOf(wait.station) })),
    statussen: statusesOf(own.map(({ status }) => status)),
    volumeAannames: assumed.map(labelWithId),
    teDruk: tooBusy(spec),
  };
}

function statusesOf(statuses: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const units = {
  workdays: ['werkdag', 'werkdagen'],
  days: ['dag', 'dagen'],
  weeks: ['week', 'weken'],
  months: ['maand', 'maanden'],
} as const;

/** `binnen 5 werkdagen na de aanvraag`. */
function termText({ within, since }: NormSpec, { stations }: ChainSpec): string {
  const unit = units[within.unit][within.value === 1 ? 0 : 1];
  const from =
    since === 'application'
      ? 'de aanvraag'
      : since === 'arrival'
        ? 'aankomst bij deze stap'
        : `vertrek bij ${stations[since]?.label ?? since}`;
  return `binnen ${dutch(within.value)} ${unit} na ${from}`;
}

/** By their names, a year after the start: arithmetic on averages, as if nobody left on the way. */
function tooBusy(spec: ChainSpec): string[] {
  return loads(spec, 365)
    .pools.filter(({ id, rho }) => rho >= 1 && waits(spec, id))
    .map(({ id }) => spec.pools[id]?.label ?? id);
}
