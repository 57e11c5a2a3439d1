// The ambition line (the national trend minus a fixed number of persons) and the distance to it.
import { monthsBetween } from './month.js';

export interface Ambition {
  /** Month at whose first day the count starts, `2018-10`. */
  start: string;
  /** Month at whose first day the ambition must be reached. */
  end: string;
  /** Persons below the trend at `end`. */
  reductionPersons: number;
}

/** Level of the national volume per month; only ratios are used. */
export type TrendIndex = (month: string) => number;

/** The volume at the first of `month` if it had followed the national trend since the start, in persons. */
export function trendLine(startPersons: number, index: TrendIndex, ambition: Ambition, month: string): number {
  return (startPersons * index(month)) / index(ambition.start);
}

/** V(start) · index(t)/index(start) − reduction · elapsed/duration, in persons; elapsed counts whole months. */
export function ambitionLine(startPersons: number, index: TrendIndex, ambition: Ambition, month: string): number {
  const elapsed = monthsBetween(ambition.start, month) / monthsBetween(ambition.start, ambition.end);
  return trendLine(startPersons, index, ambition, month) - ambition.reductionPersons * elapsed;
}

/** Persons above the ambition line at the end, per draw; zero or less means reached. */
export function remainingTask(
  startPersons: ArrayLike<number>,
  endPersons: ArrayLike<number>,
  index: TrendIndex,
  ambition: Ambition,
): Float64Array {
  return Float64Array.from(endPersons, (end, draw) => {
    return end - ambitionLine(startPersons[draw] ?? NaN, index, ambition, ambition.end);
  });
}

/** The share of draws that reach the ambition; null without parameter draws, because chance alone is no probability of success. */
export function chanceOfAmbition(remaining: ArrayLike<number>, uncertainty: boolean): number | null {
  if (!uncertainty || remaining.length === 0) return null;
  return Array.from(remaining).filter((persons) => persons <= 0).length / remaining.length;
}
