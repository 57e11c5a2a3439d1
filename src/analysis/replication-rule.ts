// How many doorrekeningen are enough: until the margin is a small part of the mean, and stays so.
import { studentTQuantile } from './student-t.js';

/** Fewer values may agree by luck. */
const fewest = 3;
/** Values to look ahead at a hundred; more of them later, in proportion. */
const lookAheadAtHundred = 5;

/** f(k, n) = ⌊k·max(n, 100)/100⌋ with k = 5 (Hoad, Robinson and Davies 2010, "Automated selection of the number of replications"). */
export function lookAhead(n: number): number {
  return Math.floor((lookAheadAtHundred * Math.max(n, 100)) / 100);
}

/** Half the width of the 95 % interval as part of the mean, after each value: NaN for the first. Welford's sums, so that none is lost. */
function precisions(values: ArrayLike<number>): number[] {
  let mean = 0;
  let squares = 0;
  return Array.from(values, (value, index) => {
    const n = index + 1;
    const off = value - mean;
    mean += off / n;
    squares += off * (value - mean);
    if (n === 1) return NaN;
    return (studentTQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n)) / Math.abs(mean);
  });
}

/**
 * The first n at which the half width is at most `part` of the mean and stays so for `lookAhead(n)` values more (Law and Kelton's sequential rule
 * with the look-ahead of Hoad e.a.). Null when these values do not show it: more are needed.
 */
export function enoughReplications(values: ArrayLike<number>, part: number): number | null {
  const reached = precisions(values);
  for (let n = fewest; n + lookAhead(n) <= reached.length; n += 1) {
    if (reached.slice(n - 1, n + lookAhead(n)).every((precision) => precision <= part)) return n;
  }
  return null;
}
