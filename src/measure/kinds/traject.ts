// traject: what became of those who began at a followed station, per year of their beginning.
import type { Client, Visit } from '../../chain/client.js';
import { daysPerMonth } from '../../chain/spec/duration.js';
import { exit } from '../../chain/spec/outcome.js';
import { reasonSlot, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

interface Followed {
  readonly id: string;
  readonly index: number;
  readonly months: readonly number[];
  /** Reasons by which a stay can end here: the risks, and the marks of its own ways out. */
  readonly reasons: readonly string[];
}

function followedStations({ spec, stations, reasons, risks }: Frame): Followed[] {
  return stations.flatMap((id, index) => {
    const station = spec.stations[id];
    if (station?.follow === undefined || spec.spells === undefined) return [];
    const out = station.outcomes
      .filter(({ to }) => to === exit)
      .map(({ mark = exit }) => (reasons.includes(mark) ? mark : exit));
    const own = reasons.slice(risks).filter((reason) => out.includes(reason));
    const months = [...new Set(station.follow)].sort((a, b) => a - b);
    return [{ id, index, months, reasons: [...reasons.slice(0, risks), ...own] }];
  });
}

/** A beginning that is followed, and which of the station's months is the next to look at. */
interface Start {
  readonly counts: Cohorts;
  readonly cohort: number;
  readonly from: number;
  next: number;
}

interface Cohorts {
  readonly station: Followed;
  readonly starts: Tally;
  readonly open: Tally;
  readonly off: Tally;
  readonly back: Tally;
  readonly ended: Tally;
}

interface Watched {
  readonly starts: Start[];
  isOff: boolean;
}

/** Looks up to but not including `until` find the client on bijstand, or off it. False when none is left. */
function look(start: Start, until: number, isOff: boolean): boolean {
  const { counts, cohort, from } = start;
  const { months } = counts.station;
  while (start.next < months.length && from + months[start.next]! * daysPerMonth < until) {
    if (isOff) counts.off.add(start.next, cohort);
    start.next += 1;
  }
  return start.next < months.length;
}

/**
 * Counts per cohort: how many began, how many have not left yet, who came back, who left bijstand during the stay, and who was off bijstand at
 * each horizon, whether or not she had been back in between. A client counts as on bijstand while a spell of hers runs, also when its decision is
 * pending. A horizon that does not fit in the run for the whole cohort is NaN, and so are the ends of stays while some of the cohort are still
 * there.
 */
function record(frame: Frame, followed: readonly Followed[]): Recorder {
  const { years, year, until } = frame.periods;
  const recorders = followed.map(cohorts);
  /** By position of the station; every visit of every station is told of. */
  const recorderOf = frame.stations.map((_, index) => recorders.find(({ station }) => station.index === index));
  const stays = new Map<Visit, number>();
  /** By client key: what is followed of her. Between the ends and beginnings of her spells nothing changes, so nobody needs to look in between. */
  const watched = new Map<number, Watched>();
  let tolerated = 1024;
  let leaving: { client: Client; counts: Cohorts; cohort: number } | undefined;

  function cohorts(station: Followed): Cohorts {
    return {
      station,
      starts: new Tally(1, years.length),
      open: new Tally(1, years.length),
      off: new Tally(station.months.length, years.length),
      back: new Tally(1, years.length),
      ended: new Tally(frame.reasons.length, years.length),
    };
  }
  /** Counts what lies behind; true when nothing is to come. */
  function settle({ starts, isOff }: Watched, now: number): boolean {
    let isOver = true;
    for (const start of starts) if (look(start, now, isOff)) isOver = false;
    return isOver;
  }
  function turn(client: Client, now: number, isOff: boolean): void {
    const known = watched.get(client.key);
    if (known === undefined) return;
    if (settle(known, now)) watched.delete(client.key);
    known.isOff = isOff;
  }
  function follow(client: Client, start: Start, now: number): void {
    const known = watched.get(client.key);
    if (known !== undefined) {
      known.starts.push(start);
      return;
    }
    watched.set(client.key, { starts: [start], isOff: false });
    if (watched.size <= tolerated) return;
    // Who never comes back has no more turns; she may go once all her looks lie behind.
    for (const [key, one] of watched) if (settle(one, now)) watched.delete(key);
    tolerated = Math.max(1024, 2 * watched.size);
  }
  /** The cohort of a stay that is over; undefined when it had not begun or is not followed. */
  function close(visit: Visit, index: number) {
    const counts = recorderOf[index];
    const cohort = counts === undefined ? undefined : stays.get(visit);
    if (counts === undefined || cohort === undefined) return undefined;
    stays.delete(visit);
    counts.open.add(0, cohort, -1);
    return { counts, cohort };
  }

  return {
    observer: {
      started(visit, { index }, _waited, now) {
        const counts = recorderOf[index];
        if (counts === undefined) return;
        const cohort = year(now);
        if (cohort >= years.length) return;
        counts.starts.add(0, cohort);
        counts.open.add(0, cohort);
        stays.set(visit, cohort);
        follow(visit.client, { counts, cohort, from: now, next: 0 }, now);
      },
      spellStarted(client, now) {
        turn(client, now, false);
      },
      left(visit, station, to) {
        const stay = close(visit, station.index);
        if (stay === undefined) return;
        // A main visit that leaves the chain ends the spell in the same breath; the reason comes with `spellEnded`.
        if (to === undefined && visit.main && visit.client.spell !== undefined) {
          leaving = { client: visit.client, ...stay };
        } else stay.counts.back.add(0, stay.cohort);
      },
      spellEnded(client, reason, now) {
        turn(client, now, true);
        if (leaving?.client === client) leaving.counts.ended.add(reasonSlot(frame, reason), leaving.cohort);
        leaving = undefined;
      },
      withdrawn(visit, station, reason) {
        const stay = close(visit, station.index);
        stay?.counts.ended.add(reasonSlot(frame, reason), stay.cohort);
      },
    },
    write(into, at) {
      for (const one of watched.values()) settle(one, Infinity);
      let next = at;
      for (const { station, starts, open, off, back, ended } of recorders) {
        for (const [cohort, { to }] of years.entries()) {
          into[next++] = starts.at(0, cohort);
          for (const [position, months] of station.months.entries()) {
            const fits = to + months * daysPerMonth <= until;
            into[next++] = fits ? off.at(position, cohort) / starts.at(0, cohort) : NaN;
          }
          const isOver = open.at(0, cohort) === 0;
          into[next++] = isOver ? back.at(0, cohort) : NaN;
          for (const reason of station.reasons) {
            into[next++] = isOver ? ended.at(frame.reasons.indexOf(reason), cohort) : NaN;
          }
        }
      }
    },
  };
}

export const traject: MeasureKind = {
  texts: [
    {
      id: 'traject',
      unit: 'aanvragen, aandeel',
      label: 'Verloop van een traject',
      better: 'geen oordeel',
      explanation:
        'Van wie in het jaar bij een station begon (`start`): het aandeel dat 6, 12, 24 of 36 maanden later geen uitkering heeft (`uit:6` …), het aantal dat tijdens het verblijf uitstroomde per reden (`tijdens:werk` …) en het aantal dat verder ging langs de route (`terug`). Leeg waar de doorrekening daarvoor te kort is. Bruto: ook zonder traject zou een deel zijn uitgestroomd.',
    },
  ],
  open(frame) {
    const followed = followedStations(frame);
    const unit = 'aanvragen';
    return {
      series: followed.flatMap(({ id: place, months, reasons }) =>
        frame.periods.years.flatMap(({ period }) => [
          { measure: 'traject', place, group: 'start', period, unit },
          ...months.map((month) => ({ measure: 'traject', place, group: `uit:${month}`, period, unit: 'aandeel' })),
          { measure: 'traject', place, group: 'terug', period, unit },
          ...reasons.map((reason) => ({ measure: 'traject', place, group: `tijdens:${reason}`, period, unit })),
        ]),
      ),
      record: () => record(frame, followed),
    };
  },
};
