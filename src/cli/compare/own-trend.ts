// A trend series of the user's own, in the columns of the national one, in its place in a comparison.
import { basename, resolve } from 'node:path';
import { loadTrend, type NationalSeries } from '../../files/load-trend.js';
import { MistakesFound, UsageError } from '../failure.js';
import type { CompareOptions } from './options.js';

/**
 * Read before anything runs; null without `--trendbestand`. The ijkpunten keep the national series, which they are about.
 * @throws MistakesFound with the places in the file, UsageError next to `--trend vlak`
 */
export function ownTrend(
  { trendbestand, trend }: Pick<CompareOptions, 'trendbestand' | 'trend'>,
  workingDirectory: string,
): NationalSeries | null {
  if (trendbestand === undefined) return null;
  if (trend === 'vlak') {
    throw new UsageError(
      "--trendbestand en '--trend vlak' gaan niet samen: op een vlakke trend wordt geen reeks gebruikt.",
    );
  }
  const loaded = loadTrend(resolve(workingDirectory, trendbestand));
  if (loaded.state === 'mistakes') throw new MistakesFound(loaded.mistakes);
  return loaded.value;
}

export const ownTrendLabel = ({ file }: NationalSeries): string => `eigen reeks: ${basename(file)}`;
