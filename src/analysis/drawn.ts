// What every draw of a plan took for the uncertain numbers, drawn again here: draws are keyed by name, so no run has to hand them over.
import { bindBase, drawOf } from '../experiment/values.js';
import type { Plan } from '../experiment/plan.js';
import { isDrawn } from '../scenario/parameter.js';
import { trendNames } from '../scenario/trend.js';
import type { Drawn, DrawnNumber } from './influence.js';

/** The parameters that the chain of some scenario of the plan reads, by its own name or through the national trend. */
export function readNames(plan: Plan): Set<string> {
  const used = new Set(plan.scenarios.flatMap((scenario) => [...bindBase(plan, scenario).used]));
  const { inflow, outflow, ...response } = trendNames;
  if (plan.trend.mode !== 'vlak' && (used.has(inflow) || used.has(outflow))) {
    for (const name of Object.values(response)) used.add(name);
  }
  return used;
}

/** The numbers that are drawn and that some chain of the plan reads, and the sets of readings that hold more than one. */
export function drawnIn(plan: Plan): Drawn[] {
  if (plan.uncertainty === 'off') return [];
  const used = readNames(plan);
  const draws = Array.from({ length: plan.draws }, (_, draw) => drawOf(plan, draw));
  const readings = plan.readings
    .filter((set) => set.readings.length > 1)
    .map((set) => ({
      kind: 'lezing' as const,
      name: set.id,
      labels: draws.map(({ readings: chosen }) => chosen.get(set.id) ?? ''),
      touches: new Set(set.readings.flatMap(({ overlays }) => overlays.map(({ parameter }) => parameter))),
    }));
  const numbers = plan.parameters
    .filter((parameter) => isDrawn(parameter) && used.has(parameter.name))
    .map(({ name }): DrawnNumber => {
      const by = readings.filter(({ touches }) => touches.has(name));
      return {
        kind: 'getal',
        name,
        values: draws.map(({ values }) => values.get(name) ?? NaN),
        within: by.length === 0 ? null : draws.map((_, draw) => by.map(({ labels }) => labels[draw] ?? '').join('|')),
      };
    });
  return [...numbers, ...readings.map(({ kind, name, labels }) => ({ kind, name, labels }))];
}
