// Bars of parts of a whole: a row per name, and behind the bar the range in which the part may lie.
import { escape } from '../html.js';
import { wrapText } from '../text-width.js';
import { colour } from '../theme.js';
import type { Drawing } from '../vega-chart.js';
import { percent } from '../words.js';

export interface ShareRow {
  label: string;
  /** 0–1. */
  share: number;
  low: number | null;
  high: number | null;
}

const width = 340;
const track = { from: 1, to: 290 };
const line = 17;
/** Kept free beside a label: letters of another font may be a sixth wider than those that `wrapText` knows. */
const slack = 50;

/** `rest` draws what is left of the whole as well, in grey. */
export function shareBars(rows: readonly ShareRow[], { rest }: { rest: boolean }): Drawing {
  const x = (share: number): number => Math.round(10 * (track.from + share * (track.to - track.from))) / 10;
  const parts: string[] = [];
  let y = 0;
  for (const { label, share, low, high } of rows) {
    for (const text of wrapText(label, 13, width - slack)) {
      parts.push(`<text x="${track.from}" y="${y + 13}" font-size="13" fill="${colour('ink')}">${escape(text)}</text>`);
      y += line;
    }
    const middle = y + 9;
    const box = (from: number, to: number, fill: string): string =>
      `<rect x="${from}" y="${middle - 6}" width="${Math.round(10 * (to - from)) / 10}" height="12" fill="${fill}"/>`;
    parts.push(box(x(0), x(1), colour(rest ? 'exit' : 'wash')), box(x(0), x(share), colour('fanInner')));
    if (low !== null && high !== null) {
      const [left, right] = [x(low), x(high)];
      parts.push(
        `<path d="M${left} ${middle}H${right}M${left} ${middle - 5}v10M${right} ${middle - 5}v10" stroke="${colour('median')}" stroke-width="1.6" fill="none"/>`,
      );
    }
    parts.push(
      `<text x="${width - 1}" y="${middle + 4.5}" font-size="13" text-anchor="end" fill="${colour('ink')}">${percent(share, 0)}</text>`,
    );
    y += 30;
  }
  return { width, height: Math.max(1, y), body: parts.join('') };
}
