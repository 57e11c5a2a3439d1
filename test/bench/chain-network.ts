// The network as a declared chain.
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chainRun } from './chain-run.js';
import type { QueueOutcome } from './harness.js';
import { AGAIN, CLIENTS, meanServices, ONWARD, SEED, serversOf, SOURCE, stationId, STATIONS } from './network.js';

const means = meanServices();
const all = Array.from({ length: STATIONS }, (_, station) => station);

const declared: ChainInput = {
  organisation: 'bench',
  label: 'Tien loketten',
  run: { unit: 'own', end: 1e9 },
  roles: { entry: stationId(0) },
  pools: Object.fromEntries(
    all.map((station) => [`balie-${String(station)}`, { kind: 'places' as const, capacity: serversOf(station) }]),
  ),
  stations: Object.fromEntries(
    all.map((station) => [
      stationId(station),
      {
        kind: 'service' as const,
        pools: [{ pool: `balie-${String(station)}` }],
        duration: { dist: 'exponential' as const, mean: means[station]! },
        outcomes: [
          ...(station === STATIONS - 1 ? [] : [{ share: ONWARD, to: stationId(station + 1) }]),
          { share: AGAIN, to: stationId(0) },
          { rest: true as const, to: 'exit' },
        ],
      },
    ]),
  ),
  arrivals: { [SOURCE]: { interval: { dist: 'exponential', mean: 1 }, limit: CLIENTS } },
};

export function chainNetwork(): QueueOutcome {
  return chainRun(declared, SEED);
}

export function chainNetworkWithQuantiles(): QueueOutcome {
  return chainRun(declared, SEED, { quantiles: true });
}
