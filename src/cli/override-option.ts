// The option `--met naam=waarde`, as written; what it changes in an organisation stands in override.ts.
import { InvalidArgumentError } from 'commander';
import type { Operation } from '../scenario/change.js';

export interface Override {
  readonly text: string;
  readonly parameter: string;
  readonly operation: Operation;
  readonly value: string;
}

const operations = { '=': 'set', '+': 'add', '*': 'multiply' } as const;

/** `naam=3`, `naam=40%`, `naam*1,2`, `naam+4`. */
export function parseOverride(text: string): Override {
  const [, parameter = '', sign = '', value = ''] = /^\s*([^\s=*+]+)\s*([=*+])(.*)$/s.exec(text) ?? [];
  if (parameter === '') {
    throw new InvalidArgumentError(`gevonden '${text}'; verwacht naam=waarde, naam*factor of naam+verschil.`);
  }
  return { text, parameter, operation: operations[sign as keyof typeof operations], value };
}
