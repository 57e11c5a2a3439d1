// One change as it stands in a file, in words, turned into a Change in numbers and days.
import { dayNumber } from '../chain/civil-date.js';
import type { Change, Operation } from '../scenario/change.js';
import type { Parameter } from '../scenario/parameter.js';
import { readNumber, readRequired, type Field } from './cells.js';
import { parseDate } from './date.js';
import { daysFrom, parseDuration } from './duration.js';
import { mistakeAt, type Mistake, type Place } from './mistake.js';

/** The Dutch word for each operation: a key in YAML, a value in the column `bewerking` of a CSV. */
export const operations: Readonly<Record<'wordt' | 'plus' | 'maal', Operation>> = {
  wordt: 'set',
  plus: 'add',
  maal: 'multiply',
};
export const operationWords = ['wordt', 'plus', 'maal'] as const;

export interface WrittenChange {
  /** Where the change begins. */
  readonly place: Place;
  readonly parameter: Field;
  readonly operation: Operation;
  readonly value: Field;
  /** null: not written. */
  readonly from: Field | null;
  readonly through: Field | null;
  readonly ramp: Field | null;
  readonly decimal: ',' | '.';
}

export interface ChangeContext {
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** First day of the run, as an ISO date: the day from which changes count. */
  readonly start: string;
}

/** NaN and null stand for what could not be read, beside its mistake. */
export function readChange(written: WrittenChange, { parameters, start }: ChangeContext, mistakes: Mistake[]): Change {
  const name = readRequired(written.parameter, mistakes, 'parameter');
  const unit = parameters.get(name)?.unit ?? null;
  const from = readDate(written.from, mistakes);
  const through = readDate(written.through, mistakes);
  const day = (iso: string | null): number | null => (iso === null ? null : dayNumber(iso) - dayNumber(start));
  return {
    parameter: name,
    operation: written.operation,
    value: readNumber(written.value, mistakes, {
      name: 'waarde',
      unit: written.operation === 'multiply' ? 'factor' : unit,
      decimal: written.decimal,
    }),
    from: day(from),
    through: day(through),
    ramp: readRamp(written.ramp, from ?? start, mistakes),
  };
}

function readDate(field: Field | null, mistakes: Mistake[]): string | null {
  if (field === null) return null;
  const parsed = parseDate(field.text);
  if (parsed.state === 'date') return parsed.iso;
  mistakes.push(mistakeAt(field, parsed.message));
  return null;
}

function readRamp(field: Field | null, from: string, mistakes: Mistake[]): number {
  if (field === null) return 0;
  const parsed = parseDuration(field.text);
  if (parsed.state === 'duration') return daysFrom(from, parsed.duration);
  mistakes.push(mistakeAt(field, parsed.message));
  return 0;
}

/** The place in the file of a field of `Change`. */
export function placeInChange(written: WrittenChange, field: string | number | undefined): Place {
  switch (field) {
    case 'parameter':
      return written.parameter;
    case 'value':
    case 'operation':
      return written.value;
    case 'from':
      return written.from ?? written.place;
    case 'through':
      return written.through ?? written.place;
    case 'ramp':
      return written.ramp ?? written.place;
    default:
      return written.place;
  }
}
