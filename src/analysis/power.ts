// How many clients it takes to tell two shares apart.
import { normalQuantile } from '../random/normal.js';

/**
 * Clients in each of two equal arms so that a difference between the shares `p1` and `p2` is found with probability `power` by a two-sided
 * test at `level`: n = (z₁₋α/₂ √(2 p̄ (1 − p̄)) + z₁₋β √(p₁(1 − p₁) + p₂(1 − p₂)))² / (p₁ − p₂)², with p̄ the mean of the two (Fleiss, Levin and
 * Paik, Statistical Methods for Rates and Proportions, 3rd ed. 2003, §4.2, without continuity correction; the same as R's power.prop.test).
 * Not rounded. Infinite when the shares are equal. The quantile of the normal law is our own, because the one of simple-statistics is good
 * to three figures only.
 * @throws RangeError when a share lies outside 0..1
 */
export function clientsPerArm(p1: number, p2: number, { level = 0.05, power = 0.8 } = {}): number {
  if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1)) {
    throw new RangeError(`shares lie between 0 and 1, not ${p1} and ${p2}`);
  }
  if (p1 === p2) return Infinity;
  const pooled = (p1 + p2) / 2;
  const chance = normalQuantile(1 - level / 2) * Math.sqrt(2 * pooled * (1 - pooled));
  const alternative = normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return ((chance + alternative) / (p1 - p2)) ** 2;
}
