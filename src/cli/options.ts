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

/** A month, as `2020-12`. */
export function monthText(text: string): string {
  const parsed = parseMonth(text);
  if (parsed.state === 'mistake') throw new InvalidArgumentError(`${parsed.message}.`);
  return parsed.month;
}
