// Splits each scenario's difference into its groups of changes, with an extra run for each group that is not yet a scenario.
import { decompose, type GroupRun } from '../../analysis/decomposition.js';
import { Lookup } from '../../analysis/lookup.js';
import { dayNumber } from '../../chain/civil-date.js';
import type { PlannedScenario } from '../../experiment/plan.js';
import { volumeIndex } from '../../scenario/trend.js';
import type { Addition, Comparison } from './comparison.js';
import { changedGroups, groupAlone, sameChanges } from './groups.js';

interface Wanted {
  readonly group: string;
  readonly alone: PlannedScenario;
}

/** Per scenario its groups; a single group is the scenario itself. */
function wantedOf({ plan, study }: Comparison, base: PlannedScenario): Wanted[][] {
  const parameters = study.organisation.parameters.byName;
  return plan.scenarios.map((scenario) => {
    const groups = changedGroups(scenario, base, parameters);
    return groups.map((group) => ({
      group,
      alone: groups.length === 1 ? scenario : groupAlone(group, scenario, base, parameters),
    }));
  });
}

export async function addDecomposition(comparison: Comparison): Promise<Addition> {
  const { plan, results, summary, ambition } = comparison;
  const [base] = plan.scenarios;
  if (base === undefined) return {};
  const wanted = wantedOf(comparison, base);
  const missing: PlannedScenario[] = [];
  for (const { alone } of wanted.flat()) {
    const isThere = [...plan.scenarios, ...missing].some(({ changes }) => sameChanges(changes, alone.changes));
    if (!isThere) missing.push(alone);
  }
  const extra =
    missing.length === 0
      ? null
      : await comparison.run(missing, 'Groepen van wijzigingen apart', { measures: ['volume'] });
  const lookup = new Lookup(results);
  const extraLookup = extra === null ? null : new Lookup(extra);
  const runOf = ({ group, alone }: Wanted): GroupRun => {
    const isIt = ({ changes }: PlannedScenario): boolean => sameChanges(changes, alone.changes);
    const own = plan.scenarios.findIndex(isIt);
    if (own >= 0 || extraLookup === null) return { group, lookup, scenario: own };
    return { group, lookup: extraLookup, scenario: missing.findIndex(isIt) };
  };
  const trend = (month: string): number => volumeIndex(plan.trend, dayNumber(`${month}-01`));
  return {
    summary: {
      scenarios: summary.scenarios.map((scenario, index) => {
        if (index === 0) return scenario;
        const groups = (wanted[index] ?? []).map(runOf);
        return { ...scenario, ontleding: decompose(lookup, { scenario: index, base: 0, ambition, trend, groups }) };
      }),
    },
  };
}
