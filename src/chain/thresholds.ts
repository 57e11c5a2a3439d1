// The numbers of all spells: what counts for the whole spell, and per risk, and after the risks per state, its threshold.
import type { Rows } from './rows.js';

/** Columns for the whole spell; after them the turns of each state, then when each slot strikes, then four for each slot. */
const startedAt = 0;
const strikeTime = 1;
const firstTurn = 2;

/** How many columns a spell takes. */
export function thresholdColumns(risks: number, states: number): number {
  return firstTurn + states + 5 * (risks + states);
}

/**
 * In the rows of clients, wherever the row of each has her spell (`at`). Per slot: `left` of the unit-exponential threshold as of `since`, the client's `own` multiplier, its `product` with all effects, and the instant at
 * which it `strikes`. The four that are used together lie together.
 */
export class Thresholds {
  private readonly rows: Rows;
  private readonly slots: number;
  private readonly states: number;
  /** Columns before those of the strikes, and before those of the slots. */
  private readonly strikesFrom: number;
  private readonly slotsFrom: number;

  constructor(rows: Rows, risks: number, states: number) {
    this.rows = rows;
    this.slots = risks + states;
    this.states = states;
    this.strikesFrom = firstTurn + states;
    this.slotsFrom = this.strikesFrom + this.slots;
  }

  startedAt(at: number): number {
    return this.rows.values[at + startedAt]!;
  }

  strikeTime(at: number): number {
    return this.rows.values[at + strikeTime]!;
  }

  setStrikeTime(at: number, time: number): void {
    this.rows.values[at + strikeTime] = time;
  }

  /** Makes the row that of a new spell; what it says of the slots is set by whoever opens it. */
  begin(at: number, time: number): void {
    const { values } = this.rows;
    values[at + startedAt] = time;
    values[at + strikeTime] = Infinity;
    for (let state = 0; state < this.states; state += 1) values[at + firstTurn + state] = 0;
  }

  /** How often the state has been set in this spell. */
  turns(at: number, state: number): number {
    return this.rows.values[at + firstTurn + state]!;
  }

  turn(at: number, state: number): void {
    this.rows.values[at + firstTurn + state]! += 1;
  }

  strikes(at: number, slot: number): number {
    return this.rows.values[at + this.strikesFrom + slot]!;
  }

  strikeAt(at: number, slot: number, time: number): void {
    this.rows.values[at + this.strikesFrom + slot] = time;
  }

  left(at: number, slot: number): number {
    return this.rows.values[at + this.slotsFrom + 4 * slot]!;
  }

  since(at: number, slot: number): number {
    return this.rows.values[at + this.slotsFrom + 4 * slot + 1]!;
  }

  /** What is left of a threshold at `time`. */
  leave(at: number, slot: number, left: number, time: number): void {
    const { values } = this.rows;
    const from = at + this.slotsFrom + 4 * slot;
    values[from] = left;
    values[from + 1] = time;
  }

  own(at: number, slot: number): number {
    return this.rows.values[at + this.slotsFrom + 4 * slot + 2]!;
  }

  setOwn(at: number, slot: number, own: number): void {
    this.rows.values[at + this.slotsFrom + 4 * slot + 2] = own;
  }

  product(at: number, slot: number): number {
    return this.rows.values[at + this.slotsFrom + 4 * slot + 3]!;
  }

  setProduct(at: number, slot: number, product: number): void {
    this.rows.values[at + this.slotsFrom + 4 * slot + 3] = product;
  }

  /** The slot that strikes first; of equals the first. */
  first(at: number): number {
    const { values } = this.rows;
    const from = at + this.strikesFrom;
    let first = 0;
    for (let slot = 1; slot < this.slots; slot += 1) if (values[from + slot]! < values[from + first]!) first = slot;
    return first;
  }
}
