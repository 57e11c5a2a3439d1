// One pool: its named servers, who holds them, and which idle server is next.
import type { Request } from './request.js';
import { goesBefore, type RequestLine } from './request-line.js';

const NONE = -1;

export interface PoolOptions {
  /** Servers at the start: an integer. */
  readonly capacity: number;
  /** What server 0, 1, ... can do; a server beyond the end of the list has no skills. */
  readonly skills?: readonly (readonly string[])[];
  /** Called after every change of what is in use, waiting or available. */
  readonly onChange?: (pool: number, now: number) => void;
}

function yieldsTo(holder: Request, priority: number): boolean {
  return holder.terms?.yields === true && holder.priority > priority;
}

export class Pool {
  readonly index: number;
  /** The waiting lines that ask something of this pool. */
  readonly lines: RequestLine[] = [];
  readonly onChange: ((pool: number, now: number) => void) | null;
  capacity = 0;
  inUse = 0;
  waiting = 0;
  /** The largest number of units that any line asks. */
  largestDemand = 0;
  /** Units held by requests that yield to whoever is more urgent. */
  yielding = 0;
  private readonly skills: readonly (readonly string[])[];
  private readonly holders: (Request | null)[] = [];
  /** Idle servers below the capacity, longest idle first: a doubly linked list of server numbers. */
  private firstIdle = NONE;
  private lastIdle = NONE;
  private readonly nextIdle: number[] = [];
  private readonly previousIdle: number[] = [];

  constructor(index: number, { capacity, skills = [], onChange }: PoolOptions) {
    this.index = index;
    this.skills = skills;
    this.onChange = onChange ?? null;
    this.resize(capacity);
  }

  /** Units that may be granted now; negative after a shrink that lets work finish. */
  get available(): number {
    return this.capacity - this.inUse;
  }

  /** Whether a server that is there has work; one who left is not waited for. */
  isBusy(server: number): boolean {
    return server < this.capacity && !this.isFree(server);
  }

  /** Whether enough idle servers have the skill. */
  hasSkilled(skill: string, units: number): boolean {
    let found = 0;
    for (let server = this.firstIdle; server !== NONE && found < units; server = this.nextIdle[server]!) {
      if (this.can(server, skill)) found += 1;
    }
    return found === units;
  }

  /** Hands the server wanted, or the longest idle one (with the skill), to the request; `hasSkilled` and `available` were asked before. */
  take(request: Request, skill: string | null, wanted: number | null): number {
    let server = wanted !== null && wanted < this.capacity ? wanted : this.firstIdle;
    if (skill !== null && wanted === null) while (!this.can(server, skill)) server = this.nextIdle[server]!;
    this.unlink(server);
    this.holders[server] = request;
    this.inUse += 1;
    if (request.terms?.yields === true) this.yielding += 1;
    return server;
  }

  /** The server is idle again, or gone when its number is above the capacity by now. */
  giveBack(server: number): void {
    if (this.yielding > 0 && this.holders[server]?.terms?.yields === true) this.yielding -= 1;
    this.holders[server] = null;
    this.inUse -= 1;
    if (server < this.capacity) this.link(server);
  }

  /** New servers have been idle from now on; idle servers above the new capacity go, busy ones go when they are given back. */
  resize(capacity: number): void {
    for (let server = this.holders.length; server < capacity; server += 1) {
      this.holders.push(null);
      this.nextIdle.push(NONE);
      this.previousIdle.push(NONE);
    }
    for (let server = capacity; server < this.capacity; server += 1) if (this.isFree(server)) this.unlink(server);
    for (let server = this.capacity; server < capacity; server += 1) if (this.isFree(server)) this.link(server);
    this.capacity = capacity;
  }

  /** The request whose grant is the most recent, of all or of those that may be interrupted; null when there is none. */
  latestHolder(interruptible: boolean): Request | null {
    let latest: Request | null = null;
    for (const holder of this.holders) {
      if (holder === null || (interruptible && holder.terms?.interrupted === undefined)) continue;
      if (holder.order > (latest?.order ?? -1)) latest = holder;
    }
    return latest;
  }

  /** Units (with the skill) that a request of this priority could have: free ones and those of less urgent work that yields. */
  obtainable(priority: number, skill: string | null): number {
    let found = skill === null ? this.available : this.idleWith(skill);
    if (this.yielding === 0) return found;
    for (const [server, holder] of this.holders.entries()) {
      if (holder === null || !yieldsTo(holder, priority)) continue;
      if (skill === null || (server < this.capacity && this.can(server, skill))) found += 1;
    }
    return found;
  }

  /** Whose work stops for a request of this priority: the least urgent, and of those who began last. */
  victim(priority: number, skill: string | null): Request | null {
    let found: Request | null = null;
    for (const [server, holder] of this.holders.entries()) {
      if (holder === null || !yieldsTo(holder, priority) || (skill !== null && !this.can(server, skill))) continue;
      if (found === null || goesBefore(found, holder)) found = holder;
    }
    return found;
  }

  private idleWith(skill: string): number {
    let found = 0;
    for (let server = this.firstIdle; server !== NONE; server = this.nextIdle[server]!) {
      if (this.can(server, skill)) found += 1;
    }
    return found;
  }

  private can(server: number, skill: string): boolean {
    return this.skills[server]?.includes(skill) ?? false;
  }

  private isFree(server: number): boolean {
    return this.holders[server] === null;
  }

  private link(server: number): void {
    this.nextIdle[server] = NONE;
    this.previousIdle[server] = this.lastIdle;
    if (this.lastIdle === NONE) this.firstIdle = server;
    else this.nextIdle[this.lastIdle] = server;
    this.lastIdle = server;
  }

  private unlink(server: number): void {
    const next = this.nextIdle[server]!;
    const previous = this.previousIdle[server]!;
    if (previous === NONE) this.firstIdle = next;
    else this.nextIdle[previous] = next;
    if (next === NONE) this.lastIdle = previous;
    else this.previousIdle[next] = previous;
  }
}
