// The pending events: those of the near future in a heap, those of later in buckets.
import { EventBuckets } from './event-buckets.js';
import { EventHeap } from './event-heap.js';
import { EventSlots, where } from './event-slots.js';
import { type Rank, sortKey } from './ranks.js';

/** Names one scheduled event while it is pending: a positive integer; afterwards it means nothing and is not used again. */
export type EventId = number;
/** Subjects of different types share one calendar: the type parameter of `Simulation.schedule` keeps each pair together. */
export type EventHandler = (subject: never, datum: number) => void;
/** Told the subjects of events that are about to happen, the first `count` of the list; it changes nothing, and what it returns says nothing. */
export type Approach = (subjects: readonly unknown[], count: number) => number;

/**
 * An id is generation x 2^22 + slot, generations from 1: no id is 0. It stays below 2^31, so that the engine keeps it in a word instead of making an
 * object of it; a slot whose generations are used up is not used again, and costs some fifty bytes for every five hundred events.
 */
const MAX_SLOTS = 2 ** 22;
const GENERATIONS = 2 ** 31 / MAX_SLOTS;

/** A heap of so many is quick enough; with more, time is divided into buckets, about one for every event. */
const HEAP_LIMIT = 1024;
/** The part of the pending events that buckets are made for: few events far away would make all of them too wide. */
const DIVIDED = 0.75;
/** Times that are looked at to find where that part ends. */
const SAMPLE = 512;
/** With fewer events than this, what their subjects hold stays in the cache by itself. */
const APPROACH_FROM = 2 ** 15;

/**
 * What an event costs does not grow with the number of them: it is put into a bucket, comes into the heap with a few dozen others when its time is
 * near, and leaves the heap in order. A heap of all is slower by the logarithm, and by the memory that every step down reaches for.
 */
export class EventCalendar {
  /** Events that still have to happen, those at Infinity included. */
  pending = 0;
  approach: Approach | undefined;
  private readonly slots = new EventSlots();
  private readonly freeSlots: number[] = [];
  private readonly near = new EventHeap();
  private readonly far = new EventBuckets(this.slots);
  private readonly approaching: unknown[] = [];
  private scheduled = 0;
  /** Entries of the heap whose event was cancelled: they are passed over when they come up. */
  private stale = 0;
  /** Events that must have happened before time is divided again: so that doing it costs each of them its share, and no more. */
  private untilDivision = 0;

  /** Time of the next event, infinity when there is none. */
  nextTime(): number {
    const { near } = this;
    return near.size > 0 && near.size <= HEAP_LIMIT && this.stale === 0 ? near.headTime : this.seekTime();
  }

  private seekTime(): number {
    const { near } = this;
    if (near.size > HEAP_LIMIT && this.untilDivision <= 0) this.divide();
    for (;;) {
      if (near.size > 0) {
        if (this.stale === 0 || this.slots.key(near.headSlot) === near.headKey) return near.headTime;
        near.removeHead();
        this.stale -= 1;
      } else if (this.far.size > 0) this.refill();
      else return Infinity;
    }
  }

  /** Sort key of the next event; only meaningful after `nextTime()` was finite. */
  nextKey(): number {
    return this.near.headKey;
  }

  add(time: number, rank: Rank, handler: EventHandler, subject: unknown, datum: number): EventId {
    const slot = this.freeSlots.pop() ?? this.newSlot();
    const { slots } = this;
    const key = sortKey(rank, this.scheduled);
    this.scheduled += 1;
    this.pending += 1;
    slots.fill(slot, time, key, handler, subject, datum);
    this.put(slot, time, key);
    return slots.generation(slot) * MAX_SLOTS + slot;
  }

  /** Takes the next event out, to be called after `nextTime()`; its slot keeps handler, subject and datum until `clear(slot)`. */
  takeNext(): number {
    const slot = this.near.headSlot;
    this.near.removeHead();
    this.untilDivision -= 1;
    return slot;
  }

