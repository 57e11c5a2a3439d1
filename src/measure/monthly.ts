// A count per group and month with its total: the shape of applications, inflow and exits.
import type { Observer } from '../chain/observer.js';
import type { Frame } from './frame.js';
import type { Meter } from './kind.js';
import { Tally } from './tally.js';

export interface MonthlyCount {
  readonly measure: string;
  readonly unit: string;
  readonly groups: readonly string[];
  /** Counts once in a group, in the month of an instant. */
  readonly listen: (count: (group: number, time: number) => void) => Observer;
}

/** The total comes first (group null), then every group; within each, every month. */
export function monthlyCount(frame: Frame, { measure, unit, groups, listen }: MonthlyCount): Meter {
  const { months, month } = frame.periods;
  return {
    series: [null, ...groups].flatMap((group) =>
      months.map(({ period }) => ({ measure, place: null, group, period, unit })),
    ),
    record() {
      const tally = new Tally(groups.length, months.length);
      return {
        observer: listen((group, time) => {
          tally.add(group, month(time));
        }),
        write(into, at) {
          for (let column = 0; column < months.length; column += 1) into[at + column] = tally.total(column);
          tally.write(into, at + months.length);
        },
      };
    },
  };
}
