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

  /**
   * The `number` for whom `holds` with the highest kept number (`sign` 1) or the lowest (-1), best first; of equals the one that came first. Whoever
   * has none (NaN) comes after all others.
   */
  best(number: number, column: number, sign: 1 | -1, holds: (visit: Visit) => boolean): Visit[] {
    const { entries } = this;
    const keys = this.columns[column]?.keys ?? [];
    /** Places of those who may be among the best; once they are many, all but the best leave again: so each of them is sorted a few times at most. */
    const found: number[] = [];
    const limit = Math.max(2 * number, 32);
    let bar = NaN;
    const worth = (index: number): number => {
      const key = keys[index]!;
      return Number.isNaN(key) ? -Infinity : sign * key;
    };
    const prune = (): void => {
      found.sort((one, other) => compare(worth(other), worth(one)) || one - other);
      if (found.length < number) return;
      found.length = number;
      bar = worth(found[number - 1]!);
    };
    for (let index = 0; index < entries.length; index += 1) {
      if (sign * keys[index]! <= bar) continue;
      const visit = entries[index];
      if (visit === undefined || !holds(visit)) continue;
      found.push(index);
      if (found.length === limit) prune();
    }
    prune();
    return found.map((index) => entries[index]!);
  }

  private close(): void {
    const kept = this.entries.filter((visit) => visit !== undefined);
    for (const column of this.columns) column.keys = kept.map((visit) => column.keys[visit.datum]!);
    for (const [index, visit] of kept.entries()) visit.datum = index;
    this.entries = kept;
  }
}

function compare(one: number, other: number): number {
  return one < other ? -1 : Number(one > other);
}
