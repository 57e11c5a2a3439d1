// A declared process as one SVG file, without running it: from the applications above to the stock below, with every declared way.
import type { ChainSpec } from '../../chain/spec/chain.js';
import { layout } from '../flow/layout.js';
import { SOURCE } from '../flow/model.js';
import { band, text, type Span } from '../flow/shapes.js';
import { escape } from '../html.js';
import { colour, declarations } from '../theme.js';
import { wrapText } from '../text-width.js';
import { plural } from '../words.js';
import { boxHeight, SLACK, SMALL, stationText, WIDTH, type BoxText } from './box.js';
import { edgesOf, type SchemeEdge } from './edges.js';
import {
  exitArrow,
  exitLines,
  exitRoom,
  legend,
  linesRoom,
  marked,
  stationBox,
  styles,
  wayBack,
  waysLines,
  wordsAbove,
} from './shapes.js';
import { declaredWays, type DeclaredWay } from './ways.js';

const TOP = 64;
const LANE = 16;
/** Boxes beside each other on a page of A4. */
const PER_LAYER = 5;

export interface Scheme {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

interface Part {
  readonly id: string;
  readonly letter: string | undefined;
  readonly content: BoxText;
  readonly exits: readonly DeclaredWay[];
}

export function schemePicture(spec: ChainSpec): Scheme {
  const ways = declaredWays(spec);
  const sourceLabel = ({ kind, from }: DeclaredWay): string =>
    kind === 'bron' ? (spec.arrivals[from]?.label ?? from) : (spec.spells?.returns?.label ?? 'Herinstroom');
  const words = (edge: SchemeEdge): string[] => waysLines(edge.ways, sourceLabel);
  const edges = edgesOf(spec, ways, (together) => linesRoom(waysLines(together, sourceLabel)));
  const parts: Part[] = [
    { id: SOURCE, letter: undefined, content: { title: ['Aanvragen'], lines: [] }, exits: [] },
    ...Object.entries(spec.stations).map(([id, station]): Part => {
      const exits = ways.filter(({ from, to, kind }) => from === id && !(to in spec.stations) && kind !== 'bron');
      return { id, letter: station.letter, content: stationText(spec, id, station), exits };
    }),
  ];
  const exitsOf = new Map(parts.map(({ id, exits }) => [id, exitLines(exits).lines]));
  const roomOf = (id: string): number => {
    const into = edges.filter(({ to }) => to === id).reduce((sum, { slot }) => sum + slot, 0);
    return Math.max(WIDTH, into);
  };
  const nodes = parts.map(({ id }) => ({ id, width: roomOf(id), after: exitRoom(exitsOf.get(id) ?? []) }));
  const placed = layout(nodes, edges, SOURCE, { perLayer: PER_LAYER });
  const heightOf = (id: string): number => {
    const part = parts.find((other) => other.id === id);
    return part === undefined ? 0 : Math.max(boxHeight(part.content), 12 * (exitsOf.get(id)?.length ?? 0) + 6);
  };

  const targets = [...new Set(placed.loops.map(({ to }) => to))];
  const returns = spec.spells?.returns === undefined ? 0 : 1;
  const left = 16 + LANE * (targets.length + returns);
  const lanes = new Map(targets.map((id, i) => [id, left - 12 - LANE * (i + 1)]));

  // Between two layers: the ways back that leave the upper one, then the words of what comes into the lower one.
  const layerOf = (id: string): number => placed.boxes.get(id)?.layer ?? 0;
  const layers: Span[] = [];
  const under: string[][] = [];
  for (let layer = 0; layer < placed.layers; layer += 1) {
    const here = parts.filter(({ id }) => layerOf(id) === layer);
    const lines = placed.edges.filter(({ to }) => layerOf(to) === layer).map((edge) => words(edge).length);
    const arrives = placed.loops.some(({ to }) => layerOf(to) === layer) ? 10 : 0;
    const leaving = [...new Set(placed.loops.filter(({ from }) => layerOf(from) === layer).map(({ to }) => to))];
    const before = layers[layer - 1];
    const gap = 12 * (under[layer - 1]?.length ?? 0) + 30 + arrives + 12 * Math.max(0, ...lines);
    const top = before === undefined ? TOP : before.bottom + gap;
    layers.push({ top, bottom: top + Math.max(0, ...here.map(({ id }) => heightOf(id))) });
    under.push(leaving);
  }
  const place = (id: string) => {
    const box = placed.boxes.get(id);
    if (box === undefined) throw new Error(`station '${id}' has no place`);
    const { top } = layers[box.layer]!;
    return { box: { ...box, x: box.x + left }, span: { top, bottom: top + heightOf(id) } };
  };

  const drawn = placed.edges.map((edge) => {
    const { look } = edge;
    const centres = edge.centres.map(({ layer, x }) => ({ layer, x: x + left }));
    const ends = [place(edge.from).span, place(edge.to).span] as const;
    const spans = centres.map(({ layer }, i) =>
      i === 0 ? ends[0] : i === centres.length - 1 ? ends[1] : layers[layer]!,
    );
    const { role, dashes, width } = styles[look];
    const line = band({ ...edge, centres, size: width }, spans, { role, ...(dashes === undefined ? {} : { dashes }) });
    return {
      line,
      words: wordsAbove(centres.at(-1)!.x, ends[1].top - 13, words(edge), look === 'route' ? 'ink' : role),
      edge,
    };
  });
  const back = placed.loops.map((loop) => {
    const [from, to] = [place(loop.from), place(loop.to)];
    const siblings = placed.loops.filter((other) => other.from === loop.from);
    const turn = siblings.indexOf(loop);
    const row = under[from.box.layer]!.indexOf(loop.to);
    const at = {
      lane: lanes.get(loop.to) ?? left,
      under: layers[from.box.layer]!.bottom + 9 + 12 * row,
      over:
        layers[to.box.layer]!.top -
        15 -
        12 *
          Math.max(
            0,
            ...placed.edges.filter((edge) => layerOf(edge.to) === to.box.layer).map((edge) => words(edge).length),
          ),
    };
    const x0 = from.box.x + 10 + 10 * turn;
    const line = wayBack([x0, from.span.bottom], [to.box.x + 8, to.span.top], at);
    // Said once, in the first line of words beside the way: the box says the rest.
    const said = words(loop).join(' ');
    const label = said === '' ? '' : text(x0 + 5, at.under - 1, said, { size: SMALL, role: 'loop', halo: true });
    return { line, words: label, edge: loop };
  });
  const boxes = parts.map(({ id, letter, content }) => {
    const { box, span } = place(id);
    const { lines, ways: exits } = exitLines(parts.find((part) => part.id === id)?.exits ?? []);
    const out = lines.length === 0 ? '' : marked(exits, exitArrow(box, span, lines));
    return out + stationBox(letter, box, span, content);
  });

  const width = Math.ceil(Math.max(left + placed.width + 16, 520));
  let y = layers.at(-1)!.bottom + 14 + 12 * (under.at(-1)?.length ?? 0);
  const risks = Object.values(spec.spells?.risks ?? {}).map(({ label }) => label);
  const anywhere = `Op elk moment kan de uitkering eindigen, waar de cliënt ook is, door: ${risks.join(', ')}.`;
  const notes = risks.length === 0 ? [] : wrapText(anywhere, SMALL * SLACK, width - left - 16);
  const foot: string[] = notes.map((line, i) => text(left, y + 16 + 14 * i, line, { size: SMALL, role: 'soft' }));
  if (returns === 1) {
    const entry = place(SOURCE);
    const [x, end] = [14, (entry.span.top + entry.span.bottom) / 2];
    const { role, dashes, width: stroke } = styles.terug;
    const path = `M${left - 6} ${y + 12}H${x + 7}q-7 0 -7 -7V${end + 7}q0 -7 7 -7H${entry.box.x - 7}`;
    foot.push(
      `<path d="${path}" fill="none" stroke="${colour(role)}" stroke-width="${stroke}" stroke-dasharray="${dashes ?? ''}"/>`,
      `<path d="M${entry.box.x - 8} ${end - 4.5}L${entry.box.x} ${end}L${entry.box.x - 8} ${end + 4.5}Z" fill="${colour(role)}"/>`,
      text(x + 12, end - 6, spec.spells?.returns?.label ?? 'Herinstroom', { size: SMALL, role, halo: true }),
    );
  }
  y += 14 * Math.max(notes.length, 1) + 22;
  const key = legend(left, y, width - left - 16);
  const height = Math.ceil(y + key.height + 8);

  const title = `Stroomschema van ${spec.label}`;
  const stations = plural(Object.keys(spec.stations).length, 'station', 'stations');
  const description = `Het werkproces zoals het is opgeschreven, niet wat er gebeurt: ${stations} en ${plural(ways.length, 'weg', 'wegen')}, van de aanvraag boven naar beneden. In een blok staan soort, eigenaar, duur en capaciteit; bij een pijl wie die weg gaat; rechts van een blok wie daar de keten verlaat.`;
  const group = ({ edge, line }: { edge: SchemeEdge; line: string }): string => marked(edge.ways, line);
  const body = [
    text(left, 26, title, { bold: true, size: 18 }),
    ...wrapText(spec.description ?? '', SMALL * SLACK, width - left - 16)
      .slice(0, 1)
      .map((line) => text(left, 44, line, { size: SMALL, role: 'soft' })),
    ...drawn.map(group),
    ...back.map(group),
    ...boxes,
    ...[...drawn, ...back].map(({ words: label }) => label),
    ...foot,
    key.body,
  ].join('\n');
  return { width, height, svg: document({ width, height, title, description, body }) };
}

/** A picture that stands alone: it brings its own colours, for light, for dark and for paper. */
function document({
  width,
  height,
  title,
  description,
  body,
}: {
  width: number;
  height: number;
  title: string;
  description: string;
  body: string;
}): string {
  const style = `:root{color-scheme:light dark;${declarations('light')}}@media screen and (prefers-color-scheme:dark){:root{${declarations('dark')}}}@page{size:A4 ${width > height ? 'landscape' : 'portrait'};margin:10mm}svg{max-width:100%;height:auto}text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="nl" aria-labelledby="titel uitleg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="titel">${escape(title)}</title>`,
    `<desc id="uitleg">${escape(description)}</desc>`,
    `<style>${style}</style>`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    body,
    '</svg>',
    '',
  ].join('\n');
}
