// The fingerprints of all input files, for run.json.
import { readFileSync } from 'node:fs';
import { sha256 } from './json.js';
import { compareText, shownPath } from './mistake.js';

/**
 * SHA-256 of the bytes of each file, by its path as the user sees it, in order of path. Throws the system's error when a file is gone: it
 * was read a moment ago.
 */
export function hashInputs(files: readonly string[], workingDirectory: string): Readonly<Record<string, string>> {
  const hashes = files.map((file): [string, string] => [shownPath(file, workingDirectory), sha256(readFileSync(file))]);
  return Object.fromEntries(hashes.sort(([a], [b]) => compareText(a, b)));
}
