// The load of one pool at one instant: work asked and there, expected wait, who turns away, and how fast its queue grows.
import { placesAt } from '../capacity.js';
import type { StationSpec } from '../registry.js';
import { amountAt } from '../spec/amount.js';
import type { ChainSpec } from '../spec/chain.js';
import { expectedDuration } from '../spec/duration.js';
import { demandOn, poolsOf, type Demand } from './demand.js';
import { queueFigures, type QueueFigures } from './queue.js';

export interface PoolAt {
  /** Whole servers or places; the mean where they follow a timetable. */
  readonly servers: number;
  /** Clients per unit of time who ask for the pool. */
  readonly arrivals: number;
  /** Clients per unit of time that the pool can serve of this mix; 0 when nobody asks and nothing is known of the work. */
  readonly ability: number;
  /** Work asked as a part of what the pool can do. */
  readonly load: number;
  /** Steady state, where a formula applies and there is one. */
  readonly figures: QueueFigures | undefined;
  /** Why there is no formula; undefined when there is one. */
  readonly without: 'groups' | 'several pools' | 'blocking' | 'balking' | 'mixed' | 'rhythm' | undefined;
}

/** Where clients go who find the queue full, who lose patience, or who do not like what they see. */
export interface Escape {
  readonly full?: string | undefined;
  readonly impatient?: string | undefined;
  readonly balk?: string | undefined;
}

export function escapeOf(station: StationSpec): Escape {
  if (station.kind !== 'service' && station.kind !== 'place' && station.kind !== 'course') return {};
  const full = station.kind === 'place' && typeof station.whenFull === 'object' ? station.whenFull.to : station.full;
  return { full, impatient: station.impatient, balk: station.balk?.to };
}

/** Whether who waits at the station waits without end. */
export function isEndless(station: StationSpec): boolean {
  return Object.values(escapeOf(station)).every((target) => target === undefined);
}

/** Stations that hold the pool, by id. */
export function usersOf(spec: ChainSpec, pool: string): (readonly [string, StationSpec])[] {
  return Object.entries(spec.stations).filter(([, station]) => poolsOf(station).includes(pool));
}

/** Why the formulas of one queue do not fit the pool; undefined when they do. */
function withoutFormula(users: readonly (readonly [string, StationSpec])[]): PoolAt['without'] {
  const stations = users.map(([, station]) => station);
  if (stations.some(({ kind }) => kind === 'course')) return 'groups';
  for (const station of stations) {
    if (station.kind !== 'service') continue;
    if (station.pools.length > 1 || (station.pools[0]?.units ?? 1) > 1) return 'several pools';
  }
  if (stations.some((station) => 'blocking' in station && station.blocking === true)) return 'blocking';
  if (stations.some((station) => escapeOf(station).balk !== undefined)) return 'balking';
  const escapes = stations.map((station) => !isEndless(station));
  // With two stations on one pool, only one rule for all who wait fits a formula: no limits, or places that all send on who finds them full.
  const allPlaces = stations.every((station) => station.kind === 'place' && typeof station.whenFull === 'object');
  return stations.length > 1 && escapes.includes(true) && !allPlaces ? 'mixed' : undefined;
}

/** What every visit asks of every pool that somebody holds, by pool and station. */
export type Demands = ReadonlyMap<string, ReadonlyMap<string, Demand>>;

export function demandsAt(spec: ChainSpec, time: number): Demands {
  const pools = Object.keys(spec.pools).map((pool) => {
    const users = usersOf(spec, pool);
    return [pool, new Map(users.map(([id, station]) => [id, demandOn(station, spec, pool, time)]))] as const;
  });
  return new Map(pools.filter(([, users]) => users.size > 0));
}

/** `even`: the mean places of a pool on a timetable. */
export function poolAt(
  spec: ChainSpec,
  pool: string,
  demands: Demands,
  visits: ReadonlyMap<string, number>,
  time: number,
  even?: number,
): PoolAt {
  const declared = spec.pools[pool];
  const servers = even ?? (declared === undefined ? 0 : placesAt(declared, time));
  const users = usersOf(spec, pool);
  let arrivals = 0;
  let work = 0;
  let square = 0;
  for (const [id, { mean, variance }] of demands.get(pool) ?? []) {
    const coming = visits.get(id) ?? 0;
    if (coming === 0) continue;
    arrivals += coming;
    work += coming * mean;
    square += coming * (variance + mean ** 2);
  }
  const load = work === 0 ? 0 : work / servers;
  const mean = work / arrivals;
  const without = withoutFormula(users) ?? (even === undefined ? undefined : 'rhythm');
  const only = users[0]?.[1];
  return {
    servers,
    arrivals,
    ability: arrivals > 0 && work > 0 ? (arrivals * servers) / work : 0,
    load,
    without,
    figures:
      without !== undefined
        ? undefined
        : queueFigures({
            arrivals,
            service: arrivals === 0 ? 0 : mean,
            cv: arrivals === 0 || mean === 0 ? 0 : Math.sqrt(Math.max(0, square / arrivals / mean ** 2 - 1)),
            servers,
            room: only === undefined ? Infinity : roomOf(only, time),
            patience: only === undefined ? Infinity : patienceOf(only, time),
          }),
  };
}

type Queueing = Extract<StationSpec, { kind: 'service' | 'place' | 'course' }>;

function hasQueue(station: StationSpec): station is Queueing {
  return station.kind === 'service' || station.kind === 'place' || station.kind === 'course';
}

function roomOf(station: StationSpec, time: number): number {
  if (station.kind === 'place' && typeof station.whenFull === 'object') return 0;
  if (!hasQueue(station) || station.full === undefined || station.queueLimit === undefined) return Infinity;
  return Math.ceil(amountAt(station.queueLimit, time));
}

function patienceOf(station: StationSpec, time: number): number {
  return hasQueue(station) && station.patience !== undefined ? expectedDuration(station.patience, time) : Infinity;
}
