// Everything that a command needs of an organisation, read and checked: all mistakes of all files at once, or none.
import { basename } from 'node:path';
import { checkChain, parseChain } from '../chain/check.js';
import { addMonths } from '../chain/civil-date.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { bindBase } from '../experiment/values.js';
import type { Plan, PlannedScenario } from '../experiment/plan.js';
import { findData, findOrganisation, listScenarios, type OrganisationFolder, type Roots } from '../files/folders.js';
import { loadOrganisation, type LoadedOrganisation } from '../files/load-organisation.js';
import { loadScenarios, type LoadedScenario } from '../files/load-scenarios.js';
import { loadTrend, type NationalSeries } from '../files/load-trend.js';
import { mistakesOf, type Loaded, type Mistake } from '../files/mistake.js';
import { allChanges, type Scenario } from '../scenario/scenario.js';
import type { TrendMode } from '../scenario/trend.js';
import { MistakesFound, UsageError } from './failure.js';

/** The scenario that changes nothing; it is there also when no file declares it. */
export const unchanged = 'ongewijzigd-beleid';

export interface Study {
  readonly folder: OrganisationFolder;
  readonly organisation: LoadedOrganisation;
  readonly national: NationalSeries;
  /** The chain under ongewijzigd beleid, at the values of the tables. */
  readonly spec: ChainSpec;
  readonly scenarios: readonly LoadedScenario[];
  readonly all: readonly Scenario[];
  readonly files: readonly string[];
  readonly unused: readonly string[];
}

function take<T>(loaded: Loaded<T>): T {
  if (loaded.state === 'mistakes') throw new MistakesFound(loaded.mistakes);
  return loaded.value;
}

/** The date on which time 0 of the run falls; a chain without a date of its own has no dated scenarios. */
function startOf(organisation: LoadedOrganisation): string {
  const run = organisation.tree['run'];
  const start =
    typeof run === 'object' && !Array.isArray(run) ? (run as Readonly<Record<string, unknown>>)['start'] : undefined;
  return typeof start === 'string' ? start : '2000-01-03';
}

/**
 * Reads an organisation with the given scenario files (all of its own when none are named), binds and checks each scenario's chain.
 * @throws MistakesFound with everything that is wrong
 */
export function openStudy(id: string, files: readonly string[] | 'all', roots: Roots): Study {
  const folder = take(findOrganisation(id, roots));
  const organisation = take(loadOrganisation(folder));
  const trendFile = findData('landelijk/trend.csv', roots);
  if (trendFile === null)
    throw new UsageError('data/landelijk/trend.csv ontbreekt: zonder landelijke reeks is er geen trend om te volgen.');
  const national = take(loadTrend(trendFile));
  const start = startOf(organisation);
  const chosen = files === 'all' ? listScenarios(folder) : files;
  const scenarios = take(
    loadScenarios(chosen, { organisation: id, parameters: organisation.parameters.byName, start }),
  );
  const partial = { folder, organisation, national, scenarios: scenarios.chosen, all: scenarios.all };
  const { spec, unused } = checkAll(partial);
  return { ...partial, spec, unused, files: [...organisation.files, trendFile, ...scenarios.files] };
}

/** Binds and checks the chain of ongewijzigd beleid, then of every scenario that changes something. */
function checkAll(study: Pick<Study, 'organisation' | 'national' | 'scenarios' | 'all'>): {
  spec: ChainSpec;
  unused: string[];
} {
  const { organisation } = study;
  const mistakes: Mistake[] = [];
  const none: PlannedScenario = { id: unchanged, name: 'Ongewijzigd beleid', changes: [] };
  const planned = study.scenarios.map(({ scenario }) => plannedScenario(scenario, study.all));
  const plan = planOf(study, {
    scenarios: [none, ...planned],
    draws: 1,
    seed: '1',
    uncertainty: 'off',
    trend: 'gerealiseerd',
  });
  let spec: ChainSpec | undefined;
  let used: ReadonlySet<string> = new Set();
  for (const scenario of plan.scenarios) {
    const bound = bindBase(plan, scenario);
    const parsed = bound.issues.length > 0 ? undefined : parseChain(bound.tree);
    const issues =
      parsed === undefined ? bound.issues : parsed.state === 'ok' ? checkChain(parsed.spec) : parsed.issues;
    // A mistake of the process itself would come back with every scenario.
    if (issues.length > 0) {
      mistakes.push(...mistakesOf(issues, (path) => organisation.placeOf([...path])));
      break;
    }
    if (spec === undefined && parsed?.state === 'ok') {
      spec = parsed.spec;
      used = bound.used;
    }
  }
  if (mistakes.length > 0 || spec === undefined) throw new MistakesFound(mistakes);
  const reserved = ['ambitie.', 'trend.', 'kosten.', 'verdringing.'];
  const unused = organisation.parameters.parameters
    .map(({ name }) => name)
    .filter((name) => !used.has(name) && !reserved.some((prefix) => name.startsWith(prefix)));
  return { spec, unused };
}

export function plannedScenario(scenario: Scenario, all: readonly Scenario[]): PlannedScenario {
  return { id: scenario.id, name: scenario.name, changes: allChanges(scenario, all) };
}

export interface PlanOptions {
  readonly scenarios: readonly PlannedScenario[];
  readonly draws: number;
  readonly seed: string;
  readonly uncertainty: 'on' | 'off';
  readonly trend: TrendMode;
}

export function planOf(
  { organisation, national }: Pick<Study, 'organisation' | 'national'>,
  options: PlanOptions,
): Plan {
  return {
    template: organisation.tree,
    start: startOf(organisation),
    parameters: organisation.parameters.parameters,
    readings: organisation.readings,
    trend: { mode: options.trend, quarters: national.quarters },
    scenarios: options.scenarios,
    seed: options.seed,
    draws: options.draws,
    uncertainty: options.uncertainty,
  };
}

/** Month at whose first day measuring begins, `2018-10`. */
export function measureMonth({ spec }: Pick<Study, 'spec'>): string {
  const from = spec.run.measureFrom ?? spec.run.start;
  return (typeof from === 'string' ? from : spec.run.start).slice(0, 7);
}

/** The twelve months of the flows, `2018-10..2019-09`. */
export function flowWindow(study: Pick<Study, 'spec'>): string {
  const first = measureMonth(study);
  return `${first}..${addMonths(`${first}-01`, 11).slice(0, 7)}`;
}

/** The name of a set of scenario files, for the folder of a run: the one file, or the organisation. */
export function setName(study: Study, files: readonly string[] | 'all'): string {
  const [only] = files === 'all' ? [] : files;
  return only !== undefined && files.length === 1 ? basename(only).replace(/\.[^.]+$/, '') : study.folder.id;
}
