// Numbers, months and lists as Dutch words.
import type { Estimate } from '../analysis/summary.js';

const formats = new Map<number, Intl.NumberFormat>();

/** `1.250`, `0,5`, `−12`; a true minus sign, and never a negative zero. */
export function number(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return 'onbekend';
  let format = formats.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 0, maximumFractionDigits: digits });
    formats.set(digits, format);
  }
  const text = format.format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** With its sign: `+12`, `−12`, `0`. */
export function signed(value: number, digits = 0): string {
  const text = number(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share 0–1 as `19,4 %`, with a space that does not break. */
export function percent(share: number, digits = 1): string {
  return `${number(share * 100, digits)}\u00a0%`;
}

export function plural(value: number, one: string, many: string): string {
  return `${number(value)} ${number(value) === '1' ? one : many}`;
}

const countWords = 'nul één twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' ');

/** A small count in letters, as Dutch text has it; from thirteen in figures. */
export const countWord = (count: number): string => countWords[count] ?? number(count);

export const persons = (value: number): string => plural(value, 'persoon', 'personen');

/** `8.120 ± 14`, or without the margin when one doorrekening cannot give one. */
export function withMargin({ gemiddelde, marge }: Estimate, digits = 0): string {
  return marge === null ? number(gemiddelde, digits) : `${number(gemiddelde, digits)} ± ${number(marge, digits)}`;
}

/** `−120 ± 14`: a change with its sign. */
export function signedMargin({ gemiddelde, marge }: Estimate, digits = 0): string {
  const text = signed(gemiddelde, digits);
  return marge === null ? text : `${text} ± ${number(marge, digits)}`;
}

/** `a`, `a en b`, `a, b en c`. */
export function listing(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} en ${items.at(-1) ?? ''}`;
}

/** A source reference whose page number stays on the line of its `p.`. */
export function reference(source: string): string {
  return source.replaceAll(/\b(p{1,2}\.) (?=\d)/g, '$1\u00a0');
}

export function capital(text: string): string {
  // The Dutch ij is one letter.
  const length = text.startsWith('ij') ? 2 : 1;
  return text.slice(0, length).toUpperCase() + text.slice(length);
}

/** Keeps the length of a list in its type, which the pictures ask for. */
const tuple = <T extends string[]>(...names: T): T => names;

export const monthNames = tuple(
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
);
export const shortMonthNames = tuple(
  'jan',
  'feb',
  'mrt',
  'apr',
  'mei',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt',
  'nov',
  'dec',
);
export const dayNames = tuple('zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag');
export const shortDayNames = tuple('zo', 'ma', 'di', 'wo', 'do', 'vr', 'za');

function monthIn(names: readonly string[], month: string): string {
  const [year = '', number_ = ''] = month.split('-');
  return `${names[Number(number_) - 1] ?? number_} ${year}`;
}

/** `2018-10` as `oktober 2018`. */
export const longMonth = (month: string): string => monthIn(monthNames, month);
export const shortMonth = (month: string): string => monthIn(shortMonthNames, month);

/** `2018-10..2019-09` as `okt 2018 – sep 2019`, `2019` as it is. */
export function period(text: string): string {
  return text
    .split('..')
    .map((part) => (/^\d{4}-\d{2}$/.test(part) ? shortMonth(part) : part))
    .join(' – ');
}

/** Days in the largest unit that reads well: `3 weken`, `5 dagen`. */
export function duration(days: number): string {
  if (days < 14) return plural(days, 'dag', 'dagen');
  return plural(days / 7, 'week', 'weken');
}
