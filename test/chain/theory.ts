// Runs a chain to its steady state and measures what queueing theory speaks of, with standard errors from batch means.
import { expect } from 'vitest';
import { simulateChain, runLength } from '../../src/chain/simulate-chain.js';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { rank } from '../../src/kernel/ranks.js';
import { dice } from './helpers.js';

export interface Estimate {
  readonly mean: number;
  readonly error: number;
}

function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(square / values.length) };
}

/** The exact value lies within 3.5 standard errors, and those are not so wide (a part of it) that anything would pass. */
export function within(found: Estimate | undefined, exact: number, widest = 0.03): void {
  if (found === undefined) throw new Error('nothing was measured');
  expect(Math.abs(found.mean - exact), `${found.mean} ± ${found.error} beside ${exact}`).toBeLessThan(
    3.5 * found.error,
  );
  expect(found.error).toBeLessThan(widest * exact);
}

const batches = 30;

/** After a tenth of the run, in thirty batches: waits and stays per visit at `station` (all when undefined), numbers over time. */
export function steadily(spec: ChainSpec, station?: string) {
  const until = runLength(spec);
  const from = until / 10;
  const width = (until - from) / batches;
  const rows = Array.from({ length: batches }, () => ({
    waits: 0,
    begun: 0,
    waited: 0,
    stays: 0,
    ended: 0,
    refused: 0,
    area: 0,
    queued: 0,
  }));
  const row = (time: number) => rows[Math.min(batches - 1, Math.floor((time - from) / width))];
  let inside = 0;
  let queue = 0;
  simulateChain(spec, dice('theorie-1'), (run) => {
    let since = 0;
    const pass = (): void => {
      const { now } = run.simulation;
      const batch = since >= from ? row(since) : undefined;
      if (batch !== undefined) {
        batch.area += inside * (now - since);
        batch.queued += queue * (now - since);
      }
      since = now;
    };
    for (let edge = 0; edge <= batches; edge += 1) {
      run.simulation.schedule(from + edge * width, rank.observe, pass, 0, 0);
    }
    return {
      entered: () => {
        pass();
        inside += 1;
        queue += 1;
      },
      started: (_visit, at, waited, now) => {
        pass();
        queue -= 1;
        const batch = now >= from && (station ?? at.id) === at.id ? row(now) : undefined;
        if (batch === undefined) return;
        batch.waits += waited;
        batch.begun += 1;
        if (waited > 0) batch.waited += 1;
      },
      left: (visit, at, _to, now) => {
        pass();
        inside -= 1;
        if (visit.startedAt === Infinity) queue -= 1;
        const batch = now >= from && (station ?? at.id) === at.id ? row(now) : undefined;
        if (batch === undefined) return;
        if (visit.startedAt === Infinity) batch.refused += 1;
        batch.stays += now - visit.enteredAt;
        batch.ended += 1;
      },
    };
  });
  return {
    wait: estimate(rows.map(({ waits, begun }) => waits / begun)),
    waiting: estimate(rows.map(({ waited, begun }) => waited / begun)),
    sojourn: estimate(rows.map(({ stays, ended }) => stays / ended)),
    refused: estimate(rows.map(({ refused, ended }) => refused / ended)),
    number: estimate(rows.map(({ area }) => area / width)),
    queue: estimate(rows.map(({ queued }) => queued / width)),
  };
}

/** The mean number of clients inside at each of `times`, over independent replications. */
export function queueOf(spec: ChainSpec, times: readonly number[], replications: number): Estimate[] {
  const seen: number[][] = times.map(() => []);
  for (let replication = 0; replication < replications; replication += 1) {
    let inside = 0;
    simulateChain(spec, dice('theorie', replication), (run) => {
      times.forEach((time, index) => {
        run.simulation.schedule(time, rank.observe, () => seen[index]?.push(inside), run, 0);
      });
      const count = (change: number) => () => {
        inside += change;
      };
      return { entered: count(1), left: count(-1) };
    });
  }
  return seen.map(estimate);
}
