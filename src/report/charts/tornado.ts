// A tornado: a row per number, with how far the outcome moves when only that number goes to laag and to hoog.
import { escape } from '../html.js';
import { wrapText } from '../text-width.js';
import { colour, type Role } from '../theme.js';
import type { Drawing } from '../vega-chart.js';
import { signed } from '../words.js';

export interface TornadoBar {
  label: string;
  /** Change of the outcome, in persons. */
  low: number;
  high: number;
}

/** The colours of the two ends, also for a legend. */
export const ends: Readonly<Record<'low' | 'high', Role>> = { low: 'median', high: 'ambition' };

const width = 340;
const line = 17;
const bar = 10;
/** Room beside the longest bar for its number. */
const letters = 52;
/** Kept free beside a label: letters of another font may be a sixth wider than those that `wrapText` knows. */
const slack = 50;

/** All drawings of one row of pictures share `most`, the longest bar, so that they may be laid beside each other. */
export function tornado(rows: readonly TornadoBar[], most: number): Drawing {
  const middle = width / 2;
  const scale = (middle - letters) / Math.max(1, most);
  const parts: string[] = [];
  let y = 0;
  for (const { label, low, high } of rows) {
    for (const text of wrapText(label, 13, width - slack)) {
      parts.push(`<text x="1" y="${y + 13}" font-size="13" fill="${colour('ink')}">${escape(text)}</text>`);
      y += line;
    }
    for (const [value, role] of [
      [low, ends.low],
      [high, ends.high],
    ] as const) {
      const size = Math.round(10 * Math.abs(value) * scale) / 10;
      const left = value < 0 ? middle - size : middle;
      const anchor = value < 0 ? 'end' : 'start';
      const beside = value < 0 ? left - 4 : left + size + 4;
      parts.push(
        `<rect x="${left}" y="${y + 3}" width="${size}" height="${bar}" fill="${colour(role)}"/>`,
        `<text x="${beside}" y="${y + 12}" font-size="12" text-anchor="${anchor}" fill="${colour('ink')}">${signed(value)}</text>`,
      );
      y += bar + 3;
    }
    y += 10;
  }
  const axis = `<path d="M${middle} 0V${Math.max(1, y - 8)}" stroke="${colour('soft')}" stroke-width="1"/>`;
  // Under the letters: a label may cross the middle.
  return { width, height: Math.max(1, y), body: axis + parts.join('') };
}
