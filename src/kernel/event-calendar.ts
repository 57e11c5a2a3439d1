// The pending events: what happens stands in slots that are reused, when it happens stands in the heap.
import { EventHeap } from './event-heap.js';
import { type Rank, sortKey } from './ranks.js';

/** Names one scheduled event while it is pending: a positive integer; afterwards it means nothing and is not used again. */
export type EventId = number;
/** Subjects of different types share one calendar: the type parameter of `Simulation.schedule` keeps each pair together. */
export type EventHandler = (subject: never, datum: number) => void;

/**
 * An id is generation x 2^22 + slot, generations from 1: no id is 0. It stays below 2^31, so that the engine keeps it in a word instead of making an
 * object of it; a slot whose generations are used up is not used again, and costs some forty bytes for every five hundred events.
 */
const MAX_SLOTS = 2 ** 22;
const LAST_GENERATION = 2 ** 31 / MAX_SLOTS - 1;

export class EventCalendar {
  readonly handlers: (EventHandler | null)[] = [];
  readonly subjects: unknown[] = [];
  readonly datums: number[] = [];
  private readonly generations: number[] = [];
  private readonly freeSlots: number[] = [];
  private readonly heap = new EventHeap();
  private scheduled = 0;

  get pending(): number {
    return this.heap.size;
  }

  /** Time of the next event, infinity when there is none. */
  nextTime(): number {
    return this.heap.size > 0 ? this.heap.headTime : Infinity;
  }

  /** Sort key of the next event; only meaningful when `nextTime()` is finite. */
  nextKey(): number {
    return this.heap.headKey;
  }

  add(time: number, rank: Rank, handler: EventHandler, subject: unknown, datum: number): EventId {
    const slot = this.freeSlots.pop() ?? this.newSlot();
    this.handlers[slot] = handler;
    this.subjects[slot] = subject;
    this.datums[slot] = datum;
    this.heap.push(time, sortKey(rank, this.scheduled), slot);
    this.scheduled += 1;
    return this.generations[slot]! * MAX_SLOTS + slot;
  }

  /** Takes the next event out; its slot keeps handler, subject and datum until `clear(slot)`. */
  takeNext(): number {
    const slot = this.heap.headSlot;
    this.heap.removeHead();
    return slot;
  }

  /** Lets go of what a slot refers to and frees it for another event. */
  clear(slot: number): void {
    this.handlers[slot] = null;
    this.subjects[slot] = null;
    const generation = this.generations[slot]!;
    this.generations[slot] = generation + 1;
    if (generation < LAST_GENERATION) this.freeSlots.push(slot);
  }

  /** When an event will happen; NaN for one that is not pending. */
  timeOf(id: EventId): number {
    const slot = id & (MAX_SLOTS - 1);
    const generation = this.generations[slot];
    return generation === undefined || generation * MAX_SLOTS + slot !== id ? NaN : this.heap.timeOf(slot);
  }

  cancel(id: EventId): boolean {
    const slot = id & (MAX_SLOTS - 1);
    const generation = this.generations[slot];
    if (generation === undefined || generation * MAX_SLOTS + slot !== id) return false;
    this.heap.remove(slot);
    this.clear(slot);
    return true;
  }

  private newSlot(): number {
    const slot = this.handlers.length;
    if (slot === MAX_SLOTS) {
      throw new Error(`More than ${MAX_SLOTS} events are pending, or two thousand million have been scheduled.`);
    }
    this.handlers.push(null);
    this.subjects.push(null);
    // A fraction, so that the engine stores plain doubles from the start.
    this.datums.push(0.5);
    this.generations.push(1);
    this.heap.reserve(slot);
    return slot;
  }
}
