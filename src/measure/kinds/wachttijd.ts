// wachttijd: how long visits waited before a station began with them, per year.
import { timeUnit, waitingStations, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means, Samples } from '../samples.js';

/**
 * Over visits that began in the year: whoever gave up, or whose uitkering ended while she waited, is not in it. `gemiddelde-voltooid` is the mean
 * over visits that left by their route in the period, and is given for a chain with its own unit only: textbooks count either way.
 */
function record(frame: Frame): Recorder {
  const { years, year, isOwn } = frame.periods;
  const places = waitingStations(frame);
  const rowOf = new Int16Array(frame.stations.length).fill(-1);
  for (const [row, { index }] of places.entries()) rowOf[index] = row;
  const waits = new Samples(places.length, years.length);
  const completed = new Means(places.length, years.length);
  return {
    observer: {
      started(_visit, station, waited, now) {
        const row = rowOf[station.index]!;
        if (row < 0) return;
        waits.add(row, year(now), waited);
      },
      ...(isOwn
        ? {
            left: (visit, station, _to, now) => {
              const row = rowOf[station.index]!;
              if (row < 0 || visit.startedAt === Infinity) return;
              completed.add(row, year(now), visit.startedAt - visit.enteredAt);
            },
          }
        : {}),
    },
    write(into, at) {
      let next = at;
      for (const row of places.keys()) {
        for (const column of years.keys()) {
          const { mean, median, p90, count } = waits.at(row, column);
          const values = [mean, median, p90, ...(isOwn ? [completed.mean(row, column)] : []), count];
          into.set(values, next);
          next += values.length;
        }
      }
    },
  };
}

export const wachttijd: MeasureKind = {
  texts: [
    {
      id: 'wachttijd',
      unit: 'dagen',
      label: 'Wachttijd',
      better: 'lager',
      explanation:
        'Dagen tussen aankomst bij een station en het begin: gemiddelde, mediaan en de tijd die negen van de tien niet overschrijden. Over wie in dat jaar begon; wie afhaakte of uitstroomde terwijl hij wachtte, zit er niet in.',
    },
    {
      id: 'wachtenden',
      unit: 'aanvragen',
      label: 'Bezoeken achter de wachttijd',
      better: 'geen oordeel',
      explanation: 'Aantal bezoeken waarover de wachttijd in dat jaar is berekend.',
    },
  ],
  open(frame) {
    const unit = timeUnit(frame);
    const groups = ['gemiddelde', 'mediaan', 'p90', ...(frame.periods.isOwn ? ['gemiddelde-voltooid'] : [])];
    return {
      series: waitingStations(frame).flatMap(({ id: place }) =>
        frame.periods.years.flatMap(({ period }) => [
          ...groups.map((group) => ({ measure: 'wachttijd', place, group, period, unit })),
          { measure: 'wachtenden', place, group: null, period, unit: 'aanvragen' },
        ]),
      ),
      record: () => record(frame),
    };
  },
};
