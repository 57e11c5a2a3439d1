// Nothing moves that should not: on the default organisation itself, two doorrekeningen with their own parameter draws.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as Studies from '../../src/cli/study.js';
import type * as Experiment from '../../src/experiment/experiment.js';
import type { PlannedScenario } from '../../src/experiment/plan.js';
import type { Results, Series } from '../../src/measure/series.js';
import { daysBetween } from '../../src/scenario/dates.js';
import { changeOf } from '../scenario/change-of.js';

const root = join(import.meta.dirname, '..', '..');
const built = async (path: string): Promise<unknown> => import(pathToFileURL(join(root, 'dist', path)).href);
const { openStudy, planOf } = (await built('cli/study.js')) as typeof Studies;
const { runExperiment } = (await built('experiment/experiment.js')) as typeof Experiment;

const study = openStudy('arnhem', [], [root]);
const draws = 2;
const changeMonth = '2020-07';
const from = daysBetween(study.spec.run.start, `${changeMonth}-01`);

const none: PlannedScenario = { id: 'basis', name: '', changes: [] };
const copy: PlannedScenario = {
  id: 'kopie',
  name: '',
  changes: [
    changeOf({ parameter: 'werk.fte', operation: 'add', value: 0 }),
    changeOf({ parameter: 'bap.effect', operation: 'multiply', value: 1, from }),
  ],
};
const wide = [changeOf({ parameter: 'bap.aandeel', value: 0.4, from, ramp: 184 })];
const dated: PlannedScenario = {
  id: 'gedateerd',
  name: '',
  changes: [
    ...wide,
    changeOf({ parameter: 'bap.uit_werk', operation: 'add', value: 4, from }),
    changeOf({ parameter: 'werk.primair', value: 0.6, from }),
  ],
};
// Without readings about half of the two hundred places is taken: nobody ever waits for one. In a reading in which the BAP is full it would matter.
const place: PlannedScenario = {
  id: 'een-plaats-meer',
  name: '',
  changes: [changeOf({ parameter: 'bap.caseload', operation: 'add', value: 1 })],
};

const common = { draws, seed: '2018', uncertainty: 'on', trend: 'gerealiseerd' } as const;

/** Series in which at least one draw of two scenarios differs, to the last bit; NaN equals NaN. */
function moved({ catalogue, values }: Results, other: number, base = 0): Series[] {
  return catalogue.filter((_, series) =>
    values[base]?.some((draw, index) => !Object.is(draw[series], values[other]?.[index]?.[series])),
  );
}

/** Of one draw: the sum of the series that a test picks. */
function total(
  { catalogue, values }: Results,
  scenario: number,
  draw: number,
  picks: (series: Series) => boolean,
): number {
  return catalogue.reduce(
    (sum, series, index) => (picks(series) ? sum + (values[scenario]?.[draw]?.[index] ?? NaN) : sum),
    0,
  );
}

const lastMonth = ({ period }: Series): string => (period.split('..').at(-1) ?? '').slice(0, 7);

describe('against the base', () => {
  let results: Results;
  beforeAll(async () => {
    results = await runExperiment(planOf(study, { ...common, scenarios: [none, copy, dated] }), { threads: 2 });
  });

  it('there are thousands of series, some of which have nothing to measure', () => {
    expect(results.catalogue.length).toBeGreaterThan(1000);
    expect(results.values[0]?.[0]?.some(Number.isNaN)).toBe(true);
  });

  it('a scenario that changes nothing differs by exactly 0 on every series', () => {
    expect(moved(results, 1)).toEqual([]);
  });

  it(`a change from ${changeMonth} leaves every earlier month, stand and window to the last bit as it was`, () => {
    const changed = moved(results, 2);
    // Three things look ahead by definition: volume and instroom count a spell from its melding once it is granted, so whoever awaited her
    // decision on the day of the change is counted by what became of her; trajectories and returns follow a cohort for months.
    const undecided = (series: Series): boolean =>
      (series.measure === 'volume' || series.measure === 'instroom') && lastMonth(series) >= '2020-04';
    const early = changed.filter((series) => lastMonth(series) < changeMonth && !undecided(series));
    expect(early.filter(({ measure }) => measure !== 'traject' && measure !== 'herinstroom-na-werk')).toEqual([]);
    expect(changed.length).toBeGreaterThan(100);
  });

  it('more places in a pool that is never full differ by exactly 0 on every series but those of that pool', async () => {
    const plan = planOf(study, { ...common, scenarios: [none, place] });
    const roomy = await runExperiment({ ...plan, readings: [] }, { threads: 2 });
    const others = moved(roomy, 1).filter(({ place: at }) => at !== 'bap-plaatsen');
    expect(others).toEqual([]);
  });

  it('a wider BAP takes clients who are less near to work: a smaller part of them leaves without a diagnosis', () => {
    // Who started in the first full year under the change: all of them have reached their term when the run ends.
    const cohort = (scenario: number, draw: number, what: string): number =>
      total(
        results,
        scenario,
        draw,
        ({ measure, place: at, group, period }) =>
          measure === 'traject' && at === 'bap' && group === what && period === '2020-10..2021-09',
      );
    for (let draw = 0; draw < draws; draw += 1) {
      const gross = (scenario: number): number => 1 - cohort(scenario, draw, 'terug') / cohort(scenario, draw, 'start');
      expect(cohort(2, draw, 'start')).toBeGreaterThan(1.3 * cohort(0, draw, 'start'));
      expect(gross(2)).toBeLessThan(gross(0) - 0.05);
      expect(gross(0)).toBeGreaterThan(0.6);
    }
  });

  it('first applications are exactly those of the base; only who comes back differs, because others have left', () => {
    const applications = moved(results, 2).filter(({ measure }) => measure === 'aanvragen');
    const firsts = Object.keys(study.spec.arrivals);
    expect(applications.filter(({ group }) => firsts.includes(group ?? ''))).toEqual([]);
  });
});

describe('the 690 without a benefit', () => {
  it('stay the same clients in the same months when the BAP is widened, once nobody comes back', async () => {
    // The gate stands before the BAP. A wider BAP reaches it by one way only: who leaves sooner may apply again sooner. Without
    // herinstroom that way is closed, and what is left must be equal to the last bit.
    const { spells, ...rest } = study.organisation.tree;
    const staying = Object.fromEntries(Object.entries(spells ?? {}).filter(([key]) => key !== 'returns'));
    const plan = planOf(study, { ...common, scenarios: [none, { id: 'verbreed', name: '', changes: wide }] });
    const results = await runExperiment({ ...plan, template: { ...rest, spells: staying } }, { threads: 2 });
    const atTheGate = ({ measure, place: at }: Series): boolean =>
      measure === 'aanvragen' || (measure === 'stroom' && (at ?? '').startsWith('intake>'));
    expect(results.catalogue.filter(atTheGate).length).toBeGreaterThan(60);
    expect(moved(results, 1).filter(atTheGate)).toEqual([]);
    const settled = total(
      results,
      1,
      0,
      ({ measure, place: at, unit, period }) =>
        measure === 'stroom' &&
        at === 'intake>exit' &&
        unit === 'aanvragen' &&
        period >= '2018-10' &&
        period <= '2019-09',
    );
    expect(settled).toBeGreaterThan(400);
    expect(moved(results, 1).some(({ measure }) => measure === 'volume')).toBe(true);
  });
});
