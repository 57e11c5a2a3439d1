// One doorrekening of Arnhem at base values on a flat trend: the bound chains, and the two ways in which the engine runs one.
import { readFileSync } from 'node:fs';
import { simulateChain, type Run } from '../../src/chain/simulate-chain.js';
import { type ChainSpec, chainSchema } from '../../src/chain/spec/chain.js';
import { together, type Observer } from '../../src/chain/observer.js';
import { openStudy, planOf } from '../../src/cli/study.js';
import { bindJob } from '../../src/experiment/values.js';
import { packageRoot, rootsFrom } from '../../src/files/folders.js';
import { createMeters } from '../../src/measure/meters.js';
import { createStreams } from '../../src/random/streams.js';
import { Counts, SEED } from './arnhem-counts.js';
import type { Outcome } from './harness.js';
import { waitMeters } from './waits.js';

/**
 * The first version of the chain, bound and frozen: what the hand-written loop follows. A race over a chain that grows with its data would compare
 * nothing from one year to the next.
 */
export function frozenArnhem(): ChainSpec {
  const file = 'test/bench/arnhem-2018.json';
  return chainSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The chain as its data are today; `years` makes the run that long. */
export function boundArnhem(years?: number): ChainSpec {
  const study = openStudy('arnhem', [], rootsFrom(process.cwd(), packageRoot));
  const plan = planOf(study, {
    scenarios: [{ id: 'basis', name: 'basis', changes: [] }],
    draws: 1,
    seed: SEED,
    uncertainty: 'off',
    trend: 'vlak',
  });
  const bound = bindJob(plan, { scenario: 0, draw: 0 });
  const chain = chainSchema.parse(bound);
  if (years === undefined) return chain;
  const { start } = chain.run;
  const end = `${String(Number(start.slice(0, 4)) + years)}${start.slice(4)}`;
  // Read anew, because what repeats is written out over the length of the run.
  return chainSchema.parse({ ...(bound as object), run: { ...chain.run, end } });
}

function counting(counts: Counts): Observer {
  return {
    applied: () => {
      counts.applied += 1;
    },
    granted: () => {
      counts.granted += 1;
    },
    started: (_visit, _station, waited) => {
      counts.waited += waited;
    },
    spellEnded: (client, reason, now) => {
      const kind = client.spell?.granted === true ? counts.ended : counts.prevented;
      kind[reason]! += 1;
      counts.endedAt += now;
    },
  };
}

function simulated(spec: ChainSpec, prepare: (run: Run) => readonly Observer[]): Outcome {
  let counts = new Counts(0);
  let events = (): number => 0;
  simulateChain(spec, createStreams(SEED, 0), (run) => {
    counts = new Counts(run.reasons.length);
    events = () => run.simulation.executed;
    return together([counting(counts), ...prepare(run)]);
  });
  return { events: events(), check: counts.text() };
}

export function chainArnhem(spec: ChainSpec): Outcome {
  return simulated(spec, () => []);
}

/** With the quantiles of the waiting times, per station and year, by the engine's own measure. */
export function quantiledArnhem(spec: ChainSpec): Outcome {
  const meters = waitMeters(spec);
  const outcome = simulated(spec, (run) => [meters.prepare(run)]);
  return { ...outcome, check: `${outcome.check}, quantiles ${meters.text()}` };
}

export function meteredArnhem(spec: ChainSpec): Outcome {
  const meters = createMeters(spec);
  const outcome = simulated(spec, (run) => [meters.prepare(run)]);
  meters.values();
  return outcome;
}
