// aanwezig and verblijfsduur: how many visits a station holds over time, and how long they stay, waiting included.
import { lastingStations, timeUnit, type Frame } from '../frame.js';
import { Integrals } from '../integrals.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means } from '../samples.js';

function record(frame: Frame): Recorder {
  const { months, years, year, until } = frame.periods;
  const places = lastingStations(frame);
  const rowOf = new Int16Array(frame.stations.length).fill(-1);
  for (const [row, { index }] of places.entries()) rowOf[index] = row;
  const present = new Integrals(places.length, months);
  const stays = new Means(places.length, years.length);
  const out = (station: number, enteredAt: number, now: number): void => {
    const row = rowOf[station]!;
    if (row < 0) return;
    present.add(row, -1, now);
    stays.add(row, year(now), now - enteredAt);
  };
  return {
    observer: {
      entered(_visit, station, now) {
        const row = rowOf[station.index]!;
        if (row >= 0) present.add(row, 1, now);
      },
      left(visit, station, _to, now) {
        out(station.index, visit.enteredAt, now);
      },
      withdrawn(visit, station, _reason, now) {
        out(station.index, visit.enteredAt, now);
      },
    },
    write(into, at) {
      present.close(until);
      let next = at;
      for (const row of places.keys()) {
        for (const [column, { from, to }] of months.entries()) into[next++] = present.area(row, column) / (to - from);
        for (const column of years.keys()) into[next++] = stays.mean(row, column);
      }
    },
  };
}

export const aanwezig: MeasureKind = {
  texts: [
    {
      id: 'aanwezig',
      unit: 'aanvragen',
      label: 'Aanwezig bij een station',
      better: 'geen oordeel',
      explanation: 'Gemiddeld aantal bezoeken bij een station in de maand, wachtenden meegeteld.',
    },
    {
      id: 'verblijfsduur',
      unit: 'dagen',
      label: 'Verblijfsduur',
      better: 'geen oordeel',
      explanation:
        'Gemiddelde tijd van aankomst bij een station tot vertrek, wachten meegeteld, over wie er in dat jaar vertrok of uitstroomde.',
    },
  ],
  open(frame) {
    const { months, years } = frame.periods;
    const unit = timeUnit(frame);
    return {
      series: lastingStations(frame).flatMap(({ id: place }) => [
        ...months.map(({ period }) => ({ measure: 'aanwezig', place, group: null, period, unit: 'aanvragen' })),
        ...years.map(({ period }) => ({ measure: 'verblijfsduur', place, group: null, period, unit })),
      ]),
      record: () => record(frame),
    };
  },
};
