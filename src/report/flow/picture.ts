// The stroomschema: the process drawn from top to bottom with its flows, its loops, and the outflow that can happen anywhere.
import { colour } from '../theme.js';
import type { Drawing } from '../vega-chart.js';
import { number } from '../words.js';
import { layout, type LayoutEdge } from './layout.js';
import { type FlowArrow, type FlowModel, SOURCE } from './model.js';
import {
  band,
  bandLabel,
  boxHeight,
  exitArrow,
  exitRoom,
  labelRoom,
  lane,
  NODE,
  returnLane,
  roomFor,
  type Span,
  stationBox,
  stationText,
  text,
} from './shapes.js';

const WIDEST = 58;
const TOP = 8;
const BETWEEN = 62;
const LANE = 30;

/** Everyone who leaves bijstand after the decision, wherever in the process: a strip under the picture. */
function outflowStrip(
  left: number,
  top: number,
  width: number,
  { outflow }: FlowModel,
): { body: string; height: number } {
  const cell = Math.max(150, ...outflow.map(({ label }) => roomFor(label, 12.5) + 78));
  const rows = Math.ceil(outflow.length / Math.max(1, Math.floor((width - 32) / cell)));
  const perRow = Math.ceil(outflow.length / rows);
  const pitch = (width - 32) / perRow;
  const height = 48 + 21 * rows;
  const total = outflow.reduce((sum, { perYear }) => sum + perYear, 0);
  const title = `Uitstroom uit de bijstand, uit alle stappen samen: ${number(total)} per jaar`;
  const body = [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="6" fill="none" stroke="${colour('line')}"/>`,
    text(left + 16, top + 25, title, { bold: true }),
    ...outflow.flatMap(({ label, perYear }, i) => {
      const x = left + 16 + (i % perRow) * pitch;
      const y = top + 49 + 21 * Math.floor(i / perRow);
      return [
        text(x, y, label, { size: 12.5, role: 'soft' }),
        text(x + cell - 30, y, number(perYear), { size: 12.5, anchor: 'end' }),
      ];
    }),
  ];
  return { body: body.join(''), height };
}

/** The share of the applications below which an arrow is left to the table. */
const THIN = 1 / 500;

function withoutThinArrows(model: FlowModel): FlowModel {
  const arrows = model.arrows.filter(({ perYear, check }) => check !== null || perYear >= THIN * model.applications);
  const reached = new Set([SOURCE, ...arrows.map(({ to }) => to)]);
  return {
    ...model,
    arrows: arrows.filter(({ from }) => reached.has(from)),
    stations: model.stations.filter(({ id }) => reached.has(id)),
  };
}

/** Draws the model; widths of arrows are in proportion to applications a year. */
export function flowPicture(complete: FlowModel): Drawing {
  const model = withoutThinArrows(complete);
  const widest = Math.max(model.applications, ...model.arrows.map(({ perYear }) => perYear), 1);
  const thickness = (perYear: number): number => Math.max(1.5, (perYear / widest) * WIDEST);
  const texts = model.stations.map(stationText);
  const heights = new Map(model.stations.map(({ id }, i) => [id, boxHeight(texts[i]!)]));
  const edges = model.arrows.map((arrow): LayoutEdge => {
    const size = thickness(arrow.perYear);
    return { from: arrow.from, to: arrow.to, size, slot: Math.max(size + 6, labelRoom(arrow)) };
  });
  const arrowOf = (edge: LayoutEdge): FlowArrow => {
    const found = model.arrows.find(({ from, to }) => from === edge.from && to === edge.to);
    if (found === undefined) throw new Error(`arrow '${edge.from}>${edge.to}' is not in the model`);
    return found;
  };
  const sides = (id: string): number => {
    const out = edges.filter(({ from }) => from === id).reduce((sum, { size }) => sum + size + 3, 0);
    const into = edges.filter(({ to }) => to === id).reduce((sum, { slot }) => sum + slot, 0);
    return Math.max(NODE, out + 24, into);
  };
  const nodes = model.stations.map(({ id }, i) => ({ id, width: sides(id), after: exitRoom(texts[i]!) }));
  const placed = layout(nodes, edges, SOURCE);

  const returning = model.returns > 0 && model.outflow.length > 0;
  const left = 14 + LANE * (placed.loops.length + (returning ? 1 : 0));
  const layers: Span[] = [];
  for (let layer = 0; layer < placed.layers; layer += 1) {
    const inLayer = [...placed.boxes].filter(([, box]) => box.layer === layer).map(([id]) => heights.get(id) ?? 0);
    const top = layer === 0 ? TOP : layers[layer - 1]!.bottom + BETWEEN;
    layers.push({ top, bottom: top + Math.max(0, ...inLayer) });
  }
  const place = (id: string) => {
    const box = placed.boxes.get(id);
    if (box === undefined) throw new Error(`station '${id}' has no place`);
    const { top } = layers[box.layer]!;
    return { box: { ...box, x: box.x + left }, span: { top, bottom: top + (heights.get(id) ?? 0) } };
  };

  const bands: string[] = [];
  const labels: string[] = [];
  for (const edge of placed.edges) {
    const centres = edge.centres.map(({ layer, x }) => ({ layer, x: x + left }));
    const ends = [place(edge.from).span, place(edge.to).span] as const;
    const spans = centres.map(({ layer }, i) => {
      return i === 0 ? ends[0] : i === centres.length - 1 ? ends[1] : layers[layer]!;
    });
    bands.push(band({ ...edge, centres }, spans));
    const arrow = arrowOf(edge);
    // A single way in would repeat what the box of the applications says.
    const repeats = edge.from === SOURCE && arrow.check === null && arrow.perYear > 0.99 * model.applications;
    if (!repeats) labels.push(bandLabel(centres[centres.length - 1]!.x, ends[1].top, arrow));
  }

  const back = placed.loops.map((loop, i) => {
    const [from, to] = [place(loop.from), place(loop.to)];
    const under = layers[from.box.layer]!.bottom + 10 + 4 * (i % 3);
    const lines = { lane: left - 14 - LANE * i, under };
    return lane([from.box.x + 8, from.span.bottom], [to.box.x + 8, to.span.top], lines, number(arrowOf(loop).perYear));
  });

  const width = left + placed.width + 8;
  const stripTop = layers[layers.length - 1]!.bottom + 34;
  const strip =
    model.outflow.length > 0 ? outflowStrip(left - 6, stripTop, width - left, model) : { body: '', height: 0 };
  if (returning) {
    const { box, span } = place(SOURCE);
    const words = ['herinstroom', `${number(model.returns)} per jaar`];
    back.push(returnLane([left - 6, stripTop + strip.height / 2], [box.x, (span.top + span.bottom) / 2], 12, words));
  }

  const stations = model.stations.map((station, i) => {
    const { box, span } = place(station.id);
    const out = thickness(station.exits.reduce((sum, { perYear }) => sum + perYear, 0));
    return exitArrow(box, span, out, texts[i]!) + stationBox(station, box, span, texts[i]!);
  });
  const body = [...bands, ...back, ...stations, ...labels, strip.body].join('');
  return { width: Math.ceil(width), height: Math.ceil(stripTop + strip.height + 8), body };
}
