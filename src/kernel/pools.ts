// Capacity that is shared: requests for units of one or more pools at once, granted in the start phase.
import { Dispatcher } from './dispatcher.js';
import { Pool, type PoolOptions } from './pool.js';
import { type Request, RequestBook, type RequestId, type Terms } from './request.js';
import { type Demand, LineRegister } from './line-register.js';
import { RequestLine } from './request-line.js';
import type { Simulation } from './simulation.js';

export type { Demand } from './line-register.js';
export type { PoolOptions } from './pool.js';
export type { RequestId, Terms } from './request.js';
export type { RequestLine } from './request-line.js';

/** What a shrink does to work in hand: let it finish, or take the most recent grants away until the rest fits. */
export type Shrink = 'finish' | 'interrupt';

/**
 * A request gets all its units at once or none. Order: lower priority number, then first come, first served. A request that lacks
 * units of a pool holds up everybody behind it who asks units of that pool; one that waits only for another pool or for a skill
 * is overtaken. Grants happen in the start phase only.
 */
export class Pools {
  private readonly simulation: Simulation;
  private readonly pools: Pool[] = [];
  private readonly lines = new LineRegister();
  private readonly book = new RequestBook();
  private readonly dispatcher: Dispatcher;
  private asked = 0;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
    this.dispatcher = new Dispatcher(simulation);
  }

  /** Adds a pool and returns its index. */
  add(options: PoolOptions): number {
    checkCapacity(options.capacity);
    this.pools.push(new Pool(this.pools.length, options));
    return this.pools.length - 1;
  }

  /**
   * Joins the queues of all pools in `demands` (each pool at most once) and calls `handler(subject, request)` when everything asked
   * is granted, in a start phase and never inside this call.
   * `demands` may be the line that `line` gave for them, which saves looking it up.
   */
  acquire<S>(
    demands: readonly Demand[] | RequestLine,
    priority: number,
    handler: (subject: S, request: RequestId) => void,
    subject: S,
    terms: Terms | null = null,
  ): RequestId {
    if (Number.isNaN(priority)) throw new Error('A priority must be a number.');
    const line = demands instanceof RequestLine ? demands : this.lines.find(demands, this.pools);
    const request = this.book.open();
    request.state = 'waiting';
    request.line = line;
    request.handler = handler;
    request.subject = subject;
    request.priority = priority;
    this.asked += 1;
    request.asked = terms?.order === undefined ? this.asked : this.orderOf(terms.order, subject);
    request.order = request.asked;
    request.terms = terms;
    line.add(request);
    const { only } = line;
    if (only === null) for (const { pool } of line.demands) this.wait(pool);
    else this.wait(only);
    this.dispatcher.wake(line);
    return request.id;
  }

  /** Where requests with these demands wait, for whoever will ask for them many times. */
  line(demands: readonly Demand[]): RequestLine {
    return this.lines.find(demands, this.pools);
  }

  /**
   * Gives back everything the request holds.
   * @throws when it holds nothing
   */
  release(id: RequestId): void {
    const request = this.granted(id);
    this.dispatcher.takeBack(request);
    this.book.close(request);
  }

  /** Reads what the release of a request will ask, for whoever looks ahead (`Simulation.onApproach`). */
  touch(id: RequestId): number {
    const request = this.book.find(id);
    return request === null ? 0 : request.order + request.servers.length;
  }

  /** Takes a waiting request out of its queues; false when it is not waiting (any more). */
  withdraw(id: RequestId): boolean {
    const request = this.book.find(id);
    if (request?.state !== 'waiting' || request.line === null) return false;
    const { line } = request;
    line.remove(request);
    this.book.close(request);
    for (const { pool } of line.demands) {
      pool.waiting -= 1;
      this.changed(pool);
      this.dispatcher.wakeAll(pool);
    }
    return true;
  }

  /**
   * The servers held, numbered from 0 in each pool, in order of the demands; valid until the request ends.
   * @throws when it holds nothing
   */
  servers(id: RequestId): readonly number[] {
    return this.granted(id).servers;
  }

  /**
   * Changes the number of servers. With 'finish' nothing new is granted until what is in use fits. With 'interrupt' requests lose their units, the
   * most recent grant first, until it fits: those whose terms say so wait again; the others are ended, and `interrupted(subject, request)` is
   * called for each, in that order. Without `interrupted` those others finish.
   */
  setCapacity(
    pool: number,
    capacity: number,
    onShrink: Shrink,
    interrupted?: (subject: never, request: RequestId) => void,
  ): void {
    checkCapacity(capacity);
    const target = this.pool(pool);
    target.resize(capacity);
    const ended: { subject: unknown; id: RequestId }[] = [];
    while (onShrink === 'interrupt' && target.available < 0) {
      const request = target.latestHolder(interrupted === undefined);
      if (request === null) break;
      if (request.terms?.interrupted !== undefined) {
        this.dispatcher.interrupt(request);
        continue;
      }
      ended.push({ subject: request.subject, id: request.id });
      this.dispatcher.takeBack(request);
      this.book.close(request);
    }
    this.changed(target);
    this.dispatcher.wakeAll(target);
    for (const { subject, id } of ended) interrupted?.(subject as never, id);
  }

  capacity(pool: number): number {
    return this.pool(pool).capacity;
  }

  /** Units granted; above the capacity only after a shrink that lets work finish. */
  inUse(pool: number): number {
    return this.pool(pool).inUse;
  }

  /** Units that a request of this priority could have at once: free ones, and those of less urgent work that yields. */
  obtainable(pool: number, priority: number): number {
    return this.pool(pool).obtainable(priority, null);
  }

  /** Requests waiting that ask something of this pool, whatever it is they wait for. */
  waiting(pool: number): number {
    return this.pool(pool).waiting;
  }

  private orderOf(order: NonNullable<Terms['order']>, subject: unknown): number {
    return order === 'latest' ? -this.asked : order(subject as never);
  }

  private wait(pool: Pool): void {
    pool.waiting += 1;
    this.changed(pool);
  }

  private changed(pool: Pool): void {
    if (pool.onChange !== null) pool.onChange(pool.index, this.simulation.now);
  }

  private granted(id: RequestId): Request {
    const request = this.book.find(id);
    if (request?.state !== 'granted') throw new Error(`Request ${id} holds nothing.`);
    return request;
  }

  private pool(index: number): Pool {
    const pool = this.pools[index];
    if (pool === undefined) throw new Error(`There is no pool ${index}.`);
    return pool;
  }
}

function checkCapacity(capacity: number): void {
  if (!Number.isInteger(capacity) || capacity < 0) {
    throw new Error(`A capacity must be an integer of at least 0, not ${capacity}.`);
  }
}
