// Looking up a place in a sorted row of numbers.

/** The index of the first element above `target`, or the length when there is none. */
export function firstAbove(sorted: Float64Array, target: number): number {
  return firstWhere(sorted, (value) => value > target);
}

/** The index of the first element that is `target` or more, or the length when there is none. */
export function firstAtLeast(sorted: Float64Array, target: number): number {
  return firstWhere(sorted, (value) => value >= target);
}

function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
