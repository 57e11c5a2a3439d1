// What may be declared but is not calculated yet: said out loud, because silence would look like an answer.
import { shapeOf } from '../registry.js';
import type { Check, Path } from './context.js';

export function checkNotYet({ spec, report }: Check): void {
  const notYet = (path: Path, what: string): void => {
    report(path, `${what} beschrijft u wel, maar doorstroom rekent het nog niet door`);
  };
  for (const [id, station] of Object.entries(spec.stations)) {
    for (const { path, what } of shapeOf(station).notYet) notYet(['stations', id, ...path], what);
  }
  for (const [id, pool] of Object.entries(spec.pools)) {
    const at = ['pools', id];
    if (pool.kind !== 'hours') continue;
    if (pool.spread !== undefined) notYet([...at, 'spread'], 'verschil in tempo tussen medewerkers (spread)');
  }
}
