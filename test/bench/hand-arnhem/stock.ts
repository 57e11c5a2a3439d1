// The stationary stock of Arnhem: elapsed time, bemiddelbaarheid and age for one uniform each, on the grid that the engine uses.
import { daysPerMonth } from '../../../src/chain/spec/duration.js';
import { type ArnhemNumbers, HAZARDS } from './numbers.js';

const CELLS = 400;
const MONTHS = 201;
const STEP = 2 ** -30;
const month = Float64Array.from({ length: MONTHS }, (_, index) => (index <= 120 ? index : 120 + 6 * (index - 120)));
const cellEdges = Float64Array.from({ length: CELLS + 1 }, (_, cell) => cell / CELLS);

/** `exit` is a risk, or -1 for spells that run. */
export interface HandStockLaw {
  elapsed(u: number, exit: number): number;
  mediability(u: number, elapsed: number, exit: number): number;
  age(u: number, elapsed: number): number;
  /** Exits by a risk per client in stock per day. */
  exitRate(exit: number): number;
}

export function handStockLaw(numbers: ArnhemNumbers): HandStockLaw {
  const { mediability, age, agePoints, aowYears, perMonth, series, loads } = numbers;
  const rates = perMonth.map((rate, risk) => rate * series[risk]!);
  const factors = new Float64Array(HAZARDS * CELLS);
  for (let cell = 0; cell < CELLS; cell += 1) {
    const z = mediability(inside((cell + 0.5) / CELLS), -1, 0);
    for (let risk = 0; risk < HAZARDS; risk += 1) factors[risk * CELLS + cell] = Math.exp(loads[risk]! * z);
  }
  const survival = new Float64Array(MONTHS * CELLS);
  for (let index = 0; index < MONTHS; index += 1) {
    for (let cell = 0; cell < CELLS; cell += 1) {
      let sum = 0;
      for (let risk = 0; risk < HAZARDS; risk += 1) sum += rates[risk]! * month[index]! * factors[risk * CELLS + cell]!;
      survival[index * CELLS + cell] = Math.exp(-sum);
    }
  }
  const reach = month.map(belowAow);
  const weights = bandWeights(elapsedSums(-1, new Float64Array(MONTHS).fill(1)));
  const sums = Array.from({ length: HAZARDS + 1 }, (_, row) => elapsedSums(row - 1, weights));
  const cellSums = new Map<number, Float64Array>();

  /** The share of ages at entry below the AOW age `after` months later, as a multiple of 2^-30 (the engine bisects 30 times). */
  function belowAow(after: number): number {
    const isBelow = (p: number): boolean => age(inside(p), -1, 0) + after / 12 < aowYears;
    let share = Math.floor(shareBelow(aowYears - after / 12) / STEP) * STEP;
    while (share > 0 && !isBelow(share)) share -= STEP;
    while (share + STEP < 1 && isBelow(share + STEP)) share += STEP;
    return share;
  }
  function shareBelow(years: number): number {
    let at = 1;
    while (at < agePoints.length - 1 && agePoints[at]!.value < years) at += 1;
    const [left, right] = [agePoints[at - 1]!, agePoints[at]!];
    const share = left.p + ((years - left.value) / (right.value - left.value)) * (right.p - left.p);
    return Math.min(1 - STEP, Math.max(0, share));
  }
  function elapsedSums(exit: number, weight: Float64Array): Float64Array {
    const result = new Float64Array(MONTHS);
    let before = 0;
    let passedBefore = 0;
    for (let index = 0; index < MONTHS; index += 1) {
      let sum = 0;
      for (let cell = 0; cell < CELLS; cell += 1) {
        sum +=
          exit < 0 ? survival[index * CELLS + cell]! : survival[index * CELLS + cell]! * factors[exit * CELLS + cell]!;
      }
      const density = (sum / CELLS) * reach[index]!;
      const passed = exit < 0 ? month[index]! : rates[exit]! * month[index]!;
      const mass = ((density + before) / 2) * (passed - passedBefore);
      if (index > 0) result[index] = result[index - 1]! + mass * weight[index]!;
      before = density;
      passedBefore = passed;
    }
    return result;
  }
  /** The counted shares of those up to five years and longer on bijstand. */
  function bandWeights(stationary: Float64Array): Float64Array {
    const result = new Float64Array(MONTHS);
    let from = 0;
    for (const { untilMonths, share } of numbers.bands) {
      let last = from;
      while (last + 1 < MONTHS && month[last + 1]! <= untilMonths) last += 1;
      result.fill(share / (stationary[last]! - stationary[from]!), from + 1, last + 1);
      from = last;
    }
    return result;
  }
  function cellsAt(elapsed: number, exit: number): Float64Array {
    const months = elapsed / daysPerMonth;
    const index = months <= 120 ? Math.round(months) : Math.min(MONTHS - 1, 120 + Math.round((months - 120) / 6));
    const key = (exit + 1) * MONTHS + index;
    const known = cellSums.get(key);
    if (known !== undefined) return known;
    const result = new Float64Array(CELLS + 1);
    for (let cell = 0; cell < CELLS; cell += 1) {
      const alive = survival[index * CELLS + cell]!;
      result[cell + 1] = result[cell]! + (exit < 0 ? alive : alive * factors[exit * CELLS + cell]!);
    }
    cellSums.set(key, result);
    return result;
  }

  return {
    elapsed: (u, exit) => invert(month, sums[exit + 1]!, u) * daysPerMonth,
    mediability: (u, elapsed, exit) => mediability(inside(invert(cellEdges, cellsAt(elapsed, exit), u)), -1, 0),
    age: (u, elapsed) => age(inside(u * belowAow(elapsed / daysPerMonth)), -1, 0) + elapsed / 365.25,
    exitRate: (exit) => sums[exit + 1]![MONTHS - 1]! / sums[0]![MONTHS - 1]! / daysPerMonth,
  };
}

function inside(u: number): number {
  return Math.min(Math.max(u, 1e-12), 1 - 1e-12);
}

function invert(points: Float64Array, sums: Float64Array, u: number): number {
  const target = u * sums[sums.length - 1]!;
  let low = 0;
  let high = sums.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sums[middle]! <= target) low = middle;
    else high = middle;
  }
  const width = sums[high]! - sums[low]!;
  const part = width > 0 ? (target - sums[low]!) / width : 0;
  return points[low]! + part * (points[high]! - points[low]!);
}
