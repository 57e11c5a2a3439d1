// How far fitted numbers can be off because the targets hold chance.
import type { Fit, Knob } from './fit.js';
import { gram, solveSymmetric, type Vector } from './matrix.js';

/** Keeps a direction that no target sees solvable: its margin comes out as hundreds of steps. */
const RIDGE = 1e-5;

/**
 * Half widths of 95 % intervals, in the unit of each knob. With residuals of variance `variances` around the truth and slopes J (per step), the
 * least-squares estimate has covariance (JᵀJ)⁻¹ Jᵀ D J (JᵀJ)⁻¹ (the sandwich; Seber and Wild, Nonlinear Regression, 1989, §2.1).
 */
export function margins({ slopes }: Pick<Fit, 'slopes'>, knobs: readonly Knob[], variances: Vector): number[] {
  const normal = gram(slopes, knobs.length).map((row, i) => row.map((value, j) => (i === j ? value + RIDGE : value)));
  return knobs.map(({ step }, k) => {
    const row = solveSymmetric(
      normal,
      knobs.map((_, j) => (j === k ? 1 : 0)),
    );
    const variance = slopes.reduce((sum, slope, target) => {
      const weight = slope.reduce((total, value, j) => total + value * row[j]!, 0);
      return sum + weight * weight * variances[target]!;
    }, 0);
    return 1.96 * Math.sqrt(variance) * step;
  });
}
