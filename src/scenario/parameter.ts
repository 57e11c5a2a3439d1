// A named number of an organisation: its value, how sure we are of it, and who says so.
import type { Issue } from '../chain/spec/issue.js';

export const statuses = [
  'geregistreerd',
  'gerapporteerd',
  'streefcijfer',
  'afgeleid',
  'gekalibreerd',
  'aanname',
] as const;
export type Status = (typeof statuses)[number];

export const parameterDistributions = ['twee-zijdig', 'driehoek', 'uniform', 'vast'] as const;
export type ParameterDistribution = (typeof parameterDistributions)[number];

export interface Parameter {
  /** The id by which files and commands know it. */
  readonly name: string;
  /** What readers are shown in its place, as in the middle of a sentence; '' where nobody wrote one. */
  readonly label: string;
  /** In `unit`; a share as a fraction (19,4 % is 0.194). */
  readonly value: number;
  /** `low` to `high` holds the true value in nine of ten cases, in the judgement of `filledInBy`; both null: not drawn. */
  readonly low: number | null;
  readonly high: number | null;
  /** As written by the user: `aandeel van toekenningen`, `fte`, `per maand`. Its first word decides what is allowed. */
  readonly unit: string;
  readonly status: Status;
  /** For people: "AEF Startfoto W&I 2018, p. 15". */
  readonly source: string;
  readonly filledInBy: string;
  readonly group: string;
  readonly distribution: ParameterDistribution;
  /** Read once, at the start: a scenario may set it for the whole run but not from a date. */
  readonly startOnly: boolean;
  readonly note: string;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

const unlimited: Range = { low: -Infinity, high: Infinity };
const shares = /^(aandeel|kans)\b/;
const correlations = /^correlatie\b/;
const counts =
  /^(fte|uur|uren|minuten|dag|dagen|week|weken|maand|maanden|jaar|jaren|per|persoon|personen|uitkeringen|aanvragen|cliënten|plaatsen|factor)\b/;

/** What a unit allows: a share lies in 0..1, a correlation in -1..1, staff, times, rates, counts and factors are not negative, other units are free. */
export function legalRange(unit: string): Range {
  if (shares.test(unit)) return { low: 0, high: 1 };
  if (correlations.test(unit)) return { low: -1, high: 1 };
  return counts.test(unit) ? { low: 0, high: Infinity } : unlimited;
}

export function isShare(unit: string): boolean {
  return shares.test(unit);
}

export function isDrawn(parameter: Parameter): parameter is Parameter & { low: number; high: number } {
  return parameter.low !== null && parameter.high !== null && parameter.distribution !== 'vast';
}

/** The longest label that fits on a line of a table on paper, in characters. */
export const LONGEST_LABEL = 60;

/** What a reader is shown: the label, or the id where there is none. */
export function labelOf({ name, label }: Pick<Parameter, 'name' | 'label'>): string {
  return label === '' ? name : label;
}

/** The label with the id behind it, for whoever has to find the row. */
export function labelWithId({ name, label }: Pick<Parameter, 'name' | 'label'>): string {
  return label === '' ? name : `${label} (${name})`;
}

/** Mistakes in a table of parameters; paths are [index, field]. */
export function checkParameters(parameters: readonly Parameter[]): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const labels = new Map<string, string>();
  for (const [index, parameter] of parameters.entries()) {
    const report = (field: keyof Parameter, message: string): void => {
      issues.push({ path: [index, field], message: `parameter '${parameter.name}': ${message}` });
    };
    if (seen.has(parameter.name)) report('name', 'staat er twee keer in');
    seen.add(parameter.name);
    checkLabel(parameter, labels, report);
    checkValues(parameter, report);
  }
  return issues;
}

/** Two numbers with one label cannot be told apart in a report; `known` holds the labels so far and whose they are. */
function checkLabel(
  { name, label }: Parameter,
  known: Map<string, string>,
  report: (field: keyof Parameter, message: string) => void,
): void {
  if (label === '') return;
  if (label.length > LONGEST_LABEL) {
    report('label', `de naam is ${label.length} tekens lang; er passen er ${LONGEST_LABEL}`);
  }
  const key = label.toLowerCase();
  const other = known.get(key);
  if (other === undefined) known.set(key, name);
  else if (other !== name) {
    report('label', `de naam '${label}' staat ook bij '${other}'; geef elk getal een eigen naam`);
  }
}

function checkValues(parameter: Parameter, report: (field: keyof Parameter, message: string) => void): void {
  const { value, low, high, unit } = parameter;
  const range = legalRange(unit);
  for (const [field, number] of [
    ['value', value],
    ['low', low],
    ['high', high],
  ] as const) {
    if (number === null) continue;
    if (!Number.isFinite(number)) report(field, 'is geen getal');
    else if (number < range.low || number > range.high) report(field, outside(unit, number));
  }
  if ((low === null) !== (high === null)) {
    report(low === null ? 'low' : 'high', 'laag en hoog horen bij elkaar: vul beide in of geen van beide');
  }
  if (low !== null && low > value) report('low', `laag (${dutch(low)}) is hoger dan waarde (${dutch(value)})`);
  if (high !== null && high < value) report('high', `hoog (${dutch(high)}) is lager dan waarde (${dutch(value)})`);
}

/** Why a number is not allowed for a unit, in words. */
export function outside(unit: string, number: number): string {
  if (correlations.test(unit)) return `een correlatie ligt tussen -1 en 1, gevonden ${dutch(number)}`;
  return isShare(unit)
    ? `een aandeel ligt tussen 0 en 100 %, gevonden ${dutch(number * 100)} %`
    : `${unit} kan niet negatief zijn, gevonden ${dutch(number)}`;
}

/** A number in Dutch: decimal comma, points between thousands, no false precision. */
export function dutch(number: number): string {
  const maximumFractionDigits = Math.abs(number) >= 1 ? 2 : 5;
  return new Intl.NumberFormat('nl-NL', { maximumFractionDigits }).format(number);
}
