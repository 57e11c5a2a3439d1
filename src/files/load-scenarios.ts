// Scenario files, YAML or CSV, turned into scenarios and checked together.
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkSweep } from '../scenario/check-sweep.js';
import type { Parameter } from '../scenario/parameter.js';
import { checkScenario, type Scenario } from '../scenario/scenario.js';
import { besides, mistakeAt, mistakesOf, outcome, type Loaded, type Mistake, type Place } from './mistake.js';
import { placeInChange, readChange, type WrittenChange } from './scenario-change.js';
import { readScenarioCsv } from './scenario-csv.js';
import { placeInShelf, readShelf } from './scenario-shelf.js';
import { readScenarioYaml, type WrittenScenario } from './scenario-yaml.js';

export interface ScenarioContext {
  /** Id of the organisation whose parameters these are. */
  readonly organisation: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** First day of the run, as an ISO date. */
  readonly start: string;
  /** All scenario files of the organisation, where what a scenario builds on is looked for after its own folder. */
  readonly library?: readonly string[];
}

export interface LoadedScenario {
  readonly file: string;
  readonly scenario: Scenario;
  /** What the author says beside it: `juridisch`, `klasse` (also in the shelf of the scenario), `auteur`; '' where she does not. */
  readonly legal: string;
  readonly sort: string;
  readonly author: string;
  /** For an issue of `checkScenario` or `checkSweep`: [field], ['changes', index, field] or ['sweep', field]; ['shelf', field] too. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

export interface LoadedScenarios {
  /** Those in the files that were asked for, in their order. */
  readonly chosen: readonly LoadedScenario[];
  /** Those and the ones they build on: what `allChanges` needs. */
  readonly all: readonly Scenario[];
  /** Every file that was read, also for what is built on. */
  readonly files: readonly string[];
}

/**
 * Loads scenario files and, from the same folder or else from the library, what they build on. All mistakes at once: those in the text, and those that
 * `checkScenario` finds (unknown parameters, shares above 1, dates that cross, building in a circle).
 */
export function loadScenarios(files: readonly string[], context: ScenarioContext): Loaded<LoadedScenarios> {
  const reading: Reading = { context, mistakes: [], loaded: [], files: [] };
  for (const file of files) readInto(reading, file);
  const chosen = [...reading.loaded];
  // Grows while it is walked: what is built on may itself build on another.
  for (const { scenario, file } of reading.loaded) {
    const parent = scenario.buildsOn === null ? null : parentFile(file, scenario.buildsOn, context.library ?? []);
    if (parent !== null && !reading.loaded.some((other) => other.scenario.id === scenario.buildsOn)) {
      readInto(reading, parent);
    }
  }
  const { loaded, mistakes } = reading;
  const all = loaded.map(({ scenario }) => scenario);
  for (const one of loaded) {
    const twin = loaded.find((other) => other.scenario.id === one.scenario.id);
    if (twin !== undefined && twin !== one) {
      mistakes.push(mistakeAt(one.placeOf([]), `scenario '${one.scenario.id}' bestaat al, in ${basename(twin.file)}`));
    }
    // What it builds on may be there but not be YAML, which has been reported.
    const { buildsOn } = one.scenario;
    const isUnread = !all.some(({ id }) => id === buildsOn) && reading.files.some((file) => fileId(file) === buildsOn);
    const issues = checkScenario(one.scenario, context.parameters, all);
    const meant = issues.filter(({ path }) => !isUnread || path[0] !== 'buildsOn');
    const sweep = one.scenario.shelf?.sweep ?? null;
    // A sweep of a scenario that is wrong itself would repeat what is wrong with it.
    if (sweep !== null && issues.length === 0) meant.push(...checkSweep(one.scenario, sweep, context.parameters, all));
    mistakes.push(...besides(mistakes, mistakesOf(meant, one.placeOf)));
  }
  return outcome({ chosen, all, files: reading.files }, mistakes);
}

interface Reading {
  readonly context: ScenarioContext;
  readonly mistakes: Mistake[];
  readonly loaded: LoadedScenario[];
  readonly files: string[];
}

function readInto({ context, mistakes, loaded, files }: Reading, file: string): void {
  if (files.includes(file)) return;
  files.push(file);
  const written = readWritten(file, mistakes);
  loaded.push(...written.map((one) => toScenario(file, one, context, mistakes)));
}

interface Written {
  readonly id: string;
  readonly place: Place;
  readonly written: WrittenScenario;
}

function readWritten(file: string, mistakes: Mistake[]): readonly Written[] {
  if (/\.csv$/i.test(file)) {
    return readScenarioCsv(file, mistakes).map((rows) => ({ id: idFrom(rows.written.name), ...rows }));
  }
  const written = readScenarioYaml(file, mistakes);
  return written === null ? [] : [{ id: fileId(file), place: { file, line: 1, column: 1 }, written }];
}

function fileId(file: string): string {
  return basename(file).replace(/\.[^.]*$/, '');
}

/** `BAP naar 40 %` is `bap-naar-40`: as a file would be called. */
function idFrom(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z\d]+/g);
  return words?.join('-') ?? name;
}

/** The scenario with this id: beside the file, or else somewhere in the library. */
function parentFile(file: string, id: string, library: readonly string[]): string | null {
  const folder = dirname(file);
  const isIt = (candidate: string): boolean => /\.ya?ml$/i.test(candidate) && fileId(candidate) === id;
  const name = readdirSync(folder).find(isIt);
  return name === undefined ? (library.find(isIt) ?? null) : join(folder, name);
}

function toScenario(
  file: string,
  { id, place, written }: Written,
  context: ScenarioContext,
  mistakes: Mistake[],
): LoadedScenario {
  const organisation = written.organisation?.text ?? context.organisation;
  const found: Mistake[] = [];
  if (written.organisation !== null && organisation !== context.organisation) {
    found.push(
      mistakeAt(
        written.organisation,
        `dit scenario is voor '${organisation}', maar er wordt gerekend voor '${context.organisation}'`,
      ),
    );
  }
  const changes = written.changes.map((change) => readChange(change, context, found));
  const shelf = readShelf(written.shelf, changes.length, context, found);
  mistakes.push(...found);
  const { name, explanation, source, requestedDecision, legal, author } = written;
  const scenario: Scenario = {
    id,
    name,
    explanation,
    source,
    organisation,
    requestedDecision: requestedDecision === '' ? null : requestedDecision,
    buildsOn: written.buildsOn?.text ?? null,
    changes,
    shelf,
  };
  const sort = shelf.evidence ?? '';
  return { file, scenario, legal, sort, author, placeOf: (path) => placeIn(written, written.changes, place, path) };
}

function placeIn(
  written: WrittenScenario,
  changes: readonly WrittenChange[],
  place: Place,
  [field, index, part]: readonly (string | number)[],
): Place {
  if (field === 'buildsOn') return written.buildsOn ?? place;
  if (field === 'organisation') return written.organisation ?? place;
  if (field === 'sweep' || field === 'shelf') return placeInShelf(written.shelf, [field, String(index)]) ?? place;
  const change = field === 'changes' ? changes[Number(index)] : undefined;
  return change === undefined ? place : placeInChange(change, part);
}
