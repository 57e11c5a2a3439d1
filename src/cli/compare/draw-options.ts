// What every comparison asks of its draws, of scenarios and of ways of working alike: as given, as recorded, as typed.
import { basename } from 'node:path';
import { shownPath } from '../../files/mistake.js';
import type { TrendMode } from '../../scenario/trend.js';

export interface DrawOptions {
  readonly doorrekeningen: number;
  readonly startgetal: string;
  readonly rekenkernen: number;
  readonly map: string;
  readonly onzekerheid: boolean;
  readonly trend: TrendMode;
  /** A series of one's own in the place of the national trend. */
  readonly trendbestand?: string;
  readonly alles: boolean;
  readonly json: boolean;
}

/** The options that decide what comes out; the number of threads and the folder do not. */
export function recordedDraws(options: DrawOptions): Readonly<Record<string, string | number | boolean>> {
  const { doorrekeningen, startgetal, onzekerheid, trend, alles, trendbestand } = options;
  // The file itself is among the inputs, by its contents.
  const own = trendbestand === undefined ? {} : { trendbestand: basename(trendbestand) };
  return { doorrekeningen, startgetal, onzekerheid, trend, alles, ...own };
}

/** A path as it must be typed: with quotes around it when there is a space in it. */
export const quoted = (path: string): string => (/\s/.test(path) ? `"${path}"` : path);

export function typedDraws(options: DrawOptions, workingDirectory: string): string[] {
  const { doorrekeningen, startgetal, onzekerheid, trend, trendbestand } = options;
  return [
    `--doorrekeningen ${String(doorrekeningen)} --startgetal ${startgetal}`,
    ...(trend === 'gerealiseerd' ? [] : [`--trend ${trend}`]),
    ...(trendbestand === undefined ? [] : [`--trendbestand ${quoted(shownPath(trendbestand, workingDirectory))}`]),
    ...(onzekerheid ? [] : ['--zonder-onzekerheid']),
  ];
}
