// Where the beginning of a series ends: the marginal standard error rule.

export interface WarmUp {
  /** Values to leave off at the beginning. */
  readonly values: number;
  /** The rule's statistic at that point: squared standard error of the mean of what is left, were it independent. */
  readonly statistic: number;
  /** Mean of what is left. */
  readonly mean: number;
}

/**
 * MSER-`batch` (White 1997; White, Cobb and Spratt 2000): cut where Σ(y − ȳ)²/m² of the m batch means behind the cut is least, looking no further
 * than half of the series: a least value at the very half means that the series is too short to say. A last batch that is not full is left out.
 * @throws RangeError when there are fewer than two batches
 */
export function marginalStandardError(series: ArrayLike<number>, batch = 5): WarmUp {
  const count = Math.floor(series.length / batch);
  if (count < 2) throw new RangeError(`${series.length} values are not two batches of ${batch}`);
  const means = Array.from({ length: count }, (_, index) => {
    let sum = 0;
    for (let value = index * batch; value < (index + 1) * batch; value += 1) sum += series[value] ?? NaN;
    return sum / batch;
  });
  let best: WarmUp = { values: 0, statistic: Infinity, mean: NaN };
  let mean = 0;
  let squares = 0;
  // From the back, so that each cut adds one value to the sums of the one after it.
  for (let cut = count - 1; cut >= 0; cut -= 1) {
    const left = count - cut;
    const value = means[cut]!;
    const off = value - mean;
    mean += off / left;
    squares += off * (value - mean);
    const statistic = squares / left ** 2;
    if (cut <= count / 2 && statistic <= best.statistic) best = { values: cut * batch, statistic, mean };
  }
  return best;
}
