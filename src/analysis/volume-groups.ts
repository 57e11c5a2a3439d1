// The difference in volume per group of clients: by duration, age, trede, wijk or whatever the run has counted.
import { estimate, type Estimate } from './estimate.js';
import { type Between, changedWait, type GroupWait, moreExits } from './group-flows.js';
import { interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';
import { type Verdict, verdict } from './verdict.js';

export interface GroupDifference {
  /** `duur:60+`. */
  readonly group: string;
  /** Mean volume of the group in the base. */
  readonly base: number;
  readonly difference: Estimate;
  readonly outcome: Verdict['outcome'];
  /** Uitkeringen that ended, more than in the base, over the whole ambition; null: not counted. */
  readonly exits: Estimate | null;
  /** Where the group waits longer or shorter; null: nowhere, or not measured. */
  readonly wait: GroupWait | null;
}

export interface GroupDimension {
  /** What stands before the colon: `duur`, `leeftijd`, `trede`, `wijk`. */
  readonly dimension: string;
  /** The first of a month: the last at or before the end at which the dimension was counted. */
  readonly month: string;
  readonly unit: string;
  readonly groups: readonly GroupDifference[];
}

const MEASURE = 'volume';

/** Every dimension of the catalogue, in its order. A direction is named only from `threshold` (in its unit) on, as for any other conclusion. */
export function volumeGroups(lookup: Lookup, between: Between, threshold: number): GroupDimension[] {
  const { scenario, base, end } = between;
  const columns = lookup.all(MEASURE).filter(({ series }) => series.group?.includes(':') === true);
  const dimensions = new Set(columns.map(({ series }) => series.group?.split(':')[0] ?? ''));
  return [...dimensions].flatMap((dimension) => {
    const own = columns.filter(({ series }) => series.group?.startsWith(`${dimension}:`) === true);
    const units = new Set(own.map(({ series }) => series.unit));
    const unit = units.has('personen') ? 'personen' : ([...units][0] ?? '');
    const month = own
      .map(({ series }) => series.period)
      .filter((period) => period.slice(0, 7) <= end)
      .sort()
      .at(-1);
    if (month === undefined) return [];
    const groups = own.flatMap((column): GroupDifference[] => {
      const { series } = column;
      if (series.unit !== unit || series.period !== month || series.group === null) return [];
      const before = lookup.total(base, [column]);
      const difference = pairedDifference(lookup.total(scenario, [column]), before);
      const mean = interval(before)?.mean;
      if (mean === undefined) return [];
      return [
        {
          group: series.group,
          base: mean,
          difference: estimate(interval(difference)),
          outcome: verdict(difference, { threshold }).outcome,
          exits: moreExits(lookup, series.group, between),
          wait: changedWait(lookup, series.group, between),
        },
      ];
    });
    return [{ dimension, month: month.slice(0, 7), unit, groups }];
  });
}
