// Finds the waiting line that belongs to a list of demands, and opens it the first time.
import type { Pool } from './pool.js';
import { type PoolDemand, RequestLine } from './request-line.js';

/** Units of one pool that are needed together; with a skill every unit must have it. `server` asks for one by number, as long as there is such a one. */
export interface Demand {
  readonly pool: number;
  readonly units: number;
  readonly skill?: string;
  readonly server?: number;
}

export class LineRegister {
  /** Lines by the pool of their first demand. */
  private readonly byFirstPool: RequestLine[][] = [];

  /** There are few different demands on a pool, so comparing is quicker than making a key. */
  find(demands: readonly Demand[], pools: readonly Pool[]): RequestLine {
    const lines = this.byFirstPool[demands[0]?.pool ?? 0];
    if (lines !== undefined) for (const line of lines) if (isSame(line.demands, demands)) return line;
    return this.open(demands, pools);
  }

  private open(demands: readonly Demand[], pools: readonly Pool[]): RequestLine {
    const line = new RequestLine(demands.map((demand) => resolve(demand, pools)));
    const asked = new Set(line.demands.map(({ pool }) => pool));
    if (asked.size === 0) throw new Error('A request must ask for something.');
    if (asked.size < demands.length) throw new Error('A request may name each pool only once.');
    for (const { pool, units } of line.demands) {
      pool.lines.push(line);
      pool.largestDemand = Math.max(pool.largestDemand, units);
    }
    const first = demands[0]?.pool ?? 0;
    while (this.byFirstPool.length <= first) this.byFirstPool.push([]);
    this.byFirstPool[first]?.push(line);
    return line;
  }
}

function resolve({ pool, units, skill, server }: Demand, pools: readonly Pool[]): PoolDemand {
  const asked = pools[pool];
  if (asked === undefined) throw new Error(`There is no pool ${pool}.`);
  if (!Number.isInteger(units) || units < 1) {
    throw new Error(`Units must be an integer of at least 1, not ${units}.`);
  }
  return { pool: asked, units, skill: skill ?? null, server: server ?? null };
}

function isSame(known: readonly PoolDemand[], demands: readonly Demand[]): boolean {
  if (known.length !== demands.length) return false;
  for (let at = 0; at < known.length; at += 1) {
    const one = known[at]!;
    const other = demands[at]!;
    if (one.server !== (other.server ?? null)) return false;
    if (one.pool.index !== other.pool || one.units !== other.units || one.skill !== (other.skill ?? null)) return false;
  }
  return true;
}
