// The options of a comparison: as they are given, as run.json records them, and as the command that repeats them.
import { basename } from 'node:path';
import { shownPath } from '../../files/mistake.js';
import type { TrendMode } from '../../scenario/trend.js';

export interface CompareOptions {
  readonly organisatie: string;
  readonly tegen: string | undefined;
  readonly doorrekeningen: number;
  readonly startgetal: string;
  readonly rekenkernen: number;
  readonly map: string;
  readonly onzekerheid: boolean;
  readonly trend: TrendMode;
  readonly alles: boolean;
  readonly json: boolean;
  /** A volgkaart that was filled in, to lay beside this comparison. */
  readonly volgkaart?: string | undefined;
  /** A gevoeligheid.csv, to show in the report. */
  readonly gevoeligheid?: string | undefined;
  /** Everything on the shelf of the organisation, its folders included. */
  readonly plank?: boolean;
  /** Draws for each value of a break-even (class B), at most `doorrekeningen`. */
  readonly doorrekeningenOmslag?: number;
  /** Instead of a number of draws: the margin that they must give, as part of the volume. */
  readonly halveBreedte?: number;
  /** A series of one's own in the place of the national trend. */
  readonly trendbestand?: string;
}

/** The options that decide what comes out; the number of threads and the folder do not. */
export function recorded(options: CompareOptions): Readonly<Record<string, string | number | boolean | null>> {
  const {
    organisatie,
    tegen,
    doorrekeningen,
    startgetal,
    onzekerheid,
    trend,
    alles,
    plank = false,
    doorrekeningenOmslag,
    trendbestand,
  } = options;
  const given = {
    ...(plank ? { plank } : {}),
    ...(doorrekeningenOmslag === undefined ? {} : { doorrekeningenOmslag }),
    // The file itself is among the inputs, by its contents.
    ...(trendbestand === undefined ? {} : { trendbestand: basename(trendbestand) }),
  };
  return { organisatie, tegen: tegen ?? null, doorrekeningen, startgetal, onzekerheid, trend, alles, ...given };
}

const quoted = (path: string): string => (/\s/.test(path) ? `"${path}"` : path);

export function commandLine(files: readonly string[], options: CompareOptions, workingDirectory: string): string {
  const parts = ['doorstroom vergelijk', ...files.map(quoted), `--organisatie ${options.organisatie}`];
  if (options.tegen !== undefined) parts.push(`--tegen ${options.tegen}`);
  parts.push(`--doorrekeningen ${String(options.doorrekeningen)}`, `--startgetal ${options.startgetal}`);
  if (options.trend !== 'gerealiseerd') parts.push(`--trend ${options.trend}`);
  if (options.trendbestand !== undefined) {
    parts.push(`--trendbestand ${quoted(shownPath(options.trendbestand, workingDirectory))}`);
  }
  if (!options.onzekerheid) parts.push('--zonder-onzekerheid');
  if (options.doorrekeningenOmslag !== undefined) {
    parts.push(`--doorrekeningen-omslag ${String(options.doorrekeningenOmslag)}`);
  }
  if (options.plank === true) parts.push('--plank');
  if (options.volgkaart !== undefined) {
    parts.push(`--volgkaart ${quoted(options.volgkaart)}`);
  }
  if (options.gevoeligheid !== undefined) parts.push(`--gevoeligheid ${quoted(options.gevoeligheid)}`);
  if (options.alles) parts.push('--alles');
  return parts.join(' ');
}
