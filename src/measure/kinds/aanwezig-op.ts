// aanwezig-op: how many visits a station holds at declared instants (`run.instants`).
import type { Run } from '../../chain/simulate-chain.js';
import { rank } from '../../kernel/ranks.js';
import { lastingStations, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';

/** Counted after all that happens at that instant. */
function record(frame: Frame, { simulation }: Run, instants: readonly number[]): Recorder {
  const places = lastingStations(frame);
  const present = new Int32Array(frame.stations.length);
  const counted = new Float64Array(places.length * instants.length).fill(NaN);
  const count = (_frame: Frame, column: number): void => {
    for (const [row, { index }] of places.entries()) counted[row * instants.length + column] = present[index]!;
  };
  for (const [column, time] of instants.entries()) simulation.schedule(time, rank.observe, count, frame, column);
  return {
    observer: {
      entered(_visit, station) {
        present[station.index]! += 1;
      },
      left(_visit, station) {
        present[station.index]! -= 1;
      },
      withdrawn(_visit, station) {
        present[station.index]! -= 1;
      },
    },
    write(into, at) {
      into.set(counted, at);
    },
  };
}

export const aanwezigOp: MeasureKind = {
  texts: [
    {
      id: 'aanwezig-op',
      unit: 'aanvragen',
      label: 'Aanwezig op een moment',
      better: 'geen oordeel',
      explanation: 'Aantal bezoeken bij een station op een opgegeven moment (run.instants), wachtenden meegeteld.',
    },
  ],
  open(frame) {
    const { instants = [] } = frame.spec.run;
    if (instants.length === 0) return undefined;
    return {
      series: lastingStations(frame).flatMap(({ id: place }) =>
        instants.map((time) => ({
          measure: 'aanwezig-op',
          place,
          group: null,
          period: String(time),
          unit: 'aanvragen',
        })),
      ),
      record: (run) => record(frame, run, instants),
    };
  },
};
