// Keeps an event log as numbers: a run has tens of thousands of events, and their words are few and the same.
import type { Transition } from './cases.js';

/** In the order in which they are numbered. */
export const transitions: readonly Transition[] = ['schedule', 'start', 'complete', 'withdraw', 'ate_abort'];
export const transition = { schedule: 0, start: 1, complete: 2, withdraw: 3, abort: 4 } as const;

/** `to` and `reason` are positions, -1 when there is none; `cost` is NaN when there is none; `visit` is 0 for a milestone. */
export interface EventRow {
  readonly of: number;
  readonly activity: number;
  readonly transition: number;
  readonly time: number;
  readonly visit: number;
  readonly isSide: boolean;
  readonly to: number;
  readonly reason: number;
  readonly cost: number;
}

const WIDTH = 9;

export class EventStore {
  private readonly cells: number[] = [];

  get size(): number {
    return this.cells.length / WIDTH;
  }

  add({ of, activity, transition: step, time, visit, isSide, to, reason, cost }: EventRow): void {
    this.cells.push(of, activity, step, time, visit, isSide ? 1 : 0, to, reason, cost);
  }

  at(row: number): EventRow {
    const from = row * WIDTH;
    const cell = (column: number): number => this.cells[from + column]!;
    return {
      of: cell(0),
      activity: cell(1),
      transition: cell(2),
      time: cell(3),
      visit: cell(4),
      isSide: cell(5) === 1,
      to: cell(6),
      reason: cell(7),
      cost: cell(8),
    };
  }

  /** The rows of each of `cases` cases in the order in which they happened: those of case c stand from `begins[c]` until before `begins[c + 1]`. */
  byCase(cases: number): { rows: Int32Array; begins: Int32Array } {
    const begins = new Int32Array(cases + 1);
    for (let row = 0; row < this.size; row += 1) begins[this.cells[row * WIDTH]! + 1]! += 1;
    for (let at = 0; at < cases; at += 1) begins[at + 1]! += begins[at]!;
    const next = begins.slice();
    const rows = new Int32Array(this.size);
    for (let row = 0; row < this.size; row += 1) {
      const of = this.cells[row * WIDTH]!;
      rows[next[of]!] = row;
      next[of]! += 1;
    }
    return { rows, begins };
  }
}
