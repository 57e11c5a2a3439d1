// The same chain for a population so many times as large: inflow, stock, staff and places grow together, so that every load stays what it was.
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import type { Amount } from '../../src/chain/spec/amount.js';

export function scaledAmount(amount: Amount, times: number): Amount {
  if (typeof amount === 'number') return times * amount;
  return { timed: amount.timed.map(({ at, value }) => ({ at, value: times * value })) };
}

/**
 * Group sizes stay: there come more groups.
 * @throws for a chain with arrivals that have no rate, or with groups at set times, which cannot become more
 */
export function scaled(spec: ChainSpec, times: number): ChainSpec {
  const arrivals = mapped(spec.arrivals, ({ rate, ...source }, id) => {
    if (rate === undefined) throw new Error(`${id} has no rate`);
    const { perYear, perUnit } = rate;
    return {
      ...source,
      rate: {
        ...rate,
        ...(perYear === undefined ? {} : { perYear: scaledAmount(perYear, times) }),
        ...(perUnit === undefined ? {} : { perUnit: scaledAmount(perUnit, times) }),
      },
    };
  });
  const pools = mapped(spec.pools, (pool): ChainSpec['pools'][string] => {
    if (pool.kind === 'places') return { ...pool, capacity: scaledAmount(pool.capacity, times) };
    const { recruitment } = pool;
    const fte = scaledAmount(pool.fte, times);
    if (recruitment?.moved === undefined) return { ...pool, fte };
    return { ...pool, fte, recruitment: { ...recruitment, moved: scaledAmount(recruitment.moved, times) } };
  });
  const initial = spec.initial?.map((group) => ({ ...group, count: Math.round(times * group.count) }));
  const { spells } = spec;
  return {
    ...spec,
    arrivals,
    pools,
    ...(initial === undefined ? {} : { initial }),
    ...(spells?.stock === undefined
      ? {}
      : { spells: { ...spells, stock: { ...spells.stock, count: scaledAmount(spells.stock.count, times) } } }),
  };
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (value: T, id: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value, id)]));
}
