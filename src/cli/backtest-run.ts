// Monthly counts from start to end: fit levels to the first part, forecast the rest, and lay both beside what was counted.
import {
  backtestMonths,
  backtestScores,
  type BacktestMonth,
  type BacktestScore,
  type Counted,
  type National,
  type SeriesName,
} from '../analysis/backtest.js';
import type { Fit } from '../analysis/fit.js';
import { addMonths } from '../analysis/month.js';
import { dayNumber } from '../chain/civil-date.js';
import { amountAt } from '../chain/spec/amount.js';
import type { IjkingKnob } from '../files/load-ijking.js';
import { writeTable } from '../files/table-write.js';
import { formatValue } from '../scenario/sentences.js';
import { trendFactors, volumeIndex } from '../scenario/trend.js';
import { changesAt, memberValue } from './calibration.js';
import type { FitRunOptions } from './calibration-run.js';
import type { Context } from './context.js';
import { courses, fitLevels, overMonths, runMonths } from './counts-fit.js';
import { inUnit } from './numbers.js';
import { unchanged, type Study } from './study.js';
import { textTable } from './text-table.js';

export interface CountsFound {
  readonly fitted: Fit;
  readonly known: readonly Counted[];
  /** Empty when nothing was held back. */
  readonly months: readonly BacktestMonth[];
  readonly scores: readonly BacktestScore[];
}

/** The last month of the first part: `tot` when given, otherwise after two years, or two thirds of the months when there are fewer than three years. */
export function splitAfter(counts: readonly Counted[], tot: string | undefined): number {
  if (tot !== undefined) return counts.findIndex(({ month }) => month === tot) + 1;
  return counts.length >= 36 ? 24 : Math.floor((2 * counts.length) / 3);
}

/** `known` is how many of the counts are fitted to; the rest is forecast with all other parameters drawn from their ranges. */
export async function throughCounts(
  study: Study,
  levels: readonly IjkingKnob[],
  counts: readonly Counted[],
  first: number,
  options: FitRunOptions,
  context: Context,
): Promise<CountsFound> {
  const [known, held] = [counts.slice(0, first), counts.slice(first)];
  const fitted = await fitLevels(study, levels, known, options, context);
  const split = known.at(-1);
  if (held.length === 0 || split === undefined) return { fitted, known, months: [], scores: [] };
  const over = overMonths(study, known[0]?.month ?? '', held.at(-1)?.month ?? '');
  const scenario = { id: unchanged, name: 'Ongewijzigd beleid', changes: changesAt(levels, fitted.values) };
  const lookup = await runMonths(
    over,
    [scenario],
    {
      // A band needs more draws than a mean.
      draws: Math.max(40, options.doorrekeningen),
      seed: options.startgetal,
      uncertainty: 'on',
      threads: options.rekenkernen,
      what: 'Vooruitkijken',
    },
    context,
  );
  const forecast = courses(
    lookup,
    0,
    held.map(({ month }) => month),
  );
  const atSplit = courses(lookup, 0, [split.month]).volume.map(([value]) => value ?? NaN);
  const months = backtestMonths(known, held, forecast, atSplit, nationalOf(over));
  return { fitted, known, months, scores: backtestScores(months) };
}

function nationalOf({ national, spec }: Study): National {
  const trend = { mode: 'gerealiseerd', quarters: national.quarters } as const;
  const { start } = spec.run;
  const factors = trendFactors(trend, start, { inflowLevel: 1, outflowLevel: 1, sensitivity: 1 });
  return (month) => {
    const day = dayNumber(`${month}-01`);
    const middle = day + 15 - dayNumber(start);
    return {
      volume: volumeIndex(trend, day),
      inflow: amountAt(factors.inflow, middle),
      exitRate: amountAt(factors.outflow, middle),
    };
  };
}

/** One world of the model itself as counts, to test with. */
export async function madeUpCounts(
  study: Study,
  levels: readonly IjkingKnob[],
  truth: readonly number[],
  months: readonly string[],
  options: { seed: string; threads: number },
  context: Context,
): Promise<Counted[]> {
  const over = overMonths(study, months[0] ?? '', months.at(-1) ?? '');
  const scenario = { id: unchanged, name: unchanged, changes: changesAt(levels, truth) };
  const run = { ...options, draws: 1, uncertainty: 'off', what: 'Tellingen maken' } as const;
  const { volume, inflow, outflow } = courses(await runMonths(over, [scenario], run, context), 0, months);
  return months.map((month, index) => ({
    month,
    volume: volume[0]?.[index] ?? NaN,
    inflow: inflow[0]?.[index] ?? NaN,
    outflow: outflow[0]?.[index] ?? NaN,
  }));
}

const dutchNames: Readonly<Record<SeriesName, string>> = { volume: 'volume', inflow: 'instroom', outflow: 'uitstroom' };

export function backtestTable(months: readonly BacktestMonth[]): string {
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  return writeTable(
    {
      columns: ['reeks', 'maand', 'telling', 'model', 'p10', 'p90', 'laatste_waarde', 'landelijke_trend', 'fout_model'],
      rows: months.map((row) => [
        dutchNames[row.series],
        row.month,
        row.counted,
        rounded(row.model),
        rounded(row.p10),
        rounded(row.p90),
        rounded(row.last),
        rounded(row.national),
        rounded(row.model - row.counted),
      ]),
    },
    'excel',
  );
}

export function countsText(
  study: Study,
  levels: readonly IjkingKnob[],
  { fitted, known, months, scores }: CountsFound,
): string {
  const [from, to] = [known[0]?.month ?? '', known.at(-1)?.month ?? ''];
  const start = addMonths(from, -12);
  const head = `${study.spec.label}: afgesteld op ${String(known.length)} maanden (${from} tot en met ${to}); de doorrekening begint een jaar eerder, op 1-${String(Number(start.slice(5)))}-${start.slice(0, 4)}. Kwadratensom ${(fitted.rounds[0]?.misfit ?? NaN).toFixed(1)} werd ${fitted.misfit.toFixed(1)}.`;
  const parameters = textTable(
    [{ title: 'parameter' }, { title: 'was', align: 'right' }, { title: 'wordt', align: 'right' }],
    levels.flatMap((level, k) =>
      level.members.map((member) => {
        const show = (value: number): string => formatValue(value, member.unit);
        return [member.name, show(member.value), show(memberValue(level, member, fitted.values[k] ?? NaN))];
      }),
    ),
  );
  if (scores.length === 0) return `${head}\n\n${parameters}`;
  const table = textTable(
    [
      { title: 'reeks' },
      { title: 'vooruitblik' },
      { title: 'maanden', align: 'right' },
      { title: 'gemiddelde fout', align: 'right' },
      { title: 'in procenten', align: 'right' },
      { title: 'scheef', align: 'right' },
      { title: 'binnen de 80 %-band', align: 'right' },
    ],
    scores.map((score) => [
      dutchNames[score.series],
      score.forecaster,
      String(score.months),
      inUnit(score.mae, 'uitkeringen'),
      score.mape === null ? '-' : inUnit(score.mape, 'aandeel'),
      inUnit(score.bias, 'uitkeringen'),
      score.withinBand === null ? '' : inUnit(score.withinBand, 'aandeel'),
    ]),
  );
  return `${head}\n\n${parameters}\n\nTerugtoets op de ${String(new Set(months.map(({ month }) => month)).size)} maanden daarna, die niet zijn gebruikt bij het afstellen:\n\n${table}`;
}
