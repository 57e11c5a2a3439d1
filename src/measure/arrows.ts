// The arrows of a chain: every way from one station to another that is declared, and the ways in.
import { shapeOf } from '../chain/registry.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { exit } from '../chain/spec/outcome.js';

export interface Arrows {
  /** `aanvraag>intake`, `intake>poort`, `intake>exit` … */
  readonly names: readonly string[];
  /** Position in `names` of the way from one station to another, by station index; the index of the exit is the number of stations. */
  between(from: number, to: number): number;
  /** Position in `names` of the way into the chain by a station. */
  into(station: number): number;
}

/** Outcomes, what becomes of the lost in a handover, side visits, and what a mechanism does by itself: a full queue, a call. */
export function arrowsOf(spec: ChainSpec, stations: readonly string[]): Arrows {
  const width = stations.length + 1;
  const positions = new Int32Array(width * width).fill(-1);
  const names: string[] = [];
  const add = (name: string, cell: number): void => {
    if (positions[cell] !== -1) return;
    positions[cell] = names.length;
    names.push(name);
  };
  const indexOf = (id: string): number => (id === exit ? stations.length : stations.indexOf(id));
  const entries = [
    ...Object.values(spec.arrivals).map(({ to }) => to ?? spec.roles.entry),
    ...(spec.spells?.returns === undefined ? [] : [spec.spells.returns.to ?? spec.roles.entry]),
  ];
  for (const id of entries) add(`aanvraag>${id}`, stations.length * width + indexOf(id));
  for (const [from, id] of stations.entries()) {
    const station = spec.stations[id];
    if (station === undefined) continue;
    const ways = station.outcomes.flatMap(({ to, handover, side }) => [
      to,
      ...(handover?.kind === 'cold' && handover.lostTo !== undefined ? [handover.lostTo] : []),
      ...(side ?? []),
    ]);
    for (const to of [...ways, ...shapeOf(station).targets.map((target) => target.to)]) {
      add(`${id}>${to}`, from * width + indexOf(to));
    }
  }
  const find = (from: number, to: number): number => {
    const position = positions[from * width + to]!;
    if (position < 0) throw new Error(`no arrow ${stations[from] ?? 'aanvraag'}>${stations[to] ?? exit} is declared`);
    return position;
  };
  return { names, between: find, into: (station) => find(stations.length, station) };
}
