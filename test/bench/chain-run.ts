// A declared chain in a race: run once, with its events counted and its waits added up.
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { type ChainInput, chainSchema } from '../../src/chain/spec/chain.js';
import { createStreams } from '../../src/random/streams.js';
import type { QueueOutcome } from './harness.js';

export function chainRun(declared: ChainInput, seed: string): QueueOutcome {
  let waited = 0;
  let events = (): number => 0;
  simulateChain(chainSchema.parse(declared), createStreams(seed, 0), ({ simulation }) => {
    events = () => simulation.executed;
    return {
      started: (_visit, _station, wait) => {
        waited += wait;
      },
    };
  });
  return { events: events(), waited, check: `${waited} waited` };
}
