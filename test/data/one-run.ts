// One doorrekening of an organisation that comes with the program, with every visit followed from station to station.
import { join } from 'node:path';
import type { Client, Visit } from '../../src/chain/client.js';
import { together, type Observer } from '../../src/chain/observer.js';
import { simulateChain, type Run } from '../../src/chain/simulate-chain.js';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { openStudy, type Study } from '../../src/cli/study.js';
import { createStreams } from '../../src/random/streams.js';

const root = join(import.meta.dirname, '..', '..');

export function studyOf(id: string): Study {
  return openStudy(id, 'shelf', [root]);
}

/** The station as it is declared, of the kind that is expected. */
export function station<Kind extends ChainSpec['stations'][string]['kind']>(
  spec: ChainSpec,
  id: string,
  kind: Kind,
): Extract<ChainSpec['stations'][string], { kind: Kind }> {
  const found = spec.stations[id];
  if (found?.kind !== kind) throw new Error(`${id} is a ${found?.kind ?? 'thing that does not exist'}`);
  return found as Extract<ChainSpec['stations'][string], { kind: Kind }>;
}

export interface Followed {
  /** Clients who came into the chain, by the station where they did. */
  readonly cameInAt: ReadonlyMap<string, number>;
  readonly wentOut: number;
  readonly inside: number;
  /** Visits that began where the client already was, or ended where she was not. */
  readonly astray: number;
  /** Longest stay at each station from its start (service, course and place) or arrival, in days. */
  readonly longest: ReadonlyMap<string, number>;
  /** Largest group by station, and most units in use by pool. */
  readonly groups: ReadonlyMap<string, number>;
  readonly most: ReadonlyMap<string, number>;
}

/** `watch` sees the same run, and who is where. */
export function follow(
  spec: ChainSpec,
  watch: (places: (client: Client) => string[]) => Observer = () => ({}),
): Followed {
  const at = new Map<Visit, { station: string; since: number }>();
  const clients = new Map<Client, Set<Visit>>();
  const cameInAt = new Map<string, number>();
  const longest = new Map<string, number>();
  const groups = new Map<string, number>();
  const most = new Map<string, number>();
  let wentOut = 0;
  let astray = 0;
  const raise = (map: Map<string, number>, key: string, value: number): void => {
    map.set(key, Math.max(map.get(key) ?? 0, value));
  };
  const end = (visit: Visit, id: string, now: number): void => {
    const here = at.get(visit);
    if (here?.station !== id) astray += 1;
    else raise(longest, id, now - here.since);
    at.delete(visit);
  };
  const goOut = (visit: Visit): void => {
    clients.get(visit.client)?.delete(visit);
    if (visit.main) wentOut += 1;
  };
  const following = (run: Run): Observer => {
    // The pools are not there yet when a run is watched for the first time.
    const named = (pool: number): string => [...run.capacities.values()].find(({ index }) => index === pool)?.id ?? '';
    return {
      entered: (visit, { id }, now) => {
        if (at.has(visit)) astray += 1;
        at.set(visit, { station: id, since: now });
        const visits = clients.get(visit.client) ?? new Set<Visit>();
        clients.set(visit.client, visits);
        if (visit.main && !visits.has(visit)) cameInAt.set(id, (cameInAt.get(id) ?? 0) + 1);
        visits.add(visit);
      },
      started: (visit, { id }, _waited, now) => at.set(visit, { station: id, since: now }),
      left: (visit, { id }, to, now) => {
        end(visit, id, now);
        if (to === undefined) goOut(visit);
      },
      withdrawn: (visit, { id }, _reason, now) => {
        end(visit, id, now);
        goOut(visit);
      },
      grouped: ({ id }, size) => {
        raise(groups, id, size);
      },
      poolChanged: (pool, inUse) => {
        raise(most, named(pool), inUse);
      },
    };
  };
  const places = (client: Client): string[] =>
    [...(clients.get(client) ?? [])].flatMap((visit) => at.get(visit)?.station ?? []);
  simulateChain(spec, createStreams('1', 0), (run) => together([following(run), watch(places)]));
  const inside = [...at.keys()].filter(({ main }) => main).length;
  return { cameInAt, wentOut, inside, astray, longest, groups, most };
}

/** All who came in, wherever they did. */
export const cameIn = ({ cameInAt }: Followed): number => [...cameInAt.values()].reduce((sum, count) => sum + count, 0);
