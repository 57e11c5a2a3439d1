// How sure a comparison is: one short run with every number at its value, so that chance can be told from not knowing.
import { certainty } from '../../analysis/certainty.js';
import { dayNumber } from '../../chain/civil-date.js';
import { volumeIndex } from '../../scenario/trend.js';
import type { Extra } from './comparison.js';

/** Enough to know a variance within a factor three (chi-square with 11 degrees of freedom), in an eighth of the time of the runs themselves. */
const CHANCE_DRAWS = 12;

/** Nothing when the comparison has no uncertainty, or one draw: there is then nothing to tell apart. */
export const addCertainty: Extra = async ({ plan, results, ambition, run }) => {
  if (plan.uncertainty === 'off' || plan.draws < 2) return {};
  const chanceOnly = await run(plan.scenarios, 'Toeval en niet-weten uit elkaar halen', {
    uncertainty: 'off',
    draws: Math.min(CHANCE_DRAWS, plan.draws),
    measures: ['volume'],
  });
  const trend = (month: string): number => volumeIndex(plan.trend, dayNumber(`${month}-01`));
  return { summary: { zekerheid: certainty(plan, results, chanceOnly, { ambition, trend }) } };
};
