// normal: the bell curve, where wanted with a floor that takes the place of every lower value.

import { negative, notFinite } from '../checks.js';
import { residualFromTail, type Family } from '../law.js';
import { normalCdf, normalDensity, normalQuantile } from '../normal.js';
import { constantLaw } from './constant.js';

/** Values below `floor` are set to `floor`, not drawn again: the mean rises accordingly. */
export interface Normal {
  readonly dist: 'normal';
  readonly mean: number;
  readonly sd: number;
  readonly floor?: number | undefined;
}

export const normal: Family<Normal> = {
  problems: ({ mean, sd, floor }) => [
    ...notFinite('mean', mean),
    ...negative('sd', sd),
    ...(floor === undefined ? [] : notFinite('floor', floor)),
  ],
  law({ mean, sd, floor = -Infinity }) {
    if (sd === 0) return constantLaw(Math.max(mean, floor));
    const quantile =
      floor === -Infinity
        ? (u: number) => mean + sd * normalQuantile(u)
        : (u: number) => Math.max(floor, mean + sd * normalQuantile(u));
    const survival = (elapsed: number) => (elapsed <= floor ? 1 : normalCdf((mean - elapsed) / sd));
    return {
      quantile,
      survival,
      residual: residualFromTail({ quantile, survival }, (s) => Math.max(floor, mean - sd * normalQuantile(s))),
      lowest: floor,
      mean: floor === -Infinity ? mean : flooredMean(mean, sd, floor),
    };
  },
};

/** E max(X, floor) = floor + sd·(zΦ(z) + φ(z)) with z = (mean − floor)/sd. */
function flooredMean(mean: number, sd: number, floor: number): number {
  const z = (mean - floor) / sd;
  return floor + sd * (z * normalCdf(z) + normalDensity(z));
}
