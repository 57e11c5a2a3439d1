// weibull: the chance to end falls (shape below 1) or rises (shape above 1) with time.

import { notPositive } from '../checks.js';
import { logGamma } from '../gamma.js';
import type { Family } from '../law.js';

/** Survival is exp(−(t / scale)^shape). */
export interface Weibull {
  readonly dist: 'weibull';
  readonly shape: number;
  readonly scale: number;
}

export const weibull: Family<Weibull> = {
  problems: ({ shape, scale }) => [...notPositive('shape', shape), ...notPositive('scale', scale)],
  law({ shape, scale }) {
    const power = 1 / shape;
    const cumulative = (elapsed: number) => (elapsed <= 0 ? 0 : (elapsed / scale) ** shape);
    return {
      quantile: (u) => scale * (-Math.log(1 - u)) ** power,
      survival: (elapsed) => Math.exp(-cumulative(elapsed)),
      residual: (u, elapsed) => Math.max(0, scale * (cumulative(elapsed) - Math.log(1 - u)) ** power - elapsed),
      lowest: 0,
      mean: scale * Math.exp(logGamma(1 + power)),
    };
  },
};
