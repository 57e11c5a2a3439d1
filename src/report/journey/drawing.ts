// Timelines under each other on one scale, as SVG: a row per step, thin for waiting and thick for what lasts.
import type { CourseStep } from '../../analysis/course.js';
import { roomFor, text } from '../flow/shapes.js';
import { colour } from '../theme.js';
import type { Drawing } from '../vega-chart.js';
import { scaleOf, type Scale } from './scale.js';
import { stationLabel, type Timeline } from './timeline.js';

const LABELS = 340;
const CHART = 620;
const ROW = 22;
const RIGHT = 24;
const px = (value: number): string => String(Math.round(value * 10) / 10);

/** A label that fits beside the chart, cut with an ellipsis when it does not. */
function fitted(words: string): string {
  if (roomFor(words, 12.5) <= LABELS - 24) return words;
  let short = words;
  while (roomFor(`${short}…`, 12.5) > LABELS - 24) short = short.slice(0, -1).trimEnd();
  return `${short}…`;
}

export function timelineDrawing(timelines: readonly Timeline[]): Drawing {
  const scale = scaleOf(timelines);
  const x = (day: number): number => LABELS + CHART * scale.at(day);
  const rows: string[] = [];
  let y = 30;
  for (const timeline of timelines) {
    rows.push(text(0, y + 14, timeline.title, { bold: true, size: 14 }));
    y += 24;
    for (const step of timeline.course.steps) {
      const isPrescribed = timeline.prescribed.some(({ station }) => station === step.station);
      const label = `${step.main ? '' : '+ '}${stationLabel(timeline.spec, step.station)}`;
      rows.push(text(12, y + 15, fitted(`${label}${isPrescribed ? ' *' : ''}`), { size: 12.5 }), bar(step, x, y + 11));
      y += ROW;
    }
    y += 14;
  }
  return { width: LABELS + CHART + RIGHT, height: Math.ceil(y), body: [...grid(scale, x, y - 8), ...rows].join('') };
}

function grid({ ticks }: Scale, x: (day: number) => number, bottom: number): string[] {
  return ticks.flatMap(({ day, label }) => [
    `<line x1="${px(x(day))}" x2="${px(x(day))}" y1="22" y2="${px(bottom)}" stroke="${colour('line')}"/>`,
    text(x(day), 14, label, { size: 11, role: 'soft', anchor: day === 0 ? 'start' : 'middle' }),
  ]);
}

/** Waiting is a thin bar, what lasts a thick one; a line through its beginning is the spread, a diamond the last day of a stated term, an arrow an open end. */
function bar({ arrival, start, end, came, left, term }: CourseStep, x: (day: number) => number, y: number): string {
  const begin = start ?? arrival;
  const parts: string[] = [];
  if (begin.p50 > arrival.p50) {
    parts.push(
      `<rect x="${px(x(arrival.p50))}" y="${px(y - 2)}" width="${px(x(begin.p50) - x(arrival.p50))}" height="4" fill="${colour('loop')}"/>`,
    );
  }
  if (start !== null) {
    const isOpen = left < came && left * 2 < came;
    const until = isOpen ? LABELS + CHART : x(Math.max(end?.p50 ?? start.p50, start.p50));
    const width = Math.max(4, until - x(start.p50));
    parts.push(
      `<rect x="${px(x(start.p50))}" y="${px(y - 6)}" width="${px(width)}" height="12" rx="1.5" fill="${colour(isOpen ? 'flow' : 'accent')}"/>`,
    );
    if (isOpen) parts.push(`<path d="M${px(until)} ${px(y - 8)}l9 8l-9 8Z" fill="${colour('flow')}"/>`);
  }
  if (begin.p90 > begin.p10) {
    parts.push(
      `<path d="M${px(x(begin.p10))} ${px(y - 4)}v8m0 -4H${px(x(begin.p90))}m0 -4v8" fill="none" stroke="${colour('ink')}" stroke-width="1.3"/>`,
    );
  }
  if (term !== null) {
    parts.push(
      `<path d="M${px(x(term.lastDay))} ${px(y - 8)}l5 8l-5 8l-5 -8Z" fill="${colour('ambition')}" stroke="${colour('paper')}"/>`,
    );
  }
  return parts.join('');
}
