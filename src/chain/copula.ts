// Attributes that go together: a Gaussian copula, in which the uniform of the second follows that of the first.
import { normalCdf, normalQuantile } from '../random/normal.js';

/**
 * The uniform of an attribute tied with correlation `rho` (of normal scores) to one whose uniform is `first`:
 * Φ(ρ·Φ⁻¹(first) + √(1−ρ²)·Φ⁻¹(own)). With ρ = 0 it is `own` itself, to the last bit.
 */
export function tiedRank(own: number, first: number, rho: number): number {
  if (rho === 0) return own;
  return normalCdf(rho * normalQuantile(first) + restOf(rho) * normalQuantile(own));
}

/** P(uniform of the second < `bound` | uniform of the first = `first`). */
export function chanceBelow(bound: number, first: number, rho: number): number {
  if (rho === 0) return bound;
  return normalCdf((normalQuantile(bound) - rho * normalQuantile(first)) / restOf(rho));
}

/** √(1−ρ²), kept above 0 so that a full correlation divides by something. */
function restOf(rho: number): number {
  return Math.max(Math.sqrt(1 - rho * rho), 1e-9);
}
