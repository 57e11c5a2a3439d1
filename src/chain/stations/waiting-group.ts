// Who waits for a group: the most urgent first, and of equals who came first.
import type { Visit } from '../client.js';

interface Line {
  readonly urgency: number;
  /** In order of arrival, with the instant of her last no-show: she is not asked twice for the same moment. */
  readonly missed: Map<Visit, number>;
}

export class WaitingGroup {
  size = 0;
  /** By urgency; lower goes first. There are as many as there are different urgencies. */
  private readonly lines: Line[] = [];

  add(visit: Visit, urgency: number): void {
    this.lineOf(urgency).missed.set(visit, -Infinity);
    this.size += 1;
  }

  has(visit: Visit): boolean {
    return this.lines.some(({ missed }) => missed.has(visit));
  }

  /** False when she does not wait here. */
  remove(visit: Visit): boolean {
    if (!this.lines.some(({ missed }) => missed.delete(visit))) return false;
    this.size -= 1;
    return true;
  }

  /** She keeps her place. */
  noShow(visit: Visit, now: number): void {
    for (const { missed } of this.lines) if (missed.has(visit)) missed.set(visit, now);
  }

  /** The first `most` who may be asked now. Only so many: a long queue from which many groups start is not gone through for each of them. */
  able(most: number, now: number): Visit[] {
    const found: Visit[] = [];
    for (const { missed } of this.lines) {
      for (const [visit, last] of missed) {
        if (found.length >= most) return found;
        if (last < now) found.push(visit);
      }
    }
    return found;
  }

  /** Since when the one waits who came first of all who may be asked now; Infinity when nobody may. */
  since(now: number): number {
    let first = Infinity;
    for (const { missed } of this.lines) {
      for (const [visit, last] of missed) {
        if (last >= now) continue;
        first = Math.min(first, visit.enteredAt);
        break;
      }
    }
    return first;
  }

  private lineOf(urgency: number): Line {
    const at = this.lines.findIndex((line) => line.urgency >= urgency);
    const found = this.lines[at];
    if (found?.urgency === urgency) return found;
    const line = { urgency, missed: new Map<Visit, number>() };
    this.lines.splice(at < 0 ? this.lines.length : at, 0, line);
    return line;
  }
}
