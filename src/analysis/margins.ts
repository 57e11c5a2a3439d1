// How far fitted numbers can be off because the targets hold chance.
import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { Fit, Knob } from './fit.js';
import { gram, solveSymmetric, type Vector } from './matrix.js';
import { studentTQuantile } from './student-t.js';

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

/**
 * The same from draws, for targets that one world gives and that hang together (the volumes of successive months): `draws` are the residuals of
 * each draw at the fitted point. Every draw is a world; the shift of the estimate that each would have given, −(JᵀJ)⁻¹ Jᵀ (r − mean r), has
 * the spread of the estimate. The mean of the draws adds 1 part in their number.
 */
export function marginsOfDraws(
  { slopes }: Pick<Fit, 'slopes'>,
  knobs: readonly Knob[],
  draws: readonly Vector[],
): number[] {
  const normal = gram(slopes, knobs.length).map((row, i) => row.map((value, j) => (i === j ? value + RIDGE : value)));
  const centre = slopes.map((_, target) => mean(draws.map((residuals) => residuals[target]!)));
  const shifts = draws.map((residuals) =>
    solveSymmetric(
      normal,
      knobs.map(
        (_, k) => -slopes.reduce((sum, slope, target) => sum + slope[k]! * (residuals[target]! - centre[target]!), 0),
      ),
    ),
  );
  const t = studentTQuantile(0.975, draws.length - 1);
  return knobs.map(
    ({ step }, k) =>
      t * Math.sqrt(1 + 1 / draws.length) * sampleStandardDeviation(shifts.map((shift) => shift[k]!)) * step,
  );
}
