// data/<organisation>: the process, the population, the parameters, the ijkpunten and the readings, read together.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { didYouMean } from '../chain/nearest.js';
import type { ReadingSet } from '../scenario/reading.js';
import { loadIjkpunten, type IjkpuntTable } from './load-ijkpunten.js';
import { loadParameters, type ParameterTable } from './load-parameters.js';
import { listReadings, loadReadingSet } from './load-readings.js';
import { failed, mistakeAt, mistakeInFile, ok, outcome, type Loaded, type Mistake, type Place } from './mistake.js';
import { isList, scalars, type PlainTree } from './scalars.js';
import { readYaml, type Path } from './yaml.js';

export interface LoadedOrganisation {
  readonly id: string;
  /** werkproces.yaml and bevolking.yaml as one tree, for `bind`. */
  readonly tree: Readonly<Record<string, PlainTree>>;
  /** Of an issue in the bound tree, in whichever of the two files it stands. */
  readonly placeOf: (path: Path) => Place;
  readonly parameters: ParameterTable;
  readonly ijkpunten: IjkpuntTable;
  readonly readings: readonly ReadingSet[];
  /** Every file that was read. */
  readonly files: readonly string[];
}

/** All mistakes of all files at once. ijkpunten.csv and the folder lezingen may be missing: then there are none. */
export function loadOrganisation({
  id,
  data,
}: {
  readonly id: string;
  readonly data: string;
}): Loaded<LoadedOrganisation> {
  const mistakes: Mistake[] = [];
  const take = <T>(loaded: Loaded<T>): T | null => {
    if (loaded.state === 'ok') return loaded.value;
    mistakes.push(...loaded.mistakes);
    return null;
  };
  const paths = {
    process: join(data, 'werkproces.yaml'),
    population: join(data, 'bevolking.yaml'),
    parameters: join(data, 'parameters.csv'),
  };
  const process = take(loadPart(paths.process));
  const population = take(loadPart(paths.population));
  const parameters = take(loadParameters(paths.parameters));
  const ijkpuntFile = join(data, 'ijkpunten.csv');
  const hasIjkpunten = existsSync(ijkpuntFile);
  const ijkpunten = take(hasIjkpunten ? loadIjkpunten(ijkpuntFile) : ok(noIjkpunten(ijkpuntFile)));
  const readingFiles = parameters === null ? [] : listReadings(join(data, 'lezingen'));
  const readings = readingFiles.flatMap((file) => take(loadReadingSet(file, parameters?.byName ?? new Map())) ?? []);
  for (const { id: set, readings: of } of ijkpunten === null ? [] : readings) {
    for (const { id: reading, ijkpunten: named = [] } of of) {
      for (const name of named.filter((candidate) => !ijkpunten?.ijkpunten.some((row) => row.id === candidate))) {
        const known = didYouMean(name, ijkpunten?.ijkpunten.map((row) => row.id) ?? []);
        const file = readingFiles.find((candidate) => basename(candidate).startsWith(`${set}.`)) ?? '';
        mistakes.push(mistakeInFile(file, `lezing '${reading}': ijkpunt '${name}' bestaat niet.${known}`));
      }
    }
  }
  if (process !== null && population !== null) mistakes.push(...twice(process, population));
  if (process === null || population === null || parameters === null || ijkpunten === null) {
    return failed(mistakes);
  }
  const organisation: LoadedOrganisation = {
    id,
    tree: joined(process.tree, population.tree),
    placeOf: (path) => (standsIn(population.tree, path) ? population : process).placeOf(path),
    parameters,
    ijkpunten,
    readings,
    files: [...Object.values(paths), ...(hasIjkpunten ? [ijkpuntFile] : []), ...readingFiles],
  };
  return outcome(organisation, mistakes);
}

/** Keys that may stand in both files, each with entries of its own: what a client is comes from the population, what a station sees from the process. */
const shared: readonly string[] = ['attributes', 'groups'];

type Tree = Readonly<Record<string, PlainTree>>;

function entriesOf(tree: Tree, key: string): Tree | undefined {
  const value = Object.hasOwn(tree, key) ? tree[key] : undefined;
  return typeof value === 'object' && !isList(value) ? (value as Tree) : undefined;
}

/** One tree of the two; a key that both have holds the entries of both, the population first: what is seen stands above what looks at it. */
export function joined(process: Tree, population: Tree): Tree {
  const both = shared.flatMap((key) => {
    const [seen, own] = [entriesOf(process, key), entriesOf(population, key)];
    return seen === undefined || own === undefined ? [] : [[key, { ...own, ...seen }] as const];
  });
  return { ...process, ...population, ...Object.fromEntries(both) };
}

function twice(process: Part, population: Part): Mistake[] {
  return Object.keys(population.tree).flatMap((key) => {
    if (!Object.hasOwn(process.tree, key)) return [];
    const [seen, own] = [entriesOf(process.tree, key), entriesOf(population.tree, key)];
    if (!shared.includes(key) || seen === undefined || own === undefined) {
      return [mistakeAt(population.placeOf([key]), `'${key}' staat ook al in werkproces.yaml`)];
    }
    return Object.keys(own)
      .filter((id) => Object.hasOwn(seen, id))
      .map((id) => mistakeAt(population.placeOf([key, id]), `'${key}.${id}' staat ook al in werkproces.yaml`));
  });
}

function standsIn(population: Tree, [key, id]: Path): boolean {
  const name = String(key);
  if (!Object.hasOwn(population, name)) return false;
  const own = shared.includes(name) ? entriesOf(population, name) : undefined;
  return own === undefined || id === undefined || Object.hasOwn(own, String(id));
}

interface Part {
  readonly tree: Readonly<Record<string, PlainTree>>;
  readonly placeOf: (path: Path) => Place;
}

function loadPart(file: string): Loaded<Part> {
  const yaml = readYaml(file);
  if (yaml.state === 'mistakes') return yaml;
  const tree = scalars(yaml.value);
  if (tree.state === 'mistakes') return tree;
  if (tree.value === null || typeof tree.value !== 'object' || isList(tree.value)) {
    return outcome({ tree: {}, placeOf: yaml.value.placeOf }, [
      mistakeAt(yaml.value.placeOf([]), 'hier horen velden te staan, zoals stations: …'),
    ]);
  }
  return ok({ tree: tree.value, placeOf: yaml.value.placeOf });
}

function noIjkpunten(file: string): IjkpuntTable {
  return { file, ijkpunten: [], placeOf: () => ({ file, line: 1, column: 1 }) };
}
