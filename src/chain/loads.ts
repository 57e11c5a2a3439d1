// Expected traffic at one instant: how many clients come to each station, and whether the pools can carry the work. Arithmetic on averages.
import { placesAt } from './capacity.js';
import { shown } from './check/context.js';
import { demandOn } from './load/demand.js';
import { escapeOf, usersOf } from './load/pool-load.js';
import { arrowsAt, outsideAt, traffic } from './load/traffic.js';
import type { ChainSpec } from './spec/chain.js';

/** `visits` per year of 365.25 days, or per unit in a chain with a unit of its own. */
export interface StationLoad {
  readonly id: string;
  readonly visits: number;
}

/** `rho` is the part of the pool that services, courses and places ask; contact takes what they leave and is not counted. */
export interface PoolLoad {
  readonly id: string;
  readonly rho: number;
}

export interface Loads {
  readonly pools: readonly PoolLoad[];
  readonly stations: readonly StationLoad[];
  /** Dutch sentences: pools that cannot keep up. */
  readonly warnings: readonly string[];
}

/**
 * Loads of a checked chain at `time` (days since the start, or the chain's own unit), as if that instant lasted for ever. The traffic equations
 * visits(s) = arrivals(s) + sum over r of visits(r) * chance(r to s) are solved exactly; in a loop that keeps everybody visits are Infinity.
 * Upper bounds on the one hand (nobody's spell ends on the way, nobody finds a queue full or loses patience, every call finds whom it asks for),
 * while returns and the stock at the start are left out. Chances: see `createChances`. `loadCourse` follows the whole run and leaves less out.
 */
export function loads(spec: ChainSpec, time = 0): Loads {
  const { visits } = traffic(spec, outsideAt(spec, time), arrowsAt(spec, time));
  const perYear = spec.run.unit === 'days' ? 365.25 : 1;
  const pools = Object.keys(spec.pools).map((id) => ({ id, rho: utilisation(spec, id, visits, time) }));
  const warnings = pools.filter(({ id, rho }) => rho >= 1 && waits(spec, id)).map(({ id, rho }) => tooBusy(id, rho));
  return {
    pools,
    stations: Object.keys(spec.stations).map((id) => ({ id, visits: (visits.get(id) ?? 0) * perYear })),
    warnings,
  };
}

function tooBusy(id: string, rho: number): string {
  const asked = Number.isFinite(rho)
    ? `er wordt ${shown(Math.round(rho * 100))} % van de capaciteit gevraagd`
    : 'er is geen capaciteit';
  return `pool '${id}' kan het werk niet aan: ${asked}, dus de wachtrij blijft groeien`;
}

/** The part of a pool that `visits` ask together. */
function utilisation(spec: ChainSpec, pool: string, visits: ReadonlyMap<string, number>, time: number): number {
  const declared = spec.pools[pool];
  if (declared === undefined) return 0;
  let asked = 0;
  for (const [id, station] of Object.entries(spec.stations)) {
    const coming = visits.get(id) ?? 0;
    const { mean } = demandOn(station, spec, pool, time);
    if (coming > 0 && mean > 0) asked += coming * mean;
  }
  return asked === 0 ? 0 : asked / placesAt(declared, time);
}

/** Somebody waits for this pool without a limit to the queue or to her patience. */
export function waits(spec: ChainSpec, pool: string): boolean {
  return usersOf(spec, pool).some(([, station]) => {
    const { full, impatient } = escapeOf(station);
    return full === undefined && impatient === undefined;
  });
}
