// Per group of clients: how many more left over the whole ambition, and where the wait changed most.
import { estimate, type Estimate } from './estimate.js';
import { interval } from './interval.js';
import type { Column, Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';

/** Ends that no policy brings: AOW and death. */
const NATURAL = 'natuurlijk';

export interface Between {
  readonly scenario: number;
  readonly base: number;
  /** Months; only years that lie between them count. */
  readonly start: string;
  readonly end: string;
}

export interface GroupWait {
  readonly station: string;
  /** Days of mean wait more (or fewer) than in the base, mean over the years. */
  readonly difference: Estimate;
}

function yearsOf(lookup: Lookup, measure: string, group: string, { start, end }: Between): Column[] {
  return lookup.all(measure).filter(({ series }) => {
    const [first = '', last = ''] = series.period.split('..');
    return series.group === group && first >= start && last !== '' && last < end;
  });
}

/** Uitkeringen of the group that ended for another reason than AOW or death, more than in the base; null when it was not counted. */
export function moreExits(lookup: Lookup, group: string, between: Between): Estimate | null {
  const columns = yearsOf(lookup, 'uitstroom-groep', group, between).filter(({ series }) => series.place !== NATURAL);
  if (columns.length === 0) return null;
  const { scenario, base } = between;
  return estimate(interval(pairedDifference(lookup.total(scenario, columns), lookup.total(base, columns))));
}

/** The station at which the mean wait of the group changed most; null when nowhere by `minimumDays`, or when it was not measured. */
export function changedWait(lookup: Lookup, group: string, between: Between, minimumDays = 1): GroupWait | null {
  const columns = yearsOf(lookup, 'wachttijd-groep', group, between);
  const stations = new Set(columns.map(({ series }) => series.place));
  const found = [...stations].flatMap((station): GroupWait[] => {
    if (station === null) return [];
    const perYear = columns
      .filter(({ series }) => series.place === station)
      .map((column) =>
        pairedDifference(lookup.total(between.scenario, [column]), lookup.total(between.base, [column])),
      );
    const perDraw = Array.from({ length: lookup.results.draws }, (_, draw) => {
      const seen = perYear.map((values) => values[draw] ?? NaN).filter((value) => !Number.isNaN(value));
      return seen.reduce((sum, value) => sum + value, 0) / seen.length;
    });
    const difference = estimate(interval(perDraw));
    return Math.abs(difference.gemiddelde) >= minimumDays ? [{ station, difference }] : [];
  });
  return found.sort((a, b) => Math.abs(b.difference.gemiddelde) - Math.abs(a.difference.gemiddelde))[0] ?? null;
}
