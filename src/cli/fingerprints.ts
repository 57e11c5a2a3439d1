// Fingerprints of what a command read: for run.json, and to tell whether a table was made from these files.
import { isAbsolute } from 'node:path';
import { hashInputs } from '../files/inputs.js';
import { sha256, stableJson } from '../files/json.js';
import { shownPath } from '../files/mistake.js';
import type { Context } from './context.js';

/** Paths as they stand in a folder with data/ and scenarios/, so that a run says the same wherever its files are. */
export function fingerprints(
  files: readonly string[],
  { roots, workingDirectory }: Pick<Context, 'roots' | 'workingDirectory'>,
): Record<string, string> {
  const homeOf = (file: string): string => roots.find((root) => !isAbsolute(shownPath(file, root))) ?? workingDirectory;
  return Object.assign(
    {},
    ...[...new Set(files.map(homeOf))].map((home) =>
      hashInputs(
        files.filter((file) => homeOf(file) === home),
        home,
      ),
    ),
  ) as Record<string, string>;
}

/** One short text for all of it and the version of the program: equal only when the same files were read by the same program. */
export function fingerprintOf(files: readonly string[], context: Context): string {
  return sha256(stableJson({ versie: context.info.version, invoer: fingerprints(files, context) })).slice(0, 12);
}
