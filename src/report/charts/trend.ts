// Ongewijzigd beleid beside the national trend, both as an index with 100 at the start.
import type { TopLevelSpec } from 'vega-lite';
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import { colour } from '../theme.js';
import { dashes, timeAxis, instant } from './volume.js';

/** The mean volume of a scenario with the start at 100. */
export function volumeIndex({ waaierPersonen }: ScenarioSummary): number[] {
  const start = waaierPersonen[0]?.gemiddelde ?? NaN;
  return waaierPersonen.map(({ gemiddelde }) => (100 * gemiddelde) / start);
}

export function trendSpec(summary: Summary, base: ScenarioSummary): TopLevelSpec {
  const own = volumeIndex(base);
  const values = summary.maanden.map((month, i) => {
    return { maand: instant(month), landelijk: 100 * summary.trendindex[i]!, eigen: own[i]! };
  });
  const levels = values.flatMap(({ landelijk, eigen }) => [landelijk, eigen]);
  const domain = [Math.floor(Math.min(...levels) - 1), Math.ceil(Math.max(...levels) + 1)];
  return {
    width: 320,
    height: 200,
    data: { values },
    encoding: {
      x: timeAxis(summary.maanden),
      y: {
        type: 'quantitative',
        scale: { domain, nice: false, zero: false },
        axis: { title: null, tickCount: 5, format: ',.0f' },
      },
    },
    layer: [
      {
        mark: { type: 'line', color: colour('trend'), strokeWidth: 1.8, strokeDash: [...dashes.trend] },
        encoding: { y: { field: 'landelijk', type: 'quantitative' } },
      },
      {
        mark: { type: 'line', color: colour('median'), strokeWidth: 2.2 },
        encoding: { y: { field: 'eigen', type: 'quantitative' } },
      },
    ],
  };
}
