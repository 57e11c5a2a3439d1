// landelijk/trend.csv: stock, inflow and outflow of the whole country per quarter.
import type { Quarter } from '../scenario/trend.js';
import { readOptionalNumber, readRequired } from './cells.js';
import { mistakeAt, outcome, type Loaded, type Mistake } from './mistake.js';
import { readTable, type Row, type Table } from './table.js';

export const trendColumns = {
  required: ['kwartaal', 'stand', 'instroom', 'uitstroom', 'bron'],
  optional: ['toelichting'],
} as const;

export interface NationalSeries {
  readonly file: string;
  /** One after the other, without gaps. */
  readonly quarters: readonly Quarter[];
  /** Each source once, in order of the file. */
  readonly sources: readonly string[];
}

/** The whole of 2019 must be there, because its mean is what the other quarters are measured against (see scenario/trend). */
export function loadTrend(file: string): Loaded<NationalSeries> {
  const table = readTable(file, trendColumns);
  return table.state === 'ok' ? seriesIn(table.value) : table;
}

function seriesIn(table: Table): Loaded<NationalSeries> {
  const mistakes: Mistake[] = [];
  const sources = new Set<string>();
  const quarters: Quarter[] = [];
  for (const row of table.rows) {
    sources.add(readRequired(row.cell('bron'), mistakes, 'bron'));
    const quarter = readQuarter(row, table, mistakes);
    if (quarter === null) continue;
    const before = quarters.at(-1);
    if (before !== undefined && quarter.year * 4 + quarter.quarter !== before.year * 4 + before.quarter + 1) {
      const expected = before.quarter === 4 ? `${before.year + 1}-1` : `${before.year}-${before.quarter + 1}`;
      mistakes.push(
        mistakeAt(
          row.cell('kwartaal'),
          `na ${before.year}-${before.quarter} hoort ${expected}, niet ${row.cell('kwartaal').text}`,
        ),
      );
    }
    quarters.push(quarter);
  }
  if (mistakes.length === 0 && !hasBaseYear(quarters)) {
    const message =
      'de reeks heeft de stand van 2018-4 nodig, en stand, instroom en uitstroom van alle vier de kwartalen van 2019';
    mistakes.push(mistakeAt({ file: table.file, line: 1, column: 1 }, message));
  }
  return outcome({ file: table.file, quarters, sources: [...sources] }, mistakes);
}

function hasBaseYear(quarters: readonly Quarter[]): boolean {
  const complete = quarters.filter(
    ({ year, stock, inflow, outflow }) => year === 2019 && stock !== null && inflow !== null && outflow !== null,
  );
  return (
    complete.length === 4 &&
    quarters.some(({ year, quarter, stock }) => year === 2018 && quarter === 4 && stock !== null)
  );
}

function readQuarter(row: Row, table: Table, mistakes: Mistake[]): Quarter | null {
  const number = (column: string): number | null => {
    const cell = row.cell(column);
    const value = readOptionalNumber(cell, mistakes, { name: column, unit: 'personen', decimal: table.decimal });
    if (value !== null && value <= 0) {
      mistakes.push(mistakeAt(cell, `${column} moet groter dan 0 zijn, gevonden '${cell.text}'`));
    }
    return value;
  };
  const figures = { stock: number('stand'), inflow: number('instroom'), outflow: number('uitstroom') };
  const cell = row.cell('kwartaal');
  const parts = /^(\d{4})-[kK]?([1-4])$/.exec(cell.text);
  if (parts === null) {
    // Dutch Excel turns 2019-1 into jan-19 when it opens the file; with a K it stays text.
    mistakes.push(
      mistakeAt(
        cell,
        `'${cell.text}' is geen kwartaal; schrijf jaar-kwartaal, zoals 2019-1, of 2019-K1 (dat laat Excel met rust)`,
      ),
    );
    return null;
  }
  const quarter = ([1, 2, 3, 4] as const).find((candidate) => candidate === Number(parts[2])) ?? 1;
  return { year: Number(parts[1]), quarter, ...figures };
}
