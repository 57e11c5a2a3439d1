// Values of command-line options, checked as they are read.
import { InvalidArgumentError } from 'commander';
import { parseMonth } from '../files/month-text.js';

/** A whole number of at least `minimum`. */
export function wholeFrom(minimum: number): (text: string) => number {
  return (text) => {
    if (!/^\d+$/.test(text) || Number(text) < minimum) {
      throw new InvalidArgumentError(`gevonden '${text}'; verwacht een geheel getal vanaf ${String(minimum)}.`);
    }
    return Number(text);
  };
}

/** A startgetal may be any text without a slash: it names a stream of random numbers. */
export function seedText(text: string): string {
  if (text === '' || text.includes('/')) {
    throw new InvalidArgumentError(`gevonden '${text}'; verwacht een getal of woord zonder schuine streep.`);
  }
  return text;
}

/** A part between 0 and 1, as `2%` or `0,02`. */
export function partText(text: string): number {
  const [, digits = '', sign] = /^(\d+(?:[.,]\d+)?)\s*(%)?$/.exec(text.trim()) ?? [];
  const part = digits === '' ? NaN : Number(digits.replace(',', '.')) / (sign === undefined ? 1 : 100);
  if (!(part > 0 && part < 1)) {
    throw new InvalidArgumentError(`gevonden '${text}'; verwacht een deel tussen 0 en 100 %, zoals 2%.`);
  }
  return part;
}

/** A month, as `2020-12`. */
export function monthText(text: string): string {
  const parsed = parseMonth(text);
  if (parsed.state === 'mistake') throw new InvalidArgumentError(`${parsed.message}.`);
  return parsed.month;
}
