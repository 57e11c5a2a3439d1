// A mistake of the user: where it stands, what was found and what is allowed; and what a loader hands back.
import { isAbsolute, relative, sep } from 'node:path';
import type { Issue } from '../chain/spec/issue.js';

/** Somewhere in a text file; line and column count from 1, columns in characters. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `place` is null when the mistake is about the file as a whole (missing, empty, not text). `message` is Dutch and starts in lower case or with a name. */
export interface Mistake {
  readonly file: string;
  readonly at: { readonly line: number; readonly column: number } | null;
  readonly message: string;
}

/** What every loader returns: a value, or all mistakes at once, in order of file and place. Never both, never an exception for a user's mistake. */
export type Loaded<T> =
  { readonly state: 'ok'; readonly value: T } | { readonly state: 'mistakes'; readonly mistakes: readonly Mistake[] };

export function ok<T>(value: T): Loaded<T> {
  return { state: 'ok', value };
}

export function failed(mistakes: readonly Mistake[]): {
  readonly state: 'mistakes';
  readonly mistakes: readonly Mistake[];
} {
  return { state: 'mistakes', mistakes: sortMistakes(mistakes) };
}

/** The value when nothing was found wrong on the way, else the mistakes. */
export function outcome<T>(value: T, mistakes: readonly Mistake[]): Loaded<T> {
  return mistakes.length === 0 ? ok(value) : failed(mistakes);
}

export function mistakeAt(place: Place, message: string): Mistake {
  return { file: place.file, at: { line: place.line, column: place.column }, message: sentence(message) };
}

export function mistakeInFile(file: string, message: string): Mistake {
  return { file, at: null, message: sentence(message) };
}

/** The floors below leave out the full stop. */
function sentence(message: string): string {
  return /[.?!…]$/.test(message) ? message : `${message}.`;
}

/** What the floors below found in declared data, at the places that only this floor knows. */
export function mistakesOf(issues: readonly Issue[], placeOf: (path: Issue['path']) => Place): Mistake[] {
  return issues.map(({ path, message }) => mistakeAt(placeOf(path), message));
}

/** Leaves out of `later` what stands exactly where something was found already: it is about what reading made of a mistake. */
export function besides(found: readonly Mistake[], later: readonly Mistake[]): Mistake[] {
  const taken = new Set(found.map(placeText));
  return later.filter((mistake) => !taken.has(placeText(mistake)));
}

function placeText({ file, at }: Mistake): string {
  return JSON.stringify([file, at]);
}

/** `scenarios/x.yaml:8:5: …`; the path relative to the working directory, with forward slashes, or as it is when it lies outside. */
export function renderMistake(mistake: Mistake, workingDirectory: string): string {
  const place = mistake.at === null ? '' : `:${mistake.at.line}:${mistake.at.column}`;
  return `${shownPath(mistake.file, workingDirectory)}${place}: ${mistake.message}`;
}

export function shownPath(file: string, workingDirectory: string): string {
  const path = isAbsolute(file) ? relative(workingDirectory, file) : file;
  const shown = path === '' ? '.' : path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? file : path;
  return shown.split(sep).join('/');
}

/** Sorted by file, line, column (mistakes about a whole file first), and the same mistake only once. */
export function sortMistakes(mistakes: readonly Mistake[]): Mistake[] {
  const sorted = [...mistakes].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
      compareText(a.message, b.message),
  );
  return sorted.filter((mistake, index) => {
    const before = sorted[index - 1];
    return before === undefined || renderMistake(before, '') !== renderMistake(mistake, '');
  });
}

/** By code unit: the order may not depend on the language of the machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
