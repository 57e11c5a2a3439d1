// moment: when the first visits came to a station, began there, and left along each arrow (`run.moments`): a run written down as by hand.
import { arrowsOf } from '../arrows.js';
import { lastingStations, timeUnit, waitingStations, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';

const rows = (frame: Frame): { place: string; word: string }[] => [
  ...lastingStations(frame).map(({ id: place }) => ({ place, word: 'komst' })),
  ...waitingStations(frame).map(({ id: place }) => ({ place, word: 'begin' })),
  ...arrowsOf(frame.spec, frame.stations).names.map((place) => ({ place, word: 'vertrek' })),
];

/** What did not happen (so often) has no moment: NaN. */
function record(frame: Frame, moments: number): Recorder {
  const { stations } = frame;
  const arrows = arrowsOf(frame.spec, stations);
  const all = rows(frame);
  const counts = new Uint32Array(all.length);
  const times = new Float64Array(all.length * moments).fill(NaN);
  const rowOf = (word: string): Int32Array =>
    Int32Array.from(stations, (id) => all.findIndex((row) => row.word === word && row.place === id));
  const [came, began] = [rowOf('komst'), rowOf('begin')];
  const firstArrow = all.length - arrows.names.length;
  const note = (row: number, now: number): void => {
    if (row < 0 || counts[row]! >= moments) return;
    times[row * moments + counts[row]!] = now;
    counts[row]! += 1;
  };
  return {
    observer: {
      entered(_visit, station, now) {
        note(came[station.index]!, now);
      },
      started(_visit, station, _waited, now) {
        note(began[station.index]!, now);
      },
      left(_visit, station, to, now) {
        note(firstArrow + arrows.between(station.index, to === undefined ? stations.length : to.index), now);
      },
    },
    write(into, at) {
      into.set(times, at);
    },
  };
}

export const moment: MeasureKind = {
  texts: [
    {
      id: 'moment',
      unit: 'tijd',
      label: 'Moment',
      better: 'geen oordeel',
      explanation:
        'Wanneer de eerste bezoeken bij een station kwamen, er begonnen, en over elke pijl vertrokken: zoveel als run.moments vraagt. Leeg wat niet gebeurde.',
    },
  ],
  open(frame) {
    const { moments } = frame.spec.run;
    if (moments === undefined || !frame.periods.isOwn) return undefined;
    const unit = timeUnit(frame);
    return {
      series: rows(frame).flatMap(({ place, word }) =>
        Array.from({ length: moments }, (_, turn) => ({
          measure: 'moment',
          place,
          group: `${word}:${String(turn + 1)}`,
          period: 'run',
          unit,
        })),
      ),
      record: () => record(frame, moments),
    };
  },
};
