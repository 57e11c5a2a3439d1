// Reads CSV, written by a machine or by Dutch Excel, into rows whose every cell knows its line and column.
import { CsvError, parse } from 'csv-parse/sync';
import { didYouMean } from '../chain/nearest.js';
import { failed, mistakeAt, ok, type Loaded, type Mistake, type Place } from './mistake.js';
import { readText } from './text.js';

/** Without the spaces around it, unless it stands in quotes; the place is that of its first character (or of its opening quote). */
export interface Cell extends Place {
  readonly text: string;
}

export interface Row {
  /** The line on which the row begins. */
  readonly line: number;
  /** The cell under a column; a column that the file does not have gives an empty cell at the row's start. */
  readonly cell: (column: string) => Cell;
}

export interface Table {
  readonly file: string;
  readonly delimiter: Delimiter;
  /** What a point or comma in a number of this file means: a file with commas between its cells cannot have decimal commas outside quotes. */
  readonly decimal: ',' | '.';
  readonly columns: readonly Cell[];
  readonly rows: readonly Row[];
}

export interface Columns {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export function readTable(file: string, columns: Columns): Loaded<Table> {
  const read = readText(file);
  return read.state === 'ok' ? parseTable(read.value.text, file, columns) : read;
}

/**
 * Reads a table from text. Lines that begin with `#` are comments; rows without any text are skipped (Excel writes them as `;;;`), and so
 * are empty columns behind the last named one. All mistakes at once: headers (duplicate, unknown, missing) and rows with too many or too
 * few fields, each with its true line.
 */
export function parseTable(text: string, file: string, { required, optional = [] }: Columns): Loaded<Table> {
  const { delimiter, body } = sniff(text);
  const mistakes: Mistake[] = [];
  const records = scan(body, file, delimiter, mistakes).filter((record) => record.some((cell) => cell.text !== ''));
  const [header, ...lines] = records;
  if (header === undefined) {
    return failed(
      mistakes.length > 0
        ? mistakes
        : [mistakeAt({ file, line: 1, column: 1 }, 'kolomnamen ontbreken; de eerste regel hoort ze te noemen.')],
    );
  }
  const columns = header.slice(0, 1 + header.findLastIndex((cell) => cell.text !== ''));
  mistakes.push(...headerMistakes(columns, file, required, optional));
  const indices = new Map(columns.map((cell, index) => [cell.text, index]));
  const rows: Row[] = [];
  for (const record of lines) {
    const extra = record.slice(columns.length).find((cell) => cell.text !== '');
    if (extra !== undefined || record.length < columns.length) {
      mistakes.push(widthMistake(record, columns.length, extra, delimiter));
    }
    const start: Cell = { ...placeOf(record[0], file), text: '' };
    rows.push({
      line: start.line,
      cell: (column) => {
        const index = indices.get(column);
        return index === undefined ? start : (record[index] ?? start);
      },
    });
  }
  if (mistakes.length > 0) return failed(mistakes);
  return ok({ file, delimiter, decimal: delimiter === ',' ? '.' : ',', columns, rows });
}

function placeOf(cell: Cell | undefined, file: string): Place {
  return { file, line: cell?.line ?? 1, column: cell?.column ?? 1 };
}

function widthMistake(
  record: readonly Cell[],
  expected: number,
  extra: Cell | undefined,
  delimiter: Delimiter,
): Mistake {
  const hint =
    extra !== undefined && delimiter === ','
      ? ' Staat er een decimale komma? Zet het getal dan tussen aanhalingstekens.'
      : '';
  const place = extra ?? record[0] ?? { file: '', line: 1, column: 1 };
  return mistakeAt(place, `deze rij heeft ${record.length} velden, de kop heeft er ${expected}.${hint}`);
}

function headerMistakes(
  columns: readonly Cell[],
  file: string,
  required: readonly string[],
  optional: readonly string[],
): Mistake[] {
  const known = [...required, ...optional];
  const mistakes: Mistake[] = [];
  const seen = new Set<string>();
  const free = known.filter((name) => !columns.some((cell) => cell.text === name));
  for (const cell of columns) {
    if (cell.text === '') mistakes.push(mistakeAt(cell, 'deze kolom heeft geen naam.'));
    else if (seen.has(cell.text)) mistakes.push(mistakeAt(cell, `kolom '${cell.text}' staat er twee keer.`));
    else if (!known.includes(cell.text)) {
      mistakes.push(mistakeAt(cell, `kolom '${cell.text}' is onbekend.${didYouMean(cell.text, free)}`));
    }
    seen.add(cell.text);
  }
  for (const name of required) {
    if (!seen.has(name)) mistakes.push(mistakeAt(placeOf(columns[0], file), `kolom '${name}' ontbreekt.`));
  }
  return mistakes;
}

/** The delimiter of the first line that is not a comment, counted outside quotes; or the one that `sep=` on the first line names. */
function sniff(text: string): { delimiter: Delimiter; body: string } {
  const named = /^sep=([;,\t|])(?=\r|\n|$)/i.exec(text)?.[1];
  // As a comment of the same length, so that lines keep their numbers.
  const body = named === undefined ? text : `#${text.slice(1)}`;
  const declared = delimiters.find((candidate) => candidate === named);
  if (declared !== undefined) return { delimiter: declared, body };
  const bare = body.replace(/^(?:[^\S\r\n]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*/, '').replace(/"(?:[^"]|"")*"/g, '');
  const line = /^[^\r\n]*/.exec(bare)?.[0] ?? '';
  let best: Delimiter = ';';
  for (const candidate of delimiters) {
    if (line.split(candidate).length > line.split(best).length) best = candidate;
  }
  return { delimiter: best, body };
}

/** All records, each a list of cells. csv-parse tells at which byte a field ends; its length in bytes then gives where it begins. */
function scan(text: string, file: string, delimiter: Delimiter, mistakes: Mistake[]): Cell[][] {
  const bytes = Buffer.from(text, 'utf8');
  const locate = locator(bytes, file);
  const records: Cell[][] = [];
  const comments = new Set<number>();
  let fieldsEnd = 0;
  const onField = (content: string, context: { bytes: number; quoting: boolean; index: number }): string => {
    const quotes = context.quoting ? 2 + content.split('"').length - 1 : 0;
    const cell = {
      ...locate(context.bytes - Buffer.byteLength(content, 'utf8') - quotes),
      text: plainText(content, context.quoting, delimiter),
    };
    if (context.index === 0) {
      records.push([]);
      // Excel puts a comment that holds the delimiter in quotes, and then it no longer begins with #.
      if (delimiter !== ',' && content.startsWith('#')) comments.add(records.length - 1);
    }
    records.at(-1)?.push(cell);
    fieldsEnd = context.bytes;
    return content;
  };
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      comment: '#',
      comment_no_infix: true,
      relax_column_count: true,
      skip_empty_lines: true,
      ltrim: true,
      cast: onField,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // What was read of this record ends in the middle: its width says nothing.
    records.pop();
    mistakes.push(quoteMistake(error, locate, bytes, fieldsEnd));
  }
  return records.filter((_, index) => !comments.has(index));
}

