// A file of readings with other numbers in it; everything else that its author wrote stays.
import { legalRange, type Parameter } from '../scenario/parameter.js';
import { readingColumns } from './load-readings.js';
import { ok, type Loaded } from './mistake.js';
import { writeTable } from './table-write.js';
import { readTable } from './table.js';

export interface NewOverlay {
  readonly reading: string;
  readonly parameter: string;
  readonly value: number;
  /** What stands there now. */
  readonly from: Pick<Parameter, 'value' | 'low' | 'high' | 'unit'>;
}

/** The text of the new file. Laag and hoog move along with the value, within what the unit allows. Comments are lost. */
export function rewriteReadings(file: string, overlays: readonly NewOverlay[]): Loaded<string> {
  const table = readTable(file, readingColumns);
  if (table.state === 'mistakes') return table;
  const columns = table.value.columns.map(({ text }) => text);
  const rows = table.value.rows.map((row) => {
    const overlay = overlays.find(
      ({ reading, parameter }) => reading === row.cell('lezing').text && parameter === row.cell('parameter').text,
    );
    return columns.map((column) => {
      const { text } = row.cell(column);
      if (overlay === undefined || text === '' || !['waarde', 'laag', 'hoog'].includes(column)) return text;
      const { value, from } = overlay;
      const range = legalRange(from.unit);
      const end = column === 'laag' ? from.low : column === 'hoog' ? from.high : from.value;
      const moved = Math.min(range.high, Math.max(range.low, value + (end ?? from.value) - from.value));
      return numberLike(text, moved);
    });
  });
  return ok(writeTable({ columns, rows }, 'excel'));
}

/** With a percent sign where one stood, to four figures. */
function numberLike(text: string, value: number): string {
  const percent = text.includes('%');
  const number = String(Number((percent ? value * 100 : value).toPrecision(4))).replace('.', ',');
  return percent ? `${number} %` : number;
}
