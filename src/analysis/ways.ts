// What one way of working comes to for the clients of a population: contact, faces, waiting, terms, groups reached and where people go.
import { band } from './bands.js';
import { estimate, type Estimate } from './estimate.js';
import { perGroup } from './flows.js';
import { interval } from './interval.js';
import type { Lookup, Selection } from './lookup.js';
import { flowSummary, type FlowSummary } from './summary.js';
import { volumeAt } from './volume-at.js';

/** Days: mean, median and what nine of ten do not exceed. */
export interface Days {
  gemiddelde: Estimate;
  mediaan: Estimate;
  p90: Estimate;
}

export interface ReachedPart {
  /** `contact`, `werk` or `participatie`. */
  soort: string;
  /** `leeftijd:<27` …; null for all applicants. */
  groep: string | null;
  aandeel: Estimate;
}

export interface StationWait {
  station: string;
  gemiddelde: Estimate;
  p90: Estimate;
  bezoeken: Estimate;
}

export interface KeptTerm {
  station: string;
  gehaald: Estimate;
  dagen: Estimate;
  bezoeken: Estimate;
}

/** Eight of ten draws lie in it; `gemiddelde` is absent where only a range may be told. */
export interface Range {
  p10: number;
  p90: number;
  gemiddelde?: Estimate;
}

/** Per year: uitkeringen that ended (`uitstroom`), or applications that ended before one was granted (`voorkomen`). */
export interface Leaving extends Range {
  soort: 'uitstroom' | 'voorkomen';
  reden: string;
}

export interface WayOutcome extends Omit<FlowSummary, 'uitstroomPerJaar'> {
  eersteContact: Days | null;
  eersteGesprek: Days | null;
  eersteActiviteit: Days | null;
  gezichten: Estimate | null;
  overdrachten: Estimate | null;
  bereik: ReachedPart[];
  termijnen: KeptTerm[];
  wachttijden: StationWait[];
  /** Largest first; empty where no volume is told. */
  waarheen: Leaving[];
  volumeUitkeringen: (Range & { maand: string }) | null;
}

export interface WayOptions {
  /** Twelve months, `2018-10..2019-09`. */
  readonly window: string;
  /** Month of the volume. */
  readonly end: string;
  /** `range`: the numbers behind it are assumptions; `none`: without uncertainty the range would be of chance alone. */
  readonly volume: 'mean' | 'range' | 'none';
}

/** Of the one scenario that a way of working is run as. */
export function wayOutcome(lookup: Lookup, { window, end, volume }: WayOptions): WayOutcome {
  const one = (selection: Omit<Selection, 'place' | 'group'> & Partial<Selection>): Estimate | null => {
    const values = lookup.sum(0, { place: null, group: null, ...selection }, window);
    const found = values === null ? null : interval(values);
    return found === null ? null : estimate(found);
  };
  const days = (measure: string): Days | null => {
    const of = (group: string): Estimate | null => one({ measure, group, unit: 'dagen' });
    const [gemiddelde, mediaan, p90] = [of('gemiddelde'), of('mediaan'), of('p90')];
    return gemiddelde === null || mediaan === null || p90 === null ? null : { gemiddelde, mediaan, p90 };
  };
  const placesOf = (measure: string): string[] => [
    ...new Set(lookup.all(measure).flatMap(({ series }) => series.place ?? [])),
  ];
  const groupsOf = (measure: string): string[] => [
    ...new Set(lookup.all(measure).flatMap(({ series }) => series.group ?? [])),
  ];
  const { stromen, aanvragenPerJaar } = flowSummary(lookup, 0, window);
  return {
    eersteContact: days('eerste-contact'),
    eersteGesprek: days('eerste-gesprek'),
    eersteActiviteit: days('eerste-activiteit'),
    gezichten: one({ measure: 'gezichten', unit: 'aantal' }),
    overdrachten: one({ measure: 'overdrachten', unit: 'aantal' }),
    bereik: groupsOf('bereik').flatMap((name): ReachedPart[] => {
      const [soort = '', groep = null] = name.split('/');
      const aandeel = one({ measure: 'bereik', group: name, unit: 'aandeel' });
      return aandeel === null ? [] : [{ soort, groep, aandeel }];
    }),
    termijnen: placesOf('termijn-gehaald').flatMap((station): KeptTerm[] => {
      const gehaald = one({ measure: 'termijn-gehaald', place: station, unit: 'aandeel' });
      const dagen = one({ measure: 'termijn-dagen', place: station, unit: 'dagen' });
      const bezoeken = one({ measure: 'termijn-bezoeken', place: station, unit: 'aanvragen' });
      return gehaald === null || dagen === null || bezoeken === null ? [] : [{ station, gehaald, dagen, bezoeken }];
    }),
    wachttijden: placesOf('wachttijd').flatMap((station): StationWait[] => {
      const gemiddelde = one({ measure: 'wachttijd', place: station, group: 'gemiddelde', unit: 'dagen' });
      const p90 = one({ measure: 'wachttijd', place: station, group: 'p90', unit: 'dagen' });
      const bezoeken = one({ measure: 'wachtenden', place: station, unit: 'aanvragen' });
      return gemiddelde === null || p90 === null || bezoeken === null ? [] : [{ station, gemiddelde, p90, bezoeken }];
    }),
    waarheen: (['uitstroom', 'voorkomen'] as const).flatMap((soort) => leaving(lookup, soort, window, volume)),
    volumeUitkeringen:
      volume === 'none' ? null : { maand: end, ...rangeOf(volumeAt(lookup, 0, 'uitkeringen', end), volume) },
    stromen,
    aanvragenPerJaar,
  };
}

function rangeOf(values: Float64Array, told: WayOptions['volume']): Range {
  const { p10, p90 } = band(values);
  return { p10, p90, ...(told === 'mean' ? { gemiddelde: estimate(interval(values)) } : {}) };
}

function leaving(lookup: Lookup, soort: Leaving['soort'], window: string, told: WayOptions['volume']): Leaving[] {
  if (told === 'none') return [];
  return perGroup(lookup, 0, soort, window).flatMap(({ name }): Leaving[] => {
    const values = lookup.sum(0, { measure: soort, place: null, group: name, unit: unitOf(lookup, soort) }, window);
    return values === null ? [] : [{ soort, reden: name, ...rangeOf(values, told) }];
  });
}

function unitOf(lookup: Lookup, measure: string): string {
  return lookup.units(measure).find((unit) => unit !== 'personen') ?? '';
}
