// Does the series that a scenario names move, and where to?
import type { Direction } from '../scenario/shelf.js';
import { interval, type Interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { measured } from './measured.js';
import { pairedDifference } from './paired.js';

export type Movement = 'beweegt zoals bedoeld' | 'beweegt niet' | 'andersom' | 'omlaag' | 'omhoog' | 'niet gemeten';

export interface Moved {
  readonly outcome: Movement;
  /** Scenario less base, paired by draw; null when there was nothing to observe. */
  readonly difference: Interval | null;
  readonly base: number;
  readonly unit: string;
  /** `2022-10`, a window, or the months `2021-11..2022-10`. */
  readonly period: string;
}

/** One number per draw; periods without anything to observe in most draws are passed over. */
interface Taken {
  readonly period: string;
  readonly values: (scenario: number) => Float64Array;
}

/** Months in which a scenario differs from the base, for one that ends before the run does. */
export interface InForce {
  readonly first: string;
  readonly last: string;
}

/**
 * The last window of the run that has values; of a monthly series the mean over its last twelve months. Of a scenario that is over before that:
 * the last window that it touches, and its own last months.
 */
function takenFrom(lookup: Lookup, selector: string, scenarios: readonly number[], inForce: InForce | null): Taken[] {
  const { columns } = measured(selector, lookup);
  if (columns === null) return [];
  const periods = [...new Set(columns.map(({ series }) => series.period))].sort();
  const of = (period: string) => columns.filter(({ series }) => series.period === period);
  const hasValues = (period: string): boolean =>
    scenarios.every((scenario) => lookup.total(scenario, of(period)).some((value) => !Number.isNaN(value)));
  const begins = (period: string): boolean => inForce === null || period.slice(0, 7) <= inForce.last;
  const windows = periods.filter((period) => period.includes('..') && begins(period));
  const window = windows.findLast(hasValues);
  if (window !== undefined) return [{ period: window, values: (scenario) => lookup.total(scenario, of(window)) }];
  const single = periods.filter((period) => !period.includes('..') && begins(period));
  const months = single.filter((period) => inForce === null || period.slice(0, 7) >= inForce.first).slice(-12);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = months.flatMap(of);
  return [
    {
      period: first === last ? first : `${first}..${last}`,
      values: (scenario) => lookup.total(scenario, all).map((sum) => sum / months.length),
    },
  ];
}

/** `moved` when the 95 % interval of the mean paired difference leaves out zero. */
export function moved(
  lookup: Lookup,
  { base, scenario }: { readonly base: number; readonly scenario: number },
  { selector, direction }: { readonly selector: string; readonly direction: Direction },
  inForce: InForce | null = null,
): Moved {
  const [taken] = takenFrom(lookup, selector, [base, scenario], inForce);
  const unit = measured(selector, lookup).columns?.[0]?.series.unit ?? '';
  if (taken === undefined) return { outcome: 'niet gemeten', difference: null, base: NaN, unit, period: '' };
  const before = taken.values(base);
  const difference = interval(pairedDifference(taken.values(scenario), before));
  const found = { difference, base: interval(before)?.mean ?? NaN, unit, period: taken.period };
  if (difference === null) return { outcome: 'niet gemeten', ...found };
  const margin = difference.halfWidth ?? Infinity;
  if (difference.mean === 0 || Math.abs(difference.mean) <= margin) return { outcome: 'beweegt niet', ...found };
  const way = difference.mean < 0 ? 'omlaag' : 'omhoog';
  if (direction === 'onbekend') return { outcome: way, ...found };
  return { outcome: way === direction ? 'beweegt zoals bedoeld' : 'andersom', ...found };
}
