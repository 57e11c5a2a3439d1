// aanwezig-verdeling: the part of the time that a station holds exactly 0, 1, 2 … visits (`run.levels`).
import { lastingStations, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';

const more = 'meer';

/** The last column is for all numbers above `levels`. */
function record(frame: Frame, levels: number): Recorder {
  const { months, until } = frame.periods;
  const { from, to } = months[0] ?? { from: 0, to: until };
  const places = lastingStations(frame);
  const rowOf = new Int16Array(frame.stations.length).fill(-1);
  for (const [row, { index }] of places.entries()) rowOf[index] = row;
  const width = levels + 2;
  const present = new Int32Array(places.length);
  const since = new Float64Array(places.length).fill(from);
  const spent = new Float64Array(places.length * width);
  const change = (row: number, by: number, now: number): void => {
    if (row < 0) return;
    if (now > since[row]!) {
      spent[row * width + Math.min(present[row]!, levels + 1)]! += now - since[row]!;
      since[row] = now;
    }
    present[row]! += by;
  };
  return {
    observer: {
      entered(_visit, station, now) {
        change(rowOf[station.index]!, 1, now);
      },
      left(_visit, station, _to, now) {
        change(rowOf[station.index]!, -1, now);
      },
      withdrawn(_visit, station, _reason, now) {
        change(rowOf[station.index]!, -1, now);
      },
    },
    write(into, at) {
      for (const row of places.keys()) change(row, 0, to);
      for (const [cell, time] of spent.entries()) into[at + cell] = time / (to - from);
    },
  };
}

export const verdeling: MeasureKind = {
  texts: [
    {
      id: 'aanwezig-verdeling',
      unit: 'aandeel',
      label: 'Verdeling van het aantal aanwezigen',
      better: 'geen oordeel',
      explanation: 'Deel van de tijd dat er bij een station precies zoveel bezoeken zijn, tot en met run.levels.',
    },
  ],
  open(frame) {
    const { levels } = frame.spec.run;
    if (levels === undefined || !frame.periods.isOwn) return undefined;
    const groups = [...Array.from({ length: levels + 1 }, (_, level) => String(level)), more];
    return {
      series: lastingStations(frame).flatMap(({ id: place }) =>
        groups.map((group) => ({ measure: 'aanwezig-verdeling', place, group, period: 'run', unit: 'aandeel' })),
      ),
      record: () => record(frame, levels),
    };
  },
};
