// Gross beside counterfactual per horizon: two dots on a line, the distance between them being what the programme adds.
import type { TopLevelSpec } from 'vega-lite';
import type { EffectAtHorizon, ProgrammeEffect } from '../../analysis/effect.js';
import { colour } from '../theme.js';
import { signed } from '../words.js';

/** One scale for all programmes, from nobody to the highest share in whole tens. */
export function shareDomain(effects: readonly ProgrammeEffect[]): [number, number] {
  const highest = effects.flatMap(({ horizonten }) =>
    horizonten.flatMap(({ bruto, zonder, literatuur }) => [
      bruto.gemiddelde,
      zonder.gemiddelde + Math.max(0, literatuur?.hoog ?? 0),
    ]),
  );
  return [0, Math.min(100, Math.ceil(10 * Math.max(0.1, ...highest) + 0.4) * 10)];
}

function row({ maanden, bruto, zonder, netto, literatuur }: EffectAtHorizon) {
  const percent = (share: number): number => Math.round(1000 * share) / 10;
  return {
    na: `${maanden} mnd`,
    bruto: percent(bruto.gemiddelde),
    zonder: percent(zonder.gemiddelde),
    netto: signed(100 * netto.gemiddelde, 1),
    eind: percent(Math.max(bruto.gemiddelde, zonder.gemiddelde)),
    laag: percent(zonder.gemiddelde + (literatuur?.laag ?? 0)),
    hoog: percent(zonder.gemiddelde + (literatuur?.hoog ?? 0)),
  };
}

export function dumbbellSpec({ horizonten }: ProgrammeEffect, domain: readonly [number, number]): TopLevelSpec {
  const values = horizonten.map(row);
  // The horizons are named, because the first layer has only those with research beside them and would order the others after it.
  const scale = { domain: values.map(({ na }) => na) };
  const y = { field: 'na', type: 'ordinal' as const, scale, axis: { title: null, grid: false } };
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false },
    axis: { title: '% zonder uitkering', tickCount: 5, format: ',.0f' },
  });
  return {
    // Room for the number behind a dot at the far right.
    padding: { left: 10, right: 34, top: 4, bottom: 2 },
    width: 290,
    height: 32 * values.length,
    data: { values },
    layer: [
      {
        transform: [{ filter: 'datum.hoog > datum.laag' }],
        mark: { type: 'bar', height: 18, color: colour('fanOuter') },
        encoding: { y, x: x('laag'), x2: { field: 'hoog' } },
      },
      {
        mark: { type: 'rule', strokeWidth: 2.5, color: colour('median') },
        encoding: { y, x: x('zonder'), x2: { field: 'bruto' } },
      },
      {
        mark: { type: 'point', size: 70, strokeWidth: 2, stroke: colour('median'), fill: colour('paper'), opacity: 1 },
        encoding: { y, x: x('zonder') },
      },
      {
        mark: { type: 'point', size: 75, stroke: colour('median'), fill: colour('median'), opacity: 1 },
        encoding: { y, x: x('bruto') },
      },
      {
        mark: { type: 'text', align: 'left', dx: 9, fontSize: 11.5, fontWeight: 600, color: colour('ink') },
        encoding: { y, x: x('eind'), text: { field: 'netto', type: 'nominal' } },
      },
    ],
  };
}
