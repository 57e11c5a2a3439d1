// The thresholds of all spells: per risk, and after the risks per state, five numbers each, in one row of doubles.

/**
 * `left` of the unit-exponential threshold as of `since`, the client's `own` multiplier, its `product` with all effects, and the instant at which the
 * risk `strikes`. In one row instead of five lists for every spell: a third of what a run allocated was such lists, and the collector need not look
 * into a row of doubles.
 */
export class Thresholds {
  /** Risks and states of each spell. */
  readonly slots: number;
  private row: Float64Array;
  private used = 0;

  constructor(slots: number) {
    this.slots = slots;
    this.row = new Float64Array(slots * columns * 1024);
  }

  /** Room for one more spell; the number is where it stands. */
  open(): number {
    const at = this.used;
    this.used += this.slots * columns;
    if (this.used > this.row.length) {
      const wider = new Float64Array(4 * this.row.length);
      wider.set(this.row);
      this.row = wider;
    }
    return at;
  }

  strikes(at: number, slot: number): number {
    return this.row[at + slot]!;
  }

  strikeAt(at: number, slot: number, time: number): void {
    this.row[at + slot] = time;
  }

  left(at: number, slot: number): number {
    return this.row[at + this.slots + slot]!;
  }

  since(at: number, slot: number): number {
    return this.row[at + 2 * this.slots + slot]!;
  }

  /** What is left of a threshold at `time`. */
  leave(at: number, slot: number, left: number, time: number): void {
    this.row[at + this.slots + slot] = left;
    this.row[at + 2 * this.slots + slot] = time;
  }

  own(at: number, slot: number): number {
    return this.row[at + 3 * this.slots + slot]!;
  }

  setOwn(at: number, slot: number, own: number): void {
    this.row[at + 3 * this.slots + slot] = own;
  }

  product(at: number, slot: number): number {
    return this.row[at + 4 * this.slots + slot]!;
  }

  setProduct(at: number, slot: number, product: number): void {
    this.row[at + 4 * this.slots + slot] = product;
  }

  /** The slot that strikes first; of equals the first. */
  first(at: number): number {
    const { row, slots } = this;
    let first = 0;
    for (let slot = 1; slot < slots; slot += 1) if (row[at + slot]! < row[at + first]!) first = slot;
    return first;
  }
}

const columns = 5;