  handler(slot: number): EventHandler | null {
    return this.slots.handler(slot);
  }

  subject(slot: number): unknown {
    return this.slots.subject(slot);
  }

  datum(slot: number): number {
    return this.slots.datum(slot);
  }

  /** Lets go of what a slot refers to and frees it for another event. */
  clear(slot: number): void {
    this.pending -= 1;
    if (this.slots.clear(slot) < GENERATIONS) this.freeSlots.push(slot);
  }

  /** When an event will happen; NaN for one that is not pending. */
  timeOf(id: EventId): number {
    const slot = this.slotOf(id);
    return slot === -1 ? NaN : this.slots.time(slot);
  }

  cancel(id: EventId): boolean {
    const slot = this.slotOf(id);
    if (slot === -1) return false;
    const place = this.slots.place(slot);
    if (place >= 0) this.far.remove(slot);
    this.clear(slot);
    if (place === where.heap) this.leaveBehind();
    return true;
  }

  private put(slot: number, time: number, key: number): void {
    if (this.far.isPast(time)) {
      this.slots.setPlace(slot, where.heap);
      this.near.push(time, key, slot);
    } else if (time < Infinity) this.far.add(slot, time);
    else this.slots.setPlace(slot, where.never);
  }

  /** Brings the next events from their buckets into the heap. */
  private refill(): void {
    const { far, near, slots, approach, approaching } = this;
    const count = far.take();
    if (count === 0) {
      this.divide();
      return;
    }
    const { taken } = far;
    for (let at = 0; at < count; at += 1) {
      const slot = taken[at]!;
      slots.setPlace(slot, where.heap);
      near.push(slots.time(slot), slots.key(slot), slot);
    }
    if (approach === undefined || this.pending < APPROACH_FROM) return;
    for (let at = 0; at < count; at += 1) approaching[at] = slots.subject(taken[at]!);
    approach(approaching, count);
  }

  /** Divides time into buckets as the pending events lie now, and puts all of them where they belong. */
  private divide(): void {
    const { near, far, slots, pending } = this;
    this.untilDivision = pending;
    near.clear();
    this.stale = 0;
    const stride = Math.ceil(slots.size / SAMPLE);
    const sample: number[] = [];
    let first = Infinity;
    for (let slot = 0; slot < slots.size; slot += 1) {
      if (!isPlaced(slots.place(slot))) continue;
      const time = slots.time(slot);
      if (time < first) first = time;
      if (slot % stride === 0) sample.push(time);
    }
    sample.sort((one, other) => one - other);
    const end = sample[Math.floor(DIVIDED * sample.length)] ?? first;
    far.divide(first, end, pending > HEAP_LIMIT / 2 ? Math.ceil(DIVIDED * pending) : 0);
    for (let slot = 0; slot < slots.size; slot += 1) {
      if (isPlaced(slots.place(slot))) this.put(slot, slots.time(slot), slots.key(slot));
    }
  }

  /** One more entry of the heap without an event: when they are the larger part, they are thrown out together. */
  private leaveBehind(): void {
    this.stale += 1;
    if (2 * this.stale <= this.near.size || this.stale < HEAP_LIMIT / 16) return;
    this.near.keep((key, slot) => this.slots.key(slot) === key);
    this.stale = 0;
  }

  private slotOf(id: EventId): number {
    const slot = id & (MAX_SLOTS - 1);
    return slot < this.slots.size && this.slots.generation(slot) * MAX_SLOTS + slot === id ? slot : -1;
  }

  private newSlot(): number {
    if (this.slots.size === MAX_SLOTS) {
      throw new Error(`More than ${MAX_SLOTS} events are pending, or two thousand million have been scheduled.`);
    }
    return this.slots.grow();
  }
}

function isPlaced(place: number): boolean {
  return place >= 0 || place === where.heap;
}
