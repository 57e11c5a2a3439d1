// The national trend: quarterly figures of the whole country as factors on inflow and exit risks, and as a volume index.
import type { Amount, TimedPoint } from '../chain/spec/amount.js';
import { amountAt } from '../chain/spec/amount.js';
import { dayNumber } from '../chain/civil-date.js';
import type { Issue } from '../chain/spec/issue.js';

/** One quarter of the national figures, in persons. Null where the source has no figure. */
export interface Quarter {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  /** At the end of the quarter. */
  readonly stock: number | null;
  /** During the quarter. */
  readonly inflow: number | null;
  /** During the quarter, without those who reached AOW age. */
  readonly outflow: number | null;
}

/** `vlak`: factors and index 1. `gerealiseerd (achteraf)` and `raming`: what the quarters say. */
export type TrendMode = 'gerealiseerd' | 'raming' | 'vlak';

export interface Trend {
  readonly mode: TrendMode;
  readonly quarters: readonly Quarter[];
}

/**
 * Names by which templates and parameters speak of the trend. `@trend.instroom` and `@trend.uitstroom` are its factors
 * over time and `@trend.volume` is the national volume, 1 at the start of the run; the other three are ordinary parameters, which an organisation that follows the trend must have.
 */
export const trendNames = {
  inflow: 'trend.instroom',
  outflow: 'trend.uitstroom',
  volume: 'trend.volume',
  inflowLevel: 'trend.niveau_instroom',
  outflowLevel: 'trend.niveau_uitstroom',
  sensitivity: 'trend.gevoeligheid',
} as const;

/** Parameters of the translation to one organisation; in force at the start of each quarter. */
export interface TrendResponse {
  /** Calibrated factors on the national inflow and exit rate. */
  readonly inflowLevel: Amount;
  readonly outflowLevel: Amount;
  /** 1: as strongly as the country; 0: not at all. */
  readonly sensitivity: Amount;
}

/** The year whose mean is 1; before it nothing is scaled. */
const BASE_YEAR = 2019;

/**
 * Seasonal indices per quarter, 100 = quarter mean: CBS StatLine 82662NED, mean of 2019, 2022 and 2023 (2020 and 2021
 * left out because of corona).
 */
export const season = {
  inflow: [103, 92, 102, 104],
  outflow: [101, 97, 113, 89],
} as const;

interface Step {
  readonly year: number;
  readonly quarter: number;
  readonly value: number;
}

/**
 * Factors over time as step functions, in days since `start`: 1 before 2019, then per quarter
 * (level · corrected figure / its 2019 mean) ^ sensitivity, held at its last value. The figure of the outflow is the
 * outflow divided by the stock at the start of the quarter. Throws when 2019 is not complete.
 */
export function trendFactors(
  trend: Trend,
  start: string,
  response: TrendResponse,
): { readonly inflow: Amount; readonly outflow: Amount } {
  if (trend.mode === 'vlak') return { inflow: 1, outflow: 1 };
  return {
    inflow: factor(inflowSteps(trend.quarters), start, response.inflowLevel, response.sensitivity),
    outflow: factor(outflowSteps(trend.quarters), start, response.outflowLevel, response.sensitivity),
  };
}

/** The values of all parameters over time, and with them the factors of the trend under their names. */
export function withTrend(
  values: ReadonlyMap<string, Amount>,
  trend: Trend,
  start: string,
): ReadonlyMap<string, Amount> {
  const { inflow, outflow } = trendFactors(trend, start, {
    inflowLevel: values.get(trendNames.inflowLevel) ?? 1,
    outflowLevel: values.get(trendNames.outflowLevel) ?? 1,
    sensitivity: values.get(trendNames.sensitivity) ?? 1,
  });
  return new Map([
    ...values,
    [trendNames.inflow, inflow],
    [trendNames.outflow, outflow],
    [trendNames.volume, volumeFrom(trend, start)],
  ]);
}

/** Whether a template with these names goes up and down with the country. */
export function followsTrend(used: ReadonlySet<string>): boolean {
  return used.has(trendNames.inflow) || used.has(trendNames.outflow);
}

