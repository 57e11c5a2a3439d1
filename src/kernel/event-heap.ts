// A binary heap of (time, sort key, slot) in typed arrays; it knows nothing about what a slot holds.

const INITIAL_SIZE = 64;

export class EventHeap {
  size = 0;
  private times = new Float64Array(INITIAL_SIZE);
  private keys = new Float64Array(INITIAL_SIZE);
  private slots = new Int32Array(INITIAL_SIZE);

  /** Time of the earliest entry; only meaningful while `size` > 0, as are `headKey` and `headSlot`. */
  get headTime(): number {
    return this.times[0]!;
  }

  get headKey(): number {
    return this.keys[0]!;
  }

  get headSlot(): number {
    return this.slots[0]!;
  }

  push(time: number, key: number, slot: number): void {
    if (this.size === this.times.length) this.grow();
    const { times, keys, slots } = this;
    let hole = this.size;
    this.size = hole + 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const parentTime = times[parent]!;
      const parentKey = keys[parent]!;
      if (parentTime < time || (parentTime === time && parentKey < key)) break;
      times[hole] = parentTime;
      keys[hole] = parentKey;
      slots[hole] = slots[parent]!;
      hole = parent;
    }
    times[hole] = time;
    keys[hole] = key;
    slots[hole] = slot;
  }

  /** Takes the earliest entry out. */
  removeHead(): void {
    this.size -= 1;
    const last = this.size;
    if (last > 0) this.sink(this.times[last]!, this.keys[last]!, this.slots[last]!);
  }

  clear(): void {
    this.size = 0;
  }

  /** Throws out the entries for which `holds` is not true. */
  keep(holds: (key: number, slot: number) => boolean): void {
    const { times, keys, slots, size } = this;
    this.size = 0;
    for (let at = 0; at < size; at += 1) {
      const key = keys[at]!;
      const slot = slots[at]!;
      if (holds(key, slot)) this.push(times[at]!, key, slot);
    }
  }

  /** Lets an entry sink from the top until both children are later. */
  private sink(time: number, key: number, slot: number): void {
    const { times, keys, slots, size } = this;
    const firstLeaf = size >> 1;
    let hole = 0;
    while (hole < firstLeaf) {
      let child = 2 * hole + 1;
      let childTime = times[child]!;
      let childKey = keys[child]!;
      const right = child + 1;
      if (right < size) {
        const rightTime = times[right]!;
        const rightKey = keys[right]!;
        if (rightTime < childTime || (rightTime === childTime && rightKey < childKey)) {
          child = right;
          childTime = rightTime;
          childKey = rightKey;
        }
      }
      if (time < childTime || (time === childTime && key < childKey)) break;
      times[hole] = childTime;
      keys[hole] = childKey;
      slots[hole] = slots[child]!;
      hole = child;
    }
    times[hole] = time;
    keys[hole] = key;
    slots[hole] = slot;
  }

  private grow(): void {
    const { times, keys, slots } = this;
    this.times = new Float64Array(2 * times.length);
    this.keys = new Float64Array(2 * keys.length);
    this.slots = new Int32Array(2 * slots.length);
    this.times.set(times);
    this.keys.set(keys);
    this.slots.set(slots);
  }
}
