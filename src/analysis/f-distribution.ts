// Fisher's F: distribution function and quantile, which simple-statistics lacks.
import { incompleteBeta } from './student-t.js';

/** P(F ≤ x) for `df1` and `df2` degrees of freedom (Abramowitz and Stegun 26.6.2). */
export function fCdf(x: number, df1: number, df2: number): number {
  return x <= 0 ? 0 : incompleteBeta((df1 * x) / (df1 * x + df2), df1 / 2, df2 / 2);
}

/**
 * The value that F stays below with probability `p`, to about 1e-10.
 * @throws RangeError when p is not inside (0, 1) or a number of degrees of freedom is below 1.
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must lie between 0 and 1, not ${p}`);
  if (!(df1 >= 1 && df2 >= 1)) throw new RangeError(`degrees of freedom must be at least 1, not ${df1} and ${df2}`);
  // The share x = df1·F / (df1·F + df2) is inverted, not F: it is bounded, so bisection needs no search for a bracket.
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200 && high - low > Number.EPSILON * low; step += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, df1 / 2, df2 / 2) < p) low = middle;
    else high = middle;
  }
  const x = (low + high) / 2;
  return (df2 * x) / (df1 * (1 - x));
}
