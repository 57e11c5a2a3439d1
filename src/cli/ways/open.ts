// The ways of working of a comparison: every process with the clients of one population, read, brought together and checked.
import { checkChain, parseChain } from '../../chain/check.js';
import { dayNumber } from '../../chain/civil-date.js';
import { applicationsPerYear } from '../../chain/load/traffic.js';
import type { ChainSpec } from '../../chain/spec/chain.js';
import { bindBase } from '../../experiment/values.js';
import type { Plan } from '../../experiment/plan.js';
import { mistakeAt, sortMistakes, type Mistake } from '../../files/mistake.js';
import type { Roots } from '../../files/folders.js';
import type { Parameter } from '../../scenario/parameter.js';
import { renamedParameters, renamedReadings, scaleName, type Tree } from '../../scenario/rename.js';
import { transplant, type Transplant } from '../../scenario/transplant.js';
import { MistakesFound, UsageError } from '../failure.js';
import { openStudy, planOf, type PlanOptions, type Study } from '../study.js';

/** One way of working with the clients of the population. */
export interface Way {
  /** The organisation whose process it is, as it is at home. */
  readonly home: Study;
  /** The process with the population, at the values of the tables. */
  readonly spec: ChainSpec;
  readonly template: Tree;
  /** Of the population, of the process (renamed) and the scale. */
  readonly parameters: readonly Parameter[];
  /** Those that the process itself names, under their own names. */
  readonly own: readonly Parameter[];
  readonly readings: Plan['readings'];
  /** Applications a year at home and here, and their ratio: by so much the capacity is multiplied. */
  readonly applications: { readonly home: number; readonly here: number };
  readonly scale: number;
}

export interface Ways {
  readonly population: Study;
  readonly ways: readonly Way[];
}

/** Without their scenarios: a comparison of ways of working has none. All mistakes of all organisations at once. */
function openAll(ids: readonly string[], roots: Roots): Map<string, Study> {
  const mistakes: Mistake[] = [];
  const studies = new Map<string, Study>();
  for (const id of new Set(ids)) {
    try {
      studies.set(id, openStudy(id, [], roots));
    } catch (error) {
      if (!(error instanceof MistakesFound)) throw error;
      mistakes.push(...error.mistakes);
    }
  }
  if (mistakes.length > 0) throw new MistakesFound(sortMistakes(mistakes));
  return studies;
}

/**
 * @throws MistakesFound with the places in the files of whichever organisation it is about; UsageError for a chain that cannot be compared
 */
export function openWays(organisations: readonly string[], people: string, roots: Roots): Ways {
  const studies = openAll([...organisations, people], roots);
  for (const [id, { spec }] of studies) {
    if (spec.run.unit === 'own' || spec.spells === undefined) {
      throw new UsageError(
        `'${id}' heeft geen uitkeringen (spells) op een kalender; zo'n keten is niet over te zetten.`,
      );
    }
  }
  const of = (id: string): Study => {
    const study = studies.get(id);
    if (study === undefined) throw new Error(`'${id}' was not opened`);
    return study;
  };
  const population = of(people);
  const mistakes: Mistake[] = [];
  const ways = organisations.flatMap((id): Way[] => {
    const found = open(of(id), population);
    if ('spec' in found) return [found];
    mistakes.push(...found.mistakes);
    return [];
  });
  if (mistakes.length > 0) throw new MistakesFound(sortMistakes(mistakes));
  return { population, ways };
}

/** Applications a year from the first measured day on. */
function applicationsOf({ spec }: Study): number {
  const { measureFrom = spec.run.start, start } = spec.run;
  return applicationsPerYear(
    spec,
    typeof measureFrom === 'number' ? measureFrom : dayNumber(measureFrom) - dayNumber(start),
  );
}

function open(home: Study, population: Study): Way | { readonly mistakes: readonly Mistake[] } {
  const [process, people] = [home.folder.id, population.folder.id];
  const applications = { home: applicationsOf(home), here: applicationsOf(population) };
  if (!(applications.home > 0)) {
    throw new UsageError(`'${process}' heeft zelf geen aanvragen, dus haar capaciteit is niet te schalen.`);
  }
  const scale = applications.here / applications.home;
  const made = transplant(
    { id: process, tree: home.organisation.tree },
    { id: people, tree: population.organisation.tree },
    scale,
  );
  const tables = together(home, population, scale);
  const plan: Plan = {
    ...planOf(population, { ...checking, scenarios: [{ id: process, name: home.spec.label, changes: [] }] }),
    ...tables,
    template: made.tree,
  };
  const bound = bindBase(plan, plan.scenarios[0]!);
  const parsed =
    bound.issues.length > 0 ? { state: 'mistakes' as const, issues: bound.issues } : parseChain(bound.tree);
  const issues = [...made.issues, ...(parsed.state === 'ok' ? checkChain(parsed.spec) : parsed.issues)];
  if (parsed.state === 'ok' && issues.length === 0) {
    const prefix = process === people ? '' : `${process}/`;
    const own = home.organisation.parameters.parameters.filter(({ name }) => bound.used.has(`${prefix}${name}`));
    return { home, spec: parsed.spec, template: made.tree, ...tables, own, applications, scale };
  }
  return { mistakes: issues.map((issue) => told(issue, made, home, population)) };
}

const checking = { draws: 1, seed: '1', uncertainty: 'off', trend: 'gerealiseerd' } as const;

/** The tables of both, the process's own under other names; at home there is one table. */
function together(home: Study, population: Study, scale: number): Pick<Way, 'parameters' | 'readings'> {
  const { id } = home.folder;
  const { parameters, readings } = population.organisation;
  const isHome = id === population.folder.id;
  const factor: Parameter = {
    name: scaleName(id),
    label: `schaal van de capaciteit van ${home.spec.label}`,
    value: scale,
    low: null,
    high: null,
    unit: 'factor',
    status: 'afgeleid',
    source: `aanvragen per jaar van ${population.spec.label} gedeeld door die van ${home.spec.label}`,
    filledInBy: '',
    group: 'capaciteit',
    distribution: 'vast',
    startOnly: true,
    note: '',
  };
  return {
    parameters: [
      ...parameters.parameters,
      ...(isHome ? [] : renamedParameters(home.organisation.parameters.parameters, id)),
      factor,
    ],
    readings: [...readings, ...(isHome ? [] : renamedReadings(home.organisation.readings, id))],
  };
}

/** At its place in the file of the one or the other; the population is named, because the process alone is in order. */
function told(
  { path, message }: { readonly path: readonly (string | number)[]; readonly message: string },
  { originOf }: Transplant,
  home: Study,
  population: Study,
): Mistake {
  const from = originOf(path) === 'population' ? population : home;
  const said = `${home.folder.id} met de bevolking van ${population.folder.id}: ${message}`;
  return mistakeAt(from.organisation.placeOf([...path]), said);
}

/** One scenario, the process as it is: what is run of a way. */
export function planOfWay({ population }: Ways, way: Way, options: Omit<PlanOptions, 'scenarios'>): Plan {
  const { template, parameters, readings, home } = way;
  const scenarios = [{ id: home.folder.id, name: home.spec.label, changes: [] }];
  return { ...planOf(population, { ...options, scenarios }), template, parameters, readings };
}
