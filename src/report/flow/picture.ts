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
  SPACE,
  stationBox,
  stationText,
  text,
  textHeight,
} from './shapes.js';

const WIDEST = 58;
const TOP = 24;
const PANEL = 190;
const LANE = 26;

/** Everyone who leaves bijstand after the decision, wherever in the process. */
function outflowPanel(x: number, { outflow }: FlowModel): { body: string; height: number } {
  const row = 19;
  const height = 46 + row * outflow.length;
  const body = [
    `<path d="M${x} ${TOP}v${height}" stroke="${colour('line')}" stroke-width="1.5"/>`,
    text(x + 14, TOP + 12, 'Uitstroom per jaar', { bold: true, halo: false }),
    text(x + 14, TOP + 28, 'uit elke stap, op elk moment', { size: 11, role: 'soft', halo: false }),
    ...outflow.map(({ label, perYear }, i) => {
      const y = TOP + 52 + i * row;
      return (
        text(x + 14, y, label, { size: 12, halo: false }) +
        text(x + PANEL - 12, y, number(perYear), { size: 12, anchor: 'end', halo: false })
      );
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

  const right = columnX(placed.columns - 1) + NODE;
  const panelX = right + SPACE / 2;
  const panel = model.outflow.length > 0 ? outflowPanel(panelX, model) : { body: '', height: 0 };
  const width = model.outflow.length > 0 ? panelX + PANEL : right + 8;
  const lanesFrom = TOP + Math.max(placed.height, panel.height) + LANE;

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
  const returning = model.returns > 0 && model.outflow.length > 0;
  if (returning) {
    const y = lanesFrom + back.length * LANE;
    const words = `herinstroom ${number(model.returns)} per jaar`;
    const at = TOP + panel.height - 4;
    back.push(lane([panelX, at], [20, entryY + size / 2 + 14], y, words));
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
    panel.body,
  ].join('');
  return { width, height: lanesFrom + Math.max(back.length, 1) * LANE - 12, body };
}
