// Observed lengths of time, kept per row and column for means and quantiles.

/** Quantile of sorted values by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996); NaN of nothing. */
export function quantileOf(sorted: readonly number[], p: number): number {
  if (sorted.length === 0) return NaN;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (place - below);
}

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export class Samples {
  private readonly columns: number;
  private readonly cells: number[][];

  constructor(rows: number, columns: number) {
    this.columns = columns;
    this.cells = Array.from({ length: rows * columns }, () => []);
  }

  /** Column `columns` is outside: such a value is not kept. */
  add(row: number, column: number, value: number): void {
    if (column < this.columns) this.cells[row * this.columns + column]!.push(value);
  }

  at(row: number, column: number): readonly number[] {
    return this.cells[row * this.columns + column]!;
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
