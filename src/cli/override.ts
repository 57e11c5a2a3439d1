// `--met naam=waarde`: a parameter at another value for the whole run, written on the command line.
import { InvalidArgumentError } from 'commander';
import { parseNumber } from '../files/number.js';
import type { Change } from '../scenario/change.js';

const operations = { '=': 'set', '+': 'add', '*': 'multiply' } as const;

/** `naam=3`, `naam=40%`, `naam*1,2`, `naam+4`. */
export function parseOverride(text: string): Change {
  const match = /^([^\s=*+]+)([=*+])(.+)$/.exec(text);
  const number = match === null ? null : parseNumber(match[3] ?? '');
  if (match === null || number === null || number.state !== 'number') {
    throw new InvalidArgumentError(`gevonden '${text}'; verwacht naam=waarde, naam*factor of naam+verschil.`);
  }
  const operation = operations[match[2] as keyof typeof operations];
  return { parameter: match[1] ?? '', operation, value: number.value, from: null, through: null, ramp: 0 };
}
