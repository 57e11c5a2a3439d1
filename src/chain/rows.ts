// Rows of numbers for records that come and go, all in one piece of memory.

const FIRST_ROOM = 1024;
/** Doubles in a line of the processor's cache. */
const LINE = 8;

/**
 * A number with a fraction that an object keeps in a field is an object of its own, somewhere else in memory, and a list in a field is two. For
 * whoever has thousands of records that is most of what they weigh; in a row it is eight bytes beside the others, and the garbage collector need
 * not look at it.
 */
export class Rows {
  readonly width: number;
  /** Replaced when it becomes too small: not to be kept by others. */
  values: Float64Array;
  /** The same memory as whole numbers, two in each double. */
  whole: Int32Array;
  private used = 0;
  private readonly closed: number[] = [];

  /** `columns` doubles in a row, rounded up to whole lines of the cache. */
  constructor(columns: number) {
    this.width = Math.ceil(columns / LINE) * LINE;
    this.values = new Float64Array(this.width * FIRST_ROOM);
    this.whole = new Int32Array(this.values.buffer);
  }

  /** Where a row begins that nobody else has, counted in doubles; what an earlier user left stands in it. */
  open(): number {
    const again = this.closed.pop();
    if (again !== undefined) return again;
    const at = this.used;
    this.used += this.width;
    if (this.used > this.values.length) this.widen(2 * this.values.length);
    return at;
  }

  /** The row at `at` may be used by another. */
  close(at: number): void {
    this.closed.push(at);
  }

  /** Makes room for so many rows more at once, for whoever knows that they will come. */
  reserve(rows: number): void {
    const length = this.used + rows * this.width;
    // At least doubled, so that many small groups in a row do not copy everything for each of them.
    if (length > this.values.length) this.widen(Math.max(length, 2 * this.values.length));
  }

  /** Reads something in every line of a row, so that the processor fetches it: see approach.ts. */
  touch(at: number): number {
    const { values, width } = this;
    let sum = 0;
    for (let column = at; column < at + width; column += LINE) sum += values[column]!;
    return sum;
  }

  private widen(length: number): void {
    const wider = new Float64Array(length);
    wider.set(this.values);
    this.values = wider;
    this.whole = new Int32Array(wider.buffer);
  }
}
