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

/** What was observed in the period that a row is in. */
class Period {
  column = 0;
  count = 0;
  private values = new Float64Array(64);

  add(value: number): void {
    if (this.count === this.values.length) this.grow();
    this.values[this.count] = value;
    this.count += 1;
  }

  /** May be asked more than once: sorting changes nothing of what was observed. */
  summary(): Summary {
    const { count } = this;
    if (count === 0) return nothing;
    const sorted = this.values.subarray(0, count).sort();
    let sum = 0;
    for (let at = 0; at < count; at += 1) sum += sorted[at]!;
    return { mean: sum / count, median: quantileOf(sorted, 0.5), p90: quantileOf(sorted, 0.9), count };
  }

  private grow(): void {
    const { values } = this;
    this.values = new Float64Array(2 * values.length);
    this.values.set(values);
  }
}

/**
 * Exact quantiles per row and column. Columns are periods, so they only go up: what was observed in one is sorted and let go when the next begins, and
 * no more is ever held than one period's observations, however long the run.
 */
export class Samples {
  private readonly columns: number;
  private readonly rows: readonly Period[];
  private readonly kept: Summary[];

  constructor(rows: number, columns: number) {
    this.columns = columns;
    this.rows = Array.from({ length: rows }, () => new Period());
    this.kept = new Array<Summary>(rows * columns).fill(nothing);
  }

  /** Column `columns` is outside: such a value is not kept. Throws for a column before one that this row has seen. */
  add(row: number, column: number, value: number): void {
    if (column >= this.columns) return;
    const period = this.rows[row]!;
    if (column !== period.column) this.begin(row, period, column);
    period.add(value);
  }

  at(row: number, column: number): Summary {
    const period = this.rows[row]!;
    return column === period.column ? period.summary() : this.kept[row * this.columns + column]!;
  }

  private begin(row: number, period: Period, column: number): void {
    if (column < period.column) throw new Error(`period ${String(column)} is over`);
    this.kept[row * this.columns + period.column] = period.summary();
    period.column = column;
    period.count = 0;
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
