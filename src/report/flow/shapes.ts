// The pieces of a stroomschema as SVG, from top to bottom: texts, boxes, bands with heads, exits, and lanes that lead back.
import { escape } from '../html.js';
import { textWidth, wrapText } from '../text-width.js';
import { colour, type Role } from '../theme.js';
import { number } from '../words.js';
import type { Box, PlacedEdge } from './layout.js';
import { bandText, type Check, type FlowArrow, type FlowStation, valueText } from './model.js';

export const NODE = 150;
const LINE = 16;
const SMALL = 12;
const TITLE = 13.5;
/** Letters on the reader's machine may be wider than those in the table of widths, and bold ones are. */
const SLACK = 1.25;
/** Ways out that are named in the picture; all are in the table. */
const NAMED_EXITS = 2;

export const px = (value: number): number => Math.round(value * 10) / 10;
export const roomFor = (words: string, size: number): number => SLACK * textWidth(words, size);

/** The top and the bottom of a box on paper. */
export interface Span {
  top: number;
  bottom: number;
}

interface TextStyle {
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  role?: Role;
  bold?: boolean;
  /** A rim in the colour of the paper keeps a number readable where an arrow passes under it. */
  halo?: boolean;
}

export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 13, anchor = 'start', role = 'ink', bold = false, halo = false } = style;
  const rim = halo ? ` stroke="${colour('paper')}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : '';
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${px(x)}" y="${px(y)}" font-size="${px(size)}" text-anchor="${anchor}"${weight} fill="${colour(role)}"${rim}>${escape(words)}</text>`;
}

export function headDown(x: number, y: number, width: number, role: Role): string {
  const half = Math.max(4.5, width / 2 + 3);
  return `<path d="M${px(x - half)} ${px(y - 8)}L${px(x)} ${px(y)}L${px(x + half)} ${px(y - 8)}Z" fill="${colour(role)}"/>`;
}

export function headRight(x: number, y: number, width: number, role: Role): string {
  const half = Math.max(4.5, width / 2 + 3);
  return `<path d="M${px(x - 8)} ${px(y - half)}L${px(x)} ${px(y)}L${px(x - 8)} ${px(y + half)}Z" fill="${colour(role)}"/>`;
}

