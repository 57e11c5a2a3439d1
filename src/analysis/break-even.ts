// How far must a number go before it saves so many persons? Per draw, from a grid of runs with the same luck.
import { quantileSorted } from 'simple-statistics';

/**
 * The difference in persons at every value of a grid, made monotone: the mean of the highest line that never rises and lies under the
 * points, and the lowest one above them. Chance makes neighbouring points cross; each of the two lines alone would answer them with its own
 * bias.
 */
export function falling(differences: readonly number[]): number[] {
  let lowest = Infinity;
  let highest = -Infinity;
  const below = differences.map((value) => (lowest = Math.min(lowest, value)));
  const above = differences.toReversed().map((value) => (highest = Math.max(highest, value)));
  above.reverse();
  return below.map((low, index) => (low + above[index]!) / 2);
}

/**
 * Where a falling line through `differences`, at evenly spaced places 0 … 1, first comes down to `-goal`: linear between the points.
 * Infinity when it does not, also not at 1.
 */
export function placeOfGoal(differences: readonly number[], goal: number): number {
  const line = falling(differences);
  const reached = line.findIndex((value) => value <= -goal);
  if (reached <= 0) return reached === 0 ? 0 : Infinity;
  const [before, after] = [line[reached - 1]!, line[reached]!];
  return (reached - 1 + (before + goal) / (before - after)) / (line.length - 1);
}

/** A place far behind the end for what misses the goal: quantiles between it and any other lie behind the end as well. */
const beyond = 1e6;

export interface BreakEven {
  /** Values of the sweep; Infinity: beyond its end. */
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
  readonly draws: number;
  /** Draws in which the goal is not reached, also not at the end of the range. */
  readonly missed: number;
}

/**
 * `differences[value][draw]`: persons at the end less those of the base in the same draw, at evenly spaced values from `from` to `to`.
 * A draw that misses the goal counts as beyond the end, so that the quantiles are those of all draws. `p10` is the easy side.
 */
export function breakEven(
  differences: readonly ArrayLike<number>[],
  { from, to, goal }: { readonly from: number; readonly to: number; readonly goal: number },
): BreakEven {
  const draws = differences[0]?.length ?? 0;
  const places = Array.from({ length: draws }, (_, draw) => {
    const course = differences.map((values) => values[draw] ?? NaN);
    return Math.min(placeOfGoal(course, goal), beyond);
  }).sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = quantileSorted(places, share);
    return place > 1 ? Infinity : from + place * (to - from);
  };
  const missed = places.filter((place) => place === beyond).length;
  return { median: at(0.5), p10: at(0.1), p90: at(0.9), draws, missed };
}

/** Evenly spaced values from `from` to `to`, both included. */
export function gridOf({ from, to }: { readonly from: number; readonly to: number }, points = 5): number[] {
  return Array.from({ length: points }, (_, index) =>
    index === points - 1 ? to : from + ((to - from) * index) / (points - 1),
  );
}
