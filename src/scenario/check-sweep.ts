// Mistakes in the sweep of a scenario: each end of it must be allowed as a change on top of the scenario's own.
import type { Issue } from '../chain/spec/issue.js';
import type { Parameter } from './parameter.js';
import { checkScenario, type Scenario } from './scenario.js';
import { sweepChange, type Sweep } from './shelf.js';

const fields = { parameter: 'parameter', operation: 'operation', from: 'day' } as const;

/** Paths are ['sweep', field], in the keys of `Sweep`. */
export function checkSweep(
  scenario: Scenario,
  sweep: Sweep,
  parameters: ReadonlyMap<string, Parameter>,
  scenarios: readonly Scenario[],
): Issue[] {
  const issues: Issue[] = [];
  const { from, to, goalPersons } = sweep;
  if (sweep.parameter === '') return issues;
  for (const end of ['from', 'to'] as const) {
    // What could not be read has been reported.
    if (Number.isNaN(sweep[end])) continue;
    const changes = [...scenario.changes, sweepChange(sweep, sweep[end])];
    for (const { path, message } of checkScenario({ ...scenario, changes }, parameters, scenarios)) {
      if (path[0] !== 'changes' || path[1] !== scenario.changes.length) continue;
      const field = Object.entries(fields).find(([name]) => name === path[2])?.[1] ?? end;
      // What is wrong with the parameter is wrong at both ends, and told once.
      if (field === end || end === 'from' || Number.isNaN(from)) issues.push({ path: ['sweep', field], message });
    }
  }
  if (from === to) issues.push({ path: ['sweep', 'to'], message: 'van en tot zijn gelijk' });
  if (!(goalPersons > 0)) {
    issues.push({ path: ['sweep', 'goalPersons'], message: 'doel_personen is een aantal boven 0' });
  }
  return issues;
}
