// Those who are present at a station, in order of arrival: made for thousands who stay long and a few who are called.
import type { Visit } from './client.js';

/** Keeps each visit's place in its `datum`; a place left empty is skipped, and taken away once more than half are. */
export class Crowd {
  private entries: (Visit | undefined)[] = [];
  private present = 0;

  get size(): number {
    return this.present;
  }

  add(visit: Visit): void {
    visit.datum = this.entries.length;
    this.entries.push(visit);
    this.present += 1;
  }

  /** False when the visit is not here (any more). */
  remove(visit: Visit): boolean {
    if (this.entries[visit.datum] !== visit) return false;
    this.entries[visit.datum] = undefined;
    this.present -= 1;
    if (this.entries.length > 64 && this.present * 2 < this.entries.length) this.close();
    return true;
  }

  /** The first `number` for whom `holds`, in order of arrival (`step` 1) or the latest first (`step` -1). */
  take(number: number, step: 1 | -1, holds: (visit: Visit) => boolean): Visit[] {
    const found: Visit[] = [];
    const { entries } = this;
    for (let index = step === 1 ? 0 : entries.length - 1; index >= 0 && index < entries.length; index += step) {
      const visit = entries[index];
      if (visit === undefined || !holds(visit)) continue;
      found.push(visit);
      if (found.length === number) break;
    }
    return found;
  }

  /** The `number` for whom `holds` with the highest key, highest first; of equals the one that came first. */
  highest(number: number, key: (visit: Visit) => number, holds: (visit: Visit) => boolean): Visit[] {
    const best: Visit[] = [];
    const keys: number[] = [];
    for (const visit of this.entries) {
      if (visit === undefined || !holds(visit)) continue;
      const own = key(visit);
      if (keys.length === number && own <= keys[number - 1]!) continue;
      let at = keys.length;
      while (at > 0 && keys[at - 1]! < own) at -= 1;
      best.splice(at, 0, visit);
      keys.splice(at, 0, own);
      if (keys.length > number) {
        best.pop();
        keys.pop();
      }
    }
    return best;
  }

  private close(): void {
    const kept = this.entries.filter((visit) => visit !== undefined);
    for (const [index, visit] of kept.entries()) visit.datum = index;
    this.entries = kept;
  }
}
