// Traffic equations of a chain at one instant: who comes from outside, and which part of the clients of a station goes where.
import { createChances } from '../check/chances.js';
import { waysOut } from '../check/ways.js';
import { profileAt, type Profile } from '../rate-clock.js';
import { runLength } from '../simulate-chain.js';
import { amountAt } from '../spec/amount.js';
import type { ChainSpec } from '../spec/chain.js';
import { daysPer, expectedDuration } from '../spec/duration.js';
import type { ArrivalSpec } from '../spec/population.js';
import { isFollowed } from './instants.js';
import { solveTraffic } from './linear.js';

const daysPerYear = 365.25;

/** Part of the clients of a station that its outcomes send on, and the parts that go past them; less than 1 in all when a queue grows. */
export interface Passing {
  readonly through: number;
  readonly past: readonly { readonly to: string; readonly part: number }[];
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly chance: number;
}

export interface Traffic {
  /** Visits per unit of time. */
  readonly visits: ReadonlyMap<string, number>;
  /** Loops that nobody leaves. */
  readonly traps: readonly (readonly string[])[];
}

/** A pattern of arrivals at `time`, or its mean when it is too fine to follow. */
function patternAt(profile: Profile | undefined, spec: ChainSpec, time: number): number {
  if (profile === undefined) return 1;
  if (isFollowed(profile, spec)) return profileAt(profile, time);
  return profile.values.reduce((sum, value) => sum + value, 0) / profile.values.length;
}

/** Arrivals per unit of time of one source. */
export function arrivalRate(source: ArrivalSpec, spec: ChainSpec, time: number): number {
  if (time < (source.from ?? -Infinity) || time >= (source.until ?? Infinity)) return 0;
  const size = source.batch === undefined ? 1 : expectedDuration(source.batch, time);
  if (source.times !== undefined) return (source.times.length * size) / runLength(spec);
  if (source.interval !== undefined) return size / expectedDuration(source.interval, time);
  const { perYear, perUnit, series = 1, profile } = source.rate ?? {};
  return (
    (perYear === undefined ? amountAt(perUnit ?? 0, time) : amountAt(perYear, time) / daysPerYear) *
    amountAt(series, time) *
    patternAt(profile, spec, time) *
    size
  );
}

/** Applications a year from all declared sources, over the year from `time` on; returns are left out. */
export function applicationsPerYear(spec: ChainSpec, time: number): number {
  const months = Array.from({ length: 12 }, (_, month) => time + (month * daysPerYear) / 12);
  const rates = months.map((at) =>
    Object.values(spec.arrivals).reduce((sum, one) => sum + arrivalRate(one, spec, at), 0),
  );
  return (rates.reduce((sum, rate) => sum + rate, 0) / months.length) * daysPerYear;
}

/** Arrivals from outside and by calls per unit of time, by station; `back` comes to it as former clients. */
export function outsideAt(spec: ChainSpec, time: number, back?: { to: string; rate: number }): Map<string, number> {
  const outside = new Map<string, number>();
  const add = (id: string, more: number): void => void outside.set(id, (outside.get(id) ?? 0) + more);
  for (const source of Object.values(spec.arrivals)) {
    add(source.to ?? spec.roles.entry, arrivalRate(source, spec, time));
  }
  for (const station of Object.values(spec.stations)) {
    for (const call of station.kind === 'stay' ? (station.calls ?? []) : []) {
      if (call.every === undefined || call.take === undefined) continue;
      add(call.to, amountAt(call.take, time) / (call.every.value * daysPer[call.every.unit]));
    }
  }
  if (back !== undefined) add(back.to, back.rate);
  return outside;
}

/**
 * Chances of the arrows between stations at `time`; see `createChances`. `exits` maps the mark of an outcome that ends the spell to the chance
 * that it brings a client back to the entry.
 */
export function arrowsAt(spec: ChainSpec, time: number, exits?: (mark: string) => number): Arrow[] {
  const chances = createChances(spec, time);
  const arrows: Arrow[] = [];
  const entry = spec.spells?.returns?.to ?? spec.roles.entry;
  for (const [from, station] of Object.entries(spec.stations)) {
    const parts = chances(station.outcomes);
    for (const { to, kind, outcome } of waysOut(from, station)) {
      if (outcome === undefined) continue;
      const part = parts[station.outcomes.indexOf(outcome)] ?? 0;
      const { handover } = outcome;
      const lost = handover?.kind === 'cold' ? amountAt(handover.lost ?? 0, time) : 0;
      const chance = kind === 'side' ? part : part * (kind === 'lost' ? lost : 1 - lost);
      const again = to === 'exit' && outcome.mark !== undefined ? (exits?.(outcome.mark) ?? 0) : 0;
      if (to !== 'exit' && chance > 0) arrows.push({ from, to, chance });
      if (again > 0 && chance > 0) arrows.push({ from, to: entry, chance: chance * again });
    }
  }
  return arrows;
}

/** Visits per unit of time to every station, exact up to rounding. */
export function traffic(
  spec: ChainSpec,
  outside: ReadonlyMap<string, number>,
  arrows: readonly Arrow[],
  passing: ReadonlyMap<string, Passing> = new Map(),
): Traffic {
  const ids = Object.keys(spec.stations);
  const index = new Map(ids.map((id, place) => [id, place]));
  const chance = ids.map(() => new Float64Array(ids.length));
  const put = (from: string, to: string, part: number): void => {
    const row = chance[index.get(from) ?? -1];
    const column = index.get(to);
    if (row !== undefined && column !== undefined) row[column]! += part;
  };
  for (const arrow of arrows) put(arrow.from, arrow.to, arrow.chance * (passing.get(arrow.from)?.through ?? 1));
  for (const [from, { past }] of passing) for (const { to, part } of past) put(from, to, part);
  const solved = solveTraffic(
    ids.map((id) => outside.get(id) ?? 0),
    chance,
  );
  return {
    visits: new Map(ids.map((id, place) => [id, solved.visits[place] ?? 0])),
    traps: solved.traps.map((trap) => trap.map((station) => ids[station] ?? '')),
  };
}
