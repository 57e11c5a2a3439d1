// Checks on stations that judge: their ways and reasons exist, and no way says two things.
import type { StationSpec } from '../registry.js';
import { exists, reasonIds, type Check, type Path } from './context.js';
import { waysOut } from './ways.js';

export function checkJudges(check: Check, id: string, station: StationSpec, at: Path): void {
  const { judges } = station;
  if (judges === undefined) return;
  const path = [...at, 'judges'];
  if (check.spec.spells === undefined) {
    check.report(path, 'een oordeel (`judges`) gaat over het einde van een uitkering; deze keten heeft geen `spells`');
    return;
  }
  for (const [index, reason] of judges.reasons.entries()) {
    exists(check, reasonIds(check), reason, [...path, 'reasons', index]);
  }
  const ways = { noun: 'weg', ids: [...new Set(waysOut(id, station).map(({ to }) => to))] };
  for (const side of ['positive', 'negative'] as const) {
    for (const [index, way] of judges[side].entries()) exists(check, ways, way, [...path, side, index]);
  }
  for (const [index, way] of judges.negative.entries()) {
    if (judges.positive.includes(way)) {
      check.report([...path, 'negative', index], `'${way}' staat al bij positive; een weg zegt één ding`);
    }
  }
}
