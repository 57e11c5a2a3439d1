// uniform: every value between low and high is as likely as the next.

import { notAscending, notFinite } from '../checks.js';
import { residualFromTail, type Family } from '../law.js';
import { constantLaw } from './constant.js';

export interface Uniform {
  readonly dist: 'uniform';
  readonly low: number;
  readonly high: number;
}

export const uniform: Family<Uniform> = {
  problems: ({ low, high }) => [
    ...notFinite('low', low),
    ...notFinite('high', high),
    ...notAscending('low', low, 'high', high),
  ],
  law({ low, high }) {
    if (low === high) return constantLaw(low);
    const width = high - low;
    const quantile = (u: number) => low + width * u;
    const survival = (elapsed: number) => Math.min(1, Math.max(0, (high - elapsed) / width));
    const residual = residualFromTail({ quantile, survival }, (s) => high - width * s);
    return { quantile, survival, residual, lowest: low, mean: low + width / 2 };
  },
};
