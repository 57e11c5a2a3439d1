// Lengths of time as people write them: 6 maanden, 10 weken, 14 dagen, 2 jaar.
import { dayNumber } from '../chain/civil-date.js';
import { daysInMonth } from './date.js';
import { plainUnit } from './unit.js';

const units = ['dagen', 'weken', 'maanden', 'jaren'] as const;

export interface CalendarDuration {
  /** A whole number, 0 or more. */
  readonly amount: number;
  readonly unit: (typeof units)[number];
}

export type ParsedDuration =
  | { readonly state: 'duration'; readonly duration: CalendarDuration }
  | { readonly state: 'mistake'; readonly message: string };

export function parseDuration(text: string): ParsedDuration {
  const plain = text.trim();
  const parts = /^(\d{1,6})\s*(\p{L}+)$/u.exec(plain);
  const unit = units.find((candidate) => candidate === plainUnit(parts?.[2] ?? ''));
  if (parts === null || unit === undefined) {
    return {
      state: 'mistake',
      message: `'${plain}' is geen duur; schrijf een heel getal met dagen, weken, maanden of jaar, zoals 6 maanden`,
    };
  }
  return { state: 'duration', duration: { amount: Number(parts[1]), unit } };
}

/** Days from the ISO date `start` on; months and years are those of the calendar, so that half a year from 1 July ends on 1 January. */
export function daysFrom(start: string, { amount, unit }: CalendarDuration): number {
  switch (unit) {
    case 'dagen':
      return amount;
    case 'weken':
      return amount * 7;
    case 'maanden':
      return dayAfterMonths(start, amount) - dayNumber(start);
    case 'jaren':
      return dayAfterMonths(start, amount * 12) - dayNumber(start);
  }
}

/** A day that the new month does not have becomes its last day: 31 January + 1 month is 28 or 29 February. */
function dayAfterMonths(start: string, months: number): number {
  const [year = NaN, month = NaN, day = NaN] = start.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = (count % 12) + 1;
  return Date.UTC(newYear, newMonth - 1, Math.min(day, daysInMonth(newYear, newMonth))) / 86_400_000;
}
