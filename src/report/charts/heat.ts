// A table of shades: a row for each team, a column for each month, darker where it is fuller.
import { escape } from '../html.js';
import { textWidth } from '../text-width.js';
import { colour } from '../theme.js';
import type { Drawing } from '../vega-chart.js';

export interface HeatRow {
  readonly label: string;
  readonly values: readonly number[];
}

/** From these levels on a shade darker; below the first it is hardly there. */
export interface Shades {
  readonly from: readonly number[];
}

const opacities = [0.07, 0.25, 0.45, 0.7, 1];
const CELL = 17;
const WIDTH = 480;

export const shadeOf = (value: number, { from }: Shades): number => from.filter((level) => value >= level).length;

/** The months as `2019-01`; a year is written under its January. */
export function heatDrawing(rows: readonly HeatRow[], months: readonly string[], shades: Shades): Drawing {
  const left = Math.min(250, 14 + 1.15 * Math.max(...rows.map(({ label }) => textWidth(label, 12))));
  const width = (WIDTH - left) / Math.max(1, months.length);
  const rounded = (value: number): number => Math.round(10 * value) / 10;
  const cells = new Map<number, string[]>();
  const parts: string[] = [];
  rows.forEach(({ label, values }, row) => {
    const y = 2 + row * CELL;
    parts.push(`<text x="0" y="${y + 12}" font-size="12" fill="${colour('ink')}">${escape(label)}</text>`);
    values.forEach((value, column) => {
      if (Number.isNaN(value)) return;
      const shade = shadeOf(value, shades);
      const path = `M${rounded(left + column * width)} ${y}h${rounded(width)}v${CELL - 2}h-${rounded(width)}z`;
      cells.set(shade, [...(cells.get(shade) ?? []), path]);
    });
  });
  for (const [shade, paths] of [...cells].sort(([a], [b]) => a - b)) {
    parts.push(`<path d="${paths.join('')}" fill="${colour('median')}" fill-opacity="${opacities[shade] ?? 1}"/>`);
  }
  const bottom = 2 + rows.length * CELL;
  months.forEach((month, column) => {
    if (!month.endsWith('-01')) return;
    const x = rounded(left + column * width);
    parts.push(
      `<path d="M${x} 2V${bottom + 3}" stroke="${colour('paper')}" stroke-width="1.5"/>`,
      `<text x="${x + 2}" y="${bottom + 14}" font-size="11" fill="${colour('soft')}">${month.slice(0, 4)}</text>`,
    );
  });
  return { width: WIDTH, height: bottom + 20, body: parts.join('') };
}

/** A block of one shade, for the legend. */
export function shadeBlock(shade: number): string {
  return `<rect width="28" height="12" fill="${colour('median')}" fill-opacity="${opacities[shade] ?? 1}"/>`;
}
