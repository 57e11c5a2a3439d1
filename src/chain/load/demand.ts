// What one visit to a station asks of a pool: time of servers, its spread, and which pools of a chain serve whom.
import { moments } from '../../random/moments.js';
import { fteAt, placesAt } from '../capacity.js';
import type { StationSpec } from '../registry.js';
import { amountAt } from '../spec/amount.js';
import type { ChainSpec } from '../spec/chain.js';
import { daysPer, distributionAt, expectedDuration, type DurationSpec } from '../spec/duration.js';
import type { PoolSpec } from '../spec/pool.js';

const daysPerYear = 365.25;

/** Mean and variance of the time that one visit holds one server of the pool, in the chain's unit. */
export interface Demand {
  readonly mean: number;
  readonly variance: number;
}

/** The duration cut short at `cap`, if it is. */
function timeOf(spec: DurationSpec, time: number, cap = Infinity): Demand {
  const fixed = typeof spec === 'number' || 'timed' in spec ? [expectedDuration(spec, time)] : undefined;
  if (typeof spec === 'number' || 'timed' in spec) return ofValues(fixed ?? [], cap);
  const factor = spec.unit === undefined ? 1 : daysPer[spec.unit];
  if (spec.dist === 'trace') {
    return ofValues(
      spec.values.map((value) => value * factor),
      cap,
    );
  }
  const { mean, variance } = moments(distributionAt(spec, time), cap / factor);
  return { mean: mean * factor, variance: variance * factor ** 2 };
}

function ofValues(values: readonly number[], cap: number): Demand {
  const cut = values.map((value) => Math.min(value, cap));
  const mean = cut.reduce((sum, value) => sum + value, 0) / cut.length;
  return { mean, variance: cut.reduce((sum, value) => sum + (value - mean) ** 2, 0) / cut.length };
}

/** Hours that an hours pool gives per day of the calendar, weekends counted in. */
function hoursPerDay(pool: PoolSpec, time: number): number {
  if (pool.kind !== 'hours') return 0;
  return (fteAt(pool, time) * amountAt(pool.productiveHoursPerYear, time) * amountAt(pool.share, time)) / daysPerYear;
}

/** The names of pools that a station holds while it serves; contact beside a stay takes what they leave and is not counted. */
export function poolsOf(station: StationSpec): string[] {
  if (station.kind === 'place') return [station.pool];
  if (station.kind !== 'service' && station.kind !== 'course') return [];
  return [...new Set((station.pools ?? []).map(({ pool }) => pool))];
}

/** What one visit asks of `pool`; nothing when the station does not use it. A course asks its part of a group that is full. */
export function demandOn(station: StationSpec, spec: ChainSpec, pool: string, time: number): Demand {
  const none = { mean: 0, variance: 0 };
  const declared = spec.pools[pool];
  if (declared === undefined || !poolsOf(station).includes(pool)) return none;
  if (station.kind === 'place') return placeTime(station, time);
  if (station.kind !== 'service' && station.kind !== 'course') return none;
  const units = (station.pools ?? []).reduce(
    (sum, demand) => sum + (demand.pool === pool ? (demand.units ?? 1) : 0),
    0,
  );
  if (station.kind === 'course') {
    const mean = (units * expectedDuration(station.duration, time)) / amountAt(station.maximum, time);
    return { mean, variance: 0 };
  }
  if (station.hours === undefined) {
    const { mean, variance } = timeOf(station.duration ?? 0, time);
    return { mean: units * mean, variance: units ** 2 * variance };
  }
  // Work goes at the pace of the first pool; a room or a second team is held for as long.
  const working = spec.pools[station.pools[0]?.pool ?? pool] ?? declared;
  const perHour = placesAt(working, time) / hoursPerDay(working, time);
  const { mean, variance } = timeOf(station.hours, time);
  if (!Number.isFinite(perHour)) return { mean: mean > 0 ? Infinity : 0, variance: 0 };
  return { mean: units * mean * perHour, variance: (units * perHour) ** 2 * variance };
}

type PlaceStation = Extract<StationSpec, { kind: 'place' }>;

/** A stay that its term may cut short; an extension lengthens the term for its share of those who reach it. */
function placeTime(station: PlaceStation, time: number): Demand {
  const { stay, term, extension } = station;
  const cut = (cap: number): Demand => (stay === undefined ? { mean: cap, variance: 0 } : timeOf(stay, time, cap));
  if (term === undefined) return cut(Infinity);
  const first = amountAt(term.value, time) * daysPer[term.unit];
  const short = cut(first);
  if (extension === undefined) return short;
  const long = cut(first + amountAt(extension.term.value, time) * daysPer[extension.term.unit]);
  const share = amountAt(extension.share, time);
  const mean = short.mean + share * (long.mean - short.mean);
  const square = (1 - share) * (short.variance + short.mean ** 2) + share * (long.variance + long.mean ** 2);
  return { mean, variance: square - mean ** 2 };
}
