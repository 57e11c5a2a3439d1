// The instants at which the load of a chain has to be looked at: the start, every jump of a number, and every month while something ramps.
import { dayNumber, isoDate, nextMonth } from '../civil-date.js';
import type { Profile } from '../rate-clock.js';
import { runLength } from '../simulate-chain.js';
import type { TimedPoint } from '../spec/amount.js';
import type { ChainSpec } from '../spec/chain.js';

/** Steps in which a chain in a unit of its own follows what ramps. */
const stepsOfRamp = 60;

/** Steps of a repeating pattern of arrivals that are followed; of a longer run only its mean counts. */
const stepsOfPattern = 400;

/** Whether a pattern of arrivals is followed step by step: in a chain of days it would only say what a week looks like. */
export function isFollowed({ every, values }: Profile, spec: ChainSpec): boolean {
  return spec.run.unit === 'own' && (runLength(spec) * values.length) / every <= stepsOfPattern;
}

/** Every course over time in a part of a declaration. */
function coursesIn(part: unknown): (readonly TimedPoint[])[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('timed' in part) return [part.timed as readonly TimedPoint[]];
  return Object.values(part).flatMap(coursesIn);
}

/** The two ends of the run, and of every course over time in `part` when it is highest and when it is lowest within the run. */
export function extremesIn(part: unknown, last: number): number[] {
  const found = new Set([0, last]);
  for (const course of coursesIn(part)) {
    const within = course.filter(({ at }) => at > 0 && at < last);
    const values = within.map(({ value }) => value);
    for (const extreme of [Math.max(...values), Math.min(...values)]) {
      const point = within.find(({ value }) => value === extreme);
      if (point !== undefined) found.add(point.at);
    }
  }
  return [...found];
}

/** Jumps, and whether something also changes gradually. */
function changesIn(part: unknown): { jumps: Set<number>; ramps: boolean } {
  const jumps = new Set<number>();
  let ramps = false;
  for (const points of coursesIn(part)) {
    for (const [index, { at, value }] of points.entries()) {
      const next = points[index + 1];
      if (next === undefined || next.value === value) continue;
      if (next.at === at) jumps.add(at);
      else ramps = true;
    }
  }
  return { jumps, ramps };
}

/** Whether nothing in `part` differs between two instants. */
export function isSteady(part: unknown, from: number, to: number): boolean {
  return coursesIn(part).every((points) =>
    points.every(({ at, value }, index) => {
      const next = points[index + 1];
      return next === undefined || next.value === value || next.at <= from || at > to;
    }),
  );
}

/** From 0 up to but without the end of the run, in order; `pools` are the pools as they will be staffed. */
export function instantsOf(spec: ChainSpec, pools: unknown): number[] {
  const last = runLength(spec);
  const { jumps, ramps } = changesIn([spec.stations, spec.attributes, spec.arrivals, spec.spells, pools]);
  for (const { from, until } of Object.values(spec.arrivals)) {
    for (const time of [from, until]) if (time !== undefined) jumps.add(time);
  }
  for (const { rate } of Object.values(spec.arrivals)) {
    const profile = rate?.profile;
    if (profile === undefined || !isFollowed(profile, spec)) continue;
    const step = profile.every / profile.values.length;
    for (let turn = 1; turn < last / step; turn += 1) jumps.add(turn * step);
  }
  // Daily steps of a ramp are jumps to a day; more than one a month tells no more than the months do.
  const inDays = spec.run.unit === 'days';
  const months = ramps || (inDays && jumps.size > last / 30);
  const grid: number[] = [];
  if (months && inDays) {
    const start = dayNumber(spec.run.start);
    const first = isoDate(start);
    for (let iso = nextMonth(first); dayNumber(iso) < start + last; iso = nextMonth(iso)) {
      grid.push(dayNumber(iso) - start);
    }
  } else if (months) for (let step = 1; step < stepsOfRamp; step += 1) grid.push((step * last) / stepsOfRamp);
  const kept = inDays && jumps.size > last / 10 ? [] : jumps;
  return [...new Set([0, ...grid, ...kept])].filter((time) => time >= 0 && time < last).sort((a, b) => a - b);
}
