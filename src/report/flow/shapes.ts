// The pieces of a stroomschema as SVG: texts, boxes, bands with heads, exits, and lanes that lead back.
import { escape } from '../html.js';
import { textWidth, wrapText } from '../text-width.js';
import { colour, type Role } from '../theme.js';
import { number } from '../words.js';
import type { Box, PlacedEdge } from './layout.js';
import { bandText, type Check, type FlowArrow, type FlowStation, markText } from './model.js';

export const NODE = 126;
export const SPACE = 76;
export const LEFT = 104;
const LINE = 16;
const SMALL = 12;
const TITLE = 13.5;
/** Letters on the reader's machine may be wider than those in the table of widths, and bold ones are. */
const SLACK = 1.3;

const px = (value: number): number => Math.round(value * 10) / 10;
/** The left side of a column. */
export const columnX = (column: number): number => LEFT + column * (NODE + SPACE);

interface TextStyle {
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  role?: Role;
  bold?: boolean;
  /** A rim in the colour of the paper keeps a number readable where an arrow passes under it. */
  halo?: boolean;
}

export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 13, anchor = 'start', role = 'ink', bold = false, halo = true } = style;
  const rim = halo ? ` stroke="${colour('paper')}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : '';
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${px(x)}" y="${px(y)}" font-size="${size}" text-anchor="${anchor}"${weight} fill="${colour(role)}"${rim}>${escape(words)}</text>`;
}

function head(x: number, y: number, width: number, role: Role): string {
  const half = Math.max(4.5, width / 2 + 3);
  return `<path d="M${px(x - 8)} ${px(y - half)}L${px(x)} ${px(y)}L${px(x - 8)} ${px(y + half)}Z" fill="${colour(role)}"/>`;
}

/** An arrow from the right side of its source, straight through the columns that it passes, to the left side of its target. */
export function band({ centres, size }: PlacedEdge): string {
  const start = centres[0]!;
  let path = `M${columnX(start.column) + NODE} ${px(start.y)}`;
  for (let i = 1; i < centres.length; i += 1) {
    const [from, to] = [centres[i - 1]!, centres[i]!];
    const last = i === centres.length - 1;
    const [x0, x1] = [columnX(from.column) + NODE, columnX(to.column) - (last ? 7 : 0)];
    const half = (x0 + x1) / 2;
    path += `C${px(half)} ${px(from.y)} ${px(half)} ${px(to.y)} ${px(x1)} ${px(to.y)}`;
    if (!last) path += `H${columnX(to.column) + NODE}`;
  }
  const end = centres[centres.length - 1]!;
  return `<path d="${path}" fill="none" stroke="${colour('flow')}" stroke-width="${px(size)}"/>${head(columnX(end.column), end.y, size, 'flow')}`;
}

const checkRole = ({ outcome }: Check): Role => (outcome === 'binnen' ? 'soft' : 'warn');
const unitText = ({ unit }: Check): string => (unit === 'personen' ? ' pers.' : '');

/** A calculated number and, when there is one, its printed band below it. */
export function numberBeside(
  x: number,
  y: number,
  perYear: number,
  check: Check | null,
  anchor: 'start' | 'end',
): string {
  if (check === null) return text(x, y + 4.5, number(perYear), { anchor, bold: true });
  const role = checkRole(check);
  const value = `${markText(check)}${number(check.value)}${unitText(check)}`;
  return (
    text(x, y - 1.5, value, { anchor, bold: true, role: role === 'warn' ? role : 'ink' }) +
    text(x, y + 11, bandText(check), { anchor, size: SMALL, role })
  );
}

