// Where a difference in volume went: which exits there are more or fewer of than under the base.
import type { Destination as Declared } from '../chain/spec/population.js';
import { addMonths } from './month.js';
import { interval, type Interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';
import { commonCounting, type Counting, unitFor } from './units.js';

/** In the order in which they are read: results first, then what only leaves the books. */
export const destinationIds = [
  'werk',
  'inkomen',
  'onbekend',
  'leven',
  'later',
  'herinstroom',
  'aanvragen',
  'rest',
] as const;
export type DestinationId = (typeof destinationIds)[number];

/** What a chain may declare of an end (`destination` of a risk or a mark), and where it is counted. */
const countedAs: Readonly<Record<Declared, DestinationId>> = {
  werk: 'werk',
  opleiding: 'inkomen',
  inkomen: 'inkomen',
  'zonder-bekend-inkomen': 'onbekend',
  'geen-recht': 'onbekend',
  'later-opnieuw': 'later',
  overig: 'leven',
};

/** The declared destination of every reason for the end of a spell. */
export type DestinationOf = ReadonlyMap<string, Declared>;

/** A reason that nobody declared counts as unknown: an exit may not look like a result because it was not classified. */
function counted(reason: string, declared: DestinationOf): DestinationId {
  const destination = declared.get(reason);
  return destination === undefined ? 'onbekend' : countedAs[destination];
}

export const RETURN_SOURCE = 'herinstroom';

export interface Destination {
  id: DestinationId;
  /** How much this lowers the volume at the end, in the counting of the whole; negative raises it. */
  reduction: Interval;
  /** The same per draw. */
  perDraw: Float64Array;
}

export interface Destinations {
  counting: Counting;
  /** V(base) − V(scenario) at the end; the parts add up to this, `rest` being what is still under decision. */
  reduction: Interval;
  parts: readonly Destination[];
}

function addTo(sums: Map<DestinationId, Float64Array>, id: DestinationId, values: Float64Array, sign: 1 | -1): void {
  const sum = sums.get(id) ?? new Float64Array(values.length);
  values.forEach((value, draw) => (sum[draw] = (sum[draw] ?? 0) + sign * value));
  sums.set(id, sum);
}

/**
 * V(end) = V(start) + applications − ended before the decision − ended after it, so per draw
 * −ΔV(end) = Σ Δuitstroom + Σ Δvoorkomen − Δaanvragen, all from `start` up to `end`, split by reason and source.
 */
export function destinations(
  lookup: Lookup,
  options: { scenario: number; base: number; start: string; end: string; destinationOf: DestinationOf },
): Destinations | null {
  const { scenario, base, start, end, destinationOf } = options;
  const counting = commonCounting(lookup, ['uitstroom', 'voorkomen', 'aanvragen']);
  const period = `${start}..${addMonths(end, -1)}`;
  const difference = (
    measure: string,
    part: 'place' | 'group',
    name: string | null,
    at: string,
  ): Float64Array | null => {
    const selection = { measure, place: null, group: null, [part]: name, unit: unitFor(lookup, measure, counting) };
    const columns = lookup.columns(selection, at);
    if (columns.length === 0) return null;
    return pairedDifference(lookup.total(scenario, columns), lookup.total(base, columns));
  };
  const volume = difference('volume', 'group', null, end);
  if (volume === null || lookup.all('uitstroom').length === 0) return null;

  const sums = new Map<DestinationId, Float64Array>();
  const rest = Float64Array.from(volume, (value) => -value);
  for (const measure of ['uitstroom', 'voorkomen', 'aanvragen'] as const) {
    const part = lookup.all(measure).some(({ series }) => series.group !== null) ? 'group' : 'place';
    const names = new Set(lookup.all(measure).map(({ series }) => series[part]));
    const sign = measure === 'aanvragen' ? -1 : 1;
    for (const name of names) {
      const values = name === null ? null : difference(measure, part, name, period);
      if (name === null || values === null) continue;
      const exit = counted(name, destinationOf);
      const source = name === RETURN_SOURCE ? 'herinstroom' : 'aanvragen';
      addTo(sums, measure === 'aanvragen' ? source : exit, values, sign);
      values.forEach((value, draw) => (rest[draw] = (rest[draw] ?? 0) - sign * value));
    }
  }
  sums.set('rest', rest);
  const reduction = interval(volume.map((value) => -value));
  if (reduction === null) return null;
  const parts = destinationIds.flatMap((id) => {
    const perDraw = sums.get(id) ?? new Float64Array();
    const found = interval(perDraw);
    return found === null ? [] : [{ id, reduction: found, perDraw }];
  });
  return { counting, reduction, parts };
}
