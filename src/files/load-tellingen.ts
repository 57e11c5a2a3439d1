// tellingen.csv: what was counted, month by month.
import type { Counted } from '../analysis/backtest.js';
import { addMonths } from '../analysis/month.js';
import { readNumber, readOptionalNumber } from './cells.js';
import { mistakeAt, mistakeInFile, outcome, type Loaded, type Mistake } from './mistake.js';
import { parseMonth } from './month-text.js';
import { readTable, type Table } from './table.js';

/** `volume` are the uitkeringen on the first day of the month, `instroom` and `uitstroom` those of the month itself; both may be empty. */
export const tellingenColumns = {
  required: ['maand', 'volume', 'instroom', 'uitstroom'],
  optional: ['toelichting'],
} as const;

/** One after the other, without gaps; at least two. */
export function loadTellingen(file: string): Loaded<readonly Counted[]> {
  const table = readTable(file, tellingenColumns);
  return table.state === 'ok' ? countsIn(table.value) : table;
}

function countsIn(table: Table): Loaded<readonly Counted[]> {
  const mistakes: Mistake[] = [];
  const rows: Counted[] = [];
  for (const row of table.rows) {
    const rules = { unit: 'uitkeringen', decimal: table.decimal };
    const volume = readNumber(row.cell('volume'), mistakes, { ...rules, name: 'volume' });
    const inflow = readOptionalNumber(row.cell('instroom'), mistakes, { ...rules, name: 'instroom' });
    const outflow = readOptionalNumber(row.cell('uitstroom'), mistakes, { ...rules, name: 'uitstroom' });
    for (const [column, value] of Object.entries({ volume, instroom: inflow, uitstroom: outflow })) {
      if (value !== null && value < 0) {
        mistakes.push(
          mistakeAt(row.cell(column), `${column} kan niet negatief zijn, gevonden '${row.cell(column).text}'`),
        );
      }
    }
    const cell = row.cell('maand');
    const parsed = parseMonth(cell.text);
    if (parsed.state === 'mistake') {
      mistakes.push(mistakeAt(cell, parsed.message));
      continue;
    }
    const before = rows.at(-1)?.month;
    if (before !== undefined && parsed.month !== addMonths(before, 1)) {
      mistakes.push(mistakeAt(cell, `na ${before} hoort ${addMonths(before, 1)}, niet ${cell.text}`));
    }
    rows.push({ month: parsed.month, volume, inflow, outflow });
  }
  if (mistakes.length === 0 && rows.length < 2) {
    mistakes.push(mistakeInFile(table.file, 'er zijn ten minste twee maanden nodig'));
  }
  return outcome(rows, mistakes);
}
