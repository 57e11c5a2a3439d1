// The even capacity of places that open and close too often to be followed: a room on a timetable.
import { runLength } from '../simulate-chain.js';
import type { Timed } from '../spec/amount.js';
import type { ChainSpec } from '../spec/chain.js';

/** Days between two changes below which `instantsOf` does not follow a pool either. */
const followed = 10;

/** Mean over [0, length] of a line that is constant before its first point and after its last. */
function meanOver({ timed }: Timed, length: number): number {
  const first = timed[0];
  if (first === undefined) return 0;
  const points = [{ at: -Infinity, value: first.value }, ...timed, { at: Infinity, value: timed.at(-1)?.value ?? 0 }];
  let area = 0;
  for (const [index, { at, value }] of points.entries()) {
    const next = points[index + 1];
    if (next === undefined) break;
    const from = Math.max(0, at);
    const until = Math.min(length, next.at);
    if (until <= from) continue;
    const slope = next.value === value ? 0 : (next.value - value) / (next.at - at);
    const level = (time: number): number => (slope === 0 ? value : value + slope * (time - at));
    area += ((level(from) + level(until)) / 2) * (until - from);
  }
  return area / length;
}

/** Mean places of every pool that changes more than once in ten days, by id. In a chain of its own unit of time a rhythm is followed. */
export function evenPlaces(spec: ChainSpec): ReadonlyMap<string, number> {
  const length = runLength(spec);
  const found = new Map<string, number>();
  if (spec.run.unit === 'own') return found;
  for (const [id, pool] of Object.entries(spec.pools)) {
    if (pool.kind !== 'places' || typeof pool.capacity === 'number') continue;
    const changes = new Set(pool.capacity.timed.map(({ at }) => at)).size;
    if (changes > length / followed) found.set(id, meanOver(pool.capacity, length));
  }
  return found;
}
