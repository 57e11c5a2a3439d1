// gamma and erlang: a sum of exponential phases, in whole phases (erlang) or not (gamma).

import { notPositive, written } from '../checks.js';
import { gammaQ, gammaQuantile, gammaUpperQuantile } from '../gamma.js';
import { residualFromTail, type Family, type Law } from '../law.js';
import { exponential } from './exponential.js';

/** `cv` is the standard deviation divided by the mean. */
export interface Gamma {
  readonly dist: 'gamma';
  readonly mean: number;
  readonly cv: number;
}

/** `k` phases; `mean` is that of all phases together. */
export interface Erlang {
  readonly dist: 'erlang';
  readonly k: number;
  readonly mean: number;
}

// The incomplete gamma function takes about √shape steps; beyond this shape the spread is too small to matter.
const LARGEST_SHAPE = 1e6;

export const gamma: Family<Gamma> = {
  problems: ({ mean, cv }) => [
    ...notPositive('mean', mean),
    ...notPositive('cv', cv),
    ...(cv > 0 && cv ** -2 > LARGEST_SHAPE
      ? [`'cv' (${written(cv)}) is zo klein dat een vaste waarde beter past (dist: constant)`]
      : []),
  ],
  law: ({ mean, cv }) => gammaLaw(cv ** -2, mean),
};

export const erlang: Family<Erlang> = {
  problems: ({ k, mean }) => [
    ...(Number.isInteger(k) && k >= 1 && k <= LARGEST_SHAPE
      ? []
      : [`'k' moet een heel getal zijn, van 1 tot en met ${LARGEST_SHAPE}; er staat ${written(k)}`]),
    ...notPositive('mean', mean),
  ],
  law: ({ k, mean }) => gammaLaw(k, mean),
};

function gammaLaw(shape: number, mean: number): Law {
  if (shape === 1) return exponential.law({ dist: 'exponential', mean });
  const scale = mean / shape;
  const quantile = (u: number) => scale * gammaQuantile(shape, u);
  const survival = (elapsed: number) => gammaQ(shape, elapsed / scale);
  const residual = residualFromTail({ quantile, survival }, (s) => scale * gammaUpperQuantile(shape, s));
  return { quantile, survival, residual, lowest: 0, mean };
}
