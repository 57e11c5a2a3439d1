// Runs one case as an organisation is run: the same loader, the same checks, the same experiment; then judges every expectation.
import { join } from 'node:path';
import { mean } from 'simple-statistics';
import { valuesPerDraw } from '../../src/analysis/ijkpunt.js';
import { Lookup } from '../../src/analysis/lookup.js';
import { openStudy, plannedScenario, planOf, unchanged } from '../../src/cli/study.js';
import { runExperiment } from '../../src/experiment/experiment.js';
import type { Roots } from '../../src/files/folders.js';
import type { Case, Expectation } from './cases.js';
import { judge, type Verdict } from './judge.js';

/** From the working directory, because what is compiled stands elsewhere than the tables. */
export const library = join('test', 'validatie');
export const roots: Roots = [library, '.'];
const seed = '2718';

export interface Finding {
  readonly of: Case;
  readonly expected: Expectation;
  readonly verdict: Verdict;
}

/**
 * The ratio of two means, as values per draw: x̄/ȳ plus what each draw adds to it in first order. Their mean is the ratio itself and their spread gives
 * its standard error (the ratio estimator: the mean of the ratios of short runs would be biased).
 */
function ratio(above: Float64Array, below: Float64Array): Float64Array {
  const [x, y] = [mean([...above]), mean([...below])];
  return above.map((value, draw) => (value - (x / y) * (below[draw] ?? NaN)) / y + x / y);
}

/** @throws MistakesFound when the chain or a scenario is wrong, Error when a series is not measured */
export async function runCase(
  one: Case,
  { isShort, threads }: { readonly isShort: boolean; readonly threads: number | 'inline' },
): Promise<Finding[]> {
  const study = openStudy(one.id, 'shelf', roots);
  const base = { id: unchanged, name: 'Ongewijzigd beleid', changes: [] };
  const scenarios = [base, ...study.scenarios.map(({ scenario }) => plannedScenario(scenario, study.all))];
  const draws = isShort ? one.short : one.draws;
  const plan = planOf(study, { scenarios, draws, seed, uncertainty: 'off', trend: 'vlak' });
  const lookup = new Lookup(await runExperiment(plan, { threads }));
  const valuesOf = ({ series, per, what }: Expectation, id: string): Float64Array => {
    const scenario = scenarios.findIndex((candidate) => candidate.id === id);
    if (scenario < 0) throw new Error(`${one.id}: there is no scenario '${id}'`);
    const read = (numerator: string): Float64Array => {
      const row = { numerator, denominator: null, operation: 'som' as const, unit: '' };
      const values = valuesPerDraw(row, { lookup, scenario, window: 'run', index: () => 1 });
      if (Array.isArray(values)) throw new Error(`${one.id}, ${what}: ${values.join('; ')}`);
      return values;
    };
    return per === null ? read(series) : ratio(read(series), read(per));
  };
  return one.expectations.map((expected) => {
    const values = valuesOf(expected, expected.scenario);
    const rules = expected.kind === 'gelijk' ? { isShort, other: valuesOf(expected, expected.like) } : { isShort };
    return { of: one, expected, verdict: judge(expected, values, rules) };
  });
}
