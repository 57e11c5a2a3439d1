// termijn-gehaald: of every station with a stated term, how often a stay began within it.
import { createCalendar } from '../../chain/calendar.js';
import type { Client } from '../../chain/client.js';
import type { NormSpec } from '../../chain/spec/encounter.js';
import { beginnings } from '../encounters.js';
import { isPlaced, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means } from '../samples.js';
import { Tally } from '../tally.js';
import { isWithin } from '../terms.js';

interface Stated {
  readonly id: string;
  readonly index: number;
  readonly norm: NormSpec;
  /** Position of the station that the term counts from; -1 for an arrival or the application. */
  readonly from: number;
}

function statedTerms({ spec, stations }: Frame): Stated[] {
  return stations.flatMap((id, index) => {
    const norm = spec.stations[id]?.norm;
    return norm === undefined ? [] : [{ id, index, norm, from: stations.indexOf(norm.since) }];
  });
}

/** Over stays that began in the year. Whoever never passed the station that a term counts from has no term, nor has who was placed at the start. */
function record(frame: Frame, stated: readonly Stated[]): Recorder {
  const { years, year, until } = frame.periods;
  const calendar = createCalendar(frame.spec.calendar, frame.spec.run.start, until);
  const rowOf = new Map(stated.map(({ index }, row) => [index, row]));
  const watched = new Set(stated.flatMap(({ from }) => (from < 0 ? [] : [from])));
  const leftAt = new Map<Client, Map<number, number>>();
  const stays = new Tally(stated.length, years.length);
  const kept = new Tally(stated.length, years.length);
  const times = new Means(stated.length, years.length);
  return {
    observer: {
      applied(client) {
        leftAt.delete(client);
      },
      left({ client }, { index }, _to, now) {
        if (!watched.has(index)) return;
        const known = leftAt.get(client);
        if (known === undefined) leftAt.set(client, new Map([[index, now]]));
        else known.set(index, now);
      },
      ...beginnings(frame, new Set(rowOf.keys()), (visit, station, now) => {
        const row = rowOf.get(station) ?? 0;
        const { norm, from } = stated[row]!;
        const { client } = visit;
        const column = year(now);
        const applied = isPlaced(client) ? undefined : client.appliedAt;
        const since =
          from >= 0 ? leftAt.get(client)?.get(from) : norm.since === 'application' ? applied : visit.enteredAt;
        if (since === undefined || column >= years.length) return;
        stays.add(row, column);
        times.add(row, column, now - since);
        if (isWithin(norm.within, since, now, calendar)) kept.add(row, column);
      }),
    },
    write(into, at) {
      let next = at;
      for (const row of stated.keys()) {
        for (const column of years.keys()) {
          into[next++] = kept.at(row, column) / stays.at(row, column);
          into[next++] = times.mean(row, column);
          into[next++] = stays.at(row, column);
        }
      }
    },
  };
}

export const termijn: MeasureKind = {
  texts: [
    {
      id: 'termijn-gehaald',
      unit: 'aandeel',
      label: 'Toegezegde termijn gehaald',
      better: 'hoger',
      explanation:
        'Deel van de verblijven dat begon binnen de termijn die de werkwijze noemt (`norm`), over wie in dat jaar begon. In hele dagen geteld: wie op de laatste dag begint is op tijd; werkdagen volgens de werkkalender. Wie nog wacht of eerder vertrok telt niet mee.',
    },
    {
      id: 'termijn-dagen',
      unit: 'dagen',
      label: 'Dagen sinds het begin van de termijn',
      better: 'lager',
      explanation: 'Hoeveel kalenderdagen het gemiddeld duurde, over dezelfde verblijven.',
    },
    {
      id: 'termijn-bezoeken',
      unit: 'aanvragen',
      label: 'Verblijven met een termijn',
      better: 'geen oordeel',
      explanation: 'Aantal verblijven waarover de termijn in dat jaar is beoordeeld.',
    },
  ],
  open(frame) {
    const stated = statedTerms(frame);
    if (frame.periods.isOwn || stated.length === 0) return undefined;
    return {
      series: stated.flatMap(({ id: place }) =>
        frame.periods.years.flatMap(({ period }) => [
          { measure: 'termijn-gehaald', place, group: null, period, unit: 'aandeel' },
          { measure: 'termijn-dagen', place, group: null, period, unit: 'dagen' },
          { measure: 'termijn-bezoeken', place, group: null, period, unit: 'aanvragen' },
        ]),
      ),
      record: () => record(frame, stated),
    };
  },
};
