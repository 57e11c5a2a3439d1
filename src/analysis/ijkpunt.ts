// Ijkpunten: does the model give back the figures that the sources print?
import { type Interval, interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { type Factor, parseFormula, type SeriesFactor, type Term } from './selector.js';

/**
 * One row of `ijkpunten.csv`: id;omschrijving;teller;noemer;bewerking;laag;hoog;eenheid;soort;bron;toelichting.
 *
 * The operation says how a draw gets its one number from the formulas of `selector.ts`:
 * - `som`: everything the teller selects in the period, added up (a flow a year);
 * - `gemiddelde`: the same divided by the number of months in the period (a mean monthly value);
 * - `stand`: the teller at one moment;
 * - `verhouding`: som of the teller divided by som of the noemer, per draw; a draw with noemer 0 has no value;
 * - `netto`: the teller less the same teller in the twin run of the station it names, in which that station has no effect: the same clients,
 *   the same luck.
 */
export interface Ijkpunt {
  id: string;
  description: string;
  numerator: string;
  denominator: string | null;
  operation: IjkpuntOperation;
  low: number;
  high: number;
  unit: string;
  /** `ingevoerd`: the model was given this figure; `volgt`: it must come out by itself. */
  kind: 'ingevoerd' | 'volgt';
  source: string;
  note: string;
}

export const ijkpuntOperations = ['som', 'gemiddelde', 'stand', 'verhouding', 'netto'] as const;
export type IjkpuntOperation = (typeof ijkpuntOperations)[number];

export interface IjkpuntResult {
  ijkpunt: Ijkpunt;
  interval: Interval | null;
  /** `buiten`: the whole 95 % interval lies outside the band; `te onzeker`: it crosses a bound, or there is no value. */
  outcome: 'binnen' | 'buiten' | 'te onzeker';
  /** The arrows `from>to` that are added when the figure is a sum of flows (perhaps less those who turned back), so that the stroomschema can print it beside them. */
  arrows: readonly string[];
}

export interface IjkpuntContext {
  lookup: Lookup;
  scenario: number;
  /** Default period of a formula, `2018-10..2019-09`. */
  window: string;
  index: (month: string) => number;
  /** The scenario in which a station has no effect; -1 when it was not run. */
  twin?: (station: string) => number;
}

const HOUSEHOLD_UNITS = ['uitkeringen', 'aanvragen'];

function unitOf(factor: SeriesFactor, ijkpunt: Pick<Ijkpunt, 'unit'>, lookup: Lookup): string | null {
  const units = lookup.units(factor.measure);
  if (factor.unit !== null) return factor.unit;
  if (units.includes(ijkpunt.unit)) return ijkpunt.unit;
  if (units.length <= 1) return units[0] ?? null;
  return units.find((unit) => HOUSEHOLD_UNITS.includes(unit)) ?? null;
}

function periodOf(factor: SeriesFactor, ijkpunt: Pick<Ijkpunt, 'operation'>, window: string): string {
  if (factor.period !== null) return factor.period;
  return ijkpunt.operation === 'stand' ? (window.split('..')[0] ?? window) : window;
}

/** What a formula needs to know of the row in which it stands. */
type Formula = Pick<Ijkpunt, 'numerator' | 'denominator' | 'operation' | 'unit'>;

function factorValues(factor: Factor, ijkpunt: Formula, context: IjkpuntContext): Float64Array | string {
  const draws = context.lookup.results.draws;
  if (typeof factor === 'number') return new Float64Array(draws).fill(factor);
  const period = periodOf(factor, ijkpunt, context.window);
  if (factor.measure === 'index') return new Float64Array(draws).fill(context.index(period.slice(0, 7)));
  const unit = unitOf(factor, ijkpunt, context.lookup);
  const selection = { measure: factor.measure, place: factor.place, group: factor.group, unit: unit ?? '' };
  const columns = context.lookup.columns(selection, period);
  const where = [factor.measure, factor.place, factor.group].filter((part) => part !== null).join('|');
  if (columns.length === 0) return `niets gemeten dat '${where}' heet in ${period}`;
  const values = context.lookup.total(context.scenario, columns);
  if (ijkpunt.operation !== 'gemiddelde') return values;
  const months = new Set(columns.map(({ series }) => series.period)).size;
  return values.map((value) => value / months);
}

/** One number per draw, or the Dutch reasons why there is none. */
function formulaValues(text: string, ijkpunt: Formula, context: IjkpuntContext): Float64Array | string[] {
  const { terms, problems } = parseFormula(text);
  if (problems.length > 0) return [...problems];
  const sum = new Float64Array(context.lookup.results.draws);
  const missing: string[] = [];
  for (const { sign, factors } of terms) {
    const product = new Float64Array(sum.length).fill(sign);
    for (const factor of factors) {
      const values = factorValues(factor, ijkpunt, context);
      if (typeof values === 'string') missing.push(values);
      else values.forEach((value, draw) => (product[draw] = (product[draw] ?? NaN) * value));
    }
    product.forEach((value, draw) => (sum[draw] = (sum[draw] ?? NaN) + value));
  }
  return missing.length > 0 ? missing : sum;
}

function isPlainFlow({ factors }: Term): boolean {
  const [only] = factors;
  return factors.length === 1 && typeof only === 'object' && only.measure === 'stroom' && only.place !== null;
}

function arrowsOf({ operation, numerator }: Ijkpunt): string[] {
  const { terms } = parseFormula(numerator);
  if (operation !== 'som' || !terms.every(isPlainFlow)) return [];
  return terms
    .filter(({ sign }) => sign === 1)
    .flatMap(({ factors }) => factors.map((factor) => (typeof factor === 'object' ? (factor.place ?? '') : '')));
}

/** The station that the teller is about: the place of its first series. */
function stationOf({ numerator }: Formula): string {
  for (const { factors } of parseFormula(numerator).terms) {
    for (const factor of factors) if (typeof factor === 'object' && factor.place !== null) return factor.place;
  }
  return '';
}

function place(found: Interval | null, { low, high }: Ijkpunt): IjkpuntResult['outcome'] {
  const margin = found?.halfWidth ?? null;
  if (found === null || margin === null) return 'te onzeker';
  const [from, to] = [found.mean - margin, found.mean + margin];
  if (from >= low && to <= high) return 'binnen';
  return to < low || from > high ? 'buiten' : 'te onzeker';
}

/** The one number that a row has in every draw (NaN where there is none), or Dutch sentences on why it has none at all. */
export function valuesPerDraw(row: Formula, context: IjkpuntContext): Float64Array | string[] {
  const isRatio = row.operation === 'verhouding';
  if (isRatio !== (row.denominator !== null)) {
    return [isRatio ? 'een verhouding heeft een noemer nodig' : `bij '${row.operation}' hoort geen noemer`];
  }
  let values = formulaValues(row.numerator, row, context);
  if (Array.isArray(values)) return values;
  if (row.denominator !== null) {
    const bottom = formulaValues(row.denominator, row, context);
    if (Array.isArray(bottom)) return bottom;
    values = values.map((value, draw) => (bottom[draw] === 0 ? NaN : value / (bottom[draw] ?? NaN)));
  }
  if (row.operation !== 'netto') return values;
  const station = stationOf(row);
  const twin = context.twin?.(station) ?? -1;
  if (twin < 0) return [`station '${station}' is niet zonder effect doorgerekend; het heeft geen effectParameters`];
  const without = formulaValues(row.numerator, row, { ...context, scenario: twin });
  return Array.isArray(without) ? without : values.map((value, draw) => value - (without[draw] ?? NaN));
}

/**
 * Evaluates one ijkpunt on one scenario. `problems` are Dutch sentences for the author of the file: a formula that cannot be read, or that
 * selects nothing in this run.
 */
export function evaluateIjkpunt(
  ijkpunt: Ijkpunt,
  context: IjkpuntContext,
): { result: IjkpuntResult; problems: readonly string[] } {
  const empty = { ijkpunt, interval: null, outcome: 'te onzeker', arrows: arrowsOf(ijkpunt) } as const;
  const values = valuesPerDraw(ijkpunt, context);
  if (Array.isArray(values)) return { result: empty, problems: values.map((problem) => `${ijkpunt.id}: ${problem}`) };
  const found = interval(values);
  return { result: { ...empty, interval: found, outcome: place(found, ijkpunt) }, problems: [] };
}
