// wachttijd-groep: mean time before a station began, per declared group and year.
import type { Run } from '../../chain/simulate-chain.js';
import { timeUnit, waitingStations, type Frame } from '../frame.js';
import { groupNames, openSplits } from '../groups.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means } from '../samples.js';

/** Over the same visits as `wachttijd`; groups as they are when the station begins. */
function record(frame: Frame, run: Run, groups: number): Recorder {
  const { years, year } = frame.periods;
  const splits = openSplits(frame.spec, run.attributes);
  const places = waitingStations(frame);
  const rowOf = new Int32Array(frame.stations.length).fill(-1);
  for (const [row, { index }] of places.entries()) rowOf[index] = row * groups;
  const means = new Means(places.length * groups, years.length);
  return {
    observer: {
      started(visit, station, waited, now) {
        const row = rowOf[station.index]!;
        const column = year(now);
        if (row < 0 || column >= years.length) return;
        for (const { index, at } of splits) means.add(row + at(visit.client.attribute(index), now), column, waited);
      },
    },
    write(into, at) {
      let next = at;
      for (let row = 0; row < places.length * groups; row += 1) {
        for (const column of years.keys()) into[next++] = means.mean(row, column);
      }
    },
  };
}

export const wachttijdGroep: MeasureKind = {
  texts: [
    {
      id: 'wachttijd-groep',
      unit: 'dagen',
      label: 'Wachttijd per groep',
      better: 'lager',
      explanation:
        'Gemiddeld aantal dagen tussen aankomst bij een station en het begin, per groep, over wie in dat jaar begon. Leeg waar niemand van de groep begon.',
    },
  ],
  open(frame) {
    const names = groupNames(frame.spec);
    if (names.length === 0) return undefined;
    const unit = timeUnit(frame);
    return {
      series: waitingStations(frame).flatMap(({ id: place }) =>
        names.flatMap((group) =>
          frame.periods.years.map(({ period }) => ({ measure: 'wachttijd-groep', place, group, period, unit })),
        ),
      ),
      record: (run) => record(frame, run, names.length),
    };
  },
};
