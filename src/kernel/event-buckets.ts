// Events that are still far off, in buckets by time and unsorted: putting one away costs the same however many there are.
import type { EventSlots } from './event-slots.js';

const NONE = -1;
/** Buckets that are emptied together: enough to look up side by side, few enough to stay in the cache until they happen. */
const TOGETHER = 32;

/**
 * The idea of the ladder queue (Tang, Goh and Thng 2005, doi:10.1145/1103323.1103324) with one rung: buckets of equal width up to some instant, and
 * one for all that is later. A bucket is a doubly linked list, so that an event can be taken out at once.
 */
export class EventBuckets {
  size = 0;
  /** What `take` took out last. */
  taken = new Int32Array(2 * TOGETHER);
  private readonly slots: EventSlots;
  /** First slot by bucket; the last bucket holds all that is later. */
  private heads = new Int32Array(1).fill(NONE);
  /** Buckets before this one are empty, and their time belongs to the heap. */
  private current = 1;
  private start = 0;
  /** Buckets per unit of time; 0 when everything belongs to the heap. */
  private perUnit = 0;
  private readonly fronts = new Int32Array(TOGETHER);

  constructor(slots: EventSlots) {
    this.slots = slots;
  }

  /** Whether an instant belongs to the heap: its bucket has had its turn. What falls in a bucket never falls while time rises, so that order is kept. */
  isPast(time: number): boolean {
    return Math.floor((time - this.start) * this.perUnit) < this.current;
  }

  /** Lets go of everything and divides the time from `start` until `end` anew; where that cannot be done all time belongs to the heap. */
  divide(start: number, end: number, buckets: number): void {
    const perUnit = buckets / (end - start);
    const isSensible = perUnit > 0 && perUnit < Infinity;
    this.start = start;
    this.perUnit = isSensible ? perUnit : 0;
    this.current = isSensible ? 0 : 1;
    this.size = 0;
    this.heads = new Int32Array(isSensible ? buckets + 1 : 1).fill(NONE);
  }

  /** Puts an event away whose time is not past. */
  add(slot: number, time: number): void {
    const { slots, heads } = this;
    const bucket = Math.min(Math.floor((time - this.start) * this.perUnit), heads.length - 1);
    const head = heads[bucket]!;
    slots.setNext(slot, head);
    slots.setPrevious(slot, NONE);
    slots.setPlace(slot, bucket);
    if (head !== NONE) slots.setPrevious(head, slot);
    heads[bucket] = slot;
    this.size += 1;
  }

  remove(slot: number): void {
    const { slots } = this;
    const next = slots.next(slot);
    const previous = slots.previous(slot);
    if (previous === NONE) this.heads[slots.place(slot)] = next;
    else slots.setNext(previous, next);
    if (next !== NONE) slots.setPrevious(next, previous);
    this.size -= 1;
  }

  /**
   * Empties the next buckets that hold something and returns how many events that were: their slots stand in `taken`. None when only what is later
   * is left. The lists are followed side by side, one link of each at a time: the processor then fetches them together, where one list after the
   * other would make it wait for every single link.
   */
  take(): number {
    const { heads, fronts, slots } = this;
    const later = heads.length - 1;
    let width = 0;
    let at = this.current;
    for (; at < later && width < TOGETHER; at += 1) {
      const head = heads[at]!;
      if (head === NONE) continue;
      heads[at] = NONE;
      fronts[width] = head;
      width += 1;
    }
    this.current = at;
    let count = 0;
    while (width > 0) {
      if (count + width > this.taken.length) this.widen();
      const { taken } = this;
      let left = 0;
      for (let front = 0; front < width; front += 1) {
        const slot = fronts[front]!;
        taken[count + front] = slot;
        const next = slots.next(slot);
        fronts[left] = next;
        // Counted by its sign: a branch would be guessed wrong once for every list.
        left += 1 - (next >>> 31);
      }
      count += width;
      width = left;
    }
    this.size -= count;
    return count;
  }

  private widen(): void {
    const { taken } = this;
    this.taken = new Int32Array(2 * taken.length);
    this.taken.set(taken);
  }
}
