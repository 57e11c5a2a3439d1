// The common scale of timelines under each other: days since the application, early days wider than late ones.
import type { CourseStep } from '../../analysis/course.js';
import type { Timeline } from './timeline.js';

export interface Scale {
  readonly last: number;
  /** A day as a part of the width, 0 to 1. */
  at(day: number): number;
  readonly ticks: readonly { readonly day: number; readonly label: string }[];
}

const marks: readonly (readonly [number, string])[] = [
  [0, 'dag 0'],
  [7, '1 week'],
  [28, '4 weken'],
  [91, '3 maanden'],
  [182, '6 maanden'],
  [365, '1 jaar'],
  [730, '2 jaar'],
  [1461, '4 jaar'],
  [2922, '8 jaar'],
];

/** What is drawn of a step: its end where it is known, else when it began. */
export function lastDayOf({ arrival, start, end, term }: CourseStep): number {
  return Math.max(arrival.p50, start?.p90 ?? 0, end?.p50 ?? 0, term?.lastDay ?? 0);
}

/** The square root of time: a day at the start is as wide as a month after a year. */
export function scaleOf(timelines: readonly Timeline[]): Scale {
  const last = Math.max(14, ...timelines.flatMap(({ course }) => course.steps.map(lastDayOf))) * 1.05;
  const at = (day: number): number => Math.sqrt(Math.min(last, Math.max(0, day)) / last);
  return { last, at, ticks: marks.filter(([day]) => day <= last).map(([day, label]) => ({ day, label })) };
}
