// The difference of every scenario under each reading of the sources, from the draws that drew it.
import { Lookup } from '../../analysis/lookup.js';
import { pairedDifference } from '../../analysis/paired.js';
import { perReading } from '../../analysis/readings.js';
import { drawOf } from '../../experiment/values.js';
import type { Addition, Comparison } from './comparison.js';

/** Costs no runs. Nothing without readings, or when only chance was counted: then every draw has the first reading. */
export function readingsOf({ plan, results, summary, ambition }: Comparison): Addition {
  if (plan.readings.length === 0 || plan.uncertainty === 'off') return {};
  const lookup = new Lookup(results);
  const base = results.scenarios.findIndex(({ id }) => id === summary.tegen);
  const volume = (scenario: number): Float64Array =>
    lookup.sum(scenario, { measure: 'volume', place: null, group: null, unit: 'personen' }, ambition.end) ??
    new Float64Array(results.draws).fill(NaN);
  const differences = new Map(
    results.scenarios.flatMap(({ id }, scenario) =>
      scenario === base ? [] : [[id, pairedDifference(volume(scenario), volume(base))] as const],
    ),
  );
  const drawn = Array.from({ length: results.draws }, (_, draw) => drawOf(plan, draw).readings);
  const perLezing = perReading(
    plan.readings,
    differences,
    (draw, set) => drawn[draw]?.get(set),
    summary.drempelPersonen,
  );
  return { summary: { perLezing } };
}
