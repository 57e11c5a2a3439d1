// Where work piles up in one scenario: teams and places per month, waits per station in its worst year, contact, decisions in time.
import { interval } from './interval.js';
import type { Lookup, Selection } from './lookup.js';
import { addMonths, monthRange, monthsBetween } from './month.js';

export interface PoolLoad {
  readonly pool: string;
  /** Mean over draws per month, in the order of `months`; NaN when the pool is closed. */
  readonly use: readonly number[];
  readonly queue: readonly number[];
}

export interface StationWait {
  readonly station: string;
  /** The twelve months in which the mean is longest. */
  readonly period: string;
  /** Days: means over draws of the mean, the median and the time that nine of ten do not pass. */
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  /** Visits behind it, in that year. */
  readonly visits: number;
}

export interface Bottlenecks {
  readonly months: readonly string[];
  readonly pools: readonly PoolLoad[];
  readonly waits: readonly StationWait[];
  /** Part of the needed contact that is given, mean over the months in which somebody was there. */
  readonly doses: readonly { readonly station: string; readonly share: number }[];
  /** Share of the grants within the legal term, the lowest of the years; null when it was not measured. */
  readonly inTerm: { readonly period: string; readonly share: number } | null;
}

function meanOf(values: readonly number[]): number {
  const seen = values.filter((value) => !Number.isNaN(value));
  return seen.reduce((sum, value) => sum + value, 0) / seen.length;
}

/** Years that lie within the ambition. */
function within(period: string, start: string, end: string): boolean {
  const [first = '', last = ''] = period.split('..');
  return last !== '' && first >= start && monthsBetween(last, end) >= 1;
}

export function bottlenecks(
  lookup: Lookup,
  { scenario, start, end }: { scenario: number; start: string; end: string },
): Bottlenecks {
  const months = monthRange(start, addMonths(end, -1));
  const at = (selection: Selection, period: string): number => {
    const values = lookup.sum(scenario, selection, period);
    return (values === null ? null : interval(values))?.mean ?? NaN;
  };
  const placesOf = (measure: string): string[] => [
    ...new Set(lookup.all(measure).flatMap(({ series }) => series.place ?? [])),
  ];
  const periodsOf = (measure: string): string[] =>
    [...new Set(lookup.all(measure).map(({ series }) => series.period))].filter((period) => within(period, start, end));
  const monthly = (measure: string, place: string, unit: string): number[] =>
    months.map((month) => at({ measure, place, group: null, unit }, month));

  const waitOf = (station: string): StationWait[] => {
    const days = (group: string, period: string): number =>
      at({ measure: 'wachttijd', place: station, group, unit: 'dagen' }, period);
    const years = periodsOf('wachttijd').map((period) => ({ period, mean: days('gemiddelde', period) }));
    const [worst] = years.filter(({ mean }) => !Number.isNaN(mean)).sort((a, b) => b.mean - a.mean);
    if (worst === undefined) return [];
    const { period, mean } = worst;
    const visits = at({ measure: 'wachtenden', place: station, group: null, unit: 'aanvragen' }, period);
    return [{ station, period, mean, median: days('mediaan', period), p90: days('p90', period), visits }];
  };
  const [inTerm] = periodsOf('besluit-binnen-termijn')
    .map((period) => ({
      period,
      share: at({ measure: 'besluit-binnen-termijn', place: null, group: null, unit: 'aandeel' }, period),
    }))
    .filter(({ share }) => !Number.isNaN(share))
    .sort((a, b) => a.share - b.share);
  return {
    months,
    pools: placesOf('benutting')
      .map((pool) => ({
        pool,
        use: monthly('benutting', pool, 'aandeel'),
        queue: monthly('wachtrij', pool, 'aanvragen'),
      }))
      .filter(({ use }) => use.some((value) => value > 0)),
    waits: placesOf('wachttijd').flatMap(waitOf),
    doses: placesOf('dosis').flatMap((station) => {
      const share = meanOf(monthly('dosis', station, 'aandeel'));
      return Number.isNaN(share) ? [] : [{ station, share }];
    }),
    inTerm: inTerm ?? null,
  };
}
