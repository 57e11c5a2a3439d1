// A page of timelines for the terminal: the bars as text, then the story of each.
import { scaleOf, type Scale } from '../../report/journey/scale.js';
import { storyOf } from '../../report/journey/story.js';
import { stationLabel, type JourneyPage, type Timeline } from '../../report/journey/timeline.js';
import { widest } from '../dutch-help.js';
import type { Terminal } from '../terminal.js';
import { paragraph, wrap } from '../text-table.js';

const LABELS = 40;
const CHART = 58;
const GAP = 2;

/** `·` is waiting, `█` what lasts, `>` an open end, `!` the last day of a stated term. */
export function barText(
  { arrival, start, end, came, left, term }: Timeline['course']['steps'][number],
  scale: Scale,
): string {
  const at = (day: number): number => Math.round(scale.at(day) * (CHART - 1));
  const cells = new Array<string>(CHART).fill(' ');
  const begin = start ?? arrival;
  for (let column = at(arrival.p50); column < at(begin.p50); column += 1) cells[column] = '·';
  if (start !== null) {
    const isOpen = left * 2 < came;
    const until = isOpen ? CHART - 1 : at(Math.max(start.p50, end?.p50 ?? start.p50));
    for (let column = at(start.p50); column <= until; column += 1) cells[column] = '█';
    if (isOpen) cells[CHART - 1] = '>';
  }
  if (term !== null) cells[at(term.lastDay)] = '!';
  return cells.join('').trimEnd();
}

function axis(scale: Scale): string {
  const cells = new Array<string>(widest).fill(' ');
  let free = 0;
  for (const { day, label } of scale.ticks) {
    const column = LABELS + GAP + Math.round(scale.at(day) * (CHART - 1));
    if (column < free || column + label.length > widest) continue;
    for (let index = 0; index < label.length; index += 1) cells[column + index] = label.charAt(index);
    free = column + label.length + 1;
  }
  return cells.join('').trimEnd();
}

export function chartText(timelines: readonly Timeline[], strong: (text: string) => string): string[] {
  const scale = scaleOf(timelines);
  const rows = timelines.flatMap((timeline) => [
    strong(timeline.title),
    ...timeline.course.steps.map((step) => {
      const mark = timeline.prescribed.some(({ station }) => station === step.station) ? ' *' : '';
      const label = `${step.main ? '  ' : '  + '}${stationLabel(timeline.spec, step.station)}`;
      const room = LABELS - mark.length;
      const shown = label.length > room ? `${label.slice(0, room - 1)}…` : label;
      return `${`${shown}${mark}`.padEnd(LABELS + GAP)}${barText(step, scale)}`;
    }),
    '',
  ]);
  return [axis(scale), ...rows];
}

function storyText(timeline: Timeline, strong: (text: string) => string): string[] {
  const lines = storyOf(timeline).flatMap(({ day, title, sentences }) => [
    `${day.padEnd(24)}${strong(title)}`,
    ...sentences.flatMap((sentence) => wrap(sentence, 74).map((line) => `${' '.repeat(26)}${line}`)),
  ]);
  return [strong(timeline.title), ...timeline.remarks.map((remark) => paragraph(remark)), '', ...lines, ''];
}

export function journeyText({ title, lead, timelines, remarks }: JourneyPage, terminal: Terminal): string {
  const strong = (text: string): string => terminal.strong(text);
  const faint = (text: string): string => terminal.faint(text);
  return [
    strong(title),
    ...lead.map((sentence) => paragraph(sentence)),
    '',
    ...chartText(timelines, strong),
    faint(
      paragraph(
        '· wacht   █ duurt   > open einde   ! laatste dag van een gestelde termijn   * voorgeschreven   + ernaast. Vroege dagen zijn breder dan late.',
      ),
    ),
    '',
    ...timelines.flatMap((timeline) => storyText(timeline, strong)),
    ...remarks.map((remark) => faint(paragraph(remark, '- '))),
  ].join('\n');
}