/** What a template that follows the trend lacks: a parameter that is silently 1 would be a trend of our own making. */
export function trendIssues(used: ReadonlySet<string>, values: ReadonlyMap<string, Amount>): Issue[] {
  if (!followsTrend(used)) return [];
  return [trendNames.inflowLevel, trendNames.outflowLevel, trendNames.sensitivity]
    .filter((name) => !values.has(name))
    .map((name) => ({ path: [], message: `wie de landelijke trend volgt heeft parameter '${name}' nodig` }));
}

function inflowSteps(quarters: readonly Quarter[]): Step[] {
  return quarters.flatMap(({ year, quarter, inflow }) =>
    inflow === null ? [] : [{ year, quarter, value: corrected(inflow, season.inflow, quarter) }],
  );
}

function outflowSteps(quarters: readonly Quarter[]): Step[] {
  const stocks = new Map(quarters.map(({ year, quarter, stock }) => [year * 4 + quarter, stock]));
  return quarters.flatMap(({ year, quarter, outflow }) => {
    const before = stocks.get(year * 4 + quarter - 1) ?? null;
    if (outflow === null || before === null) return [];
    return [{ year, quarter, value: corrected(outflow / before, season.outflow, quarter) }];
  });
}

function corrected(figure: number, indices: readonly number[], quarter: number): number {
  return (figure * 100) / (indices[quarter - 1] ?? 100);
}

function factor(steps: readonly Step[], start: string, level: Amount, sensitivity: Amount): Amount {
  const base = steps.filter(({ year }) => year === BASE_YEAR);
  if (base.length !== 4) throw new RangeError(`the national series lacks a quarter of ${String(BASE_YEAR)}`);
  const mean = base.reduce((sum, { value }) => sum + value, 0) / 4;
  const timed: TimedPoint[] = [];
  let previous = 1;
  const later = steps.filter(({ year }) => year >= BASE_YEAR).sort((a, b) => a.year - b.year || a.quarter - b.quarter);
  for (const { year, quarter, value } of later) {
    const at = quarterStart(year, quarter) - dayNumber(start);
    const next = ((amountAt(level, at) * value) / mean) ** amountAt(sensitivity, at);
    timed.push({ at, value: previous }, { at, value: next });
    previous = next;
  }
  return { timed };
}

/**
 * National volume on the given day number, in persons: linear between the ends of quarters, held before the first and
 * after the last. On a flat trend 1.
 */
export function volumeIndex(trend: Trend, day: number): number {
  return trend.mode === 'vlak' ? 1 : amountAt({ timed: stands(trend) }, day);
}

/** The first and the last day of which the quarters give a volume, as day numbers; outside them the index is held. Null on a flat trend. */
export function volumeSpan(trend: Trend): { readonly first: number; readonly last: number } | null {
  const known = trend.mode === 'vlak' ? [] : stands(trend);
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined ? null : { first: first.at, last: last.at };
}

/** The same over time in days since `start`, as a factor on the volume at the start. */
function volumeFrom(trend: Trend, start: string): Amount {
  const origin = dayNumber(start);
  const known = trend.mode === 'vlak' ? [] : stands(trend);
  if (known.length === 0) return 1;
  const first = amountAt({ timed: known }, origin);
  return { timed: known.map(({ at, value }) => ({ at: at - origin, value: value / first })) };
}

function stands({ quarters }: Trend): TimedPoint[] {
  return quarters
    .flatMap(({ year, quarter, stock }) =>
      stock === null
        ? []
        : [{ at: quarter === 4 ? quarterStart(year + 1, 1) : quarterStart(year, quarter + 1), value: stock }],
    )
    .sort((a, b) => a.at - b.at);
}

/** The first day of a quarter, as a day number; the end of the previous quarter is the same midnight. */
function quarterStart(year: number, quarter: number): number {
  return dayNumber(`${String(year)}-${String(quarter * 3 - 2).padStart(2, '0')}-01`);
}
