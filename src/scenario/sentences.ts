// The changes of a scenario as Dutch sentences, each with its first and its last day.
import type { Amount } from '../chain/spec/amount.js';
import { amountAt } from '../chain/spec/amount.js';
import { dayNumber } from '../chain/civil-date.js';
import type { Change } from './change.js';
import { longDate } from './dates.js';
import { dutch, isShare, labelWithId } from './parameter.js';
import type { Parameter } from './parameter.js';
import { piecesOf } from './pieces.js';
import { applyChange } from './value-over-time.js';

/** A run from midnight of `start` until midnight of `end`, as ISO dates. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

/** One sentence per change, in list order; each starts from what the changes before it made of the parameter. */
export function changeSentences(
  changes: readonly Change[],
  parameters: ReadonlyMap<string, Parameter>,
  span: Span,
): string[] {
  const courses = new Map<string, Amount>();
  return changes.map((change) => {
    const parameter = parameters.get(change.parameter);
    if (parameter === undefined) throw new Error(`no parameter '${change.parameter}'`);
    const before = courses.get(change.parameter) ?? parameter.value;
    const after = applyChange(before, change);
    courses.set(change.parameter, after);
    return changeSentence(change, parameter, before, after, span);
  });
}

function changeSentence(change: Change, parameter: Parameter, before: Amount, after: Amount, span: Span): string {
  const { unit, label } = parameter;
  const name = labelWithId(parameter);
  // A label may be half a sentence of its own ("deel dat naar de BAP gaat"), so that a verb behind it would not read.
  const [goes, is] = label === '' ? [' gaat', ' is'] : [':', ':'];
  const zero = dayNumber(span.start);
  const lastDay = dayNumber(span.end) - 1;
  const first = change.from ?? 0;
  const stop = change.through === null ? Infinity : change.through + 1;
  if (zero + first > lastDay) {
    const end = longDate(lastDay);
    return `${name}${label === '' ? '' : ':'} verandert pas op ${longDate(zero + first)}, na de laatste dag van de doorrekening (${end}): geen gevolg.`;
  }
  const grown = Math.min(first + change.ramp, stop);
  const from = formatValue(amountAt(before, first), unit);
  const to = formatValue(grown === stop ? valueBefore(after, stop) : amountAt(after, grown), unit);
  const how = manner(change, unit);
  if (change.from === null && change.through === null) {
    return `${name}${is} ${to} in plaats van ${from}${how}, van ${longDate(zero)} tot en met ${longDate(lastDay)} (de hele doorrekening).`;
  }
  const when =
    grown > first + 1
      ? `tussen ${longDate(zero + first)} en ${longDate(zero + grown - 1)}`
      : `op ${longDate(zero + first)}`;
  return `${name}${goes} van ${from} naar ${to}${how} ${when}${until(change, before, unit, zero, lastDay)}.`;
}

function until(change: Change, before: Amount, unit: string, zero: number, lastDay: number): string {
  if (change.through === null || zero + change.through >= lastDay) {
    return ` en blijft zo tot en met ${longDate(lastDay)} (einde van de doorrekening)`;
  }
  const back = formatValue(amountAt(before, change.through + 1), unit);
  return `, tot en met ${longDate(zero + change.through)}; daarna is het weer ${back}`;
}

function manner({ operation, value }: Change, unit: string): string {
  switch (operation) {
    case 'set':
      return '';
    case 'add': {
      const size = isShare(unit) ? `${dutch(Math.abs(value) * 100)} procentpunt` : formatValue(Math.abs(value), unit);
      return ` (${value < 0 ? 'min' : 'plus'} ${size})`;
    }
    case 'multiply':
      return ` (maal ${dutch(value)})`;
  }
}

/** The value to which an amount tends just before a time. */
function valueBefore(amount: Amount, time: number): number {
  const piece = piecesOf(amount).findLast(({ start }) => start < time);
  return piece === undefined || piece.end > time ? amountAt(amount, time) : piece.last;
}

/** `19,4 %`, `4,5 fte`, `0,008 per maand`, and `1,2` of what has no unit: a factor, a correlation. */
export function formatValue(value: number, unit: string): string {
  if (isShare(unit)) return `${dutch(value * 100)} %`;
  return ['', 'factor', 'correlatie'].includes(unit) ? dutch(value) : `${dutch(value)} ${unit}`;
}
