// ijkpunten.csv: the figures that the model must give back, each with its band.
import { ijkpuntOperations, type Ijkpunt } from '../analysis/ijkpunt.js';
import { readChoice, readNumber, readRequired } from './cells.js';
import { mistakeAt, outcome, type Loaded, type Mistake, type Place } from './mistake.js';
import { readTable, type Row, type Table } from './table.js';

export const ijkpuntColumns = {
  required: ['id', 'omschrijving', 'teller', 'noemer', 'bewerking', 'laag', 'hoog', 'eenheid', 'soort', 'bron'],
  optional: ['toelichting'],
} as const;

export interface IjkpuntTable {
  readonly file: string;
  readonly ijkpunten: readonly Ijkpunt[];
  /** Of the row with this id, in the given column; the top of the file when there is none. */
  readonly placeOf: (id: string, column?: string) => Place;
}

/** `teller` and `noemer` stay text: analysis reads them when it knows what was measured. */
export function loadIjkpunten(file: string): Loaded<IjkpuntTable> {
  const table = readTable(file, ijkpuntColumns);
  return table.state === 'ok' ? ijkpuntenIn(table.value) : table;
}

function ijkpuntenIn(table: Table): Loaded<IjkpuntTable> {
  const mistakes: Mistake[] = [];
  const rows = new Map<string, Row>();
  const ijkpunten = table.rows.map((row) => {
    const ijkpunt = readIjkpunt(row, table, mistakes);
    if (rows.has(ijkpunt.id)) mistakes.push(mistakeAt(row.cell('id'), `ijkpunt '${ijkpunt.id}' staat er twee keer`));
    else rows.set(ijkpunt.id, row);
    return ijkpunt;
  });
  const placeOf = (id: string, column = 'id'): Place =>
    rows.get(id)?.cell(column) ?? { file: table.file, line: 1, column: 1 };
  return outcome({ file: table.file, ijkpunten, placeOf }, mistakes);
}

function readIjkpunt(row: Row, table: Table, mistakes: Mistake[]): Ijkpunt {
  const unit = readRequired(row.cell('eenheid'), mistakes, 'eenheid');
  const rules = { unit, decimal: table.decimal };
  const low = readNumber(row.cell('laag'), mistakes, { ...rules, name: 'laag' });
  const high = readNumber(row.cell('hoog'), mistakes, { ...rules, name: 'hoog' });
  if (low > high) {
    mistakes.push(
      mistakeAt(row.cell('laag'), `laag '${row.cell('laag').text}' is hoger dan hoog '${row.cell('hoog').text}'`),
    );
  }
  const operation = readChoice(row.cell('bewerking'), mistakes, 'bewerking', ijkpuntOperations);
  const denominator = row.cell('noemer').text;
  if (operation === 'verhouding' && denominator === '') {
    mistakes.push(mistakeAt(row.cell('noemer'), 'een verhouding heeft een noemer nodig'));
  }
  if (operation !== 'verhouding' && denominator !== '') {
    mistakes.push(mistakeAt(row.cell('noemer'), `bij '${row.cell('bewerking').text}' hoort geen noemer`));
  }
  return {
    id: readRequired(row.cell('id'), mistakes, 'id'),
    description: readRequired(row.cell('omschrijving'), mistakes, 'omschrijving'),
    numerator: readRequired(row.cell('teller'), mistakes, 'teller'),
    denominator: denominator === '' ? null : denominator,
    operation,
    low,
    high,
    unit,
    kind: readChoice(row.cell('soort'), mistakes, 'soort', ['ingevoerd', 'volgt']),
    source: readRequired(row.cell('bron'), mistakes, 'bron'),
    note: row.cell('toelichting').text,
  };
}
