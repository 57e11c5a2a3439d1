// parameters.csv: the named numbers of an organisation, each with its place.
import { checkParameters, parameterDistributions, statuses, type Parameter } from '../scenario/parameter.js';
import { didYouMean } from '../chain/nearest.js';
import { readChoice, readNumber, readOptionalNumber, readRequired } from './cells.js';
import { besides, mistakeAt, mistakesOf, outcome, type Loaded, type Mistake, type Place } from './mistake.js';
import { readTable, type Row, type Table } from './table.js';
import { isKnownUnit, knownUnits } from './unit.js';

export const parameterColumns = {
  required: ['parameter', 'waarde', 'laag', 'hoog', 'eenheid', 'status', 'bron'],
  optional: ['naam', 'ingevuld_door', 'groep', 'verdeling', 'alleen_begin', 'toelichting'],
} as const;

export interface ParameterTable {
  readonly file: string;
  readonly parameters: readonly Parameter[];
  readonly byName: ReadonlyMap<string, Parameter>;
  /** Of the row of a parameter; of the top of the file when there is none. */
  readonly placeOf: (name: string) => Place;
}

/** Which column holds which field, to point at the cell that a check of the floor below is about. */
const columnOf: Readonly<Partial<Record<keyof Parameter, string>>> = {
  name: 'parameter',
  label: 'naam',
  value: 'waarde',
  low: 'laag',
  high: 'hoog',
};

export function loadParameters(file: string): Loaded<ParameterTable> {
  const table = readTable(file, parameterColumns);
  return table.state === 'ok' ? parametersIn(table.value) : table;
}

function parametersIn(table: Table): Loaded<ParameterTable> {
  const mistakes: Mistake[] = [];
  const parameters = table.rows.map((row) => readParameter(row, table, mistakes));
  const top: Place = { file: table.file, line: 1, column: 1 };
  const cellOf = ([index, field]: readonly (string | number)[]): Place => {
    const column = Object.entries(columnOf).find(([key]) => key === field)?.[1];
    return table.rows[Number(index)]?.cell(column ?? 'parameter') ?? top;
  };
  mistakes.push(...besides(mistakes, mistakesOf(checkParameters(parameters), cellOf)));
  const rows = new Map(parameters.map(({ name }, index) => [name, table.rows[index]]));
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  return outcome(
    { file: table.file, parameters, byName, placeOf: (name) => rows.get(name)?.cell('parameter') ?? top },
    mistakes,
  );
}

function readParameter(row: Row, table: Table, mistakes: Mistake[]): Parameter {
  const unit = readUnit(row, mistakes);
  const rules = { unit, decimal: table.decimal };
  const low = readOptionalNumber(row.cell('laag'), mistakes, { ...rules, name: 'laag' });
  const high = readOptionalNumber(row.cell('hoog'), mistakes, { ...rules, name: 'hoog' });
  const distribution =
    row.cell('verdeling').text === ''
      ? 'twee-zijdig'
      : readChoice(row.cell('verdeling'), mistakes, 'verdeling', parameterDistributions);
  if ((distribution === 'driehoek' || distribution === 'uniform') && low === null && high === null) {
    mistakes.push(mistakeAt(row.cell('verdeling'), `een verdeling '${distribution}' heeft laag en hoog nodig`));
  }
  return {
    name: readName(row, mistakes),
    label: row.cell('naam').text,
    value: readNumber(row.cell('waarde'), mistakes, { ...rules, name: 'waarde' }),
    low,
    high,
    unit,
    status: readChoice(row.cell('status'), mistakes, 'status', statuses),
    source: readRequired(row.cell('bron'), mistakes, 'bron'),
    filledInBy: row.cell('ingevuld_door').text,
    group: row.cell('groep').text,
    distribution,
    startOnly:
      row.cell('alleen_begin').text !== '' &&
      readChoice(row.cell('alleen_begin'), mistakes, 'alleen_begin', ['nee', 'ja']) === 'ja',
    note: row.cell('toelichting').text,
  };
}

function readName(row: Row, mistakes: Mistake[]): string {
  const cell = row.cell('parameter');
  const name = readRequired(cell, mistakes, 'parameter');
  if (name !== '' && !/^\p{L}[\p{L}\d._-]*$/u.test(name)) {
    mistakes.push(
      mistakeAt(
        cell,
        `'${name}' kan geen naam zijn: gebruik letters, cijfers, punt, streepje en _, en begin met een letter`,
      ),
    );
  }
  return name;
}

function readUnit(row: Row, mistakes: Mistake[]): string {
  const cell = row.cell('eenheid');
  const unit = readRequired(cell, mistakes, 'eenheid');
  if (unit !== '' && !isKnownUnit(unit)) {
    const [first = ''] = unit.split(/\s+/);
    const message = `eenheid '${unit}' is onbekend.${didYouMean(first, knownUnits)} Een eenheid begint met ${knownUnits.join(', ')}`;
    mistakes.push(mistakeAt(cell, message));
  }
  return unit;
}
