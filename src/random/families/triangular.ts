// triangular: from low to high with the peak at mode.

import { notAscending, notFinite } from '../checks.js';
import { residualFromTail, type Family } from '../law.js';
import { constantLaw } from './constant.js';

export interface Triangular {
  readonly dist: 'triangular';
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

export const triangular: Family<Triangular> = {
  problems: ({ low, mode, high }) => [
    ...notFinite('low', low),
    ...notFinite('mode', mode),
    ...notFinite('high', high),
    ...notAscending('low', low, 'mode', mode),
    ...notAscending('mode', mode, 'high', high),
  ],
  law({ low, mode, high }) {
    if (low === high) return constantLaw(low);
    const width = high - low;
    const belowMode = (mode - low) / width;
    const aboveMode = (high - mode) / width;
    const left = width * (mode - low);
    const right = width * (high - mode);
    const fromBelow = (p: number) => low + Math.sqrt(p * left);
    const fromAbove = (s: number) => high - Math.sqrt(s * right);

    const quantile = (u: number) => (u < belowMode ? fromBelow(u) : fromAbove(1 - u));
    const survival = (elapsed: number) => {
      if (elapsed <= low) return 1;
      if (elapsed >= high) return 0;
      return elapsed < mode ? 1 - (elapsed - low) ** 2 / left : (high - elapsed) ** 2 / right;
    };
    const residual = residualFromTail({ quantile, survival }, (s) => (s > aboveMode ? fromBelow(1 - s) : fromAbove(s)));
    return { quantile, survival, residual, lowest: low, mean: (low + mode + high) / 3 };
  },
};
