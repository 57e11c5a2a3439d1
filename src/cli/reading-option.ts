// The option `--lezing groep=lezing`, as written; what it means for an organisation stands in reading.ts.
import { InvalidArgumentError, Option } from 'commander';

export interface ReadingChoice {
  readonly set: string;
  readonly reading: string;
}

/** `R3=duur` */
function parseReading(text: string): ReadingChoice {
  const [, set = '', reading = ''] = /^\s*([^=\s]+)\s*=\s*([^=\s]+)\s*$/.exec(text) ?? [];
  if (set === '') throw new InvalidArgumentError(`gevonden '${text}'; verwacht groep=lezing.`);
  return { set, reading };
}

export function readingOption(): Option {
  return new Option(
    '--lezing <groep=lezing>',
    'reken met deze uitleg van de bronnen in plaats van de eerste; mag vaker',
  )
    .argParser((text: string, before: ReadingChoice[]) => [...before, parseReading(text)])
    .default([]);
}

/** ` lezing R3=duur`, for the first line of a table; empty without a choice. */
export function choicesText(choices: readonly ReadingChoice[]): string {
  const names = choices.map(({ set, reading }) => `${set}=${reading}`);
  return names.length === 0 ? '' : `, lezing ${names.join(' en ')}`;
}
