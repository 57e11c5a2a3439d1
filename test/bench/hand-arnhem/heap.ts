// A binary heap of (time, rank, order) over slots that the model numbers itself, so that an event is no more than its slot.
export const CAPACITY_RANK = 0;
export const FINISH_RANK = 1;
export const START_RANK = 2;
export const ARRIVE_RANK = 3;
export const OBSERVE_RANK = 4;

const RANK_STEP = 2 ** 50;
export const AFTER_START = ARRIVE_RANK * RANK_STEP;

export class HandHeap {
  size = 0;
  readonly times: Float64Array;
  readonly keys: Float64Array;
  readonly slots: Int32Array;
  /** Place in the heap by slot, -1 when it is not there. */
  private readonly places: Int32Array;
  private order = 0;

  constructor(slots: number) {
    this.times = new Float64Array(slots);
    this.keys = new Float64Array(slots);
    this.slots = new Int32Array(slots);
    this.places = new Int32Array(slots).fill(-1);
  }

  has(slot: number): boolean {
    return this.places[slot]! >= 0;
  }

  push(slot: number, time: number, rank: number): void {
    this.rise(this.size++, time, rank * RANK_STEP + this.order++, slot);
  }

  removeHead(): void {
    this.places[this.slots[0]!] = -1;
    const last = --this.size;
    if (last > 0) this.sink(0, this.times[last]!, this.keys[last]!, this.slots[last]!);
  }

  /** Does nothing when the slot is not there. */
  remove(slot: number): void {
    const hole = this.places[slot]!;
    if (hole < 0) return;
    this.places[slot] = -1;
    const last = --this.size;
    if (hole === last) return;
    const time = this.times[last]!;
    const key = this.keys[last]!;
    const parent = (hole - 1) >> 1;
    const rises = hole > 0 && (time < this.times[parent]! || (time === this.times[parent] && key < this.keys[parent]!));
    if (rises) this.rise(hole, time, key, this.slots[last]!);
    else this.sink(hole, time, key, this.slots[last]!);
  }

  private rise(from: number, time: number, key: number, slot: number): void {
    const { times, keys } = this;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (times[parent]! < time || (times[parent] === time && keys[parent]! < key)) break;
      this.move(parent, hole);
      hole = parent;
    }
    this.put(hole, time, key, slot);
  }

  private sink(from: number, time: number, key: number, slot: number): void {
    const { times, keys, size } = this;
    let hole = from;
    for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      const right = child + 1;
      if (
        right < size &&
        (times[right]! < times[child]! || (times[right] === times[child] && keys[right]! < keys[child]!))
      ) {
        child = right;
      }
      if (time < times[child]! || (time === times[child] && key < keys[child]!)) break;
      this.move(child, hole);
      hole = child;
    }
    this.put(hole, time, key, slot);
  }

  private move(from: number, to: number): void {
    this.put(to, this.times[from]!, this.keys[from]!, this.slots[from]!);
  }

  private put(place: number, time: number, key: number, slot: number): void {
    this.times[place] = time;
    this.keys[place] = key;
    this.slots[place] = slot;
    this.places[slot] = place;
  }
}
