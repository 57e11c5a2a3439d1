// A plan and a model for tests: the model reports what it was given, and the luck of one client.
import type { Model } from '../../src/experiment/model.js';
import type { Plan } from '../../src/experiment/plan.js';
import { amountAt } from '../../src/chain/spec/amount.js';
import type { Amount } from '../../src/chain/spec/amount.js';
import type { Series } from '../../src/measure/series.js';
import { changeOf } from '../scenario/change-of.js';
import { parameterOf } from '../scenario/parameter-of.js';

export const plan: Plan = {
  template: { fte: '@bap.fte', share: '@bap.aandeel', inflow: { product: [2110, '@trend.instroom'] } },
  start: '2017-10-01',
  parameters: [
    parameterOf({ name: 'bap.fte', value: 6, low: 5, high: 8, unit: 'fte' }),
    parameterOf({ name: 'bap.aandeel', value: 0.194, low: 0.189, high: 0.199, unit: 'aandeel' }),
    ...['trend.niveau_instroom', 'trend.niveau_uitstroom', 'trend.gevoeligheid'].map((name) =>
      parameterOf({ name, value: 1 }),
    ),
  ],
  readings: [],
  trend: { mode: 'vlak', quarters: [] },
  scenarios: [
    { id: 'ongewijzigd', name: 'Ongewijzigd beleid', changes: [] },
    {
      id: 'breder',
      name: 'BAP breder',
      changes: [changeOf({ parameter: 'bap.aandeel', operation: 'add', value: 0.9, from: 638 })],
    },
  ],
  seed: 'proef',
  draws: 3,
  uncertainty: 'on',
};

const series = (measure: string): Series => ({ measure, place: null, group: null, period: '2018-10', unit: '' });

interface FakeChain {
  fte: Amount;
  share: Amount;
  inflow: Amount;
}

/** Series: fte, share at the start, share after the change, inflow, luck of a client, first number of a source. */
export const model: Model = {
  catalogue: () => ['fte', 'share', 'later', 'inflow', 'luck', 'source'].map(series),
  simulate: (tree, streams) => {
    const chain = tree as FakeChain;
    const { fte, share, inflow } = chain;
    const numbers = [amountAt(fte, 0), amountAt(share, 0), amountAt(share, 1000), amountAt(inflow, 0)];
    return Float64Array.from([...numbers, streams.fate(17, 3, 0, 0), streams.sequence('regulier')()]);
  },
};
