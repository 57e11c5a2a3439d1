// Writes tables as CSV in two dialects: one that Dutch Excel opens and saves unharmed, one for R, Python and this program.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';

/** null is an empty cell. A number must be finite: an unknown number is null. */
export type Value = string | number | null;
export type Dialect = 'excel' | 'machine';

export interface TableToWrite {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/**
 * `excel`: byte order mark, `;`, decimal comma, CRLF; text that Excel would run as a formula gets an apostrophe in front (which reading
 * takes off again), negative numbers stay numbers. `machine`: `,`, decimal point, LF, no mark. Throws a RangeError for a number that is
 * not finite and for a row that does not have as many cells as there are columns: both are our mistakes.
 */
export function writeTable(table: TableToWrite, dialect: Dialect): string {
  return written(table, [table.columns, ...table.rows], dialect);
}

/** More rows of a table that was begun with `writeTable`, in the dialect for machines: for one that is too long to hold at once. */
export function writeRows(table: TableToWrite): string {
  return written(table, table.rows, 'machine');
}

function written({ columns, rows }: TableToWrite, lines: readonly (readonly Value[])[], dialect: Dialect): string {
  for (const row of rows) {
    if (row.length !== columns.length) {
      throw new RangeError(`a row of ${row.length} cells in a table of ${columns.length} columns`);
    }
  }
  const excel = dialect === 'excel';
  return stringify(
    lines.map((row) => row.map((value) => (typeof value === 'string' && excel ? harmless(value) : value))),
    {
      bom: excel,
      delimiter: excel ? ';' : ',',
      record_delimiter: excel ? '\r\n' : '\n',
      quoted_match: /^[\s#]|[\r\n]|\s$/,
      // A lone empty cell would otherwise be an empty line.
      quoted_empty: columns.length === 1,
      cast: { number: (value) => numberText(value, excel) },
    },
  );
}

/**
 * Deterministic gzip of a text in pieces, of which one at a time is held: no time, no name, and 255 (unknown) for the operating system, so that
 * the same text gives the same bytes.
 */
export async function gzip(pieces: Iterable<string>): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  await pipeline(Readable.from(pieces), createGzip({ level: 9 }), async (zipped: AsyncIterable<Buffer>) => {
    for await (const part of zipped) parts.push(part);
  });
  const bytes = Buffer.concat(parts);
  bytes.fill(0, 4, 8);
  bytes[9] = 255;
  return bytes;
}

function numberText(value: number, comma: boolean): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot stand in a table; an unknown number is null`);
  const text = String(value);
  return comma ? text.replace('.', ',') : text;
}

/** The apostrophe is doubled where the text has one already, so that taking one off always gives the text back; `#` would begin a comment. */
function harmless(text: string): string {
  if (/^[+-]\d+(?:[.,]\d+)?$/.test(text)) return text;
  return /^'*[=+\-@\t\r#]/.test(text) ? `'${text}` : text;
}