export function bandLabel({ centres }: PlacedEdge, { perYear, check }: FlowArrow): string {
  const end = centres[centres.length - 1]!;
  return numberBeside(columnX(end.column) - 12, end.y, perYear, check, 'end');
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

export function stationText(station: FlowStation): StationText {
  const bandOf = (check: Check): Line => ({
    words: `bron ${number(check.low)}–${number(check.high)}`,
    role: checkRole(check),
  });
  return {
    title: wrapText(station.label, TITLE * SLACK, NODE - 16),
    lines: [
      { words: `${number(station.perYear)} per jaar`, role: 'soft' },
      ...station.checks.flatMap((check): Line[] => [
        { words: `${markText(check)}samen ${number(check.value)}${unitText(check)}`, role: checkRole(check) },
        bandOf(check),
      ]),
    ],
    exits: station.exits.flatMap(({ label, perYear, check }): Line[] => [
      ...wrapText(`${label} ${number(perYear)}`, SMALL * SLACK, NODE + 30).map((words): Line => ({
        words,
        role: 'soft',
      })),
      ...(check === null ? [] : [{ ...bandOf(check), words: `${markText(check)}${bandOf(check).words}` }]),
    ]),
  };
}

export const textHeight = ({ title, lines }: StationText): number => 18 + LINE * (title.length + lines.length);
export const exitHeight = ({ exits }: StationText): number => (exits.length === 0 ? 0 : 26 + 14 * exits.length);

export function stationBox({ letter }: FlowStation, box: Box, content: StationText): string {
  const [x, y, centre] = [columnX(box.column), box.y, columnX(box.column) + NODE / 2];
  const first = y + (box.height - textHeight(content)) / 2 + 21;
  const words = [
    ...content.title.map((line, i) => {
      // A word that cannot be broken is set smaller instead.
      const size = Math.min(TITLE, (TITLE * (NODE - 12)) / (SLACK * textWidth(line, TITLE)));
      return text(centre, first + i * LINE, line, { anchor: 'middle', bold: true, halo: false, size: px(size) });
    }),
    ...content.lines.map(({ words: line, role }, i) => {
      return text(centre, first + (content.title.length + i) * LINE, line, {
        anchor: 'middle',
        size: SMALL,
        role,
        halo: false,
      });
    }),
  ];
  const badge =
    letter === null
      ? ''
      : `<circle cx="${x + NODE - 3}" cy="${px(y + 2)}" r="10" fill="${colour('paper')}" stroke="${colour('accent')}" stroke-width="1.3"/>` +
        text(x + NODE - 3, y + 6, letter, { anchor: 'middle', role: 'accent', bold: true, size: 12, halo: false });
  return `<rect x="${x}" y="${px(y)}" width="${NODE}" height="${px(box.height)}" rx="6" fill="${colour('wash')}" stroke="${colour('line')}"/>${words.join('')}${badge}`;
}

/** Who leaves the process here, as an arrow down. */
export function exitArrow(box: Box, size: number, content: StationText): string {
  if (content.exits.length === 0) return '';
  const [centre, y] = [columnX(box.column) + NODE / 2, box.y + box.height];
  const half = Math.max(4.5, size / 2 + 3);
  const arrow =
    `<path d="M${centre} ${px(y)}v11" stroke="${colour('exit')}" stroke-width="${px(size)}"/>` +
    `<path d="M${px(centre - half)} ${px(y + 11)}h${px(2 * half)}L${centre} ${px(y + 19)}Z" fill="${colour('exit')}"/>`;
  const words = content.exits.map(({ words: line, role }, i) => {
    return text(centre, y + 33 + i * 14, line, { anchor: 'middle', size: SMALL, role });
  });
  return arrow + words.join('');
}

const dashed = (path: string): string => {
  return `<path d="${path}" fill="none" stroke="${colour('loop')}" stroke-width="1.8" stroke-dasharray="6 4"/>`;
};

/** A dashed way back: right out of a box, down to a lane under the boxes, left, and up into an earlier box. */
export function lane(from: readonly [number, number], to: readonly [number, number], y: number, words: string): string {
  const [x0, y0] = from;
  const [x1, y1] = to;
  const r = 8;
  const path =
    `M${px(x0)} ${px(y0)}h4q${r} 0 ${r} ${r}V${px(y - r)}q0 ${r} ${-r} ${r}` +
    `H${px(x1 - 18 + r)}q${-r} 0 ${-r} ${-r}V${px(y1 + r)}q0 ${-r} ${r} ${-r}h4`;
  const middle = text((x0 + x1) / 2, y + 4, words, { anchor: 'middle', size: SMALL, role: 'loop' });
  return dashed(path) + head(x1, y1, 2, 'loop') + middle;
}

/** The way back of former clients: from the left of the outflow up into the applications. */
export function returnLane(from: readonly [number, number], x: number, top: number, words: string): string {
  const [x0, y0] = from;
  const r = 8;
  const path = `M${px(x0)} ${px(y0)}H${px(x + r)}q${-r} 0 ${-r} ${-r}V${px(top + 8)}`;
  const point = `<path d="M${px(x - 4.5)} ${px(top + 8)}L${px(x)} ${px(top)}L${px(x + 4.5)} ${px(top + 8)}Z" fill="${colour('loop')}"/>`;
  const [first = '', ...rest] = words.split('\n');
  const lines = [first, ...rest].map((line, i) => text(x + 9, top + 30 + i * 15, line, { size: SMALL, role: 'loop' }));
  return dashed(path) + point + lines.join('');
}
