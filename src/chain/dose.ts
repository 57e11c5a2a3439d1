// The dose: which part of the contact that its clients need a station can give, reviewed at the first of every month.
import type { Simulation } from '../kernel/simulation.js';
import type { Capacity } from './capacity.js';
import type { Visit } from './client.js';
import type { Observer } from './observer.js';
import { amountAt, type Amount } from './spec/amount.js';
import type { Station } from './station.js';

/** Doses are given in hundredths: a smaller change is not worth a new date for every client. */
const grain = 100;

/** A factor that a scenario changes from a date on: it follows for those who are there as well. */
export function hasCourse(during: Amount | undefined): during is Exclude<Amount, number> {
  return during !== undefined && typeof during !== 'number';
}

interface Present {
  readonly station: Station;
  readonly pool: Capacity;
  /** Those whose effects follow the dose or a factor with a course; a station without such effects only counts heads. */
  readonly visits: Set<Visit> | undefined;
  /** The factors that have a course over time, and their values at the last review. */
  readonly courses: readonly Amount[];
  factors: readonly number[];
  count: number;
  dose: number;
  /** Integral of the dose over time up to `since`; differences give the mean dose of a stay. */
  area: number;
  since: number;
}

/**
 * Hours of a pool in a month: what its fte give, less what services worked in the month before. They are shared out in order of the contact's
 * `rank`; within a rank everyone gets the same part of what she needs, at most `ceiling` (1 when not declared).
 */
export class Doses {
  private readonly stations = new Map<number, Present>();
  private readonly worked = new Map<number, number>();
  private readonly capacities: Capacity[] = [];
  private readonly observer: Observer;
  private readonly simulation: Simulation;

  constructor(options: { observer: Observer; simulation: Simulation }) {
    this.observer = options.observer;
    this.simulation = options.simulation;
  }

  add(station: Station, pool: Capacity): void {
    const effects = station.spec.effects ?? [];
    const courses = effects.flatMap(({ during }) => (hasCourse(during) ? [during] : []));
    const follows = courses.length > 0 || effects.some(({ dose, during }) => dose === true && during !== undefined);
    this.stations.set(station.index, {
      station,
      pool,
      visits: follows ? new Set() : undefined,
      courses,
      factors: courses.map((course) => amountAt(course, 0)),
      count: 0,
      dose: 1,
      area: 0,
      since: 0,
    });
    if (!this.capacities.includes(pool)) this.capacities.push(pool);
  }

  /** A service worked `hours` of a pool. */
  work(pool: Capacity, hours: number): void {
    this.worked.set(pool.index, (this.worked.get(pool.index) ?? 0) + hours);
  }

  dose(station: Station): number {
    return this.stations.get(station.index)?.dose ?? 1;
  }

  join(visit: Visit, station: Station): void {
    const present = this.stations.get(station.index);
    if (present === undefined) return;
    present.visits?.add(visit);
    present.count += 1;
    visit.doseArea = this.areaAt(present, visit.startedAt);
  }

  /** Takes the visit out and returns the mean dose of its stay (1 where no contact is declared). */
  leave(visit: Visit, station: Station): number {
    const present = this.stations.get(station.index);
    if (present === undefined) return 1;
    present.visits?.delete(visit);
    present.count -= 1;
    const now = this.simulation.now;
    const length = now - visit.startedAt;
    if (length <= 0) return present.dose;
    return (this.areaAt(present, now) - visit.doseArea) / length;
  }

  /** Takes the doses of the month to come; `changed` is called for every client whose dose or factor is another than before. */
  review(changed: (visit: Visit, station: Station) => void): void {
    const now = this.simulation.now;
    for (const pool of this.capacities) {
      const services = this.worked.get(pool.index) ?? 0;
      this.worked.set(pool.index, 0);
      const all = pool.hoursPerMonth(now);
      let hours = Math.max(0, all - services);
      let needed = 0;
      for (const group of this.groups(pool)) {
        const need = group.reduce((sum, present) => sum + this.need(present, now), 0);
        const part = need > 0 ? hours / need : Infinity;
        for (const present of group) {
          const ceiling = amountAt(present.station.spec.contact?.ceiling ?? 1, now);
          this.set(present, Math.round(Math.min(part, ceiling) * grain) / grain, now, changed);
          hours -= this.need(present, now) * present.dose;
        }
        hours = Math.max(0, hours);
        needed += need;
      }
      this.observer.hours?.(pool.index, all, needed, services, now);
    }
  }

  private groups(pool: Capacity): Present[][] {
    const ranks = new Map<number, Present[]>();
    for (const present of this.stations.values()) {
      if (present.pool !== pool) continue;
      const at = present.station.spec.contact?.rank ?? 0;
      ranks.set(at, [...(ranks.get(at) ?? []), present]);
    }
    return [...ranks.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
  }

  private need(present: Present, now: number): number {
    return present.count * amountAt(present.station.spec.contact?.hoursPerMonth ?? 0, now);
  }

  private set(present: Present, dose: number, now: number, changed: (visit: Visit, station: Station) => void): void {
    present.area = this.areaAt(present, now);
    present.since = now;
    this.observer.dosed?.(present.station, dose, now);
    const factors = present.courses.map((course) => amountAt(course, now));
    if (dose === present.dose && factors.every((factor, index) => factor === present.factors[index])) return;
    present.dose = dose;
    present.factors = factors;
    for (const visit of present.visits ?? []) changed(visit, present.station);
  }

  private areaAt(present: Present, time: number): number {
    return present.area + present.dose * (time - present.since);
  }
}
