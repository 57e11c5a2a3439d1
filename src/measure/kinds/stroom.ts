// stroom: visits that move along an arrow, per month; and visits cut short at a station because the spell ended, per year.
import type { Client, Visit } from '../../chain/client.js';
import type { Run } from '../../chain/simulate-chain.js';
import { arrowsOf, type Arrows } from '../arrows.js';
import { reasonSlot, type Frame } from '../frame.js';
import type { MeasureKind, Meter, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

/** Stations where time passes, so that a spell can end there; those of side visits can also be left by the main route's mark. */
function cutsOf({ spec, stations, reasons, risks }: Frame): { names: string[]; slots: Int32Array } {
  const sides = new Set(Object.values(spec.stations).flatMap(({ outcomes }) => outcomes.flatMap((o) => o.side ?? [])));
  const slots = new Int32Array(stations.length * reasons.length).fill(-1);
  const names: string[] = [];
  for (const [station, id] of stations.entries()) {
    if (spec.stations[id]?.kind === 'router') continue;
    for (const [reason, name] of reasons.entries()) {
      if (reason >= risks && !sides.has(id)) continue;
      slots[station * reasons.length + reason] = names.length;
      names.push(`${id}>${name}`);
    }
  }
  return { names, slots };
}

/** Persons of a visit: the client, and her partner when there is one. */
function personsOf(frame: Frame, run: Run): (client: Client) => number {
  const partner = run.attributes.find(({ id }) => id === frame.spec.persons?.partner);
  if (partner === undefined) return () => 1;
  return (client) => 1 + client.attribute(partner.index);
}

function record(frame: Frame, run: Run, arrows: Arrows, inPersons: boolean): Recorder {
  const { periods, stations, reasons } = frame;
  const cuts = cutsOf(frame);
  const persons = personsOf(frame, run);
  const moved = { all: new Tally(arrows.names.length, periods.months.length), persons: undefined as Tally | undefined };
  const cut = { all: new Tally(cuts.names.length, periods.years.length), persons: undefined as Tally | undefined };
  if (inPersons) {
    moved.persons = new Tally(arrows.names.length, periods.months.length);
    cut.persons = new Tally(cuts.names.length, periods.years.length);
  }
  const move = (arrow: number, visit: Visit, now: number): void => {
    const month = periods.month(now);
    moved.all.add(arrow, month);
    moved.persons?.add(arrow, month, persons(visit.client));
  };
  let applicant: Client | undefined;
  const sides = new WeakSet<Visit>();
  return {
    observer: {
      applied(client) {
        applicant = client;
      },
      entered(visit, station, now) {
        if (visit.main) {
          if (visit.client === applicant) move(arrows.into(station.index), visit, now);
          applicant = undefined;
        } else if (!sides.has(visit)) {
          // A side visit opens while the main visit is still where it was.
          sides.add(visit);
          const from = visit.client.main.station;
          if (from !== undefined) move(arrows.between(from.index, station.index), visit, now);
        }
      },
      left(visit, station, to, now) {
        move(arrows.between(station.index, to === undefined ? stations.length : to.index), visit, now);
      },
      withdrawn(visit, station, reason, now) {
        const slot = cuts.slots[station.index * reasons.length + reasonSlot(frame, reason)]!;
        if (slot < 0) return;
        const year = periods.year(now);
        cut.all.add(slot, year);
        cut.persons?.add(slot, year, persons(visit.client));
      },
    },
    write(into, at) {
      let next = at;
      for (const tally of [moved.all, moved.persons, cut.all, cut.persons]) next = tally?.write(into, next) ?? next;
    },
  };
}

function open(frame: Frame): Meter {
  const { months, years } = frame.periods;
  const arrows = arrowsOf(frame.spec, frame.stations);
  const cuts = cutsOf(frame);
  const inPersons = frame.spec.persons?.partner !== undefined;
  const units = inPersons ? ['aanvragen', 'personen'] : ['aanvragen'];
  const rows = (names: readonly string[], periods: readonly { period: string }[]) =>
    units.flatMap((unit) =>
      names.flatMap((place) => periods.map(({ period }) => ({ measure: 'stroom', place, group: null, period, unit }))),
    );
  return {
    series: [...rows(arrows.names, months), ...rows(cuts.names, years)],
    record: (run) => record(frame, run, arrows, inPersons),
  };
}

export const stroom: MeasureKind = {
  texts: [
    {
      id: 'stroom',
      unit: 'aanvragen, personen',
      label: 'Stroom',
      better: 'geen oordeel',
      explanation:
        'Bezoeken die over een pijl van het werkproces gaan, per maand; en bezoeken die bij een station eindigen doordat de uitkering eindigt, per jaar en per reden. Personen: met partner.',
    },
  ],
  open,
};
