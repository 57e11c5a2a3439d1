// Which groups of parameters a scenario changes, and the scenario in which only one of them is changed.
import type { PlannedScenario } from '../../experiment/plan.js';
import type { Change } from '../../scenario/change.js';
import type { Parameter } from '../../scenario/parameter.js';

/** The `groep` of a parameter that has none. */
const REST = 'overig';

export type Parameters = ReadonlyMap<string, Pick<Parameter, 'group'>>;

function groupOf({ parameter }: Change, parameters: Parameters): string {
  const group = parameters.get(parameter)?.group ?? '';
  return group === '' ? REST : group;
}

/** Two lists of changes are the same when they do the same in the same order. */
export function sameChanges(a: readonly Change[], b: readonly Change[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Groups in which the scenario differs from the base, in the order in which it changes them. */
export function changedGroups(scenario: PlannedScenario, base: PlannedScenario, parameters: Parameters): string[] {
  const within = ({ changes }: PlannedScenario, group: string): Change[] =>
    changes.filter((change) => groupOf(change, parameters) === group);
  const all = new Set([...scenario.changes, ...base.changes].map((change) => groupOf(change, parameters)));
  return [...all].filter((group) => !sameChanges(within(scenario, group), within(base, group)));
}

/** The base with the parameters of one group as the scenario has them. */
export function groupAlone(
  group: string,
  scenario: PlannedScenario,
  base: PlannedScenario,
  parameters: Parameters,
): PlannedScenario {
  const isOf = (change: Change): boolean => groupOf(change, parameters) === group;
  const changes = [...base.changes.filter((change) => !isOf(change)), ...scenario.changes.filter(isOf)];
  return { id: `${scenario.id}: alleen ${group}`, name: `${scenario.name}: alleen ${group}`, changes };
}
