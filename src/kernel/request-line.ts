// The waiting requests with identical demands: lower priority number first, then first come, first served.
import type { Pool } from './pool.js';
import type { Request } from './request.js';

/** What is asked of one pool. */
export interface PoolDemand {
  readonly pool: Pool;
  readonly units: number;
  readonly skill: string | null;
  readonly server: number | null;
}

/**
 * Requests with identical demands can only be granted in order, so that of each line only the head has to be looked at.
 * A linked list in order of service: leaving is immediate, and joining passes only those who go later.
 */
export class RequestLine {
  /** Member of the set of lines that may have become grantable. */
  awake = false;
  head: Request | null = null;
  readonly demands: readonly PoolDemand[];
  /** The pool of a line that asks one unit of one pool, whoever it is: what most lines ask, and what is quickest to look at. */
  readonly only: Pool | null;
  /** Over all pools together. */
  readonly units: number;
  private tail: Request | null = null;

  constructor(demands: readonly PoolDemand[]) {
    this.demands = demands;
    this.units = demands.reduce((sum, { units }) => sum + units, 0);
    const first = demands.length === 1 ? demands[0] : undefined;
    this.only = first?.units === 1 && first.skill === null && first.server === null ? first.pool : null;
  }

  add(request: Request): void {
    let before = this.tail;
    let after: Request | null = null;
    while (before !== null && goesBefore(request, before)) {
      after = before;
      before = before.before;
    }
    this.join(before, request);
    this.join(request, after);
  }

  remove(request: Request): void {
    this.join(request.before, request.after);
    request.before = null;
    request.after = null;
  }

  /** Units asked of this pool by each request in the line, 0 when the pool is not asked. */
  unitsOf(pool: Pool): number {
    for (const demand of this.demands) if (demand.pool === pool) return demand.units;
    return 0;
  }

  /** Makes two requests neighbours; null stands for the end of the line on that side. */
  private join(before: Request | null, after: Request | null): void {
    if (before === null) this.head = after;
    else before.after = after;
    if (after === null) this.tail = before;
    else after.before = before;
  }
}

/** Whether `one` goes before `other`: both are waiting. */
export function goesBefore(one: Request, other: Request): boolean {
  return one.priority < other.priority || (one.priority === other.priority && one.order < other.order);
}
