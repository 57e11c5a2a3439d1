// The grid of one break-even: which scenarios it takes, and what their results say.
import { breakEven, gridOf, type BreakEven } from '../analysis/break-even.js';
import { Lookup } from '../analysis/lookup.js';
import { pairedDifference } from '../analysis/paired.js';
import { volumeAt } from '../analysis/volume-at.js';
import type { PlannedScenario } from '../experiment/plan.js';
import type { Results } from '../measure/series.js';
import type { Change } from '../scenario/change.js';
import type { Parameter } from '../scenario/parameter.js';
import { sweepChange, type Sweep } from '../scenario/shelf.js';
import { sweepSentence, sweepValueText } from '../scenario/sweep-text.js';

export interface Grid {
  readonly values: readonly number[];
  /** One for every value that has to be computed. */
  readonly scenarios: readonly PlannedScenario[];
  /** The first value changes nothing, so it is the base itself. */
  readonly startsAtBase: boolean;
}

/** `changes`: those of the scenario itself; `base`: those of what it is compared with. */
export function gridFor(sweep: Sweep, { id, name, changes }: PlannedScenario, base: readonly Change[]): Grid {
  const values = gridOf(sweep);
  const neutral = sweep.operation === 'multiply' ? 1 : sweep.operation === 'add' ? 0 : NaN;
  const startsAtBase = changes.length === 0 && base.length === 0 && sweep.from === neutral;
  const computed = startsAtBase ? values.slice(1) : values;
  return {
    values,
    startsAtBase,
    scenarios: computed.map((value, index) => ({
      id: `${id}/${String(index + 1)}`,
      name,
      changes: [...changes, sweepChange(sweep, value)],
    })),
  };
}

export interface GridResult {
  readonly found: BreakEven;
  /** Persons at the end less those of the base: [value][draw]. */
  readonly differences: readonly Float64Array[];
}

/** `results`: the base first, then the scenarios of the grid in their order, with the same draws. */
export function readGrid(results: Results, sweep: Sweep, grid: Grid, month: string): GridResult {
  const lookup = new Lookup(results);
  const persons = results.scenarios.map((_, scenario) => volumeAt(lookup, scenario, 'personen', month));
  const [base = new Float64Array(), ...others] = persons;
  const differences = others.map((values) => pairedDifference(values, base));
  if (grid.startsAtBase) differences.unshift(new Float64Array(base.length));
  return { found: breakEven(differences, { from: sweep.from, to: sweep.to, goal: sweep.goalPersons }), differences };
}

/** The first draws of a scenario that was computed already, as the base of a grid. */
export function withBase(base: Results, scenario: number, grid: Results): Results {
  const first = base.values[scenario]?.slice(0, grid.draws) ?? [];
  const named = base.scenarios[scenario];
  if (named === undefined) throw new RangeError(`no scenario ${String(scenario)} in the results`);
  return { ...grid, scenarios: [named, ...grid.scenarios], values: [first, ...grid.values] };
}

/** `moet de herinstroom met 64 % verlagen om 100 te halen (acht van de tien doorrekeningen: tussen 35 % en 90 %)`. */
export function breakEvenText(
  { median, p10, p90, draws, missed }: BreakEven,
  sweep: Sweep,
  parameter: Parameter,
): string {
  const x = (value: number): string => sweepValueText(sweep, value, parameter);
  const goal = new Intl.NumberFormat('nl-NL').format(sweep.goalPersons);
  const missing = `in ${String(missed)} van de ${String(draws)} ook met ${x(sweep.to)} niet`;
  if (!Number.isFinite(median)) {
    const sentence = sweepSentence(sweep, sweep.to, parameter);
    const easy = Number.isFinite(p10) ? `; wie het makkelijkst slaagt, heeft ${x(p10)} nodig` : '';
    return `haalt ${goal} niet: ${sentence} is in ${String(missed)} van de ${String(draws)} doorrekeningen niet genoeg${easy}`;
  }
  const range = Number.isFinite(p90) ? `tussen ${x(p10)} en ${x(p90)}` : `vanaf ${x(p10)}`;
  const note = missed === 0 ? range : `${range}; ${missing}`;
  return `moet ${sweepSentence(sweep, median, parameter)} om ${goal} te halen (acht van de tien doorrekeningen: ${note})`;
}
