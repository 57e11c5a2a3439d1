// The difference of every scenario with where eight of ten doorrekeningen lie, on one scale with the ambition where there is one.
import { escape } from '../html.js';
import { wrapText } from '../text-width.js';
import { colour } from '../theme.js';
import type { Drawing } from '../vega-chart.js';
import { number } from '../words.js';

export interface DifferenceRow {
  readonly name: string;
  /** Persons by which the volume differs from ongewijzigd beleid; below zero is fewer. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

const WIDTH = 480;
const LEFT = 36;
const RIGHT = 380;
const LINE = 15;

/** `goal`: the ambition, below zero; null without one. The name stands above its band, so that letters stay legible on a phone. */
export function differencesDrawing(rows: readonly DifferenceRow[], goal: number | null): Drawing {
  const ends = [0, goal ?? 0, ...rows.flatMap(({ low, high }) => [low, high])];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const x = (value: number): number =>
    Math.round(10 * (LEFT + ((value - from) / (to - from || 1)) * (RIGHT - LEFT))) / 10;
  const parts: string[] = [];
  let y = 2;
  for (const { name, mean, low, high, text } of rows) {
    for (const line of wrapText(name, 12, WIDTH - 60)) {
      y += LINE;
      parts.push(`<text x="0" y="${y}" font-size="12" fill="${colour('ink')}">${escape(line)}</text>`);
    }
    y += 13;
    parts.push(
      `<path d="M${LEFT} ${y}H${RIGHT}" stroke="${colour('line')}" stroke-width="1"/>`,
      `<path d="M${x(low)} ${y}H${x(high)}" stroke="${colour('fanInner')}" stroke-width="8"/>`,
      goal === null
        ? ''
        : `<path d="M${x(goal)} ${y - 8}v16" stroke="${colour('ambition')}" stroke-width="2.4" stroke-dasharray="5 2.5"/>`,
      `<path d="M${x(0)} ${y - 8}v16" stroke="${colour('soft')}" stroke-width="1.2"/>`,
      `<circle cx="${x(mean)}" cy="${y}" r="5" fill="${colour('median')}"/>`,
      `<text x="${RIGHT + 14}" y="${y + 4}" font-size="12" fill="${colour('ink')}">${escape(text)}</text>`,
    );
    y += 10;
  }
  const label = (at: number, words: string, role: 'soft' | 'ambition'): string =>
    `<text x="${at < 60 ? 0 : at}" y="${y + 14}" font-size="12" text-anchor="${at < 60 ? 'start' : 'middle'}" fill="${colour(role)}">${words}</text>`;
  parts.push(label(x(0), '0', 'soft'));
  if (goal !== null) parts.push(label(x(goal), `ambitie ${number(goal)}`, 'ambition'));
  return { width: WIDTH, height: y + 22, body: parts.join('') };
}