/** An arrow from under its source, straight through the layers that it passes, onto its target. `spans`: where its boxes and layers lie. */
export function band(
  { centres, size }: PlacedEdge,
  spans: readonly Span[],
  { role = 'flow', dashes }: { readonly role?: Role; readonly dashes?: string } = {},
): string {
  let path = `M${px(centres[0]!.x)} ${px(spans[0]!.bottom)}`;
  for (let i = 1; i < centres.length; i += 1) {
    const last = i === centres.length - 1;
    const [from, to] = [centres[i - 1]!.x, centres[i]!.x];
    const [y0, y1] = [spans[i - 1]!.bottom, spans[i]!.top - (last ? 7 : 0)];
    const half = (y0 + y1) / 2;
    path += `C${px(from)} ${px(half)} ${px(to)} ${px(half)} ${px(to)} ${px(y1)}`;
    if (!last) path += `V${px(spans[i]!.bottom)}`;
  }
  const x = centres[centres.length - 1]!.x;
  const line = `<path d="${path}" fill="none" stroke="${colour(role)}" stroke-width="${px(size)}"${dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`}/>`;
  return line + headDown(x, spans[spans.length - 1]!.top, size, role);
}

const checkRole = ({ outcome }: Check): Role => (outcome === 'binnen' ? 'soft' : 'warn');
const arrowText = ({ perYear, check }: FlowArrow): string => (check === null ? number(perYear) : valueText(check));

/** Room that the numbers at the end of an arrow take. */
export function labelRoom(arrow: FlowArrow): number {
  const below = arrow.check === null ? 0 : roomFor(bandText(arrow.check), SMALL);
  return Math.max(roomFor(arrowText(arrow), 13) + 4, below) + 8;
}

/** The number of an arrow above its head and, when there is one, the printed band with it. */
export function bandLabel(x: number, top: number, arrow: FlowArrow): string {
  const { check } = arrow;
  const number_ = (y: number, role: Role): string => {
    return text(x, y, arrowText(arrow), { anchor: 'middle', bold: true, role, halo: true });
  };
  if (check === null) return number_(top - 14, 'ink');
  const role = checkRole(check);
  const printed = text(x, top - 11, bandText(check), { anchor: 'middle', size: SMALL, role, halo: true });
  return number_(top - 25, role === 'warn' ? role : 'ink') + printed;
}

interface Line {
  words: string;
  role: Role;
}

export interface StationText {
  title: readonly string[];
  lines: readonly Line[];
  exits: readonly Line[];
}

function exitLines({ exits }: FlowStation): Line[] {
  const named = exits.filter(({ check }, i) => i < NAMED_EXITS || check !== null);
  const rest = exits.filter((exit) => !named.includes(exit)).reduce((sum, { perYear }) => sum + perYear, 0);
  const lines = named.flatMap(({ label, perYear, check }): Line[] => {
    if (check === null) return [{ words: `${label} ${number(perYear)}`, role: 'soft' }];
    return [
      { words: `${label} ${valueText(check)}`, role: checkRole(check) },
      { words: `bron ${bandText(check)}`, role: checkRole(check) },
    ];
  });
  return rest >= 0.5 ? [...lines, { words: `anders ${number(rest)}`, role: 'soft' }] : lines;
}

export function stationText(station: FlowStation): StationText {
  const { own, perYear, checks } = station;
  const printed = (check: Check): Line => ({ words: `bron ${bandText(check)}`, role: checkRole(check) });
  return {
    title: wrapText(station.label, TITLE * SLACK, NODE - 20),
    lines: [
      ...(own === null
        ? [{ words: `${number(perYear)} per jaar`, role: 'soft' as const }]
        : [{ words: `${valueText(own)} per jaar`, role: checkRole(own) }, printed(own)]),
      ...checks.flatMap((check) => [{ words: `samen ${valueText(check)}`, role: checkRole(check) }, printed(check)]),
    ],
    exits: exitLines(station),
  };
}

export const boxHeight = ({ title, lines, exits }: StationText): number => {
  return Math.max(18 + LINE * (title.length + lines.length), 8 + 14 * exits.length);
};
export const exitRoom = ({ exits }: StationText): number => {
  return exits.length === 0 ? 0 : 26 + Math.max(...exits.map(({ words }) => roomFor(words, SMALL)));
};

export function stationBox(
  { letter }: FlowStation,
  { x, width }: Box,
  { top, bottom }: Span,
  content: StationText,
): string {
  const centre = x + width / 2;
  const height = LINE * (content.title.length + content.lines.length);
  const first = (top + bottom - height) / 2 + 12;
  const words = [
    ...content.title.map((line, i) => {
      // A word that cannot be broken is set smaller instead.
      const size = Math.min(TITLE, (TITLE * (NODE - 26)) / roomFor(line, TITLE));
      return text(centre, first + i * LINE, line, { anchor: 'middle', bold: true, size });
    }),
    ...content.lines.map(({ words: line, role }, i) => {
      return text(centre, first + (content.title.length + i) * LINE, line, { anchor: 'middle', size: SMALL, role });
    }),
  ];
  const badge =
    letter === null
      ? ''
      : `<circle cx="${px(x - 2)}" cy="${px(top + 13)}" r="10" fill="${colour('paper')}" stroke="${colour('accent')}" stroke-width="1.3"/>` +
        text(x - 2, top + 17, letter, { anchor: 'middle', role: 'accent', bold: true, size: SMALL });
  return `<rect x="${px(x)}" y="${px(top)}" width="${px(width)}" height="${px(bottom - top)}" rx="6" fill="${colour('wash')}" stroke="${colour('line')}"/>${words.join('')}${badge}`;
}

/** Who leaves the process here, as an arrow to the right. */
export function exitArrow({ x, width }: Box, { top, bottom }: Span, size: number, { exits }: StationText): string {
  if (exits.length === 0) return '';
  const [edge, y] = [x + width, (top + bottom) / 2];
  const arrow = `<path d="M${px(edge)} ${px(y)}h9" stroke="${colour('exit')}" stroke-width="${px(Math.min(size, bottom - top - 10))}"/>`;
  const words = exits.map(({ words: line, role }, i) => {
    return text(edge + 22, y + 4 + (i - (exits.length - 1) / 2) * 14, line, { size: SMALL, role, halo: true });
  });
  return arrow + headRight(edge + 17, y, Math.min(size, bottom - top - 10), 'exit') + words.join('');
}

function dashed(path: string): string {
  return `<path d="${path}" fill="none" stroke="${colour('loop')}" stroke-width="1.8" stroke-dasharray="6 4"/>`;
}

/** A dashed way back: from under a box to under its layer, along a lane left of the boxes, up, and down onto an earlier box. */
export function lane(
  from: readonly [number, number],
  to: readonly [number, number],
  lines: { lane: number; under: number },
  words: string,
): string {
  const [x0, y0] = from;
  const [x1, y1] = to;
  const x = lines.lane;
  const r = 8;
  const over = y1 - 34;
  const path =
    `M${px(x0)} ${px(y0)}V${px(lines.under - r)}q0 ${r} ${-r} ${r}H${px(x + r)}q${-r} 0 ${-r} ${-r}` +
    `V${px(over + r)}q0 ${-r} ${r} ${-r}H${px(x1 - r)}q${r} 0 ${r} ${r}V${px(y1 - 7)}`;
  const label = text(x, (y0 + y1) / 2, words, { anchor: 'middle', size: SMALL, role: 'loop', halo: true });
  return dashed(path) + headDown(x1, y1, 2, 'loop') + label;
}

/** The way back of former clients: from the outflow below, up along the left side, into the applications. */
export function returnLane(
  from: readonly [number, number],
  to: readonly [number, number],
  x: number,
  words: readonly string[],
): string {
  const r = 8;
  const path = `M${px(from[0])} ${px(from[1])}H${px(x + r)}q${-r} 0 ${-r} ${-r}V${px(to[1] + r)}q0 ${-r} ${r} ${-r}H${px(to[0] - 7)}`;
  const lines = words.map((line, i) => {
    return text(x + 14, to[1] + 18 + i * 15, line, { size: SMALL, role: 'loop', halo: true });
  });
  return dashed(path) + headRight(to[0], to[1], 2, 'loop') + lines.join('');
}
