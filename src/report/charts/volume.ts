// The fan of one scenario against the trend and, where there is one, the ambition line, in persons per month.
import type { TopLevelSpec } from 'vega-lite';
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import { colour, type Role } from '../theme.js';

/** The first of a month as milliseconds, without a clock or a time zone. */
export function instant(month: string): number {
  const [year = 0, monthOfYear = 1] = month.split('-').map(Number);
  return Date.UTC(year, monthOfYear - 1, 1);
}

/** The Januaries inside the run: few, round, and the same under every picture. */
function years(months: readonly string[]): number[] {
  return months.filter((month) => month.endsWith('-01')).map(instant);
}

export function timeAxis(months: readonly string[]) {
  return {
    field: 'maand',
    type: 'temporal',
    scale: { type: 'utc' },
    axis: { title: null, grid: false, format: '%b %Y', values: years(months), labelFlush: false },
  } as const;
}

/** One scale for all scenarios, so that the pictures may be compared by eye. */
export function volumeDomain(summary: Summary): [number, number] {
  const levels = [
    ...summary.ambitielijnPersonen,
    ...summary.trendlijnPersonen,
    ...summary.scenarios.flatMap(({ waaierPersonen }) => waaierPersonen.flatMap(({ p10, p90 }) => [p10, p90])),
  ];
  const step = 250;
  return [Math.floor(Math.min(...levels) / step) * step, Math.ceil(Math.max(...levels) / step) * step];
}

function line(field: string, role: Role, dash: readonly number[], width: number) {
  return {
    mark: { type: 'line' as const, color: colour(role), strokeWidth: width, strokeDash: [...dash] },
    encoding: { y: { field, type: 'quantitative' as const } },
  };
}

function area(low: string, high: string, role: Role) {
  return {
    mark: { type: 'area' as const, color: colour(role) },
    encoding: { y: { field: low, type: 'quantitative' as const }, y2: { field: high } },
  };
}

/** Dashes, not only colours, tell the lines apart. */
export const dashes = { median: [], ambition: [7, 4], trend: [2, 3] } as const;

export function volumeSpec(
  summary: Summary,
  scenario: ScenarioSummary,
  domain: readonly [number, number],
): TopLevelSpec {
  const values = summary.maanden.map((month, i) => {
    const { p10, p25, p50, p75, p90 } = scenario.waaierPersonen[i]!;
    const lines = { ambitie: summary.ambitielijnPersonen[i]!, trend: summary.trendlijnPersonen[i]! };
    return { maand: instant(month), p10, p25, p50, p75, p90, ...lines };
  });
  return {
    width: 320,
    height: 200,
    data: { values },
    encoding: {
      x: timeAxis(summary.maanden),
      y: {
        type: 'quantitative',
        scale: { domain: [...domain], nice: false, zero: false },
        axis: { title: null, tickCount: 5, format: ',.0f' },
      },
    },
    layer: [
      area('p10', 'p90', 'fanOuter'),
      area('p25', 'p75', 'fanInner'),
      line('trend', 'trend', dashes.trend, 1.5),
      ...(summary.ambitie.personenMinder === null ? [] : [line('ambitie', 'ambition', dashes.ambition, 2)]),
      line('p50', 'median', dashes.median, 2.2),
    ],
  };
}
