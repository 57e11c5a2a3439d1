// How well months that were kept out of the fit are forecast: error, bias and band, beside two forecasts that need no model.
import { mean } from 'simple-statistics';
import { band } from './bands.js';

/** One month: uitkeringen on its first day, and those that came and went during it (null: not counted). */
export interface Counted {
  readonly month: string;
  readonly volume: number;
  readonly inflow: number | null;
  readonly outflow: number | null;
}

export const series = ['volume', 'inflow', 'outflow'] as const;
export type SeriesName = (typeof series)[number];

/** Per series one number per month, by draw: `draws[draw][month]`. */
export type Forecast = Readonly<Record<SeriesName, readonly (readonly number[])[]>>;

export interface BacktestMonth {
  readonly month: string;
  readonly series: SeriesName;
  readonly counted: number;
  /** Mean over draws, and the band in which eight of ten draws lie. */
  readonly model: number;
  readonly p10: number;
  readonly p90: number;
  readonly last: number;
  readonly national: number;
}

export interface BacktestScore {
  readonly series: SeriesName;
  readonly forecaster: 'model' | 'laatste waarde' | 'landelijke trend';
  readonly months: number;
  /** Mean absolute error, in uitkeringen. */
  readonly mae: number;
  /** The same as a part of what was counted; null when a month counted nobody. */
  readonly mape: number | null;
  /** Mean of forecast minus count. */
  readonly bias: number;
  /** Part of the months within the band; only the model has one. */
  readonly withinBand: number | null;
}

/** National figures for a month relative to any fixed base: the volume index, and the factors on inflow and on the exit rate. */
export type National = (month: string) => {
  readonly volume: number;
  readonly inflow: number;
  readonly exitRate: number;
};

/**
 * `known` are the months of the fit, `held` those that follow. Volumes are forecast as changes since the last known month: every draw is shifted
 * so that it agrees with the count there (`known` has the forecast of that month in `atSplit`). Without a model: the last volume and the mean
 * flows of the last twelve months stay; or they move with the country.
 */
export function backtestMonths(
  known: readonly Counted[],
  held: readonly Counted[],
  forecast: Forecast,
  atSplit: readonly number[],
  national: National,
): BacktestMonth[] {
  const recent = known.slice(-12);
  const split = known.at(-1);
  if (split === undefined) throw new RangeError('a backtest needs a month before the first that is held back');
  const then = recent.map(({ month }) => national(month));
  const volumeThen = national(split.month).volume;
  return series.flatMap((name) => {
    const level = name === 'volume' ? split.volume : meanOf(recent.map((row) => row[name]));
    return held.flatMap((row, index): BacktestMonth[] => {
      const counted = row[name];
      if (counted === null || level === null) return [];
      const draws = forecast[name].map((values, draw) => {
        const shift = name === 'volume' ? split.volume - (atSplit[draw] ?? NaN) : 0;
        return (values[index] ?? NaN) + shift;
      });
      const now = national(row.month);
      const growth = now.volume / volumeThen;
      const factor = {
        volume: growth,
        inflow: now.inflow / mean(then.map(({ inflow }) => inflow)),
        outflow: (growth * now.exitRate) / mean(then.map(({ exitRate }) => exitRate)),
      }[name];
      const { p10, p90 } = band(draws);
      return [
        {
          month: row.month,
          series: name,
          counted,
          model: mean(draws),
          p10,
          p90,
          last: level,
          national: level * factor,
        },
      ];
    });
  });
}

function meanOf(values: readonly (number | null)[]): number | null {
  const seen = values.filter((value) => value !== null);
  return seen.length === 0 ? null : mean(seen);
}

/** The model first, then the two forecasts without one, per series that was counted. */
export function backtestScores(months: readonly BacktestMonth[]): BacktestScore[] {
  return series.flatMap((name) => {
    const rows = months.filter((row) => row.series === name);
    if (rows.length === 0) return [];
    const scored = (forecaster: BacktestScore['forecaster'], of: (row: BacktestMonth) => number): BacktestScore => {
      const errors = rows.map((row) => of(row) - row.counted);
      return {
        series: name,
        forecaster,
        months: rows.length,
        mae: mean(errors.map(Math.abs)),
        mape: rows.some(({ counted }) => counted === 0)
          ? null
          : mean(errors.map((error, index) => Math.abs(error) / rows[index]!.counted)),
        bias: mean(errors),
        withinBand:
          forecaster === 'model'
            ? mean(rows.map(({ counted, p10, p90 }) => (counted >= p10 && counted <= p90 ? 1 : 0)))
            : null,
      };
    };
    return [
      scored('model', ({ model }) => model),
      scored('laatste waarde', ({ last }) => last),
      scored('landelijke trend', ({ national }) => national),
    ];
  });
}
