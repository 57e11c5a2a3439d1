// The waiting requests with identical demands: lower priority number first, then first come, first served.
import type { Pool } from './pool.js';
import type { Request } from './request.js';

/** What is asked of one pool. */
export interface PoolDemand {
  readonly pool: Pool;
  readonly units: number;
  readonly skill: string | null;
}

interface Bucket {
  readonly priority: number;
  first: Request;
  last: Request;
}

/**
 * Requests with identical demands can only be granted in order, so that of each line only the head has to be looked at.
 */
export class RequestLine {
  /** Member of the set of lines that may have become grantable. */
  awake = false;
  head: Request | null = null;
  readonly demands: readonly PoolDemand[];
  /** One bucket for each priority that is waiting now, in order. */
  private readonly buckets: Bucket[] = [];

  constructor(demands: readonly PoolDemand[]) {
    this.demands = demands;
  }

  add(request: Request): void {
    const { buckets } = this;
    let at = buckets.length;
    while (at > 0 && buckets[at - 1]!.priority > request.priority) at -= 1;
    const bucket = buckets[at - 1];
    if (bucket?.priority === request.priority) {
      request.before = bucket.last;
      bucket.last.after = request;
      bucket.last = request;
      return;
    }
    buckets.splice(at, 0, { priority: request.priority, first: request, last: request });
    if (at === 0) this.head = request;
  }

  remove(request: Request): void {
    const { before, after } = request;
    request.before = null;
    request.after = null;
    if (before !== null) before.after = after;
    if (after !== null) after.before = before;
    if (before !== null && after !== null) return;
    const at = this.bucketOf(request.priority);
    const bucket = this.buckets[at]!;
    if (before === null && after === null) this.buckets.splice(at, 1);
    else if (before !== null) bucket.last = before;
    else if (after !== null) bucket.first = after;
    this.head = this.buckets[0]?.first ?? null;
  }

  /** Units asked of this pool by each request in the line, 0 when the pool is not asked. */
  unitsOf(pool: Pool): number {
    for (const demand of this.demands) if (demand.pool === pool) return demand.units;
    return 0;
  }

  private bucketOf(priority: number): number {
    let at = 0;
    while (this.buckets[at]!.priority !== priority) at += 1;
    return at;
  }
}

/** Whether `one` goes before `other`: both are waiting. */
export function goesBefore(one: Request, other: Request): boolean {
  return one.priority < other.priority || (one.priority === other.priority && one.order < other.order);
}
