// The ambition line (the national trend minus a fixed number of persons) and the distance to it.
import { monthsBetween } from './month.js';

export interface Ambition {
  /** Month at whose first day the count starts, `2018-10`. */
  start: string;
  /** Month at whose first day the ambition must be reached. */
  end: string;
  /** Persons below the trend at `end`; 0 is to follow it. Null: nobody stated an ambition, and only the period is known. */
  reductionPersons: number | null;
}

/** Level of the national volume per month; only ratios are used. */
export type TrendIndex = (month: string) => number;

/** The volume at the first of `month` if it had followed the national trend since the start, in persons. */
export function trendLine(startPersons: number, index: TrendIndex, ambition: Ambition, month: string): number {
  return (startPersons * index(month)) / index(ambition.start);
}

/**
 * V(start) · index(t)/index(start) − reduction · elapsed/duration, in persons; elapsed counts whole months. Without an ambition the trend line.
 */
export function ambitionLine(startPersons: number, index: TrendIndex, ambition: Ambition, month: string): number {
  const elapsed = monthsBetween(ambition.start, month) / monthsBetween(ambition.start, ambition.end);
  return trendLine(startPersons, index, ambition, month) - (ambition.reductionPersons ?? 0) * elapsed;
}

/** Persons above the ambition line at the end, per draw; zero or less means reached. Null without an ambition: nothing was asked, so nothing remains. */
export function remainingTask(
  startPersons: ArrayLike<number>,
  endPersons: ArrayLike<number>,
  index: TrendIndex,
  ambition: Ambition,
): Float64Array | null {
  if (ambition.reductionPersons === null) return null;
  return Float64Array.from(endPersons, (end, draw) => {
    return end - ambitionLine(startPersons[draw] ?? NaN, index, ambition, ambition.end);
  });
}

/** The share of draws that reach the ambition; null without one, and without parameter draws, because chance alone is no probability of success. */
export function chanceOfAmbition(remaining: ArrayLike<number> | null, uncertainty: boolean): number | null {
  if (remaining === null || !uncertainty || remaining.length === 0) return null;
  return Array.from(remaining).filter((persons) => persons <= 0).length / remaining.length;
}
