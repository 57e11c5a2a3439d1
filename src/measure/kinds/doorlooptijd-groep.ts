// doorlooptijd-groep: time from the application to leaving the chain by the route, per declared group. For chains with their own unit of time.
import type { Run } from '../../chain/simulate-chain.js';
import { isPlaced, timeUnit, type Frame } from '../frame.js';
import { groupNames, openSplits } from '../groups.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means } from '../samples.js';

/** Over the same clients as `doorlooptijd` without a place; groups as they are when she leaves. */
function record(frame: Frame, run: Run, groups: number): Recorder {
  const { years, year } = frame.periods;
  const splits = openSplits(frame.spec, run.attributes);
  const means = new Means(groups, years.length);
  return {
    observer: {
      left(visit, _station, to, now) {
        if (to !== undefined || !visit.main || isPlaced(visit.client)) return;
        const { client } = visit;
        for (const { index, at } of splits) {
          means.add(at(client.attribute(index), now), year(now), now - client.appliedAt);
        }
      },
    },
    write(into, at) {
      let next = at;
      for (let row = 0; row < groups; row += 1) {
        for (const column of years.keys()) into[next++] = means.mean(row, column);
      }
    },
  };
}

export const doorlooptijdGroep: MeasureKind = {
  texts: [
    {
      id: 'doorlooptijd-groep',
      unit: 'tijd',
      label: 'Doorlooptijd per groep',
      better: 'lager',
      explanation: 'Gemiddelde tijd van de aanvraag tot vertrek langs de route, per groep.',
    },
  ],
  open(frame) {
    const names = groupNames(frame.spec);
    if (names.length === 0 || !frame.periods.isOwn) return undefined;
    const unit = timeUnit(frame);
    return {
      series: names.flatMap((group) =>
        frame.periods.years.map(({ period }) => ({ measure: 'doorlooptijd-groep', place: null, group, period, unit })),
      ),
      record: (run) => record(frame, run, names.length),
    };
  },
};
