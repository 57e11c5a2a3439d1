// What is kept of every pending event, by slot. Slots are used again, so that a million events do not make a million objects.
import type { EventHandler } from './event-calendar.js';

const INITIAL_SIZE = 64;

/** Where a slot stands when it is not in a bucket: these are never the number of a bucket. */
export const where = { free: -1, heap: -2, never: -3 } as const;

/** Columns of a row: doubles in the first half, whole numbers in the second, which are counted in halves of a double. */
const [TIME, KEY, DATUM] = [0, 1, 2];
const [NEXT, PREVIOUS, PLACE, GENERATION] = [8, 9, 10, 11];
const DOUBLES = 8;
const INTS = 2 * DOUBLES;

/**
 * All numbers of an event in one row as long as a line of the processor's cache: with a hundred thousand events pending, what counts is how many
 * lines are fetched.
 */
export class EventSlots {
  size = 0;
  private numbers = new Float64Array(DOUBLES * INITIAL_SIZE);
  /** The same memory: next and previous in the bucket, where the event stands, and the slot's generation. */
  private links = new Int32Array(this.numbers.buffer);
  /** By slot: handler and subject. */
  private readonly bound: unknown[] = [];

  /** Adds a slot, which is free and of generation 1. */
  grow(): number {
    const slot = this.size;
    this.size += 1;
    if (DOUBLES * this.size > this.numbers.length) {
      const wider = new Float64Array(2 * this.numbers.length);
      wider.set(this.numbers);
      this.numbers = wider;
      this.links = new Int32Array(wider.buffer);
    }
    this.bound.push(null, null);
    this.links[INTS * slot + PLACE] = where.free;
    this.links[INTS * slot + GENERATION] = 1;
    return slot;
  }

  /** What is to happen, and when; where it stands is up to others. */
  fill(slot: number, time: number, key: number, handler: EventHandler, subject: unknown, datum: number): void {
    const { numbers, bound } = this;
    const at = DOUBLES * slot;
    numbers[at + TIME] = time;
    numbers[at + KEY] = key;
    numbers[at + DATUM] = datum;
    bound[2 * slot] = handler;
    bound[2 * slot + 1] = subject;
  }

  /** Lets go of what the slot refers to and gives it a next generation, which is returned. */
  clear(slot: number): number {
    const { numbers, links, bound } = this;
    bound[2 * slot] = null;
    bound[2 * slot + 1] = null;
    numbers[DOUBLES * slot + KEY] = NaN;
    links[INTS * slot + PLACE] = where.free;
    const generation = links[INTS * slot + GENERATION]! + 1;
    links[INTS * slot + GENERATION] = generation;
    return generation;
  }

  handler(slot: number): EventHandler | null {
    return this.bound[2 * slot] as EventHandler | null;
  }

  subject(slot: number): unknown {
    return this.bound[2 * slot + 1];
  }

  time(slot: number): number {
    return this.numbers[DOUBLES * slot + TIME]!;
  }

  /** NaN, which equals nothing, for a free slot. */
  key(slot: number): number {
    return this.numbers[DOUBLES * slot + KEY]!;
  }

  datum(slot: number): number {
    return this.numbers[DOUBLES * slot + DATUM]!;
  }

  next(slot: number): number {
    return this.links[INTS * slot + NEXT]!;
  }

  previous(slot: number): number {
    return this.links[INTS * slot + PREVIOUS]!;
  }

  setNext(slot: number, next: number): void {
    this.links[INTS * slot + NEXT] = next;
  }

  setPrevious(slot: number, previous: number): void {
    this.links[INTS * slot + PREVIOUS] = previous;
  }

  place(slot: number): number {
    return this.links[INTS * slot + PLACE]!;
  }

  setPlace(slot: number, place: number): void {
    this.links[INTS * slot + PLACE] = place;
  }

  generation(slot: number): number {
    return this.links[INTS * slot + GENERATION]!;
  }
}
