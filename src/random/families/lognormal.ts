// lognormal: the logarithm is normal; mean and sd are those of the variable itself.

import { negative, notPositive } from '../checks.js';
import { residualFromTail, type Family } from '../law.js';
import { normalCdf, normalQuantile } from '../normal.js';
import { constantLaw } from './constant.js';

export interface Lognormal {
  readonly dist: 'lognormal';
  readonly mean: number;
  readonly sd: number;
}

export const lognormal: Family<Lognormal> = {
  problems: ({ mean, sd }) => [...notPositive('mean', mean), ...negative('sd', sd)],
  law({ mean, sd }) {
    if (sd === 0) return constantLaw(mean);
    const logVariance = Math.log1p((sd / mean) ** 2);
    const logMean = Math.log(mean) - logVariance / 2;
    const logSd = Math.sqrt(logVariance);
    const quantile = (u: number) => Math.exp(logMean + logSd * normalQuantile(u));
    const standard = (elapsed: number) => (Math.log(elapsed) - logMean) / logSd;
    const survival = (elapsed: number) => (elapsed <= 0 ? 1 : normalCdf(-standard(elapsed)));
    return {
      quantile,
      survival,
      residual: residualFromTail({ quantile, survival }, (s) => Math.exp(logMean - logSd * normalQuantile(s))),
      lowest: 0,
      mean,
    };
  },
};
