// Declares small chains as plain data, runs them, and writes down all that an observer sees: for tests of the engine.
import { simulateChain, type Run } from '../../src/chain/simulate-chain.js';
import { chainSchema, type ChainInput, type ChainSpec } from '../../src/chain/spec/chain.js';
import { together, type Observer } from '../../src/chain/observer.js';
import { purpose } from '../../src/random/keys.js';
import { createStreams, type Streams } from '../../src/random/streams.js';

/** Parts of a chain that a test wants to name; the others are the smallest that will do. Time has no unit unless `run` says so. */
export function chain(
  parts: Omit<ChainInput, 'organisation' | 'label' | 'run' | 'roles'> & Partial<ChainInput>,
): ChainSpec {
  return chainSchema.parse({
    organisation: 'toets',
    label: 'toets',
    run: { unit: 'own', end: 1000 },
    roles: { entry: Object.keys(parts.stations)[0] ?? 'in' },
    ...parts,
  });
}

/** Streams in which every draw of one purpose is the same number (½ unless given), and every source draws 1/e: a unit exponential is 1. */
export function luck(draws: Partial<Record<keyof typeof purpose, number>> = {}): Streams {
  const byPurpose = new Map<number, number>();
  for (const [name, number] of Object.entries(purpose)) {
    byPurpose.set(number, draws[name as keyof typeof purpose] ?? 0.5);
  }
  return { sequence: () => () => Math.exp(-1), fate: (_client, _station, of) => byPurpose.get(of) ?? 0.5 };
}

export const dice = (seed = 'toets', replication = 0): Streams => createStreams(seed, replication);

/** One thing that happened. `who` is the client's key: for the first source her number, counted from 0. */
export interface Moment {
  readonly time: number;
  readonly what: 'applied' | 'entered' | 'started' | 'left' | 'withdrawn' | 'ended' | 'granted' | 'marked';
  readonly who: number;
  /** A station, a mark, or the reason of an end. */
  readonly at: string;
  /** Where a visit goes when it leaves: a station or 'exit'. */
  readonly to?: string;
}

/** Runs the chain once and returns every moment in order. */
export function watch(
  spec: ChainSpec,
  streams: Streams = luck(),
  extra: (run: Run) => Observer = () => ({}),
): Moment[] {
  const moments: Moment[] = [];
  simulateChain(spec, streams, (run) => {
    const reason = (index: number): string => run.reasons[index] ?? 'none';
    const recorder: Observer = {
      applied: (client, time) => moments.push({ time, what: 'applied', who: client.key, at: '' }),
      entered: (visit, station, time) => moments.push({ time, what: 'entered', who: visit.client.key, at: station.id }),
      started: (visit, station, _waited, time) =>
        moments.push({ time, what: 'started', who: visit.client.key, at: station.id }),
      left: (visit, station, to, time) =>
        moments.push({ time, what: 'left', who: visit.client.key, at: station.id, to: to?.id ?? 'exit' }),
      withdrawn: (visit, station, _reason, time) =>
        moments.push({ time, what: 'withdrawn', who: visit.client.key, at: station.id }),
      granted: (client, time) => moments.push({ time, what: 'granted', who: client.key, at: '' }),
      spellEnded: (client, index, time) => moments.push({ time, what: 'ended', who: client.key, at: reason(index) }),
      marked: (client, mark, time) => moments.push({ time, what: 'marked', who: client.key, at: mark }),
    };
    return together([recorder, extra(run)]);
  });
  return moments;
}

/** The moments of one sort, as 'time who at' (and 'to' where there is one), times rounded to a millionth. */
export function told(moments: readonly Moment[], what: Moment['what'], at?: string): string[] {
  return moments
    .filter((moment) => moment.what === what && (at === undefined || moment.at === at))
    .map(({ time, who, at: where, to }) =>
      [Math.round(time * 1e6) / 1e6, who, where, ...(to === undefined ? [] : [to])].join(' ').trim(),
    );
}

/** The times at which something happened, exactly. */
export function times(moments: readonly Moment[], what: Moment['what'], at?: string): number[] {
  return moments
    .filter((moment) => moment.what === what && (at === undefined || moment.at === at))
    .map(({ time }) => time);
}

/** The outcome that leads out of the chain for everyone. */
export const out = [{ rest: true as const, to: 'exit' }];
export const onwards = (to: string) => [{ rest: true as const, to }];
