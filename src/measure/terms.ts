// Whether something happened within a stated term: terms are counted in whole days, so that the last day is in time from morning to evening.
import type { Calendar } from '../chain/calendar.js';
import type { NormSpec } from '../chain/spec/encounter.js';
import { daysPer } from '../chain/spec/duration.js';

/** The day of `from` does not count; a term of no days ends on that day itself. */
export function isWithin({ value, unit }: NormSpec['within'], from: number, to: number, calendar: Calendar): boolean {
  const [first, last] = [Math.floor(from), Math.floor(to)];
  const passed = unit === 'workdays' ? calendar.between(first + 1, last + 1) : last - first;
  const allowed = unit === 'workdays' ? value : value * daysPer[unit];
  return passed <= allowed + 1e-9;
}
