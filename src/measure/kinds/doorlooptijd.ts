// doorlooptijd: from the application to the first beginning at a station, and to leaving the chain by the route.
import { isPlaced, timeUnit, waitingStations, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means } from '../samples.js';

/** Only a client's first time at a station; later applications and whoever was placed at the start are left out. */
function record(frame: Frame): Recorder {
  const { years, year } = frame.periods;
  const places = waitingStations(frame);
  const rowOf = new Int16Array(frame.stations.length).fill(-1);
  for (const [row, { index }] of places.entries()) rowOf[index] = row;
  const whole = places.length;
  const times = new Means(places.length + 1, years.length);
  return {
    observer: {
      started(visit, station, _waited, now) {
        const row = rowOf[station.index]!;
        if (row >= 0 && visit.turn === 0 && visit.client.applications === 1 && !isPlaced(visit.client)) {
          times.add(row, year(now), now - visit.client.appliedAt);
        }
      },
      left(visit, _station, to, now) {
        if (to === undefined && visit.main && !isPlaced(visit.client)) {
          times.add(whole, year(now), now - visit.client.appliedAt);
        }
      },
    },
    write(into, at) {
      let next = at;
      for (let row = 0; row <= whole; row += 1) {
        for (const column of years.keys()) into[next++] = times.mean(row, column);
      }
    },
  };
}

export const doorlooptijd: MeasureKind = {
  texts: [
    {
      id: 'doorlooptijd',
      unit: 'dagen',
      label: 'Doorlooptijd',
      better: 'lager',
      explanation:
        'Gemiddelde tijd van de aanvraag tot het eerste begin bij een station. Zonder station: van de aanvraag tot vertrek langs de route.',
    },
  ],
  open(frame) {
    const unit = timeUnit(frame);
    return {
      series: [...waitingStations(frame).map(({ id }) => id), null].flatMap((place) =>
        frame.periods.years.map(({ period }) => ({ measure: 'doorlooptijd', place, group: null, period, unit })),
      ),
      record: () => record(frame),
    };
  },
};
