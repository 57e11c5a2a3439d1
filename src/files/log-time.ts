// Instants of a run as ISO 8601: the clock of the working calendar, which knows no summer time, written as UTC.
import { dayNumber } from '../chain/civil-date.js';

const MILLISECONDS = 86_400_000;

/**
 * `time` in days since midnight of `start`; rounded to a millisecond. With the offset of no zone in particular a working day is from nine to five in
 * every reader, no hour is there twice, and lengths of time are what they were.
 */
export function logTime(start: string): (time: number) => string {
  const zero = dayNumber(start);
  return (time) => new Date(Math.round((zero + time) * MILLISECONDS)).toISOString().replace('Z', '+00:00');
}
