// Those who are present at a station, in order of arrival: made for thousands who stay long and a few who are called.
import type { Visit } from './client.js';

/** Keeps each visit's place in its `datum`; a place left empty is skipped, and taken away once more than half are. */
export class Crowd {
  private entries: (Visit | undefined)[] = [];
  private readonly columns: { readonly read: (visit: Visit) => number; keys: number[] }[] = [];
  private present = 0;

  /** Keeps a number of every visit beside it, so that a search runs along a row of numbers; to be asked before anybody comes. */
  keep(read: (visit: Visit) => number): number {
    this.columns.push({ read, keys: [] });
    return this.columns.length - 1;
  }

  get size(): number {
    return this.present;
  }

  add(visit: Visit): void {
    visit.datum = this.entries.length;
    this.entries.push(visit);
    for (const column of this.columns) column.keys.push(column.read(visit));
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

  /** The `number` for whom `holds` with the highest kept number (`sign` 1) or the lowest (-1), best first; of equals the one that came first. */
  best(number: number, column: number, sign: 1 | -1, holds: (visit: Visit) => boolean): Visit[] {
    const found: Visit[] = [];
    const values: number[] = [];
    const { entries } = this;
    const keys = this.columns[column]?.keys ?? [];
    let bar = -Infinity;
    for (let index = 0; index < entries.length; index += 1) {
      const own = sign * keys[index]!;
      if (own <= bar) continue;
      const visit = entries[index];
      if (visit === undefined || !holds(visit)) continue;
      let at = values.length;
      while (at > 0 && values[at - 1]! < own) at -= 1;
      found.splice(at, 0, visit);
      values.splice(at, 0, own);
      if (values.length > number) {
        found.pop();
        values.pop();
      }
      if (values.length === number) bar = values[number - 1]!;
    }
    return found;
  }

  private close(): void {
    const kept = this.entries.filter((visit) => visit !== undefined);
    for (const column of this.columns) column.keys = kept.map((visit) => column.keys[visit.datum]!);
    for (const [index, visit] of kept.entries()) visit.datum = index;
    this.entries = kept;
  }
}
