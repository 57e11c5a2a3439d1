// The working calendar: how much working time lies between two instants, and when a piece of work is done.
import { z } from 'zod';
import { dayNumber, dutchHolidays, isoDate, weekday } from './civil-date.js';

/** `workweek`: Monday to Friday between `opens` and `closes` (hours of the day), but for holidays. */
export const calendarSchema = z.union([
  z.literal('none'),
  z.strictObject({
    kind: z.literal('workweek'),
    opens: z.number().min(0).max(24),
    closes: z.number().min(0).max(24),
    holidays: z.enum(['nl', 'none']),
  }),
]);
export type CalendarSpec = z.infer<typeof calendarSchema>;

/** Working time in working days. `none`: all time is working time. */
export interface Calendar {
  /** The instant at which `work` working days of effort, begun at `start`, are done. */
  finish(start: number, work: number): number;
  /** Working days between two instants. */
  between(from: number, to: number): number;
  readonly workingDaysPerYear: number;
}

/** Working days within which two instants are the same: the sums of parts of a day are not exact. */
const rounding = 1e-9;

const allTime: Calendar = {
  finish: (start, work) => start + work,
  between: (from, to) => to - from,
  workingDaysPerYear: 365.25,
};

/** Day 0 is `startDate`; work that would end beyond `days` plus a margin of a year ends at Infinity. */
export function createCalendar(spec: CalendarSpec, startDate: string, days: number): Calendar {
  if (spec === 'none') return allTime;
  const start = dayNumber(startDate);
  const length = Math.ceil(days) + 366;
  const closed = new Set<number>();
  if (spec.holidays === 'nl') {
    const last = Number(isoDate(start + length).slice(0, 4));
    for (let year = Number(startDate.slice(0, 4)); year <= last; year += 1) {
      for (const day of dutchHolidays(year)) closed.add(day);
    }
  }
  const opens = spec.opens / 24;
  const width = (spec.closes - spec.opens) / 24;
  // before[d]: working days completed before day d; opened[k]: the day on which working day k is worked.
  const before = new Int32Array(length + 1);
  const opened = new Int32Array(length);
  let count = 0;
  for (let day = 0; day < length; day += 1) {
    before[day] = count;
    if (weekday(start + day) < 5 && !closed.has(start + day)) {
      opened[count] = day;
      count += 1;
    }
  }
  before[length] = count;
  const total = count;

  function worked(time: number): number {
    const day = Math.floor(time);
    if (day < 0) return 0;
    if (day >= length) return total;
    const done = before[day]!;
    if (before[day + 1] === done) return done;
    return done + Math.min(1, Math.max(0, (time - day - opens) / width));
  }

  return {
    finish(from, work) {
      if (work <= 0) return from;
      const target = worked(from) + work;
      // Work that fills a day exactly ends when that day closes, not when the next one opens.
      const day = Math.max(0, Math.ceil(target - rounding) - 1);
      if (day >= total) return Infinity;
      return Math.max(from, opened[day]! + opens + (target - day) * width);
    },
    between: (from, to) => worked(to) - worked(from),
    workingDaysPerYear: (total / length) * 365.25,
  };
}
