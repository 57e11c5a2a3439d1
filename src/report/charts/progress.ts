// How much of the ambition a scenario brings: a track with the goal, if there is one, the mean, and where eight of ten doorrekeningen lie.
import type { Summary } from '../../analysis/summary.js';
import { colour } from '../theme.js';
import { number } from '../words.js';
import { extraOf } from '../yield-words.js';
import type { Drawing } from '../vega-chart.js';

const width = 480;
const edge = 8;

/** One scale for all scenarios: from the worst outcome (or 0) to the best (or the goal). */
export function progressDomain(summary: Summary): [number, number] {
  const ends = summary.scenarios.flatMap(({ verschilPersonen: { p10, p90 } }) => [-p10, -p90]);
  return [Math.min(0, ...ends), Math.max(extraOf(summary) ?? 0, ...ends)];
}

/** All in persons below ongewijzigd beleid; no goal is drawn when it is null. */
export function progressBar(
  { mean, low, high, goal }: { mean: number; low: number; high: number; goal: number | null },
  [from, to]: readonly [number, number],
): Drawing {
  const x = (value: number): number =>
    Math.round(10 * (edge + ((value - from) / (to - from || 1)) * (width - 2 * edge))) / 10;
  const [zero, end, left, right] = [x(0), x(mean), x(low), x(high)];
  const text = (at: number, anchor: string, label: string) =>
    `<text x="${at}" y="40" font-size="12" text-anchor="${anchor}" fill="${colour('soft')}">${label}</text>`;
  const body = [
    `<rect x="${edge}" y="9" width="${width - 2 * edge}" height="10" rx="2" fill="${colour('wash')}"/>`,
    `<rect x="${Math.min(zero, end)}" y="9" width="${Math.abs(end - zero)}" height="10" rx="2" fill="${colour('fanInner')}"/>`,
    `<path d="M${left} 14H${right}M${left} 9v10M${right} 9v10" stroke="${colour('median')}" stroke-width="1.6" fill="none"/>`,
    `<path d="M${zero} 3v22" stroke="${colour('soft')}" stroke-width="1.2"/>`,
    goal === null
      ? ''
      : `<path d="M${x(goal)} 3v22" stroke="${colour('ambition')}" stroke-width="2.4" stroke-dasharray="5 2.5"/>`,
    text(zero, zero < 30 ? 'start' : 'middle', '0'),
    goal === null
      ? ''
      : text(Math.min(x(goal), width - edge), x(goal) > width - 60 ? 'end' : 'middle', `ambitie ${number(goal)}`),
  ].join('');
  return { width, height: 46, body };
}
