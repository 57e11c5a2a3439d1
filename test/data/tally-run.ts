// One run of a chain that is given as data, counted by hand: who applied, who was granted, who is where, and which way everyone went.
import { simulateChain } from '../../src/chain/simulate-chain.js';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { createStreams } from '../../src/random/streams.js';

export interface Tally {
  /** Applications and grants from the given day on. */
  readonly applied: number;
  readonly granted: number;
  /** Main visits that are at a station when the run ends, and spells that run then: counted from different events. */
  readonly present: number;
  readonly running: number;
  /** Times that a visit went from one station to another, or to `exit`, under `from>to`. */
  readonly ways: ReadonlyMap<string, number>;
  /** Sizes of the groups that began, by station. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
}

/** Runs the chain once with fixed luck; `from`: day of the run from which applications and grants are counted. */
export function tallyRun(spec: ChainSpec, from = 0): Tally {
  const ways = new Map<string, number>();
  const groups = new Map<string, number[]>();
  let [applied, granted, present, running] = [0, 0, 0, 0];
  simulateChain(spec, createStreams('data', 0), () => ({
    applied: (_client, now) => (applied += now >= from ? 1 : 0),
    granted: (_client, now) => (granted += now >= from ? 1 : 0),
    spellStarted: () => (running += 1),
    spellEnded: () => (running -= 1),
    entered: (visit) => (present += visit.main ? 1 : 0),
    left: (visit, station, to) => {
      present -= visit.main ? 1 : 0;
      const way = `${station.id}>${to?.id ?? 'exit'}`;
      ways.set(way, (ways.get(way) ?? 0) + 1);
    },
    withdrawn: (visit) => (present -= visit.main ? 1 : 0),
    grouped: (station, size) => {
      const sizes = groups.get(station.id);
      if (sizes === undefined) groups.set(station.id, [size]);
      else sizes.push(size);
    },
  }));
  return { applied, granted, present, running, ways, groups };
}
