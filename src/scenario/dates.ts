// Dates as people read them, beside the day numbers of chain/civil-date.
import { dayNumber, isoDate } from '../chain/civil-date.js';

const monthNames = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** `1 juli 2019` for a day number (days since 1970-01-01). */
export function longDate(day: number): string {
  const [year, month, date] = isoDate(day).split('-').map(Number);
  return `${String(date)} ${monthNames[(month ?? 1) - 1] ?? ''} ${String(year)}`;
}

/** Days from midnight of one ISO date to midnight of another. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}
