// exponential: the chance to end is the same at every moment.

import { notPositive } from '../checks.js';
import type { Family } from '../law.js';

export interface Exponential {
  readonly dist: 'exponential';
  readonly mean: number;
}

export const exponential: Family<Exponential> = {
  problems: ({ mean }) => notPositive('mean', mean),
  law({ mean }) {
    // 1 − u is exact for every u that a stream gives, so the plain logarithm loses nothing against log1p and is faster.
    const quantile = (u: number) => -mean * Math.log(1 - u);
    return {
      quantile,
      survival: (elapsed) => (elapsed <= 0 ? 1 : Math.exp(-elapsed / mean)),
      residual: (u, elapsed) => quantile(u) - Math.min(0, elapsed),
      lowest: 0,
      mean,
    };
  },
};
