// The pieces of a declared process as SVG: boxes, ways with their words, ways back along the left side, exits, the legend.
import type { Box } from '../flow/layout.js';
import { headDown, headRight, px, roomFor, text, type Span } from '../flow/shapes.js';
import { escape } from '../html.js';
import { reasonLabel } from '../labels.js';
import { colour, type Role } from '../theme.js';
import { wrapText } from '../text-width.js';
import { SLACK, SMALL, TITLE, type BoxText } from './box.js';
import type { Look } from './edges.js';
import { wayText, type DeclaredWay } from './ways.js';

export const styles: Readonly<Record<Look | 'terug', { role: Role; dashes?: string; width: number; words: string }>> = {
  route: { role: 'soft', width: 1.6, words: 'vervolg' },
  oproep: { role: 'accent', width: 1.6, dashes: '10 3', words: 'op oproep uit de voorraad' },
  zij: { role: 'good', width: 1.8, dashes: '2 3', words: 'zijbezoek, naast de route' },
  langs: { role: 'warn', width: 1.5, dashes: '5 3', words: 'vol, kwijt, geen geduld, niet verschenen' },
  terug: { role: 'loop', width: 1.8, dashes: '7 4', words: 'terug naar een eerdere stap' },
};

/** Words at a way are set in lines of at most this. */
const LABEL = 128;
const MOST = 4;

export function waysLines(ways: readonly DeclaredWay[], sourceLabel: (way: DeclaredWay) => string): string[] {
  const sources = ways.filter(({ kind }) => kind === 'bron' || kind === 'herinstroom');
  if (sources.length > 0) return wrapText(sources.map(sourceLabel).join(', '), SMALL * SLACK, 2 * LABEL);
  const texts = [...new Set(ways.map(wayText))].filter((words) => words !== '');
  const lines = wrapText(texts.join('; '), SMALL * SLACK, LABEL).filter((line) => line !== '');
  return lines.length > MOST ? [...lines.slice(0, MOST - 1), '…'] : lines;
}

export const linesRoom = (lines: readonly string[]): number =>
  Math.max(16, ...lines.map((line) => roomFor(line, SMALL) + 8));

/** Lines of words whose last one stands at `bottom`. */
export function wordsAbove(x: number, bottom: number, lines: readonly string[], role: Role): string {
  const style = { anchor: 'middle', size: SMALL, role, halo: true } as const;
  return lines.map((line, i) => text(x, bottom - 13 * (lines.length - 1 - i), line, style)).join('');
}

/** Marks what the drawing holds, so that it can be laid beside the process: `van>naar:soort` of every way. */
export function marked(ways: readonly DeclaredWay[], body: string): string {
  const names = ways.map(
    ({ from, to, kind, mark }) => `${from}>${mark === undefined ? to : `exit/${mark}`}:${kind.replaceAll(' ', '-')}`,
  );
  return `<g data-wegen="${escape(names.join(' '))}">${body}</g>`;
}

export function stationBox(
  letter: string | undefined,
  { x, width }: Box,
  { top, bottom }: Span,
  content: BoxText,
): string {
  const centre = x + width / 2;
  const words = [
    ...content.title.map((line, i) => {
      const size = Math.min(TITLE, (TITLE * (width - 28)) / roomFor(line, TITLE));
      return text(centre, top + 17 + 16 * i, line, { anchor: 'middle', bold: true, size });
    }),
    ...content.lines.map((line, i) =>
      text(centre, top + 15 + 16 * content.title.length + 14 * i, line, {
        anchor: 'middle',
        size: SMALL,
        role: 'soft',
      }),
    ),
  ];
  const badge =
    letter === undefined
      ? ''
      : `<circle cx="${px(x)}" cy="${px(top + 2)}" r="9" fill="${colour('paper')}" stroke="${colour('accent')}" stroke-width="1.3"/>` +
        text(x, top + 6, letter, { anchor: 'middle', role: 'accent', bold: true, size: SMALL });
  return `<rect x="${px(x)}" y="${px(top)}" width="${px(width)}" height="${px(bottom - top)}" rx="6" fill="${colour('wash')}" stroke="${colour('soft')}"/>${words.join('')}${badge}`;
}

