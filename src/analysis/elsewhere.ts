// The price elsewhere: stations where people wait longer, or get less contact, than under the base.
import { addMonths, isMonth, monthRange } from './month.js';
import { interval, type Interval } from './interval.js';
import type { Column, Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';
import { commonCounting, type Counting, unitFor } from './units.js';
import { verdict } from './verdict.js';

export interface Elsewhere {
  kind: 'wachttijd' | 'dosis';
  station: string;
  /** The year in which it is worst, for a wait; the whole measured period for a dose. */
  period: string;
  /** Days of mean wait more than under the base; for a dose the change in its own unit (below zero). */
  difference: Interval;
  /** People (or households) who reach the station in that period; null when the run does not count arrivals there. */
  reached: { mean: number; counting: Counting } | null;
}

function monthsOf(period: string): string[] {
  if (/^\d{4}$/.test(period)) return monthRange(`${period}-01`, `${period}-12`);
  const [first = '', last = first] = period.split('..');
  return isMonth(first) && isMonth(last) ? monthRange(first, last) : [];
}

function reached(lookup: Lookup, scenario: number, station: string, period: string): Elsewhere['reached'] {
  const counting = commonCounting(lookup, ['stroom']);
  const unit = unitFor(lookup, 'stroom', counting);
  const months = new Set([period, ...monthsOf(period)]);
  const columns = lookup.all('stroom').filter(({ series }) => {
    return series.unit === unit && series.place?.endsWith(`>${station}`) === true && months.has(series.period);
  });
  const found = columns.length === 0 ? null : interval(lookup.total(scenario, columns));
  return found === null ? null : { mean: found.mean, counting };
}

/**
 * What got worse, largest first. `minimumDays` and `minimumDose` keep noise out, and the sign must be the same in nine of ten draws, as for
 * any other conclusion.
 */
export function elsewhere(
  lookup: Lookup,
  { scenario, base, start, end }: { scenario: number; base: number; start: string; end: string },
  { minimumDays = 1, minimumDose = 0.02 }: { minimumDays?: number; minimumDose?: number } = {},
): Elsewhere[] {
  const worse = new Map<string, Elsewhere>();
  const consider = (kind: Elsewhere['kind'], station: string, period: string, values: Float64Array): void => {
    const seen = values.filter((value) => !Number.isNaN(value));
    const difference = interval(seen);
    if (difference === null) return;
    const threshold = kind === 'wachttijd' ? minimumDays : minimumDose;
    const { outcome } = verdict(seen, { threshold });
    if (outcome !== (kind === 'wachttijd' ? 'hoger' : 'lager')) return;
    const known = worse.get(`${kind} ${station}`);
    if (known !== undefined && Math.abs(known.difference.mean) >= Math.abs(difference.mean)) return;
    worse.set(`${kind} ${station}`, {
      kind,
      station,
      period,
      difference,
      reached: reached(lookup, scenario, station, period),
    });
  };

  for (const { series, column } of lookup.all('wachttijd')) {
    const from = monthsOf(series.period)[0];
    if (series.group !== 'gemiddelde' || series.place === null || from === undefined || from < start) continue;
    const one = [{ series, column }];
    consider(
      'wachttijd',
      series.place,
      series.period,
      pairedDifference(lookup.total(scenario, one), lookup.total(base, one)),
    );
  }
  const stations = new Set(lookup.all('dosis').map(({ series }) => series.place));
  const period = `${start}..${addMonths(end, -1)}`;
  for (const station of stations) {
    const months = lookup
      .all('dosis')
      .filter(({ series }) => series.place === station && monthsOf(period).includes(series.period));
    if (station === null || months.length === 0) continue;
    consider('dosis', station, period, meanDifference(lookup, scenario, base, months));
  }
  return [...worse.values()].sort((a, b) => weight(b) - weight(a));
}

/** Per draw the mean over months of the difference, over the months in which both scenarios had someone there. */
function meanDifference(lookup: Lookup, scenario: number, base: number, months: readonly Column[]): Float64Array {
  const perMonth = months.map((month) =>
    pairedDifference(lookup.total(scenario, [month]), lookup.total(base, [month])),
  );
  return Float64Array.from({ length: lookup.results.draws }, (_, draw) => {
    const seen = perMonth.map((values) => values[draw] ?? NaN).filter((value) => !Number.isNaN(value));
    return seen.length === 0 ? NaN : seen.reduce((sum, value) => sum + value, 0) / seen.length;
  });
}

/** Person-days of extra waiting; a dose has no days and comes after. */
function weight({ kind, difference, reached: people }: Elsewhere): number {
  return kind === 'wachttijd' ? difference.mean * (people?.mean ?? 1) : difference.mean;
}
