// Turns texts that look like numbers, percentages, true or false into what they are; other texts stay.
import type { Loaded, Mistake } from './mistake.js';
import { mistakeAt, outcome } from './mistake.js';
import { parseNumber } from './number.js';
import { isPercentage } from './unit.js';
import type { Path, TextTree, YamlFile } from './yaml.js';

export type PlainTree = string | number | boolean | null | readonly PlainTree[] | { readonly [key: string]: PlainTree };

/**
 * `12` is 12, `3,5` and `3.5` are 3.5, `40%` is 0.4, `true` is true. What stands in quotes stays text, and so does a number with a unit
 * behind it. `1.250` is a mistake, at its place.
 */
export function scalars(yaml: YamlFile): Loaded<PlainTree> {
  const mistakes: Mistake[] = [];
  const convert = (node: TextTree, path: Path): PlainTree => {
    if (node === null) return null;
    if (typeof node === 'string') {
      if (yaml.isQuoted(path)) return node;
      const found = scalar(node);
      if (typeof found !== 'object') return found;
      mistakes.push(mistakeAt(yaml.placeOf(path), found.mistake));
      return null;
    }
    if (isList(node)) return node.map((item, index) => convert(item, [...path, index]));
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, convert(value, [...path, key])]));
  };
  return outcome(convert(yaml.tree, []), mistakes);
}

function scalar(text: string): string | number | boolean | { readonly mistake: string } {
  if (text === 'true') return true;
  if (text === 'false') return false;
  const parsed = parseNumber(text);
  if (parsed.state === 'mistake') return { mistake: parsed.message };
  if (parsed.state === 'other') return text;
  return parsed.unit === null || isPercentage(parsed.unit) ? parsed.value : text;
}

/** Array.isArray does not narrow a readonly list. */
export function isList<T>(node: T | readonly T[]): node is readonly T[] {
  return Array.isArray(node);
}
