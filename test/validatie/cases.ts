// The cases of the validation library: gevallen.csv, one line per case, and verwacht.csv in the folder of each, one line per expectation.
import { join } from 'node:path';
import { MistakesFound } from '../../src/cli/failure.js';
import { readChoice, readNumber, readOptionalNumber, readRequired } from '../../src/files/cells.js';
import { mistakeAt, type Mistake } from '../../src/files/mistake.js';
import { readTable, type Row, type Table } from '../../src/files/table.js';
import { unchanged } from '../../src/cli/study.js';
import { exactly } from './theorie.js';

/** What an expectation is compared with, and so by which rule. */
export const kinds = ['exact', 'variantie', 'vast', 'gepubliceerd', 'gelijk'] as const;

export interface Expectation {
  readonly what: string;
  /** Formulas of ijkpunten: what is counted, and per what. */
  readonly series: string;
  readonly per: string | null;
  readonly scenario: string;
  readonly kind: (typeof kinds)[number];
  /** NaN for `gelijk`. */
  readonly value: number;
  /** For `gelijk`: the scenario that must have the same values, draw by draw. */
  readonly like: string;
  /** Standard error of a published value; 0 when it is not a simulation, or when only its number of runs is known. */
  readonly error: number;
  /** Runs behind a published value without an error: it then has the spread that is found here. Infinite when not given. */
  readonly runs: number;
  readonly formula: string;
  readonly source: string;
}

export interface Case {
  readonly id: string;
  readonly name: string;
  /** Doorrekeningen in the full version and in the short one; 0: not in the short one. */
  readonly draws: number;
  readonly short: number;
  readonly expectations: readonly Expectation[];
}

const caseColumns = { required: ['geval', 'naam', 'doorrekeningen', 'kort'] };
const columns = {
  required: ['wat', 'reeks', 'soort', 'verwacht'],
  optional: ['per', 'scenario', 'fout', 'formule', 'bron'],
};

/** As many figures as a source prints; what differs by more is another number. */
const printed = 2e-5;

function readExpectation(row: Row, { decimal }: Table, mistakes: Mistake[]): Expectation {
  const kind = readChoice(row.cell('soort'), mistakes, 'soort', kinds);
  const text = readRequired(row.cell('verwacht'), mistakes, 'verwacht');
  const formula = row.cell('formule').text;
  const [, runs] = /^n=(\d+)$/.exec(row.cell('fout').text) ?? [];
  let value = kind === 'gelijk' ? NaN : readNumber(row.cell('verwacht'), mistakes, { name: 'verwacht', decimal });
  if (formula !== '' && !Number.isNaN(value)) {
    const exact = exactly(formula);
    if (Math.abs(exact - value) > printed * Math.abs(exact)) {
      mistakes.push(mistakeAt(row.cell('verwacht'), `'${text}' is niet wat ${formula} geeft: ${String(exact)}`));
    }
    value = exact;
  }
  return {
    what: readRequired(row.cell('wat'), mistakes, 'wat'),
    series: readRequired(row.cell('reeks'), mistakes, 'reeks'),
    per: row.cell('per').text === '' ? null : row.cell('per').text,
    scenario: row.cell('scenario').text === '' ? unchanged : row.cell('scenario').text,
    kind,
    value,
    like: kind === 'gelijk' ? text : '',
    error: runs === undefined ? (readOptionalNumber(row.cell('fout'), mistakes, { name: 'fout', decimal }) ?? 0) : 0,
    runs: runs === undefined ? Infinity : Number(runs),
    formula,
    source: row.cell('bron').text,
  };
}

function tableOf(file: string, names: typeof columns | typeof caseColumns): Table {
  const table = readTable(file, names);
  if (table.state === 'mistakes') throw new MistakesFound(table.mistakes);
  return table.value;
}

/** @throws MistakesFound with all that is wrong in the tables, a formula that gives another number included */
export function readCases(folder: string): Case[] {
  const mistakes: Mistake[] = [];
  const table = tableOf(join(folder, 'gevallen.csv'), caseColumns);
  const cases = table.rows.map((row): Case => {
    const id = readRequired(row.cell('geval'), mistakes, 'geval');
    const expected = tableOf(join(folder, 'data', id, 'verwacht.csv'), columns);
    const rules = { decimal: table.decimal };
    return {
      id,
      name: readRequired(row.cell('naam'), mistakes, 'naam'),
      draws: readNumber(row.cell('doorrekeningen'), mistakes, { name: 'doorrekeningen', ...rules }),
      short: readNumber(row.cell('kort'), mistakes, { name: 'kort', ...rules }),
      expectations: expected.rows.map((one) => readExpectation(one, expected, mistakes)),
    };
  });
  if (mistakes.length > 0) throw new MistakesFound(mistakes);
  return cases;
}
