// Finding series in a catalogue and adding them up per draw.
import type { Results, Series } from '../measure/series.js';
import { isMonth, monthRange } from './month.js';

/**
 * Which series: `null` asks for the total, `'*'` for every named place or group, a name for that one.
 * A total that is not in the catalogue is the sum of its named parts.
 */
export interface Selection {
  measure: string;
  place: string | null;
  group: string | null;
  /** One unit; a quantity is often counted in more than one, and those may never be added. */
  unit: string;
}

export interface Column {
  series: Series;
  column: number;
}

function matchPart(columns: readonly Column[], part: 'place' | 'group', wanted: string | null): readonly Column[] {
  if (wanted === '*') return columns.filter(({ series }) => series[part] !== null);
  const exact = columns.filter(({ series }) => series[part] === wanted);
  return wanted === null && exact.length === 0 ? columns : exact;
}

/** A catalogue by measure, so that a lookup does not walk over every series of every month. */
export class Lookup {
  readonly results: Results;
  readonly #byMeasure = new Map<string, Column[]>();

  constructor(results: Results) {
    this.results = results;
    results.catalogue.forEach((series, column) => {
      const known = this.#byMeasure.get(series.measure);
      if (known === undefined) this.#byMeasure.set(series.measure, [{ series, column }]);
      else known.push({ series, column });
    });
  }

  /** Every column of a measure, of all places, groups, periods and units. */
  all(measure: string): readonly Column[] {
    return this.#byMeasure.get(measure) ?? [];
  }

  units(measure: string): string[] {
    return [...new Set(this.all(measure).map(({ series }) => series.unit))];
  }

  /**
   * The columns of a selection in a period. A window `2018-10..2019-09` is the series of exactly that window when it is there, and otherwise
   * its months; a month is also the instant at its first day.
   */
  columns({ measure, place, group, unit }: Selection, period: string): readonly Column[] {
    const ofUnit = this.all(measure).filter(({ series }) => series.unit === unit);
    const within = matchPart(matchPart(ofUnit, 'place', place), 'group', group);
    const exact = within.filter(({ series }) => series.period === period);
    if (exact.length > 0) return exact;
    const [first = '', last = ''] = period.split('..');
    if (isMonth(first) && isMonth(last)) {
      const months = new Set(monthRange(first, last));
      return within.filter(({ series }) => months.has(series.period));
    }
    return isMonth(first) ? within.filter(({ series }) => series.period === `${first}-01`) : [];
  }

  /** The sum over columns, one number per draw; NaN where one of them had nothing to observe. */
  total(scenario: number, columns: readonly Column[]): Float64Array {
    const draws = this.results.values[scenario] ?? [];
    return Float64Array.from(draws, (values) => columns.reduce((sum, { column }) => sum + (values[column] ?? NaN), 0));
  }

  /** The sum over a selection in a period; null when the catalogue does not hold it. */
  sum(scenario: number, selection: Selection, period: string): Float64Array | null {
    const columns = this.columns(selection, period);
    return columns.length === 0 ? null : this.total(scenario, columns);
  }
}
