// The same queue as a declared chain: what stations, clients and outcomes cost on top of the kernel.
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chainRun } from './chain-run.js';
import type { QueueOutcome } from './harness.js';
import { CLIENTS, MEAN_BETWEEN_ARRIVALS, MEAN_SERVICE, SEED, SOURCE, STATION } from './mm1.js';

/** The queue for so many clients. */
export const declaredMm1 = (clients: number): ChainInput => ({
  organisation: 'bench',
  label: 'M/M/1',
  run: { unit: 'own', end: 1e9 },
  roles: { entry: STATION },
  pools: { balie: { kind: 'places', capacity: 1 } },
  stations: {
    [STATION]: {
      kind: 'service',
      pools: [{ pool: 'balie' }],
      duration: { dist: 'exponential', mean: MEAN_SERVICE },
      outcomes: [{ rest: true, to: 'exit' }],
    },
  },
  arrivals: { [SOURCE]: { interval: { dist: 'exponential', mean: MEAN_BETWEEN_ARRIVALS }, limit: clients } },
});

export function chainMm1(): QueueOutcome {
  return chainRun(declaredMm1(CLIENTS), SEED);
}

export function chainMm1WithQuantiles(): QueueOutcome {
  return chainRun(declaredMm1(CLIENTS), SEED, { quantiles: true });
}
