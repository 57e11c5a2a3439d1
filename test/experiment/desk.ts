// A plan of a real, small chain: a desk with a queue, over three and a half years, under four scenarios.
import { daysBetween } from '../../src/scenario/dates.js';
import type { Plan } from '../../src/experiment/plan.js';
import { changeOf } from '../scenario/change-of.js';
import { parameterOf } from '../scenario/parameter-of.js';

/** The day from which the scenarios `ramp` and `desks` differ. */
export const changeDate = '2020-07-01';
const from = daysBetween('2017-10-01', changeDate);

export const desk: Plan = {
  template: {
    organisation: 'toets',
    label: 'Balie met wachtrij',
    run: { start: '2017-10-01', end: '2021-04-01', measureFrom: '2018-10-01' },
    roles: { entry: 'balie' },
    pools: { balies: { kind: 'places', capacity: { sum: ['@balies', '-@balies.elders'] } } },
    stations: {
      balie: {
        kind: 'service',
        pools: [{ pool: 'balies' }],
        duration: { dist: 'exponential', mean: '@duur', unit: 'days' },
        outcomes: [
          { share: '@aandeel', to: 'nagesprek' },
          { rest: true, to: 'exit' },
        ],
      },
      nagesprek: {
        kind: 'delay',
        duration: { dist: 'constant', value: 7, unit: 'days' },
        outcomes: [{ rest: true, to: 'exit' }],
      },
    },
    arrivals: { inwoners: { rate: { perYear: '@instroom' } } },
  },
  start: '2017-10-01',
  parameters: [
    parameterOf({ name: 'instroom', value: 300, low: 280, high: 320, unit: 'per jaar' }),
    parameterOf({ name: 'duur', value: 2, low: 1.8, high: 2.4, unit: 'dagen', distribution: 'driehoek' }),
    parameterOf({ name: 'aandeel', value: 0.3, low: 0.2, high: 0.4, unit: 'aandeel' }),
    parameterOf({ name: 'balies', value: 3, unit: 'plaatsen' }),
    parameterOf({ name: 'balies.elders', value: 1, unit: 'plaatsen' }),
  ],
  readings: [],
  trend: { mode: 'vlak', quarters: [] },
  scenarios: [
    { id: 'base', name: '', changes: [] },
    { id: 'copy', name: '', changes: [changeOf({ parameter: 'balies', operation: 'add', value: 0 })] },
    {
      id: 'ramp',
      name: '',
      changes: [
        changeOf({ parameter: 'aandeel', value: 0.9, from, ramp: 184 }),
        changeOf({ parameter: 'instroom', operation: 'multiply', value: 1.5, from, ramp: 365 }),
      ],
    },
    { id: 'desks', name: '', changes: [changeOf({ parameter: 'balies.elders', value: 2, from })] },
  ],
  seed: '2018',
  draws: 6,
  uncertainty: 'on',
};
