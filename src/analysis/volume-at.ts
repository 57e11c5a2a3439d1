// The volume of a scenario at the first of a month, one number per draw.
import type { Lookup } from './lookup.js';

/** `unit`: `personen` or `uitkeringen`; null when the month was not measured. */
export function findVolume(lookup: Lookup, scenario: number, unit: string, month: string): Float64Array | null {
  return lookup.sum(scenario, { measure: 'volume', place: null, group: null, unit }, month);
}

/** `unit`: `personen` or `uitkeringen`. Throws when the month was not measured: the plan of a run decides that, so it is our own mistake. */
export function volumeAt(lookup: Lookup, scenario: number, unit: string, month: string): Float64Array {
  const values = findVolume(lookup, scenario, unit, month);
  if (values === null) throw new Error(`the results hold no volume in ${unit} for ${month}`);
  return values;
}
