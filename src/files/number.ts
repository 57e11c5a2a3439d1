// Numbers as people write them: 33%, 19,4 %, 0,33, 4,5 fte, 8 maanden; 1.250 is refused with both its readings.
import { isPercentage, plainUnit } from './unit.js';

/** `unit` is what stood behind the number, in the word's plain form ('%', 'maanden', 'fte'); null when nothing did. A percentage is a fraction. */
export type ParsedNumber =
  | { readonly state: 'number'; readonly value: number; readonly unit: string | null }
  | { readonly state: 'mistake'; readonly message: string }
  | { readonly state: 'other' };

export interface NumberOptions {
  /** The decimal sign of the file. The other one is understood too, unless it may be a thousands separator: then it is a mistake. */
  readonly decimal?: ',' | '.';
}

const shape =
  /^(?<euro>€\s*)?(?<sign>[+\-−]?)(?<digits>\d+(?:[.,]\d+)*|[.,]\d+)(?<exponent>e[+-]?\d+)?(?<gap>\s*)(?<unit>%.*|€|\p{L}[^\d]*)?$/iu;
const thousands = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)$/;
const grouped = /^[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+)$/;

/**
 * Reads one number. `other`: this is not a number at all (a name, a date, two numbers). `mistake`: it looks like a number but cannot be
 * read with certainty; the message says how to write it.
 */
export function parseNumber(text: string, { decimal = ',' }: NumberOptions = {}): ParsedNumber {
  const parts = shape.exec(text.trim())?.groups;
  if (parts === undefined) return { state: 'other' };
  const { euro, sign = '', digits = '', exponent = '', unit: written } = parts;
  const unit = euro !== undefined ? 'euro' : written === undefined ? null : plainUnit(written);
  const mantissa = plainDigits(digits, decimal);
  if (typeof mantissa !== 'string') return mantissa;
  // Shifting the exponent keeps 19,4 % at exactly 0.194, where a division by 100 would not.
  const power = (exponent === '' ? 0 : Number(exponent.slice(1))) - (unit !== null && isPercentage(unit) ? 2 : 0);
  const value = Number(`${sign === '−' ? '-' : sign}${mantissa}e${power}`);
  if (!Number.isFinite(value)) return { state: 'mistake', message: `'${text.trim()}' is te groot om mee te rekenen.` };
  // Adding 0 turns -0 into 0: nobody who writes -0 means anything else.
  return { state: 'number', value: value + 0, unit };
}

type Mistaken = Exclude<ParsedNumber, { state: 'number' }>;

function plainDigits(digits: string, decimal: ',' | '.'): string | Mistaken {
  const signs = digits.replace(/\d/g, '');
  if (thousands.test(digits) && (signs.length > 1 || signs !== decimal)) {
    const whole = digits.replace(/[.,]/g, '');
    if (signs.length > 1) return { state: 'mistake', message: `'${digits}' heeft scheidingstekens; schrijf ${whole}.` };
    const fraction = plainDutch(Number(digits.replace(',', '.')));
    return {
      state: 'mistake',
      message: `'${digits}' kan ${whole} of ${fraction} betekenen; schrijf ${whole} of ${fraction}.`,
    };
  }
  if (grouped.test(digits)) {
    const cut = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    return {
      state: 'mistake',
      message: `'${digits}' heeft een scheidingsteken voor duizendtallen; schrijf ${digits.slice(0, cut).replace(/[.,]/g, '')},${digits.slice(cut + 1)}.`,
    };
  }
  return signs.length > 1 ? { state: 'other' } : digits.replace(',', '.');
}

/** Decimal comma, no thousands separator, all digits: `parseNumber` gives the same number back. */
export function plainDutch(value: number): string {
  return String(value).replace('.', ',');
}
