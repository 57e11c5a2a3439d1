// A declared pool at work: how many servers it has over time and how fast each of them works.
import type { Pools } from '../kernel/pools.js';
import { rank } from '../kernel/ranks.js';
import type { Simulation } from '../kernel/simulation.js';
import { amountAt, type Amount } from './spec/amount.js';
import type { PoolSpec } from './spec/pool.js';

export interface Capacity {
  readonly id: string;
  readonly index: number;
  readonly spec: PoolSpec;
  /** Effective working hours that one server gives per working day at `time`; for places, hours do not apply and this throws. */
  hoursPerDay(time: number): number;
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
      return [spec.fte, spec.productiveHoursPerYear, spec.share];
    case 'caseload':
      return [spec.fte, spec.norm];
    case 'places':
      return [spec.capacity];
  }
}

/**
 * Whole servers or places at `time`. Part-time people are people: hours are rounded up to servers; a place is there or not. Staff without
 * hours serve nobody: work they began would never end.
 */
export function placesAt(spec: PoolSpec, time: number): number {
  switch (spec.kind) {
    case 'hours':
      return amountAt(spec.productiveHoursPerYear, time) * amountAt(spec.share, time) > 0
        ? Math.ceil(amountAt(spec.fte, time) - 1e-9)
        : 0;
    case 'caseload':
      return Math.floor(amountAt(spec.fte, time) * amountAt(spec.norm, time) + 1e-9);
    case 'places':
      return Math.floor(amountAt(spec.capacity, time) + 1e-9);
  }
}

/** Adds the pool to `pools` and schedules its changes of capacity up to `until`. */
export function openCapacity(
  id: string,
  spec: PoolSpec,
  options: {
    simulation: Simulation;
    pools: Pools;
    workingDaysPerYear: number;
    until: number;
    onChange?: (pool: number) => void;
  },
): Capacity {
  const { simulation, pools, workingDaysPerYear, until, onChange } = options;
  const skills = spec.kind === 'places' ? spec.skills : undefined;
  const index = pools.add({
    capacity: placesAt(spec, 0),
    ...(skills === undefined ? {} : { skills }),
    ...(onChange === undefined ? {} : { onChange }),
  });
  const change = (): void => {
    pools.setCapacity(index, placesAt(spec, simulation.now), 'finish');
  };
  let before = placesAt(spec, 0);
  for (const time of changeTimes(amountsOf(spec), until)) {
    const places = placesAt(spec, time);
    if (places !== before) simulation.schedule(time, rank.capacity, change, pools, 0);
    before = places;
  }
  return {
    id,
    index,
    spec,
    hoursPerDay(time) {
      if (spec.kind !== 'hours') throw new Error(`pool ${id} has places, not hours`);
      const fte = amountAt(spec.fte, time);
      if (fte <= 0) return 0;
      return (
        ((fte / placesAt(spec, time)) * amountAt(spec.productiveHoursPerYear, time) * amountAt(spec.share, time)) /
        workingDaysPerYear
      );
    },
    hoursPerMonth(time) {
      if (spec.kind !== 'hours') throw new Error(`pool ${id} has places, not hours`);
      return (amountAt(spec.fte, time) * amountAt(spec.productiveHoursPerYear, time) * amountAt(spec.share, time)) / 12;
    },
  };
}
