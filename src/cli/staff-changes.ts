// How many fte every team gains or loses in a scenario, read from the chain as the scenario makes it.
import { amountAt } from '../chain/spec/amount.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import type { PoolSpec } from '../chain/spec/pool.js';

export interface StaffChange {
  /** Name of the team. */
  readonly team: string;
  /** Fte more (or fewer) than the base has at that time. */
  readonly fte: number;
}

type Staff = Exclude<PoolSpec, { kind: 'places' }>;

function changesIn(kind: Staff['kind'], scenario: ChainSpec, base: ChainSpec, time: number): StaffChange[] {
  const fteOf = (pool: PoolSpec | undefined): number =>
    pool === undefined || pool.kind === 'places' ? 0 : amountAt(pool.fte, time);
  const ids = new Set([...Object.keys(base.pools), ...Object.keys(scenario.pools)]);
  return [...ids].flatMap((id) => {
    const [after, before] = [scenario.pools[id], base.pools[id]];
    const fte = fteOf(after) - fteOf(before);
    if ((after ?? before)?.kind !== kind || Math.abs(fte) < 0.005) return [];
    return [{ team: (after ?? before)?.label ?? id, fte }];
  });
}

/**
 * Teams whose fte differ at `time` (days since the start); a loan between teams shows as a plus and a minus. The places of a caseload are
 * counted only where no hours change: mostly they are the same people.
 */
export function staffChanges(scenario: ChainSpec, base: ChainSpec, time: number): StaffChange[] {
  const hours = changesIn('hours', scenario, base, time);
  return hours.length > 0 ? hours : changesIn('caseload', scenario, base, time);
}
