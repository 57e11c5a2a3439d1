// Twins: which runs it takes to see each programme without its effect.
import { describe, expect, test } from 'vitest';
import { findTwin, neutralise, twinId, twins } from '../../src/cli/twins.js';
import type { Study } from '../../src/cli/study.js';

const programme = (...effectParameters: string[]): object => ({
  kind: 'delay',
  duration: 1,
  effectParameters,
  outcomes: [{ rest: true, to: 'exit' }],
});
const stations = {
  poort: {
    kind: 'router',
    outcomes: [
      { share: 0.2, to: 'bap' },
      { share: 0.3, to: 'programma' },
      { share: 0, to: 'pilot' },
      { rest: true, to: 'scalabor' },
    ],
  },
  bap: programme('bap.effect'),
  programma: programme('programma.tijdens', 'programma.na'),
  scalabor: programme('programma.na', 'programma.tijdens'),
  pilot: programme('pilot.effect'),
};
const study = {
  spec: {
    run: { unit: 'days', start: '2018-01-01', end: 100 },
    roles: { entry: 'poort' },
    pools: {},
    attributes: {},
    arrivals: { bron: { rate: { perYear: 100 } } },
    stations,
  },
} as unknown as Study;
const change = { parameter: 'bap.aandeel', operation: 'set', value: 0.4, from: null, through: null, ramp: 0 } as const;

describe('twins', () => {
  test('are one run for each set of effect parameters, whatever their order', () => {
    expect(twins(study, []).map(({ id }) => id)).toEqual(['zonder effect: bap', 'zonder effect: programma']);
    expect(twinId(study, 'scalabor')).toBe('zonder effect: programma');
    expect(twinId(study, 'poort')).toBeUndefined();
  });

  test('of a programme that nobody comes to are not run, but its effect can be taken away where a scenario opens it', () => {
    expect(twins(study, []).some(({ id }) => id.includes('pilot'))).toBe(false);
    expect(neutralise(study, 'pilot').map(({ parameter, value }) => [parameter, value])).toEqual([['pilot.effect', 1]]);
  });

  test('keep the changes of the run and put every factor at 1', () => {
    const [bap] = twins(study, [change]);
    expect(bap?.changes).toEqual([change, { ...change, parameter: 'bap.effect', value: 1 }]);
    expect(neutralise(study, 'scalabor').map(({ parameter, value }) => [parameter, value])).toEqual([
      ['programma.na', 1],
      ['programma.tijdens', 1],
    ]);
  });

  test('are found among the scenarios of a run, also behind the name of a point', () => {
    const run = [{ id: 'basis' }, { id: 'zonder effect: programma' }, { id: 'punt 1 zonder effect: programma' }];
    expect(['programma', 'scalabor', 'bap', 'poort'].map(findTwin(study, run))).toEqual([1, 1, -1, -1]);
    expect(findTwin(study, run, 'punt 1 ')('scalabor')).toBe(2);
  });
});
