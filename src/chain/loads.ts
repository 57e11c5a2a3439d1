// Expected traffic: how many clients come to each station, and whether the pools can carry the work. Arithmetic on averages, no simulation.
import { fteAt, placesAt } from './capacity.js';
import { createChances } from './check/chances.js';
import { shown } from './check/context.js';
import { waysOut } from './check/ways.js';
import type { StationSpec } from './registry.js';
import { runLength } from './simulate-chain.js';
import { amountAt } from './spec/amount.js';
import type { ChainSpec } from './spec/chain.js';
import { daysPer, expectedDuration } from './spec/duration.js';
import type { ArrivalSpec } from './spec/population.js';

/** `visits` per year of 365.25 days, or per unit in a chain with a unit of its own. */
export interface StationLoad {
  readonly id: string;
  readonly visits: number;
}

/** `rho` is the part of the pool that services, courses and places ask; contact takes what they leave and is not counted. */
export interface PoolLoad {
  readonly id: string;
  readonly rho: number;
}

export interface Loads {
  readonly pools: readonly PoolLoad[];
  readonly stations: readonly StationLoad[];
  /** Dutch sentences: pools that cannot keep up. */
  readonly warnings: readonly string[];
  /** Stations that nobody comes to, neither by a route nor placed there at the start. */
  readonly unvisited: readonly string[];
}

const daysPerYear = 365.25;

/**
 * Loads of a checked chain at `time` (days since the start, or the chain's own unit), as if that instant lasted for ever. The traffic equations
 * visits(s) = arrivals(s) + sum over r of visits(r) * chance(r to s) are solved by repetition; where a loop keeps growing, visits are Infinity.
 * Upper bounds on the one hand (nobody's spell ends on the way, nobody finds a queue full or loses patience, every call finds whom it asks for),
 * while returns and the stock at the start are left out. Chances: see `createChances`.
 */
export function loads(spec: ChainSpec, time = 0): Loads {
  const visits = traffic(spec, time);
  const perYear = spec.run.unit === 'days' ? daysPerYear : 1;
  const pools = Object.keys(spec.pools).map((id) => ({ id, rho: utilisation(spec, id, visits, time) }));
  const warnings = pools.filter(({ id, rho }) => rho >= 1 && waits(spec, id)).map(({ id, rho }) => tooBusy(id, rho));
  const unvisited = Object.keys(spec.stations)
    .filter((id) => !(visits.get(id) ?? 0) && spec.spells?.stock?.station !== id)
    .filter((id) => !(spec.initial ?? []).some(({ station }) => station === id));
  return {
    pools,
    stations: Object.keys(spec.stations).map((id) => ({ id, visits: (visits.get(id) ?? 0) * perYear })),
    warnings,
    unvisited,
  };
}

function tooBusy(id: string, rho: number): string {
  const asked = Number.isFinite(rho)
    ? `er wordt ${shown(Math.round(rho * 100))} % van de capaciteit gevraagd`
    : 'er is geen capaciteit';
  return `pool '${id}' kan het werk niet aan: ${asked}, dus de wachtrij blijft groeien`;
}

/** Arrivals per unit of time. */
function arrivalRate(source: ArrivalSpec, spec: ChainSpec, time: number): number {
  if (time < (source.from ?? -Infinity) || time >= (source.until ?? Infinity)) return 0;
  const size = source.batch === undefined ? 1 : expectedDuration(source.batch, time);
  if (source.times !== undefined) return (source.times.length * size) / runLength(spec);
  if (source.interval !== undefined) return size / expectedDuration(source.interval, time);
  const { perYear, perUnit, series = 1 } = source.rate ?? {};
  return (
    (perYear === undefined ? amountAt(perUnit ?? 0, time) : amountAt(perYear, time) / daysPerYear) *
    amountAt(series, time) *
    size
  );
}

