// Mistakes of shape in Dutch: what zod says about one value, put in words for whoever wrote the file.
import { z } from 'zod';
import { didYouMean } from '../nearest.js';
import { listed, shown } from './context.js';

/** What zod found, as this program needs it; `message` of an unknown key holds the allowed keys. */
export type Found = z.core.$ZodIssue;

const types: Readonly<Record<string, string>> = {
  number: 'een getal',
  int: 'een heel getal',
  string: 'een tekst',
  boolean: 'true of false',
  object: 'een blok',
  record: 'een blok',
  array: 'een lijst',
  tuple: 'een lijst',
};

const separator = '\n';
const dutch = z.locales.nl().localeError;

/** Handed to zod with each parse. Unknown keys carry the allowed ones along, since the issue itself does not know them. */
export const errorMap: z.core.$ZodErrorMap = (raw) => {
  if (raw.code === 'unrecognized_keys') {
    return raw.inst instanceof z.ZodObject ? Object.keys(raw.inst.shape).join(separator) : '';
  }
  return dutch(raw);
};

/** A value as the writer of the file knows it. */
export function display(value: unknown): string {
  if (typeof value === 'string') return value.length > 40 ? `'${value.slice(0, 40)}…'` : `'${value}'`;
  if (typeof value === 'number') return Number.isFinite(value) ? shown(value) : String(value);
  if (typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return 'niets';
  if (Array.isArray(value)) return 'een lijst';
  return typeof value === 'object' ? 'een blok' : 'iets anders';
}

/** What would have been right, each way once; empty when the issue is about something else than a wrong value. */
export function expectations(issue: Found): string[] {
  if (issue.code === 'invalid_type') return [types[issue.expected] ?? issue.expected];
  if (issue.code === 'invalid_value') {
    return issue.values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
  }
  return issue.code === 'invalid_union' ? [...new Set(issue.errors.flat().flatMap(expectations))] : [];
}

/** A sentence about one value, without its place. */
export function worded(issue: Found, value: unknown): string {
  const missing = value === undefined;
  switch (issue.code) {
    case 'invalid_type':
      return plainly(issue, value);
    case 'invalid_value': {
      const names = issue.values.map(String);
      const hint = typeof value === 'string' ? didYouMean(value, names) : '';
      return missing
        ? `ontbreekt; kies uit ${listed(names)}`
        : `verwacht ${listed(names)}, gevonden ${display(value)}.${hint}`.replace(/\.$/, '');
    }
    case 'invalid_union':
      return unionWords(issue, value);
    case 'too_small':
    case 'too_big':
      return limit(issue, value);
    default:
      return issue.message;
  }
}

function plainly(issue: Found, value: unknown): string {
  const wanted = listed(expectations(issue));
  return value === undefined ? `ontbreekt; verwacht ${wanted}` : `verwacht ${wanted}, gevonden ${display(value)}`;
}

function unionWords(issue: z.core.$ZodIssueInvalidUnion, value: unknown): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  if (options.length === 0) return plainly(issue, value);
  if (value === undefined) return `ontbreekt; kies uit ${listed(options)}`;
  const hint = typeof value === 'string' ? didYouMean(value, options) : '';
  return `${display(value)} bestaat hier niet; kies uit ${listed(options)}.${hint}`.replace(/\.$/, '');
}

function limit(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, value: unknown): string {
  const small = issue.code === 'too_small';
  const bound = Number(small ? issue.minimum : issue.maximum);
  if (issue.origin === 'array') return `verwacht ${small ? 'minstens' : 'hoogstens'} ${bound} in deze lijst`;
  const inclusive = issue.inclusive === true;
  const words = small ? (inclusive ? 'minstens' : 'meer dan') : inclusive ? 'hoogstens' : 'minder dan';
  return `moet ${words} ${shown(bound)} zijn, gevonden ${display(value)}`;
}

/** One sentence per unknown key. A bare number beside other keys is what `{ mean: 3,5 }` becomes: YAML reads the comma as the next entry. */
export function unknownKey(key: string, allowed: readonly string[], owner: unknown): string {
  if (/^\d+$/.test(key)) {
    const numbers =
      typeof owner === 'object' && owner !== null
        ? Object.entries(owner).filter(([name, value]) => allowed.includes(name) && Number.isInteger(value))
        : [];
    const [only] = numbers;
    const better = numbers.length === 1 && only !== undefined ? `${only[0]}: ${String(only[1])}.${key}` : `3.${key}`;
    return `'${key}' staat hier los. Een decimale komma tussen accolades? Schrijf ${better}, of zet het getal op een eigen regel`;
  }
  const hint = didYouMean(key, allowed);
  return `'${key}' is hier onbekend.${hint === '' ? ` Bekend: ${listed(allowed)}.` : hint}`;
}

export function allowedKeys(issue: z.core.$ZodIssueUnrecognizedKeys): string[] {
  return issue.message === '' ? [] : issue.message.split(separator);
}
