// Which scenario files a command is about: those that were named, with all in a folder that was named, or those of the organisation.
import { extname, resolve } from 'node:path';
import { didYouMean } from '../chain/nearest.js';
import {
  findScenario,
  isFolder,
  listScenarios,
  listShelf,
  scenarioFiles,
  type OrganisationFolder,
} from '../files/folders.js';
import { mistakeInFile, type Mistake } from '../files/mistake.js';
import type { Context } from './context.js';
import { UsageError } from './failure.js';

/** Files and folders by name; `all`: the top level of the organisation's scenarios; `shelf`: the folders below it too. */
export type Chosen = readonly string[] | 'all' | 'shelf';

/** What the arguments of a command ask for; `--plank` asks for everything, whatever is named beside it. */
export function chosenBy(
  files: readonly string[],
  { workingDirectory }: Pick<Context, 'workingDirectory'>,
  shelf = false,
): Chosen {
  if (shelf) return 'shelf';
  return files.length === 0 ? 'all' : files.map((file) => resolve(workingDirectory, file));
}

/** The file of a scenario: a path, or the name of a file somewhere on the shelf. */
export function scenarioFile(
  asked: string,
  organisation: OrganisationFolder,
  { workingDirectory }: Pick<Context, 'workingDirectory'>,
): string {
  const { found, ids } = findScenario(asked, organisation, workingDirectory);
  if (found !== null) return found;
  throw new UsageError(`--scenario ${asked}: er is geen bestand of scenario met die naam.${didYouMean(asked, ids)}`);
}

export function chosenFiles(chosen: Chosen, folder: OrganisationFolder, mistakes: Mistake[]): readonly string[] {
  if (chosen === 'all') return listScenarios(folder);
  if (chosen === 'shelf') return listShelf(folder);
  const files = chosen.flatMap((path) => {
    if (!isFolder(path)) return [path];
    const found = scenarioFiles(path);
    if (found.length === 0) mistakes.push(mistakeInFile(path, "in deze map staan geen scenario's (.yaml of .csv)"));
    return found;
  });
  const strange = files.filter((file) => !/\.(?:ya?ml|csv)$/i.test(file) && extname(file) !== '');
  mistakes.push(...strange.map((file) => mistakeInFile(file, notAScenario(extname(file)))));
  return [...new Set(files)].filter((file) => !strange.includes(file));
}

function notAScenario(extension: string): string {
  const way = /^\.(?:xls[xmb]?|ods)$/i.test(extension) ? " Kies in Excel 'Opslaan als' en dan 'CSV UTF-8'." : '';
  return `een scenario staat in een bestand dat op .yaml of .csv eindigt, niet op ${extension}.${way}`;
}
