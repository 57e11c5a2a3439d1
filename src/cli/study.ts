// Everything that a command needs of an organisation, read and checked: all mistakes of all files at once, or none.
import { basename, join } from 'node:path';
import { checkChain, parseChain } from '../chain/check.js';
import { addMonths, isDate } from '../chain/civil-date.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { bindBase } from '../experiment/values.js';
import type { Plan, PlannedScenario } from '../experiment/plan.js';
import { findData, findOrganisation, listShelf, type OrganisationFolder, type Roots } from '../files/folders.js';
import { loadOrganisation, type LoadedOrganisation } from '../files/load-organisation.js';
import { loadParameters } from '../files/load-parameters.js';
import { loadScenarios, type LoadedScenario } from '../files/load-scenarios.js';
import { loadTrend, type NationalSeries } from '../files/load-trend.js';
import { mistakeAt, sortMistakes, type Loaded, type Mistake } from '../files/mistake.js';
import type { Parameter } from '../scenario/parameter.js';
import { allChanges, type Scenario } from '../scenario/scenario.js';
import { sweepChange } from '../scenario/shelf.js';
import { followsTrend, type TrendMode } from '../scenario/trend.js';
import { chosenFiles, type Chosen } from './chosen-files.js';
import { MistakesFound } from './failure.js';

/** The scenario that changes nothing; it is there also when no file declares it. */
export const unchanged = 'ongewijzigd-beleid';

export interface Study {
  readonly folder: OrganisationFolder;
  readonly organisation: LoadedOrganisation;
  readonly national: NationalSeries;
  /** The chain under ongewijzigd beleid, at the values of the tables. */
  readonly spec: ChainSpec;
  /** The chain of each scenario, by id. */
  readonly specs: ReadonlyMap<string, ChainSpec>;
  readonly scenarios: readonly LoadedScenario[];
  readonly all: readonly Scenario[];
  readonly files: readonly string[];
  readonly unused: readonly string[];
  /** Whether inflow or exits go up and down with the country; if not, its volume is laid beside a flat line unless a trend is asked for. */
  readonly followsTrend: boolean;
}

function take<T>(loaded: Loaded<T>): T {
  if (loaded.state === 'mistakes') throw new MistakesFound(loaded.mistakes);
  return loaded.value;
}

/** The date on which time 0 of the run falls; a chain without a date of its own has no dated scenarios. */
function startOf(organisation: LoadedOrganisation | null): string {
  const run = organisation?.tree['run'];
  const start =
    typeof run === 'object' && !Array.isArray(run) ? (run as Readonly<Record<string, unknown>>)['start'] : undefined;
  return typeof start === 'string' && isDate(start) ? start : '2000-01-03';
}

/**
 * Reads an organisation with the given scenario files (`all`: those at its top level, `shelf`: those in the folders below too), binds and checks each scenario's chain.
 * What can be read is checked even when other files cannot, so that one run names every mistake.
 * @throws MistakesFound with everything that is wrong
 */
export function openStudy(id: string, files: Chosen, roots: Roots): Study {
  const folder = take(findOrganisation(id, roots));
  const mistakes: Mistake[] = [];
  const keep = <T>(loaded: Loaded<T>): T | null => {
    if (loaded.state === 'ok') return loaded.value;
    mistakes.push(...loaded.mistakes);
    return null;
  };
  const organisation = keep(loadOrganisation(folder));
  const trendFile = findData('landelijk/trend.csv', roots) ?? join(roots[0] ?? '', 'data/landelijk/trend.csv');
  const national = keep(loadTrend(trendFile));
  const chosen = chosenFiles(files, folder, mistakes);
  const scenarios = keep(
    loadScenarios(chosen, {
      organisation: id,
      parameters: organisation?.parameters.byName ?? knownParameters(folder),
      start: startOf(organisation),
      library: listShelf(folder),
    }),
  );
  if (organisation === null) throw new MistakesFound(sortMistakes(mistakes));
  const partial = {
    folder,
    organisation,
    national: national ?? { file: trendFile, quarters: [], sources: [] },
    scenarios: scenarios?.chosen ?? [],
    all: scenarios?.all ?? [],
  };
  const { spec, specs, used, mistakes: found } = checkAll(partial);
  mistakes.push(...found);
  if (mistakes.length > 0 || spec === undefined || national === null || scenarios === null) {
    throw new MistakesFound(sortMistakes(mistakes));
  }
  const isReserved = (name: string): boolean => reserved.some((prefix) => name.startsWith(prefix));
  return {
    ...partial,
    national,
    spec,
    specs,
    unused: organisation.parameters.parameters
      .map(({ name }) => name)
      .filter((name) => !used.has(name) && !isReserved(name)),
    followsTrend: followsTrend(used),
    files: [...organisation.files, trendFile, ...scenarios.files],
  };
}

