// Where organisations and their scenarios stand: in the working directory, or else in the package itself.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../chain/nearest.js';
import { compareText, failed, mistakeInFile, ok, type Loaded } from './mistake.js';

/** Folders that may hold `data/` and `scenarios/`, in order of precedence. */
export type Roots = readonly string[];

export interface OrganisationFolder {
  readonly id: string;
  /** `…/data/<id>` */
  readonly data: string;
  /** `…/scenarios/<id>`, or null when there is none. */
  readonly scenarios: string | null;
}

/** The folder with package.json: two up from this file, in src/ as well as in dist/. */
export const packageRoot: string = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What stands in the working directory wins over what came with the program, one organisation at a time. */
export function rootsFrom(workingDirectory: string, installed: string = packageRoot): Roots {
  return workingDirectory === installed ? [installed] : [workingDirectory, installed];
}

/** Every folder in `data/` that holds a `werkproces.yaml`, by id. */
export function listOrganisations(roots: Roots): OrganisationFolder[] {
  const found = new Map<string, OrganisationFolder>();
  for (const root of roots) {
    for (const id of foldersIn(join(root, 'data'))) {
      const data = join(root, 'data', id);
      if (found.has(id) || !existsSync(join(data, 'werkproces.yaml'))) continue;
      found.set(id, { id, data, scenarios: firstThatExists(roots, 'scenarios', id) });
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.id, b.id));
}

export function findOrganisation(id: string, roots: Roots): Loaded<OrganisationFolder> {
  const known = listOrganisations(roots);
  const found = known.find((organisation) => organisation.id === id);
  if (found !== undefined) return ok(found);
  const ids = known.map((organisation) => organisation.id);
  const listed =
    ids.length === 0
      ? ' Er staat nergens een map data/<organisatie> met een werkproces.yaml.'
      : ` Er zijn: ${ids.join(', ')}.`;
  const message = `organisatie '${id}' bestaat niet.${didYouMean(id, ids)}${listed}`;
  return failed([mistakeInFile(join(roots[0] ?? '', 'data', id), message)]);
}

/** Paths of the scenario files (.yaml, .yml, .csv) of an organisation, by name. Names that begin with a point or an underscore are not listed. */
export function listScenarios({ scenarios }: OrganisationFolder): string[] {
  return scenarios === null ? [] : scenarioFiles(scenarios).filter((file) => dirname(file) === scenarios);
}

/** The same with all folders below: the whole shelf, those of the top level first. */
export function listShelf({ scenarios }: OrganisationFolder): string[] {
  return scenarios === null ? [] : scenarioFiles(scenarios);
}

/** Scenario files in a folder and the folders below it: first its own, by name, then those of each folder. */
export function scenarioFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => /^[^._]/.test(name))
    .sort((a, b) => compareText(a.name, b.name));
  const files = entries.filter((entry) => !entry.isDirectory() && /\.(?:yaml|yml|csv)$/i.test(entry.name));
  const folders = entries.filter((entry) => entry.isDirectory());
  return [
    ...files.map(({ name }) => join(folder, name)),
    ...folders.flatMap(({ name }) => scenarioFiles(join(folder, name))),
  ];
}

/** The scenario file with this path, or else with this name somewhere on the shelf; the names there are, for who misspelt one. */
export function findScenario(
  asked: string,
  organisation: OrganisationFolder,
  workingDirectory: string,
): { readonly found: string | null; readonly ids: readonly string[] } {
  const shelf = listShelf(organisation);
  const ids = shelf.map((file) => basename(file).replace(/\.[^.]*$/, ''));
  const path = resolve(workingDirectory, asked);
  if (existsSync(path)) return { found: path, ids };
  return { found: shelf[ids.indexOf(asked)] ?? null, ids };
}

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** A file that belongs to no organisation, such as `landelijk/trend.csv`; null when no root has it. */
export function findData(path: string, roots: Roots): string | null {
  return firstThatExists(roots, 'data', path);
}

function firstThatExists(roots: Roots, ...path: readonly string[]): string | null {
  return roots.map((root) => join(root, ...path)).find((candidate) => existsSync(candidate)) ?? null;
}

function foldersIn(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
}
