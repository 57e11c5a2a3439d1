// A declared chain in a race: run once, with its events counted and its waits added up.
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { type ChainInput, chainSchema } from '../../src/chain/spec/chain.js';
import { createStreams } from '../../src/random/streams.js';
import type { QueueOutcome } from './harness.js';
import { waitMeters } from './waits.js';

/** With `quantiles`: those of the waiting times, by the engine's own measure, instead of their sum. */
export function chainRun(declared: ChainInput, seed: string, { quantiles = false } = {}): QueueOutcome {
  const spec = chainSchema.parse(declared);
  const meters = quantiles ? waitMeters(spec) : undefined;
  let waited = 0;
  let events = (): number => 0;
  simulateChain(spec, createStreams(seed, 0), (run) => {
    events = () => run.simulation.executed;
    return meters?.prepare(run) ?? { started: (_visit, _station, wait) => (waited += wait) };
  });
  return { events: events(), waited, check: meters?.text() ?? `${waited} waited` };
}
