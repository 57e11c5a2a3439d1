// Builds small Results by hand: one row per series, with the values of each draw per scenario.
import type { Results } from '../../src/measure/series.js';

/** `maat|plaats|groep|eenheid@periode`, then per scenario the values per draw. */
export type Row = readonly [series: string, ...scenarios: readonly (readonly number[])[]];

export function tinyResults(names: readonly string[], rows: readonly Row[]): Results {
  const draws = rows[0]?.[1]?.length ?? 0;
  const catalogue = rows.map(([text]) => {
    const [selector = '', period = ''] = text.split('@');
    const [measure = '', place = '', group = '', unit = ''] = selector.split('|');
    return { measure, place: place || null, group: group || null, unit, period };
  });
  const values = names.map((_, scenario) =>
    Array.from({ length: draws }, (__, draw) =>
      Float64Array.from(rows, (row) => {
        const column = row[scenario + 1] as readonly number[];
        return column[draw]!;
      }),
    ),
  );
  return { catalogue, scenarios: names.map((id) => ({ id, name: `Scenario ${id}` })), draws, seed: 'proef', values };
}
