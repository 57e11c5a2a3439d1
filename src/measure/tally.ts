// Counters in rows and columns, with a spare column for what falls outside the periods.

export class Tally {
  readonly rows: number;
  readonly columns: number;
  private readonly cells: Float64Array;

  constructor(rows: number, columns: number) {
    this.rows = rows;
    this.columns = columns;
    this.cells = new Float64Array(rows * (columns + 1));
  }

  /** Column `columns` is the spare one. */
  add(row: number, column: number, amount = 1): void {
    this.cells[row * (this.columns + 1) + column]! += amount;
  }

  at(row: number, column: number): number {
    return this.cells[row * (this.columns + 1) + column]!;
  }

  /** The sum over all rows. */
  total(column: number): number {
    let sum = 0;
    for (let row = 0; row < this.rows; row += 1) sum += this.at(row, column);
    return sum;
  }

  /** Row after row, without the spare column; returns the position after the last. */
  write(into: Float64Array, at: number): number {
    let next = at;
    for (let row = 0; row < this.rows; row += 1) {
      for (let column = 0; column < this.columns; column += 1) {
        into[next] = this.at(row, column);
        next += 1;
      }
    }
    return next;
  }
}
