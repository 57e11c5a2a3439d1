// Observed lengths of time: per row and period their mean, and quantiles where these are asked for.

/** Quantile of sorted values by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996); NaN of nothing. */
export function quantileOf(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return NaN;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (place - below);
}

/** What is kept of a period; of an empty one all but the count are NaN. */
export interface Summary {
  readonly mean: number;
  readonly median: number;
  /** The value that nine in ten do not exceed. */
  readonly p90: number;
  readonly count: number;
}

const nothing: Summary = { mean: NaN, median: NaN, p90: NaN, count: 0 };

/**
 * Exact quantiles per row and column. Columns are periods, so they only go up: what was observed in one is sorted and let go when the next begins, and
 * no more is ever held than one period's observations, however long the run.
 */
export class Samples {
  private readonly columns: number;
  private readonly current: Int32Array;
  private readonly observed: Float64Array[];
  private readonly counts: Int32Array;
  private readonly kept: Summary[];

  constructor(rows: number, columns: number) {
    this.columns = columns;
    this.current = new Int32Array(rows);
    this.observed = Array.from({ length: rows }, () => new Float64Array(64));
    this.counts = new Int32Array(rows);
    this.kept = new Array<Summary>(rows * columns).fill(nothing);
  }

  /** Column `columns` is outside: such a value is not kept. Throws for a column before one that this row has seen. */
  add(row: number, column: number, value: number): void {
    if (column >= this.columns) return;
    if (column !== this.current[row]) this.begin(row, column);
    const count = this.counts[row]!;
    let values = this.observed[row]!;
    if (count === values.length) {
      values = new Float64Array(2 * count);
      values.set(this.observed[row]!);
      this.observed[row] = values;
    }
    values[count] = value;
    this.counts[row] = count + 1;
  }

  at(row: number, column: number): Summary {
    if (column === this.current[row]) this.summarise(row);
    return this.kept[row * this.columns + column]!;
  }

  private begin(row: number, column: number): void {
    if (column < this.current[row]!) throw new Error(`period ${String(column)} is over`);
    this.summarise(row);
    this.current[row] = column;
    this.counts[row] = 0;
  }

  /** May be done more than once in a period: sorting changes nothing of what was observed. */
  private summarise(row: number): void {
    const count = this.counts[row]!;
    if (count === 0) return;
    const sorted = this.observed[row]!.subarray(0, count).sort();
    const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
    const quantiles = { median: quantileOf(sorted, 0.5), p90: quantileOf(sorted, 0.9) };
    this.kept[row * this.columns + this.current[row]!] = { mean, ...quantiles, count };
  }
}

/** Sums and counts where only means are asked for. */
export class Means {
  private readonly columns: number;
  private readonly sums: Float64Array;
  private readonly counts: Float64Array;

  constructor(rows: number, columns: number) {
    this.columns = columns + 1;
    this.sums = new Float64Array(rows * this.columns);
    this.counts = new Float64Array(rows * this.columns);
  }

  /** Column `columns` is the spare one. */
  add(row: number, column: number, value: number): void {
    this.sums[row * this.columns + column]! += value;
    this.counts[row * this.columns + column]! += 1;
  }

  /** NaN when there was nothing to observe. */
  mean(row: number, column: number): number {
    return this.sums[row * this.columns + column]! / this.counts[row * this.columns + column]!;
  }
}
