// Every outcome under each reading of the sources, from the draws that drew it.
import { outcomesOf } from '../../analysis/certainty.js';
import { perReading } from '../../analysis/readings.js';
import { dayNumber } from '../../chain/civil-date.js';
import { drawOf } from '../../experiment/values.js';
import { volumeIndex } from '../../scenario/trend.js';
import type { Addition, Comparison } from './comparison.js';

/** Costs no runs. Nothing without readings, or when only chance was counted: then every draw has the first reading. */
export function readingsOf({ plan, results, summary, ambition }: Comparison): Addition {
  if (plan.readings.length === 0 || plan.uncertainty === 'off') return {};
  const trend = (month: string): number => volumeIndex(plan.trend, dayNumber(`${month}-01`));
  const [distance = new Float64Array(), ...differences] = outcomesOf(results, { ambition, trend });
  const ids = results.scenarios.slice(1).map(({ id }) => id);
  const drawn = Array.from({ length: results.draws }, (_, draw) => drawOf(plan, draw).readings);
  const perLezing = perReading(
    plan.readings,
    distance,
    new Map(differences.map((values, index) => [ids[index] ?? '', values])),
    (draw, set) => drawn[draw]?.get(set),
    summary.drempelPersonen,
  );
  return { summary: { perLezing } };
}
