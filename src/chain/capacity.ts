// A declared pool at work: how many servers it has over time and how fast each of them works.
import type { Pools } from '../kernel/pools.js';
import { rank } from '../kernel/ranks.js';
import type { Simulation } from '../kernel/simulation.js';
import { normalQuantile } from '../random/normal.js';
import { amountAt, type Amount } from './spec/amount.js';
import type { PoolSpec } from './spec/pool.js';
import { staffing } from './staffing.js';

export interface Capacity {
  readonly id: string;
  readonly index: number;
  readonly spec: PoolSpec;
  /** Effective working hours that one server gives per working day at `time`; for places, hours do not apply and this throws. */
  hoursPerDay(time: number): number;
  /** How fast server number so-and-so works, 1 on average; undefined when all are equally fast. */
  readonly pace: ((server: number, time: number) => number) | undefined;
  /** Hours that all of the pool gives in a rate-month at `time`. */
  hoursPerMonth(time: number): number;
}

/** Amounts on a ramp are followed once a day. */
function changeTimes(amounts: readonly Amount[], until: number): number[] {
  const times = new Set<number>();
  for (const amount of amounts) {
    if (typeof amount === 'number') continue;
    const points = amount.timed;
    for (const [index, point] of points.entries()) {
      times.add(point.at);
      const next = points[index + 1];
      if (next === undefined || next.value === point.value) continue;
      for (let day = Math.ceil(point.at); day < next.at; day += 1) times.add(day);
    }
  }
  return [...times].filter((time) => time > 0 && time <= until).sort((a, b) => a - b);
}

function amountsOf(spec: PoolSpec): Amount[] {
  switch (spec.kind) {
    case 'hours':
      return [spec.fte, spec.absence ?? 0, spec.productiveHoursPerYear, spec.share];
    case 'caseload':
      return [spec.fte, spec.absence ?? 0, spec.norm];
    case 'places':
      return [spec.capacity];
  }
}

/** Fte of a team at `time` that are not absent. Who still learns the work is in the `fte` that a run puts in its place, not here. */
export function fteAt(
  { fte, absence = 0 }: { readonly fte: Amount; readonly absence?: Amount | undefined },
  time: number,
): number {
  return amountAt(fte, time) * (1 - amountAt(absence, time));
}

/**
 * Whole servers or places at `time`. Part-time people are people: hours are rounded up to servers; a place is there or not. Staff without
 * hours serve nobody: work they began would never end.
 */
export function placesAt(spec: PoolSpec, time: number): number {
  switch (spec.kind) {
    case 'hours':
      return amountAt(spec.productiveHoursPerYear, time) * amountAt(spec.share, time) > 0
        ? Math.ceil(fteAt(spec, time) - 1e-9)
        : 0;
    case 'caseload':
      return Math.floor(fteAt(spec, time) * amountAt(spec.norm, time) + 1e-9);
    case 'places':
      return Math.floor(amountAt(spec.capacity, time) + 1e-9);
  }
}

/**
 * The course of whole servers or places. While everybody in a team is still new, together less than half a person, nobody serves: work that a
 * newcomer began on her first day would take her months.
 */
function placesOver(spec: PoolSpec, employed: Amount | undefined): (time: number) => number {
  if (spec.kind !== 'hours' || employed === undefined) return (time) => placesAt(spec, time);
  return (time) => {
    const productive = amountAt(spec.fte, time);
    return productive < Math.min(0.5, amountAt(employed, time) - 1e-9) ? 0 : placesAt(spec, time);
  };
}

/**
 * The pace of each of `count` servers, slowest first: the middles of equal parts of a lognormal distribution with this coefficient of variation,
 * divided by their mean, so that together they do what they would do without differences. Nothing is drawn: a team is the same in every run.
 */
export function paces(count: number, spread: number): number[] {
  const sigma = Math.sqrt(Math.log1p(spread * spread));
  const raw = Array.from({ length: count }, (_, server) => Math.exp(sigma * normalQuantile((server + 0.5) / count)));
  const mean = raw.reduce((sum, pace) => sum + pace, 0) / count;
  return raw.map((pace) => pace / mean);
}

function paceOf(spec: PoolSpec, places: (time: number) => number): Capacity['pace'] {
  if (spec.kind === 'places') {
    const { speeds } = spec;
    return speeds === undefined ? undefined : (server) => speeds[server] ?? 1;
  }
  const spread = spec.kind === 'hours' ? (spec.spread ?? 0) : 0;
  if (spread === 0) return undefined;
  let team: number[] = [];
  let known = NaN;
  return (server, time) => {
    // Whoever finishes after a shrink has a number beyond those who are left.
    const size = Math.max(places(time), server + 1);
    const now = amountAt(spread, time);
    if (team.length !== size || known !== now) team = paces(size, now);
    known = now;
    return team[server] ?? 1;
  };
}

/** Adds the pool to `pools` and schedules its changes of capacity up to `until`. */
export function openCapacity(
  id: string,
  declared: PoolSpec,
  options: {
    simulation: Simulation;
    pools: Pools;
    workingDaysPerYear: number;
    until: number;
    onChange?: (pool: number) => void;
  },
): Capacity {
  const { simulation, pools, workingDaysPerYear, until, onChange } = options;
  const team = declared.kind === 'places' ? undefined : staffing(declared.fte, declared.recruitment);
  const spec = team === undefined ? declared : { ...declared, fte: team.productive };
  const places = placesOver(spec, team?.employed);
  const skills = spec.kind === 'places' ? spec.skills : undefined;
  const index = pools.add({
    capacity: places(0),
    ...(skills === undefined ? {} : { skills }),
    ...(onChange === undefined ? {} : { onChange }),
  });
  const change = (): void => {
    pools.setCapacity(index, places(simulation.now), spec.shrink ?? 'finish');
  };
  let before = places(0);
  for (const time of changeTimes(amountsOf(spec), until)) {
    const now = places(time);
    if (now !== before) simulation.schedule(time, rank.capacity, change, pools, 0);
    before = now;
  }
  return {
    id,
    index,
    spec,
    pace: paceOf(spec, places),
    hoursPerDay(time) {
      if (spec.kind !== 'hours') throw new Error(`pool ${id} has places, not hours`);
      const fte = fteAt(spec, time);
      if (fte <= 0) return 0;
      return (
        ((fte / placesAt(spec, time)) * amountAt(spec.productiveHoursPerYear, time) * amountAt(spec.share, time)) /
        workingDaysPerYear
      );
    },
    hoursPerMonth(time) {
      if (spec.kind !== 'hours') throw new Error(`pool ${id} has places, not hours`);
      return (fteAt(spec, time) * amountAt(spec.productiveHoursPerYear, time) * amountAt(spec.share, time)) / 12;
    },
  };
}
