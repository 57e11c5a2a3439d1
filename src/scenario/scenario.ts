// A scenario: dated changes of named parameters, possibly on top of another scenario. The simulator never knows it exists.
import type { Issue } from '../chain/spec/issue.js';
import type { Change } from './change.js';
import { didYouMean } from '../chain/nearest.js';
import { dutch, isShare, legalRange, outside } from './parameter.js';
import type { Parameter } from './parameter.js';
import type { Amount } from '../chain/spec/amount.js';
import type { Shelf } from './shelf.js';
import { applyChange, valueOutside } from './value-over-time.js';

export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly explanation: string;
  readonly source: string;
  readonly organisation: string;
  /** The decision that is asked for, for the first page of the report; null when the author did not say. */
  readonly requestedDecision: string | null;
  /** Id of the scenario whose changes come first; null: none. */
  readonly buildsOn: string | null;
  readonly changes: readonly Change[];
  /** Its place on the shelf; not there for what a command made up. */
  readonly shelf?: Shelf;
}

/** The changes of the scenarios it builds on, then its own. Throws on an unknown or circular `buildsOn`: check first. */
export function allChanges(scenario: Scenario, scenarios: readonly Scenario[]): readonly Change[] {
  return lineage(scenario, scenarios).flatMap(({ changes }) => changes);
}

/** From the first ancestor to the scenario itself. */
function lineage(scenario: Scenario, scenarios: readonly Scenario[]): readonly Scenario[] {
  const line = [scenario];
  for (let id = scenario.buildsOn; id !== null;) {
    const parent = scenarios.find((candidate) => candidate.id === id);
    if (parent === undefined) throw new Error(`scenario '${scenario.id}' builds on unknown '${id}'`);
    if (line.includes(parent)) throw new Error(`scenario '${scenario.id}' builds on itself`);
    line.unshift(parent);
    id = parent.buildsOn;
  }
  return line;
}

/**
 * All mistakes in one scenario. Paths are [field] and ['changes', index, field], in the keys of `Scenario` and `Change`.
 * Ranges are judged on the values of the parameters themselves; a draw that passes a bound is held at it later.
 */
export function checkScenario(
  scenario: Scenario,
  parameters: ReadonlyMap<string, Parameter>,
  scenarios: readonly Scenario[],
): Issue[] {
  const issues: Issue[] = [];
  const inherited = checkLineage(scenario, scenarios, issues);
  const courses = new Map<string, Amount>();
  for (const change of inherited) {
    const parameter = parameters.get(change.parameter);
    if (parameter === undefined) continue;
    courses.set(change.parameter, applyChange(courses.get(change.parameter) ?? parameter.value, change));
  }
  for (const [index, change] of scenario.changes.entries()) {
    const report = (field: keyof Change, message: string): void => {
      issues.push({ path: ['changes', index, field], message });
    };
    const parameter = parameters.get(change.parameter);
    if (parameter === undefined) {
      const known = didYouMean(change.parameter, parameters.keys());
      report('parameter', `parameter '${change.parameter}' bestaat niet in ${scenario.organisation}.${known}`);
    } else if (checkChange(change, parameter, report)) {
      const before = courses.get(change.parameter) ?? parameter.value;
      const after = applyChange(before, change);
      courses.set(change.parameter, after);
      checkRange(before, after, parameter, (message) => {
        report('value', message);
      });
    }
  }
  return issues;
}

function checkLineage(scenario: Scenario, scenarios: readonly Scenario[], issues: Issue[]): readonly Change[] {
  const line = new Set([scenario]);
  const inherited: Change[][] = [];
  for (let current = scenario; current.buildsOn !== null;) {
    const id = current.buildsOn;
    const parent = scenarios.find((candidate) => candidate.id === id);
    if (parent === undefined) {
      const known = didYouMean(
        id,
        scenarios.map((candidate) => candidate.id).filter((other) => other !== scenario.id),
      );
      issues.push({ path: ['buildsOn'], message: `scenario '${id}' bestaat niet.${known}` });
      break;
    }
    if (line.has(parent)) {
      const circle = [...line, parent].map((member) => `'${member.id}'`).join(' op ');
      issues.push({ path: ['buildsOn'], message: `scenario's bouwen in een kring op elkaar voort: ${circle}` });
      return [];
    }
    line.add(parent);
    inherited.unshift([...parent.changes]);
    current = parent;
  }
  return inherited.flat();
}

/** False when the change cannot be applied at all. */
function checkChange(
  change: Change,
  parameter: Parameter,
  report: (field: keyof Change, message: string) => void,
): boolean {
  const { value, from, through, ramp, operation } = change;
  let sound = true;
  const refuse = (field: keyof Change, message: string): void => {
    sound = false;
    report(field, message);
  };
  if (!Number.isFinite(value)) refuse('value', 'is geen getal');
  else if (operation === 'multiply' && value < 0) {
    refuse('value', `een factor kan niet negatief zijn, gevonden ${dutch(value)}`);
  }
  if (parameter.startOnly && (from !== null || through !== null)) {
    refuse(
      from === null ? 'through' : 'from',
      `parameter '${parameter.name}' wordt alleen bij het begin gelezen: een wijziging geldt voor de hele doorrekening, zonder vanaf en tot_en_met`,
    );
  }
  if (!(ramp >= 0)) refuse('ramp', 'ingroei kan niet negatief zijn');
  else if (ramp > 0 && from === null) refuse('ramp', 'ingroei heeft een vanaf nodig');
  if (from !== null && through !== null && through < from) refuse('through', 'tot_en_met ligt voor vanaf');
  return sound;
}

function checkRange(before: Amount, after: Amount, parameter: Parameter, report: (message: string) => void): void {
  const range = legalRange(parameter.unit);
  // A value that was outside already is the mistake of an earlier change, which has been reported.
  if (valueOutside(before, range) !== null) return;
  const found = valueOutside(after, range);
  if (found === null) return;
  const hint = isShare(parameter.unit) && found > 1 ? ' Schrijf 40 % als 40% of 0,40.' : '';
  report(`parameter '${parameter.name}': ${outside(parameter.unit, found)}.${hint}`);
}
