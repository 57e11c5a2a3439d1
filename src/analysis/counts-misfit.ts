// How far a model's monthly course is from what was counted, in deviations of chance.
import { mean } from 'simple-statistics';
import { series, type Counted, type Forecast } from './backtest.js';

const year = 12;

/**
 * Residuals in standard deviations of chance, for the mean course over draws. A month's flow is a Poisson count, so its variance is its mean.
 * Volumes of one year are nearly the same number: each weighs 1/√n, and the deviation is that of a year of flows, √(12 (in + out)).
 */
export function residualsOfCounts(counts: readonly Counted[], course: Forecast): number[] {
  const averages = {
    inflow: averageOf(counts, 'inflow') ?? averageOf(counts, 'outflow'),
    outflow: averageOf(counts, 'outflow') ?? averageOf(counts, 'inflow'),
  };
  const flow = (averages.inflow ?? 0) + (averages.outflow ?? 0);
  const spread = {
    volume: Math.sqrt(Math.max(1, year * (flow > 0 ? flow : (counts[0]?.volume ?? 1) / 50)) * counts.length),
    inflow: Math.sqrt(Math.max(1, averages.inflow ?? 1)),
    outflow: Math.sqrt(Math.max(1, averages.outflow ?? 1)),
  };
  return series.flatMap((name) =>
    counts.flatMap((row, month) => {
      const counted = row[name];
      if (counted === null) return [];
      return [(mean(course[name].map((values) => values[month] ?? NaN)) - counted) / spread[name]];
    }),
  );
}

function averageOf(counts: readonly Counted[], name: 'inflow' | 'outflow'): number | null {
  const seen = counts.map((row) => row[name]).filter((value) => value !== null);
  return seen.length === 0 ? null : mean(seen);
}
