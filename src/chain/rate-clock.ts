// The integral of a rate over time, and its inverse: by which instant a given amount has accumulated.
import { amountAt, type Amount } from './spec/amount.js';

/** A cumulative rate; exact, because the rate is held constant within each day (it takes its value at noon). */
export interface RateClock {
  /** Accumulated from time 0 until `time`. */
  at(time: number): number;
  /** The first instant at which `amount` has accumulated; Infinity when that is not within the run. */
  reach(amount: number): number;
}

/** `values` over and over, each for an equal part of `every`. */
export interface Profile {
  readonly every: number;
  readonly values: readonly number[];
}

export function profileAt({ every, values }: Profile, time: number): number {
  return values[Math.floor(((time % every) / every) * values.length)] ?? 0;
}

/**
 * `rates` are multiplied with each other and with `factor`, in units per chain time. Days with the same rate form one segment, so that what
 * happens before a change is computed by the same operations, to the last bit, as in a run without the change. `profile` repeats for ever: every
 * value for an equal part of `every`, as the hours of a day or the days of a week.
 */
export function createRateClock(
  rates: readonly Amount[],
  factor: number,
  until: number,
  window?: { from: number; until: number },
  profile?: Profile,
): RateClock {
  const rateAt = (time: number): number => {
    if (window !== undefined && (time < window.from || time >= window.until)) return 0;
    let rate = factor;
    for (const amount of rates) rate *= amountAt(amount, time);
    if (profile !== undefined) rate *= profileAt(profile, time);
    return rate;
  };
  const starts: number[] = [0];
  const sums: number[] = [0];
  const slopes: number[] = [];
  const open = (time: number, rate: number): void => {
    const last = slopes.length - 1;
    if (last >= 0 && slopes[last] === rate) return;
    if (last >= 0) {
      sums.push(sums[last]! + slopes[last]! * (time - starts[last]!));
      starts.push(time);
    }
    slopes.push(rate);
  };
  const constant = profile === undefined && rates.every((amount) => typeof amount === 'number');
  if (constant && window === undefined) open(0, rateAt(0));
  else if (constant && window !== undefined) {
    open(0, rateAt(0));
    for (const edge of [window.from, window.until]) if (edge > 0 && edge < until) open(edge, rateAt(edge));
  } else for (let day = 0; day < until; day += 1) open(day, rateAt(day + 0.5));

  const from = Float64Array.from(starts);
  const sum = Float64Array.from(sums);
  const slope = Float64Array.from(slopes);
  const last = slope.length - 1;

  /** The last index whose value in `sorted` is at most `value`. */
  function segment(sorted: Float64Array, value: number): number {
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sorted[middle]! <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return {
    at(time) {
      const index = last === 0 ? 0 : segment(from, time);
      return sum[index]! + slope[index]! * (time - from[index]!);
    },
    reach(amount) {
      let index = last === 0 ? 0 : segment(sum, amount);
      // Where a rate is 0 several segments share a sum; the amount was reached at the end of the last one that grew.
      while (index > 0 && sum[index] === amount) index -= 1;
      const rate = slope[index]!;
      if (rate <= 0) return Infinity;
      return from[index]! + (amount - sum[index]!) / rate;
    },
  };
}
