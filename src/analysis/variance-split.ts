// How much of the spread of an outcome is chance and how much is not knowing.
import { sampleVariance } from 'simple-statistics';
import { fQuantile } from './f-distribution.js';

export interface VarianceSplit {
  /** Standard deviations over draws, in the unit of the outcome; squared, chance and not knowing add up to the total. */
  total: number;
  chance: number;
  notKnowing: number;
  /** The part of the variance that is not knowing, 0–1, and its interval; 0 where chance alone came out larger than the total. */
  share: number;
  low: number;
  high: number;
  /** False when the interval of the share reaches 0: then the draws cannot tell not knowing from chance. */
  told: boolean;
}

/**
 * Var(total) = E[Var(outcome | parameters)] + Var(E[outcome | parameters]): chance plus not knowing. `uncertain` are the draws in which
 * every draw has its own parameters, `chanceOnly` those in which all parameters stand at their value, so chance is measured at that one
 * point. The ratio of two sample variances, over that of the true ones, follows Fisher's F when outcomes are normal, which gives the
 * interval. Both sets of draws may use the same seeds: that can only make the interval too wide. NaN is left out.
 *
 * Null when one of the sets has fewer than two draws or when nothing spreads.
 */
export function splitVariance(
  uncertain: ArrayLike<number>,
  chanceOnly: ArrayLike<number>,
  level = 0.95,
): VarianceSplit | null {
  const seen = (values: ArrayLike<number>): number[] => Array.from(values).filter((value) => !Number.isNaN(value));
  const [all, luck] = [seen(uncertain), seen(chanceOnly)];
  if (all.length < 2 || luck.length < 2) return null;
  const [total, chance] = [sampleVariance(all), sampleVariance(luck)];
  if (total === 0) return null;
  const ratio = chance / total;
  const known = (quantile: number): number => Math.min(1, Math.max(0, 1 - ratio / quantile));
  const [df1, df2] = [luck.length - 1, all.length - 1];
  const low = known(fQuantile((1 - level) / 2, df1, df2));
  return {
    total: Math.sqrt(total),
    chance: Math.sqrt(Math.min(chance, total)),
    notKnowing: Math.sqrt(Math.max(0, total - chance)),
    share: Math.max(0, 1 - ratio),
    low,
    high: known(fQuantile((1 + level) / 2, df1, df2)),
    told: low > 0,
  };
}
