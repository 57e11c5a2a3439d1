// What the tests of the documents share: the pages, their sections and fenced examples, and a command line that writes to memory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../src/cli/context.js';
import { readPackageInfo } from '../../src/files/package-info.js';

export const root = join(import.meta.dirname, '..', '..');

export function page(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The blocks between fences of one language. */
export function fenced(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, found, body = '']) =>
    found === language ? [body] : [],
  );
}

/** From a heading to the next one of the same or a higher level. */
export function section(text: string, heading: string): string {
  const lines = text.split('\n');
  const from = lines.indexOf(heading);
  if (from < 0) throw new Error(`no heading '${heading}'`);
  const level = /^#+/.exec(heading)?.[0].length ?? 1;
  const length = lines.slice(from + 1).findIndex((line) => (/^(#+) /.exec(line)?.[1]?.length ?? 9) <= level);
  return lines.slice(from, length < 0 ? undefined : from + 1 + length).join('\n');
}

/** Everything between backticks, outside fences. */
export function marked(text: string): Set<string> {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  return new Set([...prose.matchAll(/`([^`\n]+)`/g)].map(([, found = '']) => found));
}

/** The names in the first column of every table, one or more to a cell. */
export function firstColumn(text: string): Set<string> {
  const cells = [...text.matchAll(/^\| (`.*?) +\|/gm)].map(([, cell = '']) => cell);
  return new Set(cells.flatMap((cell) => [...marked(cell)]));
}

/** A context that keeps what is written to stdout. */
export function fakeContext(workingDirectory = root): { context: Context; written: string[] } {
  const written: string[] = [];
  const silent = (): void => undefined;
  const plain = (text: string): string => text;
  const context: Context = {
    terminal: {
      width: 80,
      result: (text) => void written.push(text),
      note: silent,
      warn: silent,
      error: silent,
      strong: plain,
      faint: plain,
      progress: () => ({ at: silent, done: silent }),
    },
    roots: [root],
    workingDirectory,
    info: readPackageInfo(),
    signal: new AbortController().signal,
    exit: silent,
  };
  return { context, written };
}
