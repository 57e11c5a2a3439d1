// Verdringing of every scenario, at the share of the tables and at the end of its range.
import { displacement } from '../../analysis/displacement.js';
import { Lookup } from '../../analysis/lookup.js';
import type { ScenarioSummary } from '../../analysis/summary.js';
import { destinationsOf } from '../effects.js';
import { percentage, signed } from '../numbers.js';
import type { Study } from '../study.js';
import type { Extra } from './comparison.js';

const name = 'verdringing.aandeel';

/** The value of the parameter, the middle and the end of its range; 0, 20 and 40 % for who has no such parameter. */
function sharesOf({ organisation }: Study): number[] {
  const parameter = organisation.parameters.byName.get(name);
  if (parameter === undefined) return [0, 0.2, 0.4];
  const high = parameter.high ?? parameter.value;
  return [...new Set([parameter.value, (parameter.value + high) / 2, high])];
}

/** Only for who has something to lose: a lower volume by more work. */
function line({ naam, verdringing, verschilPersonen }: ScenarioSummary): string[] {
  if (verdringing === undefined || verdringing === null || verschilPersonen.soort !== 'lager') return [];
  if (verdringing.doorWerkPersonen.gemiddelde <= 0) return [];
  const at = verdringing.bij
    .filter(({ aandeel }) => aandeel > 0)
    .map(({ aandeel, verschilPersonen: left }) => `${signed(left.gemiddelde)} bij ${percentage(aandeel)}`);
  const turning = verdringing.omslagAandeel;
  const end = turning === null ? 'nooit verwaarloosbaar' : `verwaarloosbaar vanaf ${percentage(turning)}`;
  const without = `${signed(verschilPersonen.gemiddelde)} personen zonder verdringing`;
  return [`Verdringing bij '${naam}': ${[without, ...at].join(', ')}; ${end}.`];
}

export const displaced: Extra = ({ study, plan, results, summary }) => {
  const lookup = new Lookup(results);
  const base = results.scenarios.findIndex(({ id }) => id === plan.scenarios[0]?.id);
  const options = {
    base,
    start: summary.ambitie.begin,
    end: summary.ambitie.eind,
    destinationOf: destinationsOf(study.spec),
    shares: sharesOf(study),
    threshold: summary.drempelPersonen,
  };
  const scenarios = summary.scenarios.map((scenario): ScenarioSummary => {
    const index = results.scenarios.findIndex(({ id }) => id === scenario.id);
    return { ...scenario, verdringing: index === base ? null : displacement(lookup, { ...options, scenario: index }) };
  });
  return { summary: { scenarios }, lines: scenarios.flatMap(line) };
};
