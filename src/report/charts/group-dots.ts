// Per group of clients a dot with its margin, left of the zero line when there are fewer.
import { escape } from '../html.js';
import { textWidth } from '../text-width.js';
import { colour } from '../theme.js';
import type { Drawing } from '../vega-chart.js';
import { signed } from '../words.js';

export interface GroupDot {
  readonly label: string;
  /** Null: too few to tell. */
  readonly value: { readonly mean: number; readonly margin: number } | null;
}

const WIDTH = 400;
const ROW = 24;

/** `reach`: the scale runs from minus this to plus this, so that several drawings may be compared by eye. */
export function groupDots(rows: readonly GroupDot[], reach: number): Drawing {
  const left = Math.min(200, 16 + 1.15 * Math.max(...rows.map(({ label }) => textWidth(label, 12))));
  const right = WIDTH - 62;
  const x = (value: number): number =>
    Math.round(10 * (left + ((value + reach) / (2 * reach || 1)) * (right - left))) / 10;
  const parts = rows.flatMap(({ label, value }, row) => {
    const y = 14 + row * ROW;
    const name = `<text x="0" y="${y + 4}" font-size="12" fill="${colour('ink')}">${escape(label)}</text>`;
    const line = `<path d="M${left} ${y}H${right}" stroke="${colour('line')}" stroke-width="1"/>`;
    if (value === null) return [name, line];
    const { mean, margin } = value;
    const ends = [Math.max(-reach, mean - margin), Math.min(reach, mean + margin)].map(x);
    return [
      name,
      line,
      `<path d="M${ends[0]!} ${y}H${ends[1]!}" stroke="${colour('fanInner')}" stroke-width="7"/>`,
      `<circle cx="${x(mean)}" cy="${y}" r="4.5" fill="${colour('median')}"/>`,
      `<text x="${right + 10}" y="${y + 4}" font-size="12" fill="${colour('ink')}">${signed(mean, 1)}</text>`,
    ];
  });
  const bottom = 4 + rows.length * ROW;
  const zero = `<path d="M${x(0)} 2V${bottom}" stroke="${colour('soft')}" stroke-width="1.2"/>`;
  const legend = `<text x="${x(0)}" y="${bottom + 15}" font-size="11" text-anchor="middle" fill="${colour('soft')}">0</text>`;
  return { width: WIDTH, height: bottom + 20, body: [zero, ...parts, legend].join('') };
}
