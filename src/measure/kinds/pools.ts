// wachtrij and benutting: who waits for a pool, and which part of its hours or places is used, per month.
import { createCalendar } from '../../chain/calendar.js';
import { placesAt } from '../../chain/capacity.js';
import type { Visit } from '../../chain/client.js';
import { amountAt } from '../../chain/spec/amount.js';
import { waitingStations, type Frame } from '../frame.js';
import { Integrals } from '../integrals.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

/** Hours of a pool that gives contact as well: what it had, what services worked, and what contact was given, per month. */
function hoursOf(frame: Frame): {
  observer: Recorder['observer'];
  shared: ReadonlySet<number>;
  use: (pool: number, column: number) => number;
} {
  const { spec, stations, pools, periods } = frame;
  const { months, month } = periods;
  const poolOf = stations.map((id) => {
    const contact = spec.spells === undefined || periods.isOwn ? undefined : spec.stations[id]?.contact;
    return contact === undefined ? -1 : pools.indexOf(contact.pool);
  });
  const shared = new Set(poolOf.filter((pool) => pool >= 0));
  const available = new Tally(pools.length, months.length);
  const used = new Tally(pools.length, months.length);
  const present = new Uint32Array(stations.length);
  // Where one can wait, a visit that leaves may not have begun; elsewhere the stay begins at once, and there are too many to remember.
  const begun = new Map(waitingStations(frame).map(({ index }) => [index, new Set<Visit>()]));
  const leave = (visit: Visit, station: number): void => {
    if (poolOf[station]! >= 0 && (begun.get(station)?.delete(visit) ?? true)) present[station]! -= 1;
  };
  return {
    observer: {
      started(visit, station) {
        if (poolOf[station.index]! < 0) return;
        present[station.index]! += 1;
        begun.get(station.index)?.add(visit);
      },
      left: (visit, station) => {
        leave(visit, station.index);
      },
      withdrawn: (visit, station) => {
        leave(visit, station.index);
      },
      dosed(station, dose, now) {
        const need = amountAt(station.spec.contact?.hoursPerMonth ?? 0, now) * present[station.index]!;
        used.add(poolOf[station.index]!, month(now), dose * need);
      },
      hours(pool, hours, _contact, services, now) {
        available.add(pool, month(now), hours);
        // Services are told of afterwards: they belong to the month that has just ended.
        if (now > 0) used.add(pool, month(now) - 1, services);
      },
    },
    shared,
    use: (pool, column) => used.at(pool, column) / available.at(pool, column),
  };
}

/**
 * Places and caseloads: time average of places in use over the time average of places. Hours pools that only serve: the same over working time,
 * which is hours worked over hours there were. Hours pools that also give contact: (hours of services + contact given) over the hours of the
 * month. A service books all its hours in the month in which it begins, and contact is settled before services are known, so this can pass 1.
 */
function record(frame: Frame): Recorder {
  const { spec, pools, periods } = frame;
  const { months, until, isOwn } = periods;
  const calendar = createCalendar(spec.calendar, spec.run.start, isOwn ? 0 : until);
  const working = (from: number, to: number): number => calendar.between(from, to);
  const queue = new Integrals(pools.length, months);
  const taken = new Integrals(pools.length, months);
  const there = new Integrals(pools.length, months);
  const takenWorking = new Integrals(pools.length, months, working);
  const thereWorking = new Integrals(pools.length, months, working);
  const hours = hoursOf(frame);
  const isStaff = pools.map((id) => spec.pools[id]?.kind === 'hours' && !isOwn);
  for (const [pool, id] of pools.entries()) {
    const declared = spec.pools[id];
    if (declared !== undefined) (isStaff[pool] ? thereWorking : there).set(pool, placesAt(declared, 0), 0);
  }
  return {
    observer: {
      ...hours.observer,
      // The engine opens pools in order of id, so its numbers are positions in `pools`.
      poolChanged(pool, inUse, waiting, capacity, now) {
        queue.set(pool, waiting, now);
        if (hours.shared.has(pool)) return;
        (isStaff[pool] ? takenWorking : taken).set(pool, inUse, now);
        (isStaff[pool] ? thereWorking : there).set(pool, capacity, now);
      },
    },
    write(into, at) {
      for (const integral of [queue, taken, there, takenWorking, thereWorking]) integral.close(until);
      let next = at;
      for (const pool of pools.keys()) {
        const [busy, all] = isStaff[pool] ? [takenWorking, thereWorking] : [taken, there];
        for (const [column, { from, to }] of months.entries()) into[next++] = queue.area(pool, column) / (to - from);
        for (const column of months.keys()) {
          into[next++] = hours.shared.has(pool)
            ? hours.use(pool, column)
            : busy.area(pool, column) / all.area(pool, column);
        }
      }
    },
  };
}

export const pools: MeasureKind = {
  texts: [
    {
      id: 'wachtrij',
      unit: 'aanvragen',
      label: 'Wachtrij',
      better: 'lager',
      explanation: 'Gemiddeld aantal dat in de maand wacht op een team of een plaats.',
    },
    {
      id: 'benutting',
      unit: 'aandeel',
      label: 'Benutting',
      better: 'geen oordeel',
      explanation:
        'Gebruikt deel van de uren of plaatsen in de maand. Bij een team dat ook contact onderhoudt: gewerkte uren plus gegeven contacturen, gedeeld door de beschikbare uren; een gesprek telt in de maand waarin het begint, dus dit kan boven 1 komen.',
    },
  ],
  open: (frame) => ({
    series: frame.pools.flatMap((place) => [
      ...frame.periods.months.map(({ period }) => ({
        measure: 'wachtrij',
        place,
        group: null,
        period,
        unit: 'aanvragen',
      })),
      ...frame.periods.months.map(({ period }) => ({
        measure: 'benutting',
        place,
        group: null,
        period,
        unit: 'aandeel',
      })),
    ]),
    record: () => record(frame),
  }),
};
