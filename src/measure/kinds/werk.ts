// werk: how long visits keep a station at work, over those that were completed and over those that began. For chains with their own unit of time.
import type { Visit } from '../../chain/client.js';
import type { Run } from '../../chain/simulate-chain.js';
import { timeUnit, waitingStations, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

/**
 * Published models divide either sum by capacity times the length of the run and call it utilisation, unlike `benutting`, which is a time average:
 * `voltooid` leaves out work in hand at the end, `begonnen` counts all of it, as it was drawn. Of a course, whose end is that of a group, work in
 * hand is counted up to the end of the run.
 */
function record(frame: Frame, { simulation }: Run): Recorder {
  const { years, year } = frame.periods;
  const places = waitingStations(frame);
  const rowOf = new Int16Array(frame.stations.length).fill(-1);
  for (const [row, { index }] of places.entries()) rowOf[index] = row;
  const completed = new Tally(places.length, years.length);
  const begun = new Tally(places.length, years.length);
  const inHand = new Set<Visit>();
  const stop = (visit: Visit, station: number, isDone: boolean, now: number): void => {
    if (!inHand.delete(visit)) return;
    const spent = now - visit.startedAt;
    if (isDone) completed.add(rowOf[station]!, year(now), spent);
    begun.add(rowOf[station]!, year(visit.startedAt), spent);
  };
  return {
    observer: {
      started(visit, station) {
        if (rowOf[station.index]! >= 0) inHand.add(visit);
      },
      left(visit, station, _to, now) {
        stop(visit, station.index, true, now);
      },
      withdrawn(visit, station, _reason, now) {
        stop(visit, station.index, false, now);
      },
    },
    write(into, at) {
      for (const visit of inHand) {
        const end = visit.event === undefined ? simulation.now : simulation.timeOf(visit.event);
        begun.add(rowOf[visit.station?.index ?? -1]!, year(visit.startedAt), end - visit.startedAt);
      }
      begun.write(into, completed.write(into, at));
    },
  };
}

export const werk: MeasureKind = {
  texts: [
    {
      id: 'werk',
      unit: 'tijd',
      label: 'Tijd aan het werk',
      better: 'geen oordeel',
      explanation:
        'Hoe lang een station met bezoeken bezig is, opgeteld: over wie klaar kwam (voltooid) en over wie begon, tot het eind van dat werk (begonnen).',
    },
  ],
  open(frame) {
    if (!frame.periods.isOwn) return undefined;
    const unit = timeUnit(frame);
    return {
      series: ['voltooid', 'begonnen'].flatMap((group) =>
        waitingStations(frame).flatMap(({ id: place }) =>
          frame.periods.years.map(({ period }) => ({ measure: 'werk', place, group, period, unit })),
        ),
      ),
      record: (run) => record(frame, run),
    };
  },
};
