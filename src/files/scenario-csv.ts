// Scenarios as rows of one CSV: scenario;parameter;bewerking;waarde;vanaf;ingroei;tot_en_met, and what the first row says of the scenario.
import { readChoice, readRequired, type Field } from './cells.js';
import { mistakeAt, type Mistake } from './mistake.js';
import { operations, operationWords, type WrittenChange } from './scenario-change.js';
import type { WrittenShelf } from './scenario-shelf.js';
import type { WrittenScenario } from './scenario-yaml.js';
import { readTable, type Cell, type Row, type Table } from './table.js';

export const scenarioColumns = {
  required: ['scenario', 'parameter', 'bewerking', 'waarde'],
  optional: [
    'vanaf',
    'ingroei',
    'tot_en_met',
    'toelichting',
    'bron',
    'organisatie',
    'bouwt_voort_op',
    'gevraagd_besluit',
    'juridisch',
    'auteur',
    'klasse',
    'klasse_reden',
    'hefboom',
    'meetpunt',
    'richting',
    'geen_meetpunt',
    'omslag_parameter',
    'omslag_van',
    'omslag_tot',
    'omslag_bewerking',
    'omslag_vanaf',
    'omslag_doel_personen',
    'omslag_zin',
    'omslag_toon',
  ],
} as const;

/** Columns of one change; all others are about the scenario and stand on its first row. */
const changeColumns = ['parameter', 'bewerking', 'waarde', 'vanaf', 'ingroei', 'tot_en_met'];

export interface ScenarioRows {
  /** The first cell with its name. */
  readonly place: Field;
  readonly written: WrittenScenario;
}

/**
 * Each name in the column `scenario` is one scenario, its changes in order of the rows; a row with a name only is one without changes.
 * What could be read, beside the mistakes.
 */
export function readScenarioCsv(file: string, mistakes: Mistake[]): readonly ScenarioRows[] {
  const table = readTable(file, scenarioColumns);
  if (table.state === 'ok') return scenariosIn(table.value, mistakes);
  mistakes.push(...table.mistakes);
  return [];
}

function scenariosIn(table: Table, mistakes: Mistake[]): ScenarioRows[] {
  const found = new Map<string, { first: Row; changes: WrittenChange[] }>();
  for (const row of table.rows) {
    const name = readRequired(row.cell('scenario'), mistakes, 'scenario');
    const scenario = found.get(name) ?? { first: row, changes: [] };
    found.set(name, scenario);
    if (scenario.first !== row) reportRepeated(row, mistakes);
    if (hasChange(row)) scenario.changes.push(readRow(row, table, mistakes));
  }
  return [...found].map(([name, { first, changes }]) => ({
    place: first.cell('scenario'),
    written: { ...wordsIn(first, table, mistakes), name, changes },
  }));
}

function filled(row: Row, column: string): Cell | null {
  const cell = row.cell(column);
  return cell.text === '' ? null : cell;
}

function reportRepeated(row: Row, mistakes: Mistake[]): void {
  for (const column of scenarioColumns.optional) {
    const cell = changeColumns.includes(column) ? null : filled(row, column);
    if (cell !== null) mistakes.push(mistakeAt(cell, `${column} hoort op de eerste rij van het scenario`));
  }
}

/** What the first row of a scenario says about it. */
function wordsIn(row: Row, table: Table, mistakes: Mistake[]): Omit<WrittenScenario, 'name' | 'changes'> {
  const text = (column: string): string => row.cell(column).text;
  return {
    explanation: text('toelichting'),
    source: text('bron'),
    organisation: filled(row, 'organisatie'),
    buildsOn: filled(row, 'bouwt_voort_op'),
    requestedDecision: text('gevraagd_besluit'),
    legal: text('juridisch'),
    author: text('auteur'),
    shelf: shelfIn(row, table, mistakes),
  };
}

function shelfIn(row: Row, { decimal }: Table, mistakes: Mistake[]): WrittenShelf {
  const first = scenarioColumns.optional.map((column) => (column.startsWith('omslag_') ? filled(row, column) : null));
  const place = first.find((cell) => cell !== null) ?? null;
  for (const column of place === null ? [] : ['omslag_parameter', 'omslag_van', 'omslag_tot', 'omslag_zin']) {
    if (row.cell(column).text === '') mistakes.push(mistakeAt(row.cell(column), `${column} ontbreekt`));
  }
  return {
    evidence: filled(row, 'klasse'),
    evidenceReason: filled(row, 'klasse_reden'),
    levers: row.cell('hefboom').text,
    measure: filled(row, 'meetpunt'),
    direction: filled(row, 'richting'),
    noMeasure: filled(row, 'geen_meetpunt'),
    pilot: null,
    sweep:
      place === null
        ? null
        : {
            place,
            parameter: filled(row, 'omslag_parameter'),
            from: filled(row, 'omslag_van'),
            to: filled(row, 'omslag_tot'),
            operation: filled(row, 'omslag_bewerking'),
            day: filled(row, 'omslag_vanaf'),
            goal: filled(row, 'omslag_doel_personen'),
            sentence: filled(row, 'omslag_zin'),
            telling: filled(row, 'omslag_toon'),
            decimal,
          },
  };
}

function hasChange(row: Row): boolean {
  return changeColumns.some((column) => filled(row, column) !== null);
}

function readRow(row: Row, table: Table, mistakes: Mistake[]): WrittenChange {
  return {
    place: row.cell('parameter'),
    parameter: row.cell('parameter'),
    operation: operations[readChoice(row.cell('bewerking'), mistakes, 'bewerking', operationWords)],
    value: row.cell('waarde'),
    from: filled(row, 'vanaf'),
    through: filled(row, 'tot_en_met'),
    ramp: filled(row, 'ingroei'),
    decimal: table.decimal,
  };
}