/** Groups of parameters that the program itself reads. */
const reserved = ['ambitie.', 'trend.', 'verdringing.'];

/** For checking scenarios when another file of the organisation has mistakes; when this one has them, every name passes. */
function knownParameters({ data }: OrganisationFolder): ReadonlyMap<string, Parameter> {
  const parameters = loadParameters(join(data, 'parameters.csv'));
  return parameters.state === 'ok' ? parameters.value.byName : new AnyParameter();
}

/** Stands in for a table that could not be read, which has been reported: any name exists, any value is allowed. */
class AnyParameter extends Map<string, Parameter> {
  override get(name: string): Parameter {
    return {
      name,
      label: '',
      value: 0,
      low: null,
      high: null,
      unit: '',
      status: 'aanname',
      source: '',
      filledInBy: '',
      group: '',
      distribution: 'vast',
      startOnly: false,
      note: '',
    };
  }
}

interface Checked {
  /** Undefined when it has mistakes. */
  readonly spec: ChainSpec | undefined;
  /** The chain of every scenario without mistakes, by id. */
  readonly specs: ReadonlyMap<string, ChainSpec>;
  /** Parameters that the template names. */
  readonly used: ReadonlySet<string>;
  readonly mistakes: readonly Mistake[];
}

/** Binds and checks the chain of ongewijzigd beleid, then of every scenario that changes something. */
function checkAll(study: Pick<Study, 'organisation' | 'national' | 'scenarios' | 'all'>): Checked {
  const { organisation } = study;
  const none: PlannedScenario = { id: unchanged, name: 'Ongewijzigd beleid', changes: [] };
  // A break-even is checked at the end of its range, where the chain differs most.
  const planned = study.scenarios.map(({ scenario }): PlannedScenario => {
    const one = plannedScenario(scenario, study.all);
    const sweep = scenario.shelf?.sweep ?? null;
    return sweep === null ? one : { ...one, changes: [...one.changes, sweepChange(sweep, sweep.to)] };
  });
  const trend = study.national.quarters.length === 0 ? 'vlak' : 'gerealiseerd';
  const options = { draws: 1, seed: '1', uncertainty: 'off', trend } as const;
  const plan = planOf(study, { ...options, scenarios: [none, ...planned] });
  const mistakes: Mistake[] = [];
  const specs = new Map<string, ChainSpec>();
  const seen = new Set<string>();
  let used: ReadonlySet<string> = new Set();
  let spec: ChainSpec | undefined;
  for (const [index, scenario] of plan.scenarios.entries()) {
    const bound = bindBase(plan, scenario);
    const parsed =
      bound.issues.length > 0 ? { state: 'mistakes' as const, issues: bound.issues } : parseChain(bound.tree);
    const issues = parsed.state === 'ok' ? checkChain(parsed.spec) : parsed.issues;
    if (index === 0) used = bound.used;
    if (parsed.state === 'ok' && issues.length === 0) {
      if (index === 0) spec = parsed.spec;
      else specs.set(scenario.id, parsed.spec);
    }
    for (const { path, message } of issues) {
      // A mistake of the process itself comes back with every scenario; it is told once.
      const key = JSON.stringify([path, message]);
      if (seen.has(key)) continue;
      seen.add(key);
      const said = index === 0 ? message : `met scenario '${scenario.id}': ${message}`;
      mistakes.push(mistakeAt(organisation.placeOf([...path]), said));
    }
  }
  return { spec, specs, used, mistakes };
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

/** The twelve months of the flows, `2018-10..2019-09`; the whole run of a chain with its own unit of time. */
export function flowWindow(study: Pick<Study, 'spec'>): string {
  if (study.spec.run.unit === 'own') return 'run';
  const first = measureMonth(study);
  return `${first}..${addMonths(`${first}-01`, 11).slice(0, 7)}`;
}

/** The name of a set of scenario files, for the folder of a run: the one file, or the organisation. */
export function setName(study: Study, files: Chosen): string {
  const named = typeof files === 'string' ? [] : files;
  const [only] = named;
  return only !== undefined && named.length === 1 ? basename(only).replace(/\.[^.]+$/, '') : study.folder.id;
}
