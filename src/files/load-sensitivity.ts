// gevoeligheid.csv: what every number alone does on laag and on hoog, as doorstroom gevoeligheid wrote it.
import type { SwingRow } from '../analysis/sensitivity.js';
import { readChoice, readOptionalNumber, readRequired } from './cells.js';
import { mistakeAt, outcome, type Loaded, type Mistake } from './mistake.js';
import { readTable, type Row, type Table } from './table.js';

/** What became of a number: it changes something, nothing, cannot be run at an end of its range, is read nowhere, or has no range. */
export const swingStates = ['beweegt', 'dood', 'niet door te rekenen', 'niet gebruikt', 'vast'] as const;

/** The columns as they are written. `invoer` is the fingerprint of the files that it was made from. */
export const sensitivityColumns = {
  required: [
    'parameter',
    'toestand',
    'scenario',
    'verandering_laag',
    'marge_laag',
    'verandering_hoog',
    'marge_hoog',
    'doorrekeningen',
    'invoer',
  ],
  optional: [
    'eenheid',
    'laag',
    'waarde',
    'hoog',
    'uitkomst',
    'bij_laag',
    'bij_waarde',
    'bij_hoog',
    'opgave_laag',
    'opgave_waarde',
    'opgave_hoog',
  ],
} as const;

export interface SensitivityTable {
  /** Of the files that it was made from. */
  readonly fingerprint: string;
  readonly swings: readonly SwingRow[];
  /** Names of the numbers that change no series at all. */
  readonly dead: readonly string[];
}

export function loadSensitivity(file: string): Loaded<SensitivityTable> {
  const table = readTable(file, sensitivityColumns);
  return table.state === 'ok' ? tableOf(table.value) : table;
}

function tableOf(table: Table): Loaded<SensitivityTable> {
  const mistakes: Mistake[] = [];
  const states = table.rows.map((row) => readChoice(row.cell('toestand'), mistakes, 'toestand', swingStates));
  const swings = table.rows.flatMap((row, index) =>
    states[index] === 'beweegt' ? [readSwing(row, table, mistakes)] : [],
  );
  const dead = table.rows.flatMap((row, index) => (states[index] === 'dood' ? [row.cell('parameter').text] : []));
  const prints = new Set(table.rows.map((row) => readRequired(row.cell('invoer'), mistakes, 'invoer')));
  const [fingerprint = ''] = prints;
  if (mistakes.length === 0 && prints.size > 1) {
    const place = table.columns.find(({ text }) => text === 'invoer') ?? { file: table.file, line: 1, column: 1 };
    mistakes.push(
      mistakeAt(place, 'in de kolom invoer staan verschillende kenmerken: dit zijn rijen uit meer tabellen'),
    );
  }
  return outcome({ fingerprint, swings, dead }, mistakes);
}

function readSwing(row: Row, table: Table, mistakes: Mistake[]): SwingRow {
  const number = (name: string): number | null =>
    readOptionalNumber(row.cell(name), mistakes, { name, decimal: table.decimal });
  return {
    parameter: readRequired(row.cell('parameter'), mistakes, 'parameter'),
    scenario: readRequired(row.cell('scenario'), mistakes, 'scenario'),
    low: { mean: number('verandering_laag') ?? 0, margin: number('marge_laag') },
    high: { mean: number('verandering_hoog') ?? 0, margin: number('marge_hoog') },
    draws: number('doorrekeningen') ?? 0,
  };
}