/** The ways out of the chain at a station: one line or more for every mark. */
export function exitLines(exits: readonly DeclaredWay[]): { lines: string[]; ways: DeclaredWay[] } {
  const byMark = new Map<string, string[]>();
  for (const way of exits) {
    const label = way.mark === undefined ? 'uit de keten' : reasonLabel(way.mark);
    byMark.set(label, [...(byMark.get(label) ?? []), wayText(way)]);
  }
  const lines = [...byMark].flatMap(([label, rules]) => {
    const some = rules.filter((rule) => rule !== '' && rule !== '0 %');
    const said = some.length > 0 ? some.join(' + ') : (rules.find((rule) => rule !== '') ?? '');
    return wrapText(said === '' ? label : `${label} ${said}`, SMALL * SLACK, 190);
  });
  return { lines, ways: [...exits] };
}

export const exitRoom = (lines: readonly string[]): number =>
  lines.length === 0 ? 0 : 26 + Math.max(...lines.map((line) => roomFor(line, SMALL)));

export function exitArrow({ x, width }: Box, { top, bottom }: Span, lines: readonly string[]): string {
  const [edge, y] = [x + width, (top + bottom) / 2];
  const arrow = `<path d="M${px(edge)} ${px(y)}h8" stroke="${colour('soft')}" stroke-width="1.6"/>`;
  const words = lines.map((line, i) =>
    text(edge + 20, y + 4 + (i - (lines.length - 1) / 2) * 13, line, { size: SMALL, role: 'soft', halo: true }),
  );
  return arrow + headRight(edge + 16, y, 2, 'soft') + words.join('');
}

export interface Stub {
  /** Where a way leaves its box. */
  readonly x: number;
  readonly bottom: number;
}

export interface Trunk {
  /** The end: on top of a box. */
  readonly to: { readonly x: number; readonly top: number };
  /** Where it runs beside all boxes, at the left or at the right, and over the layer of its end. */
  readonly lane: number;
  readonly over: number;
  /** By layer: the line under its boxes along which its ways go to the lane. */
  readonly rows: readonly { readonly under: number; readonly stubs: readonly Stub[] }[];
}

/**
 * Ways that run beside the boxes to one end share a lane, as a bus: each comes down to the line under its layer, the lines go to the lane, and the
 * lane to the end. What is shared is drawn once, so that dashes stay dashes.
 */
export function trunk({ to, lane, over, rows }: Trunk, look: Look | 'terug'): string {
  const { role, width, dashes } = styles[look];
  const unders = rows.map(({ under }) => under);
  const far = over < Math.min(...unders) ? Math.max(...unders) : Math.min(...unders);
  const paths = [
    `M${px(lane)} ${px(far)}V${px(over)}H${px(to.x)}V${px(to.top - 7)}`,
    ...rows.flatMap(({ under, stubs }) => {
      const xs = stubs.map(({ x }) => x);
      const end = lane < Math.min(...xs) ? Math.max(...xs) : Math.min(...xs);
      return [`M${px(end)} ${px(under)}H${px(lane)}`];
    }),
  ];
  const dash = dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`;
  const line = `<path d="${paths.join('')}" fill="none" stroke="${colour(role)}" stroke-width="${width}" stroke-linejoin="round"${dash}/>`;
  return line + headDown(to.x, to.top, 1, role);
}

/** The own part of a way that shares a lane. */
export function stubLine({ x, bottom }: Stub, under: number, look: Look | 'terug'): string {
  const { role, width } = styles[look];
  return `<path d="M${px(x)} ${px(bottom)}V${px(under)}" stroke="${colour(role)}" stroke-width="${width}"/><circle cx="${px(x)}" cy="${px(under)}" r="2.2" fill="${colour(role)}"/>`;
}

/** What the lines mean, in rows of at most `width`. */
export function legend(left: number, top: number, width: number): { body: string; height: number } {
  let [x, y] = [left, top];
  const parts: string[] = [];
  for (const { role, dashes, width: stroke, words } of Object.values(styles)) {
    const room = 44 + roomFor(words, SMALL) + 18;
    if (x > left && x + room > left + width) [x, y] = [left, y + 18];
    const dash = dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`;
    parts.push(
      `<path d="M${px(x)} ${px(y)}h34" stroke="${colour(role)}" stroke-width="${stroke}"${dash}/>`,
      text(x + 42, y + 4, words, { size: SMALL, role: 'soft' }),
    );
    x += room;
  }
  return { body: parts.join(''), height: y - top + 18 };
}
