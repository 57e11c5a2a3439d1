// ijking.csv: which parameters a calibration may move, and which ijkpunten it aims at.
import type { Ijkpunt } from '../analysis/ijkpunt.js';
import { didYouMean } from '../chain/nearest.js';
import type { Parameter } from '../scenario/parameter.js';
import { readChoice, readNumber, readOptionalNumber, readRequired } from './cells.js';
import { mistakeAt, mistakeInFile, outcome, type Loaded, type Mistake, type Place } from './mistake.js';
import { readTable, type Row, type Table } from './table.js';

/**
 * A `niveau` moves only when the model is fitted to monthly counts (tellingen.csv), a `parameter` only when it is fitted to ijkpunten.
 * `naam` is a parameter, several joined by ` + ` (they move together, by one factor), or the id of an ijkpunt. `stap` says how far a
 * parameter moves to see what it does (for several: as a part of 1); `doel` is the value aimed at, the middle of the band when empty.
 */
export const ijkingColumns = {
  required: ['soort', 'naam'],
  optional: ['doel', 'gewicht', 'stap', 'toelichting'],
} as const;

export interface IjkingKnob {
  readonly name: string;
  readonly members: readonly Parameter[];
  /** null: half of laag–hoog, or 5 % of the value. */
  readonly step: number | null;
}

export interface IjkingTarget {
  readonly ijkpunt: Ijkpunt;
  readonly goal: number;
  readonly weight: number;
}

export interface Ijking {
  readonly file: string;
  readonly knobs: readonly IjkingKnob[];
  /** What moves when the model is fitted to monthly counts instead. */
  readonly levels: readonly IjkingKnob[];
  readonly targets: readonly IjkingTarget[];
  readonly placeOf: (name: string) => Place;
}

interface Known {
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly ijkpunten: readonly Ijkpunt[];
}

export function loadIjking(file: string, known: Known): Loaded<Ijking> {
  const table = readTable(file, ijkingColumns);
  return table.state === 'ok' ? ijkingIn(table.value, known) : table;
}

function ijkingIn(table: Table, known: Known): Loaded<Ijking> {
  const mistakes: Mistake[] = [];
  const knobs: IjkingKnob[] = [];
  const levels: IjkingKnob[] = [];
  const targets: IjkingTarget[] = [];
  const rows = new Map<string, Row>();
  const moving = new Set<string>();
  for (const row of table.rows) {
    const name = readRequired(row.cell('naam'), mistakes, 'naam');
    const kind = readChoice(row.cell('soort'), mistakes, 'soort', ['parameter', 'ijkpunt', 'niveau']);
    const key = kind === 'niveau' ? `niveau ${name}` : name;
    if (rows.has(key)) mistakes.push(mistakeAt(row.cell('naam'), `'${name}' staat er twee keer`));
    rows.set(key, row);
    if (kind === 'ijkpunt') {
      targets.push(...readTarget(row, table, known, mistakes));
      continue;
    }
    for (const member of name.split(' + ')) {
      const moves = kind === 'niveau' ? `niveau ${member}` : member;
      if (moving.has(moves)) mistakes.push(mistakeAt(row.cell('naam'), `'${member}' beweegt al op een andere rij`));
      moving.add(moves);
    }
    (kind === 'niveau' ? levels : knobs).push(...readKnob(row, table, known, mistakes));
  }
  if (mistakes.length === 0 && (knobs.length === 0 || targets.length === 0)) {
    mistakes.push(mistakeInFile(table.file, 'een ijking heeft ten minste één parameter en één ijkpunt nodig'));
  }
  const top: Place = { file: table.file, line: 1, column: 1 };
  return outcome(
    { file: table.file, knobs, levels, targets, placeOf: (name) => rows.get(name)?.cell('naam') ?? top },
    mistakes,
  );
}

function readKnob(row: Row, table: Table, { parameters }: Known, mistakes: Mistake[]): IjkingKnob[] {
  const cell = row.cell('naam');
  const names = cell.text.split(' + ').map((name) => name.trim());
  const members = names.flatMap((name) => {
    const parameter = parameters.get(name);
    if (parameter !== undefined) return [parameter];
    mistakes.push(mistakeAt(cell, `parameter '${name}' bestaat niet.${didYouMean(name, [...parameters.keys()])}`));
    return [];
  });
  for (const column of ['doel', 'gewicht']) {
    if (row.cell(column).text !== '') mistakes.push(mistakeAt(row.cell(column), `${column} hoort bij een ijkpunt`));
  }
  const unit = members.length === 1 ? (members[0]?.unit ?? null) : null;
  const step = readOptionalNumber(row.cell('stap'), mistakes, { name: 'stap', unit, decimal: table.decimal });
  if (step !== null && step <= 0) {
    mistakes.push(mistakeAt(row.cell('stap'), `stap '${row.cell('stap').text}' hoort boven 0 te liggen`));
  }
  return [{ name: names.join(' + '), members, step }];
}

function readTarget(row: Row, table: Table, { ijkpunten }: Known, mistakes: Mistake[]): IjkingTarget[] {
  const cell = row.cell('naam');
  if (row.cell('stap').text !== '') mistakes.push(mistakeAt(row.cell('stap'), 'stap hoort bij een parameter'));
  const ijkpunt = ijkpunten.find(({ id }) => id === cell.text);
  if (ijkpunt === undefined) {
    const ids = ijkpunten.map(({ id }) => id);
    mistakes.push(mistakeAt(cell, `ijkpunt '${cell.text}' bestaat niet.${didYouMean(cell.text, ids)}`));
    return [];
  }
  if (!(ijkpunt.high > ijkpunt.low)) {
    mistakes.push(mistakeAt(cell, `ijkpunt '${ijkpunt.id}' heeft geen band om op te mikken`));
  }
  const rules = { decimal: table.decimal };
  const goal = readOptionalNumber(row.cell('doel'), mistakes, { ...rules, name: 'doel', unit: ijkpunt.unit });
  if (goal !== null && (goal < ijkpunt.low || goal > ijkpunt.high)) {
    mistakes.push(mistakeAt(row.cell('doel'), `doel '${row.cell('doel').text}' ligt buiten de band van het ijkpunt`));
  }
  const weight =
    row.cell('gewicht').text === '' ? 1 : readNumber(row.cell('gewicht'), mistakes, { ...rules, name: 'gewicht' });
  return [{ ijkpunt, goal: goal ?? (ijkpunt.low + ijkpunt.high) / 2, weight }];
}
