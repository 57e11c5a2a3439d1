// Declared chains in experiments: nothing moves that should not.
import { beforeAll, describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/experiment.js';
import type { Results } from '../../src/measure/series.js';
import { changeDate, desk } from './desk.js';

/** Series of whom at least one draw differs from the base, by period. */
function moved({ catalogue, values, scenarios }: Results, id: string): string[] {
  const base = values[0];
  const other = values[scenarios.findIndex((scenario) => scenario.id === id)];
  const differs = (_: unknown, series: number): boolean =>
    base?.some((draw, index) => !Object.is(draw[series], other?.[index]?.[series])) ?? true;
  return catalogue.filter(differs).map(({ period }) => period);
}

describe('an experiment with a declared chain', () => {
  let results: Results;
  beforeAll(async () => {
    results = await runExperiment(desk, { threads: 'inline' });
  });

  it('differs by exactly 0 for a scenario whose changes change nothing', () => {
    expect(moved(results, 'copy')).toEqual([]);
  });

  it.each(['ramp', 'desks'])('leaves every month before %s to the last digit as it was, and moves later ones', (id) => {
    const periods = moved(results, id);
    const lastMonth = (period: string): string | undefined => period.split('..').at(-1)?.slice(0, 7);
    expect(periods.filter((period) => (lastMonth(period) ?? '') < changeDate.slice(0, 7))).toEqual([]);
    expect(periods.length).toBeGreaterThan(0);
  });

  it('gives every draw of the base other values', () => {
    const texts = results.values[0]?.map((draw) => [...draw].join());
    expect(new Set(texts).size).toBe(desk.draws);
  });

  it('names the job whose drawn values the chain cannot have', async () => {
    const template = {
      ...(desk.template as object),
      stations: { balie: { kind: 'router', outcomes: [{ share: '@duur', to: 'exit' }] } },
    };
    await expect(runExperiment({ ...desk, template }, { threads: 'inline' })).rejects.toThrow('stations.balie');
  });
});