/** Undoes what `writeTable` does for Excel: an apostrophe before something that Excel would take for a formula or this reader for a comment. */
function plainText(content: string, quoted: boolean, delimiter: Delimiter): string {
  const text = quoted ? content : content.trim();
  return delimiter !== ',' && /^'+[=+\-@\t\r#]/.test(text) ? text.slice(1) : text;
}

type Locate = (offset: number) => Place;

/** Turns byte offsets into places; columns count UTF-16 units, as editors do. */
function locator(bytes: Buffer, file: string): Locate {
  const starts = [0];
  for (let index = 0; index < bytes.length; index++) {
    const isReturn = bytes[index] === 0x0d && bytes[index + 1] !== 0x0a;
    if (bytes[index] === 0x0a || isReturn) starts.push(index + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    return { file, line: low + 1, column: 1 + bytes.subarray(starts[low], offset).toString('utf8').length };
  };
}

/** What is wrong with quotes, at the quote with which the unread field begins: csv-parse names the line on which it gave up, often much later. */
function quoteMistake(error: CsvError, locate: Locate, bytes: Buffer, fieldsEnd: number): Mistake {
  const rest = bytes.subarray(fieldsEnd).toString('utf8');
  const comments = /^(?:\s*#[^\r\n]*[\r\n]+)*/.exec(rest)?.[0] ?? '';
  const quote = bytes.indexOf('"', fieldsEnd + Buffer.byteLength(comments, 'utf8'));
  const place = locate(quote === -1 ? fieldsEnd : quote);
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return mistakeAt(place, 'het aanhalingsteken dat hier opent, wordt nergens gesloten.');
    case 'CSV_INVALID_CLOSING_QUOTE':
      return mistakeAt(
        place,
        'na het sluitende aanhalingsteken van dit veld staat nog tekst; verdubbel een aanhalingsteken dat bij de tekst hoort.',
      );
    default:
      return mistakeAt(
        place,
        'een aanhalingsteken midden in een veld: zet het hele veld tussen aanhalingstekens en verdubbel dit teken, of laat het weg.',
      );
  }
}
