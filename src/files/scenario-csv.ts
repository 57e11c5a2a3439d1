// Scenarios as rows of one CSV: scenario;parameter;bewerking;waarde;vanaf;ingroei;tot_en_met.
import { readChoice, readRequired, type Field } from './cells.js';
import type { Mistake } from './mistake.js';
import { operations, operationWords, type WrittenChange } from './scenario-change.js';
import type { WrittenScenario } from './scenario-yaml.js';
import { readTable, type Cell, type Row, type Table } from './table.js';

export const scenarioColumns = {
  required: ['scenario', 'parameter', 'bewerking', 'waarde'],
  optional: ['vanaf', 'ingroei', 'tot_en_met'],
} as const;

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
  const found = new Map<string, { place: Field; changes: WrittenChange[] }>();
  for (const row of table.rows) {
    const cell = row.cell('scenario');
    const name = readRequired(cell, mistakes, 'scenario');
    const scenario = found.get(name) ?? { place: cell, changes: [] };
    found.set(name, scenario);
    if (hasChange(row)) scenario.changes.push(readRow(row, table, mistakes));
  }
  return [...found].map(([name, { place, changes }]) => ({ place, written: { ...silent, name, changes } }));
}

const silent = {
  explanation: '',
  source: '',
  organisation: null,
  buildsOn: null,
  requestedDecision: '',
  legal: '',
  sort: '',
  author: '',
};

function hasChange(row: Row): boolean {
  return ['parameter', 'bewerking', 'waarde', 'vanaf', 'ingroei', 'tot_en_met'].some(
    (column) => row.cell(column).text !== '',
  );
}

function readRow(row: Row, table: Table, mistakes: Mistake[]): WrittenChange {
  const optional = (column: string): Cell | null => (row.cell(column).text === '' ? null : row.cell(column));
  return {
    place: row.cell('parameter'),
    parameter: row.cell('parameter'),
    operation: operations[readChoice(row.cell('bewerking'), mistakes, 'bewerking', operationWords)],
    value: row.cell('waarde'),
    from: optional('vanaf'),
    through: optional('tot_en_met'),
    ramp: optional('ingroei'),
    decimal: table.decimal,
  };
}
