// The periods of a run: calendar months for flows, their first days for stands, and windows of twelve months for what is rare.
import { addMonths, dayNumber, isoDate, monthStarts } from '../chain/civil-date.js';
import { runLength } from '../chain/simulate-chain.js';
import type { ChainSpec } from '../chain/spec/chain.js';

export interface Span {
  readonly period: string;
  /** First instant that belongs to it. */
  readonly from: number;
  /** First instant that does not. */
  readonly to: number;
}

/**
 * `months` are the calendar months that the run touches, so the first and last may be part of one; `stands` are the firsts of a month from the
 * start to the end of the run, the end included. `years` are the whole windows of twelve months from `measureFrom`; a run too short for one has a
 * single shorter window. A chain with a unit of its own has one period `run`, from `measureFrom` to the end, both included.
 */
export interface Periods {
  readonly isOwn: boolean;
  readonly until: number;
  readonly months: readonly Span[];
  readonly stands: readonly { readonly period: string; readonly time: number }[];
  readonly years: readonly Span[];
  /** Position in `months`; `months.length` for an instant outside all of them. */
  readonly month: (time: number) => number;
  /** Position in `years`; `years.length` for an instant outside all of them. */
  readonly year: (time: number) => number;
  /** The first stand after an instant: one that falls on it was taken before anything happened. `stands.length` when there is none. */
  readonly standAfter: (time: number) => number;
}

export function periodsOf(spec: ChainSpec): Periods {
  return spec.run.unit === 'own' ? wholeRun(spec) : calendarPeriods(spec);
}

function wholeRun(spec: ChainSpec): Periods {
  const until = runLength(spec);
  const { measureFrom } = spec.run;
  const from = typeof measureFrom === 'number' ? measureFrom : 0;
  const spans = [{ period: 'run', from, to: until }];
  const inside = (time: number): number => (time >= from && time <= until ? 0 : 1);
  return {
    isOwn: true,
    until,
    months: spans,
    stands: [],
    years: spans,
    month: inside,
    year: inside,
    standAfter: () => 0,
  };
}

function firstOfMonth(iso: string): string {
  return `${iso.slice(0, 7)}-01`;
}

/** The first of the month on or after a day. */
function monthFrom(iso: string): string {
  return iso.endsWith('-01') ? iso : addMonths(firstOfMonth(iso), 1);
}

function calendarPeriods(spec: ChainSpec): Periods {
  const { start } = spec.run;
  const until = runLength(spec);
  const origin = dayNumber(start);
  const at = (iso: string): number => dayNumber(iso) - origin;
  const end = isoDate(origin + until);
  const { measureFrom = start } = spec.run;
  const measured = typeof measureFrom === 'number' ? isoDate(origin + measureFrom) : measureFrom;

  const touched = monthStarts(firstOfMonth(start), end).filter((iso) => at(iso) < until);
  const months = touched.map((iso) => ({
    period: iso.slice(0, 7),
    from: Math.max(0, at(iso)),
    to: Math.min(until, at(addMonths(iso, 1))),
  }));
  const stands = monthStarts(monthFrom(start), end).map((iso) => ({ period: iso.slice(0, 7), time: at(iso) }));
  const years = windows(monthFrom(measured), at, until);

  const monthOfDay = table(months, until);
  const yearOfDay = table(years, until);
  const standOfDay = new Uint16Array(Math.ceil(until) + 1);
  for (let day = 0, stand = 0; day < standOfDay.length; day += 1) {
    while (stand < stands.length && stands[stand]!.time <= day) stand += 1;
    standOfDay[day] = stand;
  }
  return {
    isOwn: false,
    until,
    months,
    stands,
    years,
    month: (time) => (time < until ? monthOfDay[Math.floor(time)]! : months.length),
    year: (time) => (time >= 0 && time < until ? yearOfDay[Math.floor(time)]! : years.length),
    standAfter: (time) => (time < 0 ? 0 : time < until ? standOfDay[Math.floor(time)]! : stands.length),
  };
}

function windows(first: string, at: (iso: string) => number, until: number): Span[] {
  const window = (from: string, months: number): Span => ({
    period: `${from.slice(0, 7)}..${addMonths(from, months - 1).slice(0, 7)}`,
    from: at(from),
    to: at(addMonths(from, months)),
  });
  const years: Span[] = [];
  for (let from = first; at(addMonths(from, 12)) <= until; from = addMonths(from, 12)) years.push(window(from, 12));
  if (years.length > 0) return years;
  let months = 0;
  while (at(addMonths(first, months + 1)) <= until) months += 1;
  return months === 0 ? [] : [window(first, months)];
}

/** Position of the span of every day; spans start and end on whole days. */
function table(spans: readonly Span[], until: number): Uint16Array {
  const days = new Uint16Array(Math.ceil(until) + 1).fill(spans.length);
  for (const [index, { from, to }] of spans.entries()) days.fill(index, from, Math.ceil(to));
  return days;
}
