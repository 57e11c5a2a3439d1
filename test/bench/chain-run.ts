// A declared chain in a race: run once, with its events counted and its waits added up.
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { type ChainInput, chainSchema } from '../../src/chain/spec/chain.js';
import { createStreams } from '../../src/random/streams.js';
import { type Observer, together } from '../../src/chain/observer.js';
import type { QueueOutcome } from './harness.js';
import { waitMeters } from './waits.js';

/** With `quantiles`: also those of the waiting times, by the engine's own measure. */
export function chainRun(declared: ChainInput, seed: string, { quantiles = false } = {}): QueueOutcome {
  const spec = chainSchema.parse(declared);
  const meters = quantiles ? waitMeters(spec) : undefined;
  let waited = 0;
  let events = (): number => 0;
  simulateChain(spec, createStreams(seed, 0), (run) => {
    events = () => run.simulation.executed;
    const sum: Observer = {
      started: (_visit, _station, wait) => {
        waited += wait;
      },
    };
    return meters === undefined ? sum : together([sum, meters.prepare(run)]);
  });
  const found = meters === undefined ? '' : `, quantiles ${meters.text()}`;
  return { events: events(), waited, check: `${waited} waited${found}` };
}
