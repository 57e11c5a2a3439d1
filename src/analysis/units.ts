// Persons or households: which of the two a set of measures can be compared in.
import type { Lookup } from './lookup.js';

export type Counting = 'personen' | 'uitkeringen';

/** Persons when every one of the measures is counted in persons too; otherwise households, which all of them have. */
export function commonCounting(lookup: Lookup, measures: readonly string[]): Counting {
  const counted = measures.filter((measure) => lookup.all(measure).length > 0);
  return counted.every((measure) => lookup.units(measure).includes('personen')) ? 'personen' : 'uitkeringen';
}

/** The unit in which a measure is stored for a way of counting: an application is a household before it is granted. */
export function unitFor(lookup: Lookup, measure: string, counting: Counting): string {
  if (counting === 'personen') return 'personen';
  return lookup.units(measure).find((unit) => unit !== 'personen') ?? counting;
}
