// Does what was simulated agree with what is expected? One rule per kind of expectation.
import { mean, sampleVariance } from 'simple-statistics';
import type { Expectation } from './cases.js';

export interface Verdict {
  readonly mean: number;
  /** Standard error of the mean (or of the variance); NaN where there is none. */
  readonly error: number;
  readonly n: number;
  readonly isGood: boolean;
}

const widest = 3.5;
/** However wide the margin, an exact value is met within two percent. */
const nearest = 0.02;
/** Sums of the same numbers in another order may differ in their last bits. */
const rounding = 1e-9;

/** Mean and variance of the sample with their standard errors; that of the variance from the fourth moment (Rao 1973, 6h.2). */
export function moments(values: readonly number[]) {
  const n = values.length;
  const centre = mean([...values]);
  const variance = sampleVariance([...values]);
  const fourth = values.reduce((sum, value) => sum + (value - centre) ** 4, 0) / n;
  return {
    mean: { value: centre, error: Math.sqrt(variance / n) },
    variance: { value: variance, error: Math.sqrt((fourth - (variance ** 2 * (n - 3)) / (n - 1)) / n) },
  };
}

/** `isShort`: a few draws, whose margin is wider than two percent. `other`: the values of the scenario to be like. */
export function judge(
  { kind, value, error, runs }: Expectation,
  all: Float64Array,
  { isShort, other }: { readonly isShort: boolean; readonly other?: Float64Array },
): Verdict {
  if (kind === 'gelijk') {
    const isGood = other !== undefined && all.every((one, draw) => Object.is(one, other[draw]) && !Number.isNaN(one));
    return { mean: mean([...all]), error: NaN, n: all.length, isGood };
  }
  const values = [...all].filter((one) => !Number.isNaN(one));
  const n = values.length;
  if (n < all.length && kind === 'vast') return { mean: NaN, error: NaN, n, isGood: false };
  if (kind === 'vast') {
    const isGood = values.every((one) => Math.abs(one - value) <= rounding * Math.max(1, Math.abs(value)));
    return { mean: mean(values), error: NaN, n, isGood };
  }
  const found = moments(values)[kind === 'variantie' ? 'variance' : 'mean'];
  const off = Math.abs(found.value - value);
  const isNear = kind === 'gepubliceerd' || isShort || off < nearest * Math.abs(value);
  const isGood =
    off <= widest * Math.hypot(found.error, error, found.error * Math.sqrt(n / runs)) && isNear && found.error > 0;
  return { mean: found.value, error: found.error, n, isGood };
}