/** Visits per unit of time, by station. */
function traffic(spec: ChainSpec, time: number): Map<string, number> {
  const chances = createChances(spec, time);
  const ids = Object.keys(spec.stations);
  const outside = new Map<string, number>();
  const add = (to: Map<string, number>, id: string, more: number): void => {
    to.set(id, (to.get(id) ?? 0) + more);
  };
  for (const source of Object.values(spec.arrivals)) {
    add(outside, source.to ?? spec.roles.entry, arrivalRate(source, spec, time));
  }
  const arrows: { from: string; to: string; chance: number }[] = [];
  for (const [from, station] of Object.entries(spec.stations)) {
    const parts = chances(station.outcomes);
    for (const { to, kind, outcome } of waysOut(from, station)) {
      if (outcome === undefined) continue;
      const part = parts[station.outcomes.indexOf(outcome)] ?? 0;
      const { handover } = outcome;
      const lost = handover?.kind === 'cold' ? amountAt(handover.lost ?? 0, time) : 0;
      const chance = kind === 'side' ? part : part * (kind === 'lost' ? lost : 1 - lost);
      if (chance > 0) arrows.push({ from, to, chance });
    }
    for (const call of station.kind === 'stay' ? (station.calls ?? []) : []) {
      if (call.every === undefined || call.take === undefined) continue;
      add(outside, call.to, amountAt(call.take, time) / (call.every.value * daysPer[call.every.unit]));
    }
  }
  let visits = new Map(outside);
  for (let turn = 0; turn < 5000; turn += 1) {
    const next = new Map(outside);
    for (const { from, to, chance } of arrows) add(next, to, (visits.get(from) ?? 0) * chance);
    const grown = ids.filter((id) => (next.get(id) ?? 0) > (visits.get(id) ?? 0) * (1 + 1e-9));
    visits = next;
    if (grown.length === 0) return visits;
    if (turn === 4999) for (const id of grown) visits.set(id, Infinity);
  }
  return visits;
}

/** The part of a pool that one visit a unit of time would ask: hours against hours, or time in servers. */
function askedBy(station: StationSpec, spec: ChainSpec, pool: string, time: number): number {
  const declared = spec.pools[pool];
  if (declared === undefined) return 0;
  const servers = placesAt(declared, time);
  if (station.kind === 'place') {
    if (station.pool !== pool) return 0;
    const stay = station.stay === undefined ? Infinity : expectedDuration(station.stay, time);
    const term =
      station.term === undefined ? Infinity : amountAt(station.term.value, time) * daysPer[station.term.unit];
    return Math.min(stay, term) / servers;
  }
  if (station.kind !== 'service' && station.kind !== 'course') return 0;
  const units = (station.pools ?? [])
    .filter((demand) => demand.pool === pool)
    .reduce((sum, demand) => sum + (demand.units ?? 1), 0);
  if (units === 0) return 0;
  if (station.kind === 'course') {
    return (units * expectedDuration(station.duration, time)) / amountAt(station.maximum, time) / servers;
  }
  if (station.hours === undefined) return (units * expectedDuration(station.duration ?? 0, time)) / servers;
  if (declared.kind !== 'hours') return 0;
  const { productiveHoursPerYear, share } = declared;
  const hoursPerUnit =
    (fteAt(declared, time) * amountAt(productiveHoursPerYear, time) * amountAt(share, time)) / daysPerYear;
  return (units * expectedDuration(station.hours, time)) / hoursPerUnit;
}

function utilisation(spec: ChainSpec, pool: string, visits: ReadonlyMap<string, number>, time: number): number {
  let rho = 0;
  for (const [id, station] of Object.entries(spec.stations)) {
    const coming = visits.get(id) ?? 0;
    if (coming > 0) rho += coming * askedBy(station, spec, pool, time);
  }
  return rho;
}

/** Somebody waits for this pool without a limit to the queue or to her patience. */
function waits(spec: ChainSpec, pool: string): boolean {
  return Object.values(spec.stations).some((station) => {
    if (station.kind === 'place') {
      return (
        station.pool === pool &&
        typeof station.whenFull !== 'object' &&
        station.full === undefined &&
        station.impatient === undefined
      );
    }
    if (station.kind !== 'service' && station.kind !== 'course') return false;
    if (!(station.pools ?? []).some((demand) => demand.pool === pool)) return false;
    return station.full === undefined && station.impatient === undefined;
  });
}
