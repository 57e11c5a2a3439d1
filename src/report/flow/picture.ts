// The stroomschema: the process drawn with its flows, its loops, and the outflow that can happen anywhere.
import { colour } from '../theme.js';
import type { Drawing } from '../vega-chart.js';
import { number } from '../words.js';
import { layout, type LayoutEdge } from './layout.js';
import type { FlowModel } from './model.js';
import {
  band,
  bandLabel,
  columnX,
  exitArrow,
  exitHeight,
  lane,
  LEFT,
  NODE,
  numberBeside,
  returnLane,
  stationBox,
  stationText,
  text,
  textHeight,
} from './shapes.js';

const WIDEST = 62;
const TOP = 26;
const LANE = 26;
const CELL = 168;

/** Everyone who leaves bijstand after the decision, wherever in the process: a strip under the picture. */
function outflowStrip(
  left: number,
  top: number,
  width: number,
  { outflow }: FlowModel,
): { body: string; height: number } {
  const rows = Math.ceil(outflow.length / Math.max(1, Math.floor((width - 32) / CELL)));
  const perRow = Math.ceil(outflow.length / rows);
  const cell = (width - 32) / perRow;
  const height = 50 + 21 * rows;
  const total = outflow.reduce((sum, { perYear }) => sum + perYear, 0);
  const body = [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="6" fill="none" stroke="${colour('line')}"/>`,
    text(left + 16, top + 25, `Uitstroom uit de bijstand: ${number(total)} per jaar`, { bold: true, halo: false }),
    ...outflow.flatMap(({ label, perYear }, i) => {
      const x = left + 16 + (i % perRow) * cell;
      const y = top + 48 + 21 * Math.floor(i / perRow);
      const end = x + Math.min(cell, CELL) - 30;
      return [
        text(x, y, label, { size: 12.5, role: 'soft', halo: false }),
        text(end, y, number(perYear), { size: 12.5, anchor: 'end', halo: false }),
      ];
    }),
  ];
  return { body: body.join(''), height };
}

/** Draws the model; widths of arrows are in proportion to applications a year. */
export function flowPicture(model: FlowModel): Drawing {
  const widest = Math.max(model.applications, ...model.arrows.map(({ perYear }) => perYear), 1);
  const thickness = (perYear: number): number => Math.max(1.5, (perYear / widest) * WIDEST);
  const texts = model.stations.map(stationText);
  const edges = model.arrows.map(({ from, to, perYear, check }): LayoutEdge => {
    const size = thickness(perYear);
    return { from, to, size, slot: Math.max(size + 6, check === null ? 20 : 32) };
  });
  const sides = (id: string): number => {
    const out = edges.filter(({ from }) => from === id).reduce((sum, { size }) => sum + size + 3, 0);
    const into = edges.filter(({ to }) => to === id).reduce((sum, { slot }) => sum + slot, 0);
    return Math.max(out, into, id === model.entry ? thickness(model.applications) : 0) + 8;
  };
  const nodes = model.stations.map(({ id }, i) => {
    const content = texts[i]!;
    return { id, height: Math.max(textHeight(content), sides(id)), below: exitHeight(content) };
  });
  const placed = layout(nodes, edges, model.entry);
  const shifted = {
    edges: placed.edges.map((edge) => ({
      ...edge,
      centres: edge.centres.map(({ column, y }) => ({ column, y: y + TOP })),
    })),
    box: (id: string) => {
      const box = placed.boxes.get(id);
      if (box === undefined) throw new Error(`station '${id}' has no place`);
      return { ...box, y: box.y + TOP };
    },
  };

  const width = columnX(placed.columns - 1) + NODE + 14;
  const lanesFrom = TOP + placed.height + LANE;

  const entry = shifted.box(model.entry);
  const entryY = entry.y + entry.height / 2;
  const size = thickness(model.applications);
  const source =
    `<path d="M8 ${entryY}H${LEFT - 7}" stroke="${colour('flow')}" stroke-width="${size}"/>` +
    `<path d="M${LEFT - 8} ${entryY - size / 2 - 3}L${LEFT} ${entryY}L${LEFT - 8} ${entryY + size / 2 + 3}Z" fill="${colour('flow')}"/>` +
    text(10, entryY - size / 2 - 8, 'Aanvragen', { bold: true }) +
    numberBeside(12, entryY, model.applications, model.applicationsCheck, 'start');

  const back = placed.loops.map((loop, i) => {
    const arrow = model.arrows.find(({ from, to }) => from === loop.from && to === loop.to);
    const [from, to] = [shifted.box(loop.from), shifted.box(loop.to)];
    return lane(
      [columnX(from.column) + NODE, from.y + from.height - 9],
      [columnX(to.column), to.y + to.height - 9],
      lanesFrom + i * LANE,
      number(arrow?.perYear ?? 0),
    );
  });
  const stripTop = lanesFrom + back.length * LANE + (back.length > 0 ? 4 : -4);
  const strip =
    model.outflow.length > 0 ? outflowStrip(LEFT, stripTop, width - LEFT - 14, model) : { body: '', height: 0 };
  if (model.returns > 0 && model.outflow.length > 0) {
    const words = `herinstroom\n${number(model.returns)} per jaar`;
    back.push(returnLane([LEFT, stripTop + strip.height / 2], 16, entryY + size / 2 + 4, words));
  }

  const body = [
    source,
    ...shifted.edges.map(band),
    ...back,
    ...model.stations.map((station, i) => {
      const content = texts[i]!;
      const out = thickness(station.exits.reduce((sum, { perYear }) => sum + perYear, 0));
      return exitArrow(shifted.box(station.id), out, content) + stationBox(station, shifted.box(station.id), content);
    }),
    ...shifted.edges.flatMap((edge) => {
      const arrow = model.arrows.find(({ from, to }) => from === edge.from && to === edge.to);
      return arrow === undefined ? [] : [bandLabel(edge, arrow)];
    }),
    strip.body,
  ].join('');
  return { width, height: stripTop + strip.height + 8, body };
}
