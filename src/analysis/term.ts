// A stated term beside what happened: by which day it was to begin, and how often it did.
import { createCalendar } from '../chain/calendar.js';
import { runLength } from '../chain/simulate-chain.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { daysPerMonth } from '../chain/spec/duration.js';
import type { NormSpec } from '../chain/spec/encounter.js';
import type { Application, Step } from '../measure/journey.js';
import { band } from './bands.js';

export interface Term {
  readonly norm: NormSpec;
  /** The last day of the term, in calendar days since the application; median. */
  readonly lastDay: number;
  /** Of how many a beginning could be compared, and how many began in time. */
  readonly compared: number;
  readonly kept: number;
}

/** A step with the application that it belongs to. */
export interface VisitOf {
  readonly step: Step;
  readonly application: Application;
}

/** Null where the station states no term, or nothing that it counts from has happened. */
export function termOf(spec: ChainSpec, station: string, visits: readonly VisitOf[]): Term | null {
  const norm = spec.stations[station]?.norm;
  if (norm === undefined) return null;
  const calendar = createCalendar(spec.calendar, spec.run.start, runLength(spec));
  const isOpen = (day: number): boolean => calendar.between(day, day + 1) > 0;
  const found = visits.flatMap(({ step, application }) => {
    const since = sinceOf(norm, step, application);
    if (since === null) return [];
    const last = lastDay(norm, Math.floor(since), isOpen);
    return [{ last, from: Math.floor(application.appliedAt), startedAt: step.startedAt }];
  });
  if (found.length === 0) return null;
  const begun = found.flatMap(({ last, startedAt }) => (startedAt === null ? [] : [Math.floor(startedAt) <= last]));
  return {
    norm,
    lastDay: Math.round(band(found.map(({ last, from }) => last - from)).p50),
    compared: begun.length,
    kept: begun.filter(Boolean).length,
  };
}

function sinceOf({ since }: NormSpec, step: Step, { appliedAt, steps }: Application): number | null {
  if (since === 'arrival') return step.enteredAt;
  if (since === 'application') return appliedAt;
  const left = steps.flatMap(({ station, leftAt }) =>
    station === since && leftAt !== null && leftAt <= (step.startedAt ?? Infinity) ? [leftAt] : [],
  );
  return left.at(-1) ?? null;
}

/** The day itself does not count: within one working day of a Friday is the Monday after it. */
function lastDay({ within: { value, unit } }: NormSpec, day: number, isOpen: (day: number) => boolean): number {
  if (unit === 'days') return day + value;
  if (unit === 'weeks') return day + 7 * value;
  if (unit === 'months') return day + Math.floor(daysPerMonth * value);
  let last = day;
  // The calendar ends a year after the run: a term beyond it is never reached either.
  for (let count = 0; count < value && last < day + 2 * value + 366;) {
    last += 1;
    if (isOpen(last)) count += 1;
  }
  return last;
}
