// Rows of marks on one scale from zero: several drawings with the same end of the scale may be compared by eye.
import { escape } from '../html.js';
import { textWidth } from '../text-width.js';
import { colour } from '../theme.js';
import type { Drawing } from '../vega-chart.js';

export type MarkShape = 'disc' | 'diamond';

export interface DotRow {
  readonly label: string;
  readonly marks: readonly { readonly at: number; readonly shape: MarkShape }[];
  /** A thin line from the first mark to here. */
  readonly to?: number;
  /** Behind the row. */
  readonly text: string;
}

const WIDTH = 460;
const ROW = 24;

export function mark(x: number, y: number, shape: MarkShape): string {
  if (shape === 'disc') return `<circle cx="${x}" cy="${y}" r="4.5" fill="${colour('median')}"/>`;
  const [right, left] = [x + 5.5, x - 5.5];
  return `<path d="M${x} ${y - 5.5}L${right} ${y}L${x} ${y + 5.5}L${left} ${y}Z" fill="${colour('paper')}" stroke="${colour('ambition')}" stroke-width="2"/>`;
}

/** `end`: where the scale ends; `tick` writes a value under it. */
export function dotRows(rows: readonly DotRow[], end: number, tick: (value: number) => string): Drawing {
  const left = Math.min(190, 14 + 1.15 * Math.max(0, ...rows.map(({ label }) => textWidth(label, 12))));
  const right = WIDTH - Math.max(40, 14 + 1.15 * Math.max(0, ...rows.map(({ text }) => textWidth(text, 12))));
  const x = (value: number): number =>
    Math.round(10 * (left + (Math.min(value, end) / (end || 1)) * (right - left))) / 10;
  const body = rows.flatMap(({ label, marks, to, text }, row) => {
    const y = 14 + row * ROW;
    const first = marks[0]?.at;
    return [
      `<text x="0" y="${y + 4}" font-size="12" fill="${colour('ink')}">${escape(label)}</text>`,
      `<path d="M${x(0)} ${y}H${x(end)}" stroke="${colour('line')}" stroke-width="1"/>`,
      to === undefined || first === undefined
        ? ''
        : `<path d="M${x(first)} ${y}H${x(to)}" stroke="${colour('fanInner')}" stroke-width="6"/>`,
      ...marks.map(({ at, shape }) => mark(x(at), y, shape)),
      `<text x="${WIDTH}" y="${y + 4}" font-size="12" text-anchor="end" fill="${colour('ink')}">${escape(text)}</text>`,
    ];
  });
  const bottom = 4 + rows.length * ROW;
  const ticks = [0, end / 2, end].map(
    (value) =>
      `<path d="M${x(value)} 2V${bottom}" stroke="${colour('line')}" stroke-width="1"/><text x="${x(value)}" y="${bottom + 15}" font-size="11" text-anchor="middle" fill="${colour('soft')}">${escape(tick(value))}</text>`,
  );
  return { width: WIDTH, height: bottom + 20, body: [...ticks, ...body].join('') };
}
