// The fields of a map in YAML: known keys only, each a single text with its place.
import { didYouMean, nearest } from '../chain/nearest.js';
import type { Field } from './cells.js';
import { mistakeAt, type Mistake } from './mistake.js';
import { isList } from './scalars.js';
import type { Path, TextTree, YamlFile } from './yaml.js';

export type TextMap = Readonly<Record<string, TextTree>>;

/** A map with its unknown keys reported; what is no map is reported and read as an empty one. */
export function readMap(
  yaml: YamlFile,
  node: TextTree,
  path: Path,
  known: readonly string[],
  mistakes: Mistake[],
): TextMap {
  if (node === null || typeof node === 'string' || isList(node)) {
    mistakes.push(mistakeAt(yaml.placeOf(path), `hier horen velden te staan, zoals ${known[0] ?? ''}: …`));
    return {};
  }
  const free = known.filter((key) => !Object.hasOwn(node, key));
  for (const key of Object.keys(node)) {
    if (!known.includes(key)) {
      mistakes.push(mistakeAt(yaml.placeOf([...path, key]), `veld '${key}' is onbekend.${hint(key, free)}`));
    }
  }
  return node;
}

function hint(key: string, free: readonly string[]): string {
  const found = didYouMean(key, free);
  return found === '' ? ` Mogelijk: ${free.join(', ')}` : found;
}

/** A text that may not be there; there but empty, or no text, is a mistake. */
export function readText(yaml: YamlFile, map: TextMap, path: Path, mistakes: Mistake[]): Field | null {
  const key = String(path.at(-1));
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  if (value === undefined) return null;
  const place = yaml.placeOf(path);
  if (typeof value === 'string' && value.trim() !== '') return { ...place, text: value };
  const message =
    value === null || value === ''
      ? `${key} is leeg; vul het in of laat de regel weg`
      : `bij ${key} hoort een enkele waarde`;
  mistakes.push(mistakeAt(place, message));
  return null;
}

/** Says nothing when an unknown key looks like the one that is missing: that has been reported with a way out. */
export function reportMissing(
  yaml: YamlFile,
  { map, path, key, known }: { map: TextMap; path: Path; key: string; known: readonly string[] },
  mistakes: Mistake[],
): void {
  if (!isMisspelt(map, key, known)) mistakes.push(mistakeAt(yaml.placeOf(path), `${key} ontbreekt`));
}

export function isMisspelt(map: TextMap, key: string, known: readonly string[]): boolean {
  return Object.keys(map).some((other) => !known.includes(other) && nearest(other, known) === key);
}
