// A mean over doorrekeningen with its margin.
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { studentTQuantile } from './student-t.js';

export interface Interval {
  mean: number;
  /** Half the width of the interval, in the unit of the mean; null when one value cannot give one. */
  halfWidth: number | null;
  n: number;
  level: number;
}

/**
 * Student's interval for the mean: x̄ ± t(n−1) · s/√n. NaN values (a draw that had nothing to observe) are left out.
 * Null when nothing is left.
 */
export function interval(values: ArrayLike<number>, level = 0.95): Interval | null {
  const seen = Array.from(values).filter((value) => !Number.isNaN(value));
  const n = seen.length;
  if (n === 0) return null;
  const centre = mean(seen);
  if (n === 1) return { mean: centre, halfWidth: null, n, level };
  const halfWidth = (studentTQuantile((1 + level) / 2, n - 1) * sampleStandardDeviation(seen)) / Math.sqrt(n);
  return { mean: centre, halfWidth, n, level };
}
