// Levels and the steps between them, from top to bottom: each step begins where the last one ended.
import type { TopLevelSpec } from 'vega-lite';
import { colour } from '../theme.js';

export interface WaterfallRow {
  readonly label: string;
  /** A level stands where it is; a step moves from where the last row ended by its value; `left` is what is still to be done. */
  readonly kind: 'level' | 'step' | 'left' | 'goal';
  readonly value: number;
  /** The number as it is printed behind the row. */
  readonly text: string;
}

interface Placed {
  readonly label: string;
  readonly kind: 'level' | 'down' | 'up' | 'left' | 'goal';
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The rows with where each begins and ends, in the unit of the levels. */
export function placed(rows: readonly WaterfallRow[]): Placed[] {
  let at = 0;
  return rows.map(({ label, kind, value, text }) => {
    const moves = kind === 'step' || kind === 'left';
    const from = moves ? at : value;
    at = moves ? at + value : value;
    return { label, kind: kind === 'step' ? (value < 0 ? 'down' : 'up') : kind, from, to: at, text };
  });
}

/** One scale for several waterfalls, in whole fifties with some air. */
export function waterfallDomain(all: readonly (readonly WaterfallRow[])[]): [number, number] {
  const ends = all.flatMap((rows) => placed(rows).flatMap(({ from, to }) => [from, to]));
  return [Math.floor(Math.min(...ends) / 50 - 0.5) * 50, Math.ceil(Math.max(...ends) / 50 + 0.5) * 50];
}

const ROW = 28;
const WIDTH = 270;

export function waterfallSpec(rows: readonly WaterfallRow[], domain: readonly [number, number]): TopLevelSpec {
  const values = placed(rows).map((row, place) => ({ ...row, rij: `${place} ${row.label}` }));
  const y = {
    field: 'rij',
    type: 'ordinal' as const,
    scale: { domain: values.map(({ rij }) => rij) },
    axis: {
      title: null,
      grid: false,
      // Two rows may have the same label; the place in front keeps them apart and is not printed.
      labelExpr: "slice(datum.value, indexof(datum.value, ' ') + 1)",
      labelLimit: 200,
      labelFontSize: 12,
      labelColor: colour('ink'),
    },
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false, zero: false },
    axis: { title: 'personen', tickCount: 4, format: ',.0f' },
  });
  const bar = (kind: Placed['kind'], mark: object) => ({
    transform: [{ filter: `datum.kind === '${kind}'` }],
    mark: { type: 'bar' as const, height: 15, ...mark },
    encoding: { y, x: x('from'), x2: { field: 'to' } },
  });
  const goal = values.filter(({ kind }) => kind === 'goal');
  return {
    width: WIDTH,
    height: ROW * values.length,
    // Letters may be wider than those that were measured with.
    padding: { left: 18, top: 2, right: 26, bottom: 2 },
    data: { values },
    layer: [
      ...goal.map(({ to }) => ({
        mark: { type: 'rule' as const, strokeWidth: 1.6, strokeDash: [7, 4], color: colour('ambition') },
        encoding: { x: { datum: to, type: 'quantitative' as const } },
      })),
      bar('down', { color: colour('fanInner') }),
      bar('up', { color: colour('loop') }),
      bar('left', { fill: colour('paper'), stroke: colour('ambition'), strokeWidth: 1.4, strokeDash: [3, 2] }),
      {
        transform: [{ filter: "datum.kind === 'level' || datum.kind === 'goal'" }],
        mark: { type: 'tick', thickness: 3, size: 20, color: colour('median'), opacity: 1 },
        encoding: { y, x: x('to') },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', fontSize: 12, fill: colour('ink') },
        encoding: { y, x: { value: WIDTH + 8 }, text: { field: 'text', type: 'nominal' } },
      },
    ],
  };
}
