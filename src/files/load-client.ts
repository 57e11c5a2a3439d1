// data/clienten/<name>.yaml: a case client, read with every value at its place.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { didYouMean } from '../chain/nearest.js';
import { parseCaseClient, type CaseClient } from '../scenario/case-client.js';
import { isFolder, type Roots } from './folders.js';
import { compareText, failed, mistakeInFile, mistakesOf, ok, type Loaded, type Place } from './mistake.js';
import { scalars } from './scalars.js';
import { readYaml, type Path } from './yaml.js';

const folder = 'clienten';

export interface LoadedClient {
  readonly file: string;
  readonly client: CaseClient;
  readonly placeOf: (path: Path) => Place;
}

/** Names of the case clients that there are. */
export function listClients(roots: Roots): string[] {
  const names = roots.flatMap((root) => {
    const at = join(root, 'data', folder);
    return isFolder(at) ? readdirSync(at).flatMap((name) => /^([^._].*)\.ya?ml$/i.exec(name)?.[1] ?? []) : [];
  });
  return [...new Set(names)].sort(compareText);
}

/** A case client by name, or a file with its path, seen from the first of the folders. */
export function findClient(asked: string, roots: Roots): Loaded<string> {
  const candidates = roots.flatMap((root) =>
    ['yaml', 'yml'].map((kind) => join(root, 'data', folder, `${asked}.${kind}`)),
  );
  const found = [...(/\.ya?ml$/i.test(asked) ? [resolve(roots[0] ?? '', asked)] : []), ...candidates].find((file) =>
    existsSync(file),
  );
  if (found !== undefined) return ok(found);
  const known = listClients(roots);
  const listed =
    known.length === 0 ? ' Er staat nergens een data/clienten/<naam>.yaml.' : ` Er zijn: ${known.join(', ')}.`;
  return failed([
    mistakeInFile(candidates[0] ?? asked, `cliënt '${asked}' bestaat niet.${didYouMean(asked, known)}${listed}`),
  ]);
}

/** Everything that is wrong with the text and the shape of the file, at once; what it says of a chain is checked by `checkCaseClient`. */
export function loadClient(file: string): Loaded<LoadedClient> {
  const yaml = readYaml(file);
  if (yaml.state === 'mistakes') return yaml;
  const tree = scalars(yaml.value);
  if (tree.state === 'mistakes') return tree;
  const { placeOf } = yaml.value;
  const parsed = parseCaseClient(tree.value);
  if (parsed.state === 'mistakes') return failed(mistakesOf(parsed.issues, placeOf));
  return ok({ file, client: parsed.value, placeOf });
}
