// The options of a comparison of scenarios: as they are given, as run.json records them, and as the command that repeats them.
import { shownPath } from '../../files/mistake.js';
import { quoted, recordedDraws, typedDraws, type DrawOptions } from './draw-options.js';

export interface CompareOptions extends DrawOptions {
  readonly organisatie: string;
  readonly tegen: string | undefined;
  /** A volgkaart that was filled in, to lay beside this comparison. */
  readonly volgkaart?: string | undefined;
  /** A gevoeligheid.csv, to show in the report; an absolute path, as is that of the volgkaart. */
  readonly gevoeligheid?: string | undefined;
  /** Everything on the shelf of the organisation, its folders included. */
  readonly plank?: boolean;
  /** Draws for each value of a break-even (class B), at most `doorrekeningen`. */
  readonly doorrekeningenOmslag?: number;
  /** Instead of a number of draws: the margin that they must give, as part of the volume. */
  readonly halveBreedte?: number;
}

export function recorded(options: CompareOptions): Readonly<Record<string, string | number | boolean | null>> {
  const { organisatie, tegen, plank = false, doorrekeningenOmslag } = options;
  return {
    organisatie,
    tegen: tegen ?? null,
    ...recordedDraws(options),
    ...(plank ? { plank } : {}),
    ...(doorrekeningenOmslag === undefined ? {} : { doorrekeningenOmslag }),
  };
}

export function commandLine(files: readonly string[], options: CompareOptions, workingDirectory: string): string {
  const { organisatie, tegen, doorrekeningenOmslag, plank = false, volgkaart, gevoeligheid, alles } = options;
  const path = (file: string): string => quoted(shownPath(file, workingDirectory));
  return [
    'doorstroom vergelijk',
    ...files.map(quoted),
    `--organisatie ${organisatie}`,
    ...(tegen === undefined ? [] : [`--tegen ${tegen}`]),
    ...typedDraws(options, workingDirectory),
    ...(doorrekeningenOmslag === undefined ? [] : [`--doorrekeningen-omslag ${String(doorrekeningenOmslag)}`]),
    ...(plank ? ['--plank'] : []),
    ...(volgkaart === undefined ? [] : [`--volgkaart ${path(volgkaart)}`]),
    ...(gevoeligheid === undefined ? [] : [`--gevoeligheid ${path(gevoeligheid)}`]),
    ...(alles ? ['--alles'] : []),
  ].join(' ');
}
