// Applications by the year in which they were made, each followed for twelve months: what was gathered by then, whoever she is by now.
import type { Client } from '../chain/client.js';
import { daysPerMonth } from '../chain/spec/duration.js';
import type { Frame } from './frame.js';

const horizon = 12 * daysPerMonth;

interface Followed<T> {
  readonly column: number;
  readonly gathered: T;
}

export class ApplicationCohorts<T> {
  private readonly frame: Frame;
  private readonly fresh: (client: Client, column: number) => T;
  private readonly done: (gathered: T, column: number) => void;
  private readonly open = new Map<Client, Followed<T>>();

  /** `done` is told what an application gathered, once: when the same record applies again (for whomever), or at the end of the run. */
  constructor(
    frame: Frame,
    fresh: (client: Client, column: number) => T,
    done: (gathered: T, column: number) => void = () => undefined,
  ) {
    this.frame = frame;
    this.fresh = fresh;
    this.done = done;
  }

  /** For `Observer.applied`. Applications outside the periods are not followed. */
  readonly applied = (client: Client, now: number): void => {
    this.close(client);
    const { year, years } = this.frame.periods;
    const column = year(now);
    if (column < years.length) this.open.set(client, { column, gathered: this.fresh(client, column) });
  };

  /** Undefined when the application is not followed, or was more than twelve months ago. */
  at(client: Client, now: number): Followed<T> | undefined {
    return now - client.appliedAt <= horizon ? this.open.get(client) : undefined;
  }

  closeAll(): void {
    for (const client of [...this.open.keys()]) this.close(client);
  }

  /** Whether everyone of a year could be followed for twelve months within the run. */
  isWhole(column: number): boolean {
    const { years, until } = this.frame.periods;
    return (years[column]?.to ?? Infinity) + horizon <= until;
  }

  private close(client: Client): void {
    const known = this.open.get(client);
    if (known === undefined) return;
    this.open.delete(client);
    this.done(known.gathered, known.column);
  }
}
