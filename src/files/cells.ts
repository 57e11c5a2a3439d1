// Reads cells and fields as what they should hold: a number in a unit, a word from a list, a text that may not be missing.
import { didYouMean } from '../chain/nearest.js';
import { mistakeAt, type Mistake, type Place } from './mistake.js';
import { parseNumber } from './number.js';
import { unitsAgree } from './unit.js';

/** A text with its place: a cell of a table or a value in YAML. */
export interface Field extends Place {
  readonly text: string;
}

export interface NumberRules {
  /** What the number is called in a message: the column or key. */
  readonly name: string;
  /** A unit written behind the number must agree with this one; null: no unit is known, so any will do. */
  readonly unit?: string | null;
  readonly decimal?: ',' | '.';
}

/** NaN stands for what could not be read; the mistake says why. */
export function readNumber(
  field: Field,
  mistakes: Mistake[],
  { name, unit = null, decimal = ',' }: NumberRules,
): number {
  const report = (message: string): number => {
    mistakes.push(mistakeAt(field, message));
    return NaN;
  };
  if (field.text.trim() === '') return report(`${name} ontbreekt`);
  const parsed = parseNumber(field.text, { decimal });
  if (parsed.state === 'mistake') return report(parsed.message);
  if (parsed.state === 'other') return report(`${name} '${field.text}' is geen getal`);
  if (unit !== null && unit !== '' && !unitsAgree(parsed.unit, unit)) {
    return report(`${name} '${field.text}' staat in ${parsed.unit ?? ''}, maar de eenheid is ${unit}`);
  }
  return parsed.value;
}

/** null when nothing was filled in. */
export function readOptionalNumber(field: Field, mistakes: Mistake[], rules: NumberRules): number | null {
  return field.text.trim() === '' ? null : readNumber(field, mistakes, rules);
}

/** One word of a closed list; the first when it is something else, beside the mistake. */
export function readChoice<const T extends string>(
  field: Field,
  mistakes: Mistake[],
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const text = field.text.trim();
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  const start = text === '' ? `${name} ontbreekt` : `${name} '${text}' bestaat niet`;
  mistakes.push(
    mistakeAt(field, `${start}.${text === '' ? '' : didYouMean(text, choices)} Mogelijk: ${choices.join(', ')}`),
  );
  return choices[0];
}

export function readRequired(field: Field, mistakes: Mistake[], name: string): string {
  const text = field.text.trim();
  if (text === '') mistakes.push(mistakeAt(field, `${name} ontbreekt`));
  return text;
}
