// volgkaart.csv: the bands that a comparison wrote, with what was counted filled in afterwards.
import type { CardRow, FilledCard } from '../analysis/monitoring.js';
import { readNumber, readOptionalNumber, readRequired } from './cells.js';
import { mistakeAt, outcome, type Loaded, type Mistake } from './mistake.js';
import { dutch } from '../scenario/parameter.js';
import { readTable, type Row, type Table } from './table.js';

export const cardColumns = {
  required: ['kwartaal', 'reeks', 'scenario', 'laag', 'midden', 'hoog', 'gerealiseerd'],
  optional: ['omschrijving', 'eenheid'],
} as const;

/** The columns as they are written. */
export const writtenColumns = [
  'kwartaal',
  'reeks',
  'omschrijving',
  'eenheid',
  'scenario',
  'laag',
  'midden',
  'hoog',
  'gerealiseerd',
] as const;

/** A count may stand in the row of any scenario; when it stands in more, they must agree. A card without any count is a mistake. */
export function loadCard(file: string): Loaded<FilledCard> {
  const table = readTable(file, cardColumns);
  return table.state === 'ok' ? cardIn(table.value) : table;
}

function cardIn(table: Table): Loaded<FilledCard> {
  const mistakes: Mistake[] = [];
  const counted = new Map<string, Map<string, number>>();
  const seen = new Set<string>();
  const rows = table.rows.map((row): CardRow => {
    const read = readRow(row, table, mistakes);
    const { quarter, series, scenario } = read;
    const key = JSON.stringify([quarter, series, scenario]);
    if (seen.has(key)) {
      mistakes.push(mistakeAt(row.cell('reeks'), `${series} in ${quarter} staat twee keer bij scenario '${scenario}'`));
    }
    seen.add(key);
    const count = readCount(row, table, mistakes);
    if (count === null) return read;
    const known = counted.get(series) ?? new Map<string, number>();
    const before = known.get(quarter);
    if (before !== undefined && before !== count) {
      const message = `${series} in ${quarter} staat er met ${dutch(before)} en met ${dutch(count)}; vul het bij één scenario in`;
      mistakes.push(mistakeAt(row.cell('gerealiseerd'), message));
    }
    counted.set(series, known.set(quarter, count));
    return read;
  });
  if (mistakes.length === 0 && counted.size === 0) {
    const place = table.columns.find(({ text }) => text === 'gerealiseerd') ?? { file: table.file, line: 1, column: 1 };
    mistakes.push(mistakeAt(place, 'in de kolom gerealiseerd is nog niets ingevuld'));
  }
  return outcome({ rows, counted }, mistakes);
}

function readRow(row: Row, table: Table, mistakes: Mistake[]): CardRow {
  const quarter = readRequired(row.cell('kwartaal'), mistakes, 'kwartaal');
  if (quarter !== '' && !/^\d{4}-K[1-4]$/.test(quarter)) {
    mistakes.push(mistakeAt(row.cell('kwartaal'), `kwartaal '${quarter}' is geen kwartaal als 2018-K4`));
  }
  const number = (column: string): number =>
    readNumber(row.cell(column), mistakes, { name: column, decimal: table.decimal });
  return {
    quarter,
    series: readRequired(row.cell('reeks'), mistakes, 'reeks'),
    scenario: readRequired(row.cell('scenario'), mistakes, 'scenario'),
    low: number('laag'),
    middle: number('midden'),
    high: number('hoog'),
  };
}

function readCount(row: Row, table: Table, mistakes: Mistake[]): number | null {
  const cell = row.cell('gerealiseerd');
  const count = readOptionalNumber(cell, mistakes, { name: 'gerealiseerd', decimal: table.decimal });
  if (count === null || Number.isNaN(count)) return null;
  if (count >= 0 && Number.isInteger(count)) return count;
  mistakes.push(mistakeAt(cell, `gerealiseerd is een aantal: een heel getal vanaf 0, gevonden ${dutch(count)}`));
  return null;
}
