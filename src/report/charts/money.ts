// What a scenario has cost beside ongewijzigd beleid, added up month by month, in millions of euros.
import type { TopLevelSpec } from 'vega-lite';
import type { ScenarioMoney } from '../../analysis/money.js';
import { colour } from '../theme.js';
import { instant, timeAxis } from './volume.js';

const million = 1e6;

/** One scale for all scenarios, with 0 in it. */
export function moneyDomain(all: readonly ScenarioMoney[]): [number, number] {
  const levels = all.flatMap(({ cumulatief }) => cumulatief.flatMap(({ p10, p90 }) => [p10 / million, p90 / million]));
  const [low, high] = [Math.min(0, ...levels), Math.max(0, ...levels)];
  const margin = Math.max(0.05, (high - low) * 0.08);
  return [low === 0 ? -margin : low - margin, high + margin];
}

export function moneySpec({ cumulatief }: ScenarioMoney, domain: readonly [number, number]): TopLevelSpec {
  const values = cumulatief.map(({ maand, gemiddelde, p10, p90 }) => {
    return { maand: instant(maand), midden: gemiddelde / million, laag: p10 / million, hoog: p90 / million };
  });
  return {
    width: 320,
    height: 200,
    data: { values },
    encoding: {
      x: timeAxis(cumulatief.map(({ maand }) => maand)),
      y: {
        type: 'quantitative',
        scale: { domain: [...domain], nice: false, zero: false },
        axis: { title: null, tickCount: 5, format: ',.1~f' },
      },
    },
    layer: [
      {
        mark: { type: 'area', color: colour('fanOuter') },
        encoding: { y: { field: 'laag', type: 'quantitative' }, y2: { field: 'hoog' } },
      },
      {
        mark: { type: 'rule', color: colour('soft'), strokeWidth: 1.2 },
        encoding: { x: { value: 0 }, x2: { value: 'width' }, y: { datum: 0 } },
      },
      {
        mark: { type: 'line', color: colour('median'), strokeWidth: 2.2 },
        encoding: { y: { field: 'midden', type: 'quantitative' } },
      },
    ],
  };
}
