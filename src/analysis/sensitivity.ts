// One number at a time: what moving it from laag to hoog does to every scenario, and which numbers do nothing at all.
import type { Results } from '../measure/series.js';
import { type Ambition, remainingTask, type TrendIndex } from './ambition.js';
import { interval, type Interval } from './interval.js';
import { Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';
import { volumeAt } from './volume-at.js';

/** Of one scenario, one number per draw: the volume at the end (the base) or the difference with the base, and what remains to be done: null without an ambition. */
export interface Level {
  readonly outcome: Float64Array;
  readonly remaining: Float64Array | null;
}

/** The levels of `count` scenarios that stand one after the other from `first`; the first of them is their base. */
export function levelsOf(
  results: Results,
  { first, count }: { first: number; count: number },
  ambition: Ambition,
  trend: TrendIndex,
): Level[] {
  const lookup = new Lookup(results);
  const persons = (scenario: number, month: string): Float64Array => volumeAt(lookup, scenario, 'personen', month);
  const base = persons(first, ambition.end);
  return Array.from({ length: count }, (_, offset) => {
    const end = persons(first + offset, ambition.end);
    return {
      outcome: offset === 0 ? end : pairedDifference(end, base),
      remaining: remainingTask(persons(first + offset, ambition.start), end, trend, ambition),
    };
  });
}

/**
 * Whether any series of any draw differs between two rows of scenarios. With the same luck in both, a number that the chain truly uses
 * shows itself in one draw, and one that differs nowhere to the last bit does nothing.
 */
export function differs(results: Results, low: number, high: number, count: number): boolean {
  return Array.from({ length: count }, (_, offset) => offset).some((offset) => {
    const [one = [], other = []] = [results.values[low + offset], results.values[high + offset]];
    return one.some((values, draw) => values.some((value, series) => !Object.is(value, other[draw]?.[series])));
  });
}

export interface Swing {
  /** Mean over draws of the outcome with the number at its own value, and with it at laag and hoog. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The change of the outcome, draw by draw. */
  readonly toLow: Interval | null;
  readonly toHigh: Interval | null;
  /** The remaining task, mean over draws; null without an ambition. */
  readonly left: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** The largest change that either end gives; what a tornado is sorted by. */
  readonly size: number;
}

/** What a scenario does when one number moves, against the same draws with all numbers at their value. */
export function swingOf(at: Level, low: Level, high: Level): Swing {
  const mean = (values: Float64Array): number => interval(values)?.mean ?? NaN;
  const change = (to: Level): Interval | null => interval(pairedDifference(to.outcome, at.outcome));
  const [toLow, toHigh] = [change(low), change(high)];
  return {
    value: mean(at.outcome),
    low: mean(low.outcome),
    high: mean(high.outcome),
    toLow,
    toHigh,
    left:
      at.remaining && low.remaining && high.remaining
        ? { value: mean(at.remaining), low: mean(low.remaining), high: mean(high.remaining) }
        : null,
    size: Math.max(Math.abs(toLow?.mean ?? 0), Math.abs(toHigh?.mean ?? 0)),
  };
}

/** A swing as gevoeligheid.csv keeps it: by how many persons the outcome of a scenario changes with one number at laag, and at hoog. */
export interface SwingRow {
  readonly parameter: string;
  readonly scenario: string;
  readonly low: SwingEnd;
  readonly high: SwingEnd;
  readonly draws: number;
}

export interface SwingEnd {
  readonly mean: number;
  /** Half of the 95 % interval; null from one draw. */
  readonly margin: number | null;
}
