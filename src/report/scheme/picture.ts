// A declared process as one SVG file, without running it: from the applications above to the stock below, with every declared way.
import type { ChainSpec } from '../../chain/spec/chain.js';
import { layout, type Layout } from '../flow/layout.js';
import { SOURCE } from '../flow/model.js';
import { band, headRight, px, text, type Span } from '../flow/shapes.js';
import { escape } from '../html.js';
import { colour, declarations } from '../theme.js';
import { wrapText } from '../text-width.js';
import { plural } from '../words.js';
import { boxHeight, SLACK, SMALL, stationText, WIDTH, type BoxText } from './box.js';
import { edgesOf, type Look, type SchemeEdge } from './edges.js';
import {
  exitArrow,
  exitLines,
  exitRoom,
  legend,
  linesRoom,
  marked,
  stationBox,
  styles,
  trunk,
  stubLine,
  waysLines,
  wordsAbove,
} from './shapes.js';
import { declaredWays, type DeclaredWay } from './ways.js';

const TOP = 58;
const LANE = 16;
/** Boxes beside each other on a page of A4. */
const PER_LAYER = 4;

export interface Scheme {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** Height of a line under a layer with its words. */
const ROW = 14;
/** Layers that a way may pass between the boxes; what goes further runs beside them. */
const REACH = 2;

/** Ways that run beside the boxes to one station: back to an earlier one along the left, far ahead along the right. */
interface Bus {
  readonly to: string;
  readonly look: Look | 'terug';
  readonly edges: readonly SchemeEdge[];
}

function busesOf({ loops, far }: Layout<SchemeEdge>): Bus[] {
  const buses = new Map<string, { to: string; look: Look | 'terug'; edges: SchemeEdge[] }>();
  const put = (look: Look | 'terug', edge: SchemeEdge): void => {
    const key = `${look} ${edge.to}`;
    const bus = buses.get(key) ?? { to: edge.to, look, edges: [] };
    bus.edges.push(edge);
    buses.set(key, bus);
  };
  for (const edge of loops) put('terug', edge);
  for (const edge of far) put(edge.look, edge);
  return [...buses.values()];
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
  const roomOf = (id: string): number => {
    const into = edges.filter(({ to }) => to === id).reduce((sum, { slot }) => sum + slot, 0);
    return Math.max(WIDTH, into);
  };
  const parts: Part[] = [
    { id: SOURCE, letter: undefined, content: { title: ['Aanvragen'], lines: [] }, exits: [] },
    ...Object.entries(spec.stations).map(([id, station]): Part => {
      const exits = ways.filter(({ from, to, kind }) => from === id && !(to in spec.stations) && kind !== 'bron');
      return { id, letter: station.letter, content: stationText(spec, id, station, roomOf(id)), exits };
    }),
  ];
  const exitsOf = new Map(parts.map(({ id, exits }) => [id, exitLines(exits).lines]));
  const nodes = parts.map(({ id }) => ({ id, width: roomOf(id), after: exitRoom(exitsOf.get(id) ?? []) }));
  const placed = layout(nodes, edges, SOURCE, { perLayer: PER_LAYER, reach: REACH });
  const heightOf = (id: string): number => {
    const part = parts.find((other) => other.id === id);
    return part === undefined ? 0 : Math.max(boxHeight(part.content), 13 * (exitsOf.get(id)?.length ?? 0) + 6);
  };

  const layerOf = (id: string): number => placed.boxes.get(id)?.layer ?? 0;
  const buses = busesOf(placed);
  const returns = spec.spells?.returns === undefined ? 0 : 1;
  const leftBuses = buses.filter(({ look }) => look === 'terug');
  const left = 16 + LANE * (leftBuses.length + returns);

  // Between two layers: the lines of the buses that leave the upper one, then the words of what comes into the lower one.
  const layers: Span[] = [];
  const rowsUnder: Bus[][] = [];
  const wordsOver: number[] = [];
  for (let layer = 0; layer < placed.layers; layer += 1) {
    const here = parts.filter(({ id }) => layerOf(id) === layer);
    wordsOver.push(
      13 * Math.max(0, ...placed.edges.filter(({ to }) => layerOf(to) === layer).map((edge) => words(edge).length)),
    );
    const arriving = buses.filter(({ to }) => layerOf(to) === layer).length;
    const before = layers[layer - 1];
    const gap = ROW * (rowsUnder[layer - 1]?.length ?? 0) + 19 + 6 * arriving + wordsOver[layer]!;
    const top = before === undefined ? TOP : before.bottom + gap;
    layers.push({ top, bottom: top + Math.max(0, ...here.map(({ id }) => heightOf(id))) });
    rowsUnder.push(buses.filter(({ edges: on }) => on.some(({ from }) => layerOf(from) === layer)));
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
      words: wordsAbove(centres[centres.length - 1]!.x, ends[1].top - 13, words(edge), look === 'route' ? 'ink' : role),
      edge,
    };
  });
  const right = left + placed.width + 8;
  const back = buses.flatMap((bus, i) => {
    const { look, to: id, edges: on } = bus;
    const isLeft = look === 'terug';
    const to = place(id);
    const arriving = buses.filter((other) => layerOf(other.to) === layerOf(id)).indexOf(bus);
    const stubs = on.map((edge) => {
      const { box, span } = place(edge.from);
      const own = buses.filter(
        (other) => (other.look === 'terug') === isLeft && other.edges.some(({ from }) => from === edge.from),
      );
      const turn = 10 + 11 * own.indexOf(bus);
      const under = layers[box.layer]!.bottom + 4 + ROW * (1 + rowsUnder[box.layer]!.indexOf(bus));
      return { edge, under, x: isLeft ? box.x + turn : box.x + box.width - turn, bottom: span.bottom };
    });
    const lines = trunk(
      {
        to: { x: isLeft ? to.box.x + 8 : to.box.x + to.box.width - 8 - 9 * arriving, top: to.span.top },
        lane: isLeft ? left - 12 - LANE * (leftBuses.indexOf(bus) + 1) : right + LANE * (i - leftBuses.length),
        over: layers[to.box.layer]!.top - 13 - wordsOver[to.box.layer]! - 6 * arriving,
        rows: [...new Set(stubs.map(({ under }) => under))].map((under) => {
          return { under, stubs: stubs.filter((stub) => stub.under === under) };
        }),
      },
      look,
    );
    return stubs.map((stub, n) => {
      const said = words(stub.edge).join(' ');
      const style = { size: SMALL, role: look === 'route' ? 'ink' : styles[look].role, halo: true } as const;
      const label = said === '' ? '' : text(stub.x + 5, stub.under - 3, said, style);
      return { line: stubLine(stub, stub.under, look) + (n === 0 ? lines : ''), words: label, edge: stub.edge };
    });
  });
  const boxes = parts.map(({ id, letter, content }) => {
    const { box, span } = place(id);
    const { lines, ways: exits } = exitLines(parts.find((part) => part.id === id)?.exits ?? []);
    const out = lines.length === 0 ? '' : marked(exits, exitArrow(box, span, lines));
    return out + stationBox(letter, box, span, content);
  });

  const width = Math.ceil(Math.max(right + LANE * (buses.length - leftBuses.length) + 4, 520));
  let y = layers[layers.length - 1]!.bottom + 16 + ROW * (rowsUnder.at(-1)?.length ?? 0);
  const risks = Object.values(spec.spells?.risks ?? {}).map(({ label }) => label);
  const anywhere = `Op elk moment kan de uitkering eindigen, waar de cliënt ook is, door: ${risks.join(', ')}.`;
  const notes = risks.length === 0 ? [] : wrapText(anywhere, SMALL * SLACK, width - left - 16);
  const foot: string[] = notes.map((line, i) => text(left, y + 16 + 14 * i, line, { size: SMALL, role: 'soft' }));
  if (returns === 1) {
    const entry = place(SOURCE);
    const [x, end] = [14, (entry.span.top + entry.span.bottom) / 2];
    const { role, dashes, width: stroke } = styles.terug;
    const path = `M${left - 6} ${y + 12}H${x + 7}q-7 0 -7 -7V${end + 7}q0 -7 7 -7H${px(entry.box.x - 7)}`;
    foot.push(
      `<path d="${path}" fill="none" stroke="${colour(role)}" stroke-width="${stroke}" stroke-dasharray="${dashes ?? ''}"/>`,
      headRight(entry.box.x, end, 1, role),
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
