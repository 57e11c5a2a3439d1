// Chains written as short as the examples of a textbook, and what is read off their load.
import { parseChain } from '../../../src/chain/check.js';
import { loadCourse, type LoadCourse, type PoolMoment } from '../../../src/chain/load/course.js';
import type { ChainSpec } from '../../../src/chain/spec/chain.js';
import type { Tree } from '../check-support.js';

function parsed(tree: Tree): ChainSpec {
  const found = parseChain(tree);
  if (found.state !== 'ok') throw new Error(JSON.stringify(found.issues));
  return found.spec;
}
export const courseOf = (tree: Tree): LoadCourse => loadCourse(parsed(tree));

export function first(course: LoadCourse, id: string): PoolMoment {
  const moment = course.pools.find((pool) => pool.id === id)?.moments[0];
  if (moment === undefined) throw new Error(`no pool ${id}`);
  return moment;
}
export const visits = (course: LoadCourse, id: string): number | undefined =>
  course.stations.find((station) => station.id === id)?.visits[0];
export const places = (capacity: unknown): unknown => ({ kind: 'places', capacity });
export const exponential = (mean: number): unknown => ({ dist: 'exponential', mean });
export const service = (pool: string, duration: unknown, ...outcomes: unknown[]): unknown => ({
  kind: 'service',
  pools: [{ pool }],
  duration,
  outcomes,
});

/** A chain in minutes or any other unit of its own. */
export function network(pools: unknown, stations: unknown, arrivals: unknown, entry: string, end = 1000): Tree {
  return {
    organisation: 'voorbeeld',
    label: 'Net',
    run: { unit: 'own', end },
    roles: { entry },
    pools,
    stations,
    arrivals,
  };
}
/** Clients present at a pool: arrivals x (wait + service), Little. */
export const present = ({ arrivals, wait = NaN }: PoolMoment, time: number): number => arrivals * (wait + time);
