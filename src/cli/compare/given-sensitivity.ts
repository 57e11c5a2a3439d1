// The tornado that a comparison is given: read before anything runs, and shown only when it is about the same files.
import { basename, resolve } from 'node:path';
import { loadSensitivity } from '../../files/load-sensitivity.js';
import { shownPath } from '../../files/mistake.js';
import type { ReportTornado } from '../../report/input.js';
import type { Context } from '../context.js';
import { MistakesFound } from '../failure.js';
import { fingerprintOf } from '../fingerprints.js';
import { unchanged, type Study } from '../study.js';
import type { CompareOptions } from './options.js';

/** Where `gevoeligheid` writes when it is not told otherwise, as seen from the working directory. */
export const usualSensitivity = (organisation: string): string => `reports/gevoeligheid-${organisation}.csv`;

/** The table is always about ongewijzigd beleid on the realised trend: beside another comparison it would say something else. */
function otherQuestion({ tegen, trend, trendbestand }: CompareOptions): string | null {
  if (tegen !== undefined && tegen !== unchanged) return `zij vergelijkt met ongewijzigd beleid en niet met ${tegen}`;
  if (trend !== 'gerealiseerd' || trendbestand !== undefined) return 'zij is gemaakt op de gerealiseerde trend';
  return null;
}

/**
 * What the report is told of it: nothing without `--gevoeligheid`. A table of other files, or beside another question, is said and not shown.
 * Where a table that fits lies ready but was not asked for, the user is told.
 * @throws MistakesFound with the places in the file
 */
export function givenSensitivity(
  study: Study,
  options: CompareOptions,
  context: Context,
): { readonly tornado?: ReportTornado } {
  const { terminal, workingDirectory } = context;
  const fits = (fingerprint: string): boolean => fingerprint === fingerprintOf(study.files, context);
  if (options.gevoeligheid === undefined) {
    const usual = usualSensitivity(options.organisatie);
    const lying = resolve(workingDirectory, usual);
    if (otherQuestion(options) !== null) return {};
    // None there, or one that cannot be read: nobody asked for it, so nothing is said.
    const loaded = loadSensitivity(lying);
    if (loaded.state === 'ok' && fits(loaded.value.fingerprint)) {
      terminal.note(
        `Er is een tabel van de gevoeligheid bij deze bestanden; met --gevoeligheid ${usual} komt zij in het rapport.`,
      );
    }
    return {};
  }
  const file = options.gevoeligheid;
  const loaded = loadSensitivity(file);
  if (loaded.state === 'mistakes') throw new MistakesFound(loaded.mistakes);
  const { fingerprint, swings, dead } = loaded.value;
  const reason =
    otherQuestion(options) ?? (fits(fingerprint) ? null : 'zij is gemaakt met andere scenario’s of een andere invoer');
  if (reason === null) return { tornado: { state: 'fits', file: basename(file), swings, dead } };
  terminal.warn(`${shownPath(file, workingDirectory)} komt niet in het rapport: ${reason}`);
  return { tornado: { state: 'other', file: basename(file), reason } };
}
