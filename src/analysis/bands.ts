// Quantile bands over draws: what the fan in the report is drawn from.
import { quantileSorted } from 'simple-statistics';

export interface Band {
  p10: number;
  p25: number;
  p50: number;
  p75: number;
  p90: number;
}

/** The 10, 25, 50, 75 and 90 % points (type 7: linear between order statistics). Throws on an empty sample. */
export function band(values: ArrayLike<number>): Band {
  const sorted = Array.from(values).sort((a, b) => a - b);
  const at = (p: number): number => quantileSorted(sorted, p);
  return { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) };
}
