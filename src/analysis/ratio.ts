// The ratio of two means over the same draws, with its margin.
import { mean } from 'simple-statistics';
import { interval, type Interval } from './interval.js';

/**
 * mean(top) / mean(bottom), so that a reader who divides the two printed means finds the printed ratio. The margin is that of the linearised
 * residuals (topᵢ − R · bottomᵢ) / mean(bottom) (Cochran, Sampling Techniques, 3rd ed. 1977, §6.3). Draws in which either is NaN are left
 * out; null when nothing is left or the bottom is zero on average.
 */
export function ratioInterval(top: ArrayLike<number>, bottom: ArrayLike<number>): Interval | null {
  const pairs = Array.from(top, (value, draw) => [value, bottom[draw] ?? NaN] as const).filter(
    ([a, b]) => !Number.isNaN(a) && !Number.isNaN(b),
  );
  if (pairs.length === 0) return null;
  const below = mean(pairs.map(([, b]) => b));
  if (below === 0) return null;
  const ratio = mean(pairs.map(([a]) => a)) / below;
  const spread = interval(pairs.map(([a, b]) => (a - ratio * b) / below));
  return spread === null ? null : { ...spread, mean: ratio };
}
