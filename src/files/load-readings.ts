// lezingen/*.csv: rival interpretations of the same sources. One file is one set, of which exactly one reading is true.
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkParameters, type Parameter } from '../scenario/parameter.js';
import { checkReadings, type Overlay, type Reading, type ReadingSet } from '../scenario/reading.js';
import { readNumber, readOptionalNumber, readRequired } from './cells.js';
import {
  besides,
  compareText,
  mistakeAt,
  mistakesOf,
  outcome,
  type Loaded,
  type Mistake,
  type Place,
} from './mistake.js';
import { readTable, type Row, type Table } from './table.js';

/**
 * `kans` and `naam` stand on the first row of a reading. A row without a parameter is a reading that changes nothing: the base is one. The
 * other columns are those of parameters.csv, so that rows can be copied from there; only waarde, laag and hoog count, and status: a row that is
 * `gekalibreerd` is not the interpretation itself but was fitted under it. `ijkpunten`, on the first row, names those of this reading alone.
 */
export const readingColumns = {
  required: ['lezing', 'kans', 'parameter', 'waarde', 'laag', 'hoog'],
  optional: [
    'naam',
    'ijkpunten',
    'eenheid',
    'status',
    'bron',
    'ingevuld_door',
    'groep',
    'verdeling',
    'alleen_begin',
    'toelichting',
  ],
} as const;

/** The CSV files in a folder, by name; none when there is no such folder. */
export function listReadings(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const names = readdirSync(folder).filter((name) => /^[^._].*\.csv$/i.test(name));
  return names.sort(compareText).map((name) => join(folder, name));
}

/** One set; its id is the name of the file. Readings come in the order of the file, the first is the base. */
export function loadReadingSet(file: string, parameters: ReadonlyMap<string, Parameter>): Loaded<ReadingSet> {
  const table = readTable(file, readingColumns);
  return table.state === 'ok' ? setIn(table.value, parameters) : table;
}

function setIn(table: Table, parameters: ReadonlyMap<string, Parameter>): Loaded<ReadingSet> {
  const mistakes: Mistake[] = [];
  const groups = new Map<string, Row[]>();
  for (const row of table.rows) {
    const id = readRequired(row.cell('lezing'), mistakes, 'lezing');
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  const readings = [...groups].map(([id, rows]) => readReading(id, rows, table, parameters, mistakes));
  const set: ReadingSet = { id: basename(table.file).replace(/\.csv$/i, ''), readings };
  const groupRows = [...groups.values()].map((rows) => ({ rows, changes: rows.filter(hasChange) }));
  const placeOf = ([, , reading, field, index]: readonly (string | number)[]): Place => {
    const group = groupRows[Number(reading ?? 0)];
    const row = field === 'overlays' ? group?.changes[Number(index)] : group?.rows[0];
    return row?.cell(field === 'overlays' ? 'parameter' : 'kans') ?? { file: table.file, line: 1, column: 1 };
  };
  // The sum of chances says nothing when one of them could not be read.
  const unread = readings.some(({ probability }) => Number.isNaN(probability));
  const issues = checkReadings([set], parameters).filter(({ path }) => !unread || path.includes('overlays'));
  mistakes.push(...besides(mistakes, mistakesOf(issues, placeOf)));
  return outcome(set, mistakes);
}

function hasChange(row: Row): boolean {
  return ['parameter', 'waarde', 'laag', 'hoog'].some((column) => row.cell(column).text !== '');
}

function readReading(
  id: string,
  rows: readonly Row[],
  table: Table,
  parameters: ReadonlyMap<string, Parameter>,
  mistakes: Mistake[],
): Reading {
  const [first, ...others] = rows;
  for (const row of others) {
    if (row.cell('kans').text !== '') {
      mistakes.push(mistakeAt(row.cell('kans'), `de kans van lezing '${id}' staat al op haar eerste rij`));
    }
  }
  const chance = first?.cell('kans');
  const probability =
    chance === undefined ? NaN : readNumber(chance, mistakes, { name: 'kans', unit: 'kans', decimal: table.decimal });
  const seen = new Set<string>();
  const overlays = rows.filter(hasChange).map((row) => {
    const name = row.cell('parameter').text;
    if (seen.has(name)) {
      mistakes.push(mistakeAt(row.cell('parameter'), `parameter '${name}' staat twee keer in lezing '${id}'`));
    }
    seen.add(name);
    return readOverlay(row, table, parameters, mistakes);
  });
  const ijkpunten = (first?.cell('ijkpunten').text ?? '')
    .split(' + ')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const own = ijkpunten.length === 0 ? {} : { ijkpunten };
  return { id, name: first?.cell('naam').text ?? '', probability, overlays, ...own };
}

function readOverlay(row: Row, table: Table, parameters: ReadonlyMap<string, Parameter>, mistakes: Mistake[]): Overlay {
  const parameter = parameters.get(row.cell('parameter').text);
  const rules = { unit: parameter?.unit ?? null, decimal: table.decimal };
  const overlay: Overlay = {
    parameter: readRequired(row.cell('parameter'), mistakes, 'parameter'),
    value: readNumber(row.cell('waarde'), mistakes, { ...rules, name: 'waarde' }),
    low: readOptionalNumber(row.cell('laag'), mistakes, { ...rules, name: 'laag' }),
    high: readOptionalNumber(row.cell('hoog'), mistakes, { ...rules, name: 'hoog' }),
    ...(row.cell('status').text === 'gekalibreerd' ? { fitted: true } : {}),
  };
  if (parameter === undefined) return overlay;
  const { value, low, high } = overlay;
  const placeOf = ([, field]: readonly (string | number)[]): Place =>
    row.cell(field === 'low' ? 'laag' : field === 'high' ? 'hoog' : 'waarde');
  mistakes.push(...besides(mistakes, mistakesOf(checkParameters([{ ...parameter, value, low, high }]), placeOf)));
  return overlay;
}
