// Flows per arrow, exits per reason and applications per source in one year: the numbers of the stroomschema.
import { interval, type Interval } from './interval.js';
import type { Lookup } from './lookup.js';

export interface Flow {
  from: string;
  to: string;
  /** Applications (households) and persons in the window; persons are null when the run does not count them. */
  applications: Interval;
  persons: Interval | null;
}

function sumIn(
  lookup: Lookup,
  scenario: number,
  measure: string,
  unit: string,
  name: { place?: string; group?: string },
  window: string,
) {
  const selection = { measure, place: name.place ?? null, group: name.group ?? null, unit };
  const values = lookup.sum(scenario, selection, window);
  return values === null ? null : interval(values);
}

/** Every arrow of the catalogue, in catalogue order, added up over the window. */
export function flows(lookup: Lookup, scenario: number, window: string): Flow[] {
  const unit = lookup.units('stroom').find((name) => name !== 'personen') ?? 'aanvragen';
  const places = new Set(
    lookup.all('stroom').flatMap(({ series }) => (series.place?.includes('>') === true ? [series.place] : [])),
  );
  return [...places].flatMap((place) => {
    const [from = '', to = ''] = place.split('>');
    const applications = sumIn(lookup, scenario, 'stroom', unit, { place }, window);
    if (applications === null) return [];
    return [{ from, to, applications, persons: sumIn(lookup, scenario, 'stroom', 'personen', { place }, window) }];
  });
}

/** A measure in the window by its groups or else its places (exits per reason, applications per source), in households, largest first. */
export function perGroup(
  lookup: Lookup,
  scenario: number,
  measure: string,
  window: string,
): { name: string; count: Interval }[] {
  const unit = lookup.units(measure).find((name) => name !== 'personen') ?? '';
  const part = lookup.all(measure).some(({ series }) => series.group !== null) ? 'group' : 'place';
  const names = lookup.all(measure).flatMap(({ series }) => series[part] ?? []);
  return [...new Set(names)]
    .flatMap((name) => {
      const count = sumIn(lookup, scenario, measure, unit, { [part]: name }, window);
      return count === null ? [] : [{ name, count }];
    })
    .sort((a, b) => b.count.mean - a.count.mean);
}
