// wachtend and wachtkans: how many wait at a station over time, and which part of its visits had to. For chains with their own unit of time.
import { waitingStations, type Frame } from '../frame.js';
import { Integrals } from '../integrals.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means } from '../samples.js';

/**
 * The chance is over visits that began or gave up, by the instant at which they did: who is turned away at the door (a full queue) does not wait
 * and is not in it. That is P(wait) of Erlang's formulas, and of Erlang-A, in which who loses patience has waited.
 */
function record(frame: Frame): Recorder {
  const { months, years, year, until } = frame.periods;
  const places = waitingStations(frame);
  const rowOf = new Int16Array(frame.stations.length).fill(-1);
  for (const [row, { index }] of places.entries()) rowOf[index] = row;
  const waiting = new Integrals(places.length, months);
  const hadTo = new Means(places.length, years.length);
  const stop = (station: number, enteredAt: number, startedAt: number, now: number): void => {
    const row = rowOf[station]!;
    if (row < 0 || startedAt !== Infinity) return;
    waiting.add(row, -1, now);
    if (now > enteredAt) hadTo.add(row, year(now), 1);
  };
  return {
    observer: {
      entered(_visit, station, now) {
        const row = rowOf[station.index]!;
        if (row >= 0) waiting.add(row, 1, now);
      },
      started(_visit, station, waited, now) {
        const row = rowOf[station.index]!;
        if (row < 0) return;
        waiting.add(row, -1, now);
        hadTo.add(row, year(now), waited > 0 ? 1 : 0);
      },
      left(visit, station, _to, now) {
        stop(station.index, visit.enteredAt, visit.startedAt, now);
      },
      withdrawn(visit, station, _reason, now) {
        stop(station.index, visit.enteredAt, visit.startedAt, now);
      },
    },
    write(into, at) {
      waiting.close(until);
      let next = at;
      for (const row of places.keys()) {
        for (const [column, { from, to }] of months.entries()) into[next++] = waiting.area(row, column) / (to - from);
        for (const column of years.keys()) into[next++] = hadTo.mean(row, column);
      }
    },
  };
}

export const wachten: MeasureKind = {
  texts: [
    {
      id: 'wachtend',
      unit: 'aanvragen',
      label: 'Wachtend bij een station',
      better: 'lager',
      explanation: 'Gemiddeld aantal bezoeken dat bij een station wacht op het begin.',
    },
    {
      id: 'wachtkans',
      unit: 'aandeel',
      label: 'Kans om te wachten',
      better: 'lager',
      explanation:
        'Deel van de bezoeken dat niet meteen aan de beurt was, over wie begon of afhaakte. Wie bij de deur wordt weggestuurd, telt niet mee.',
    },
  ],
  open(frame) {
    const { months, years, isOwn } = frame.periods;
    if (!isOwn) return undefined;
    return {
      series: waitingStations(frame).flatMap(({ id: place }) => [
        ...months.map(({ period }) => ({ measure: 'wachtend', place, group: null, period, unit: 'aanvragen' })),
        ...years.map(({ period }) => ({ measure: 'wachtkans', place, group: null, period, unit: 'aandeel' })),
      ]),
      record: () => record(frame),
    };
  },
};
