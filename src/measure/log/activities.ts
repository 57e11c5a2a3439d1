// What an event log calls things: a name of its own for every activity and every source, and who does the work.
import { reserved } from '../../chain/applications.js';
import { shapeOf, type StationSpec } from '../../chain/registry.js';
import type { ChainSpec } from '../../chain/spec/chain.js';
import type { Frame } from '../frame.js';

/** Steps that belong to no station, behind the stations in the list of activities. */
export const milestones = ['Melding', 'Toekenning', 'Einde uitkering', 'Einde zonder uitkering'] as const;
export const milestone = { reported: 0, granted: 1, ended: 2, refused: 3 } as const;

export interface Activity {
  readonly name: string;
  /** Id of the station; undefined for a milestone. */
  readonly station: string | undefined;
  readonly resource: string | undefined;
  readonly group: string | undefined;
  /** Whether a client may have to wait before it begins. */
  readonly hasQueue: boolean;
  /** Takes no time: it is one event instead of a beginning and an end. */
  readonly isInstant: boolean;
}

/** Whom the client meets, else the team that does the work, else the owner. Calls look at a pool without using it. */
function resourceOf(spec: ChainSpec, station: StationSpec): string | undefined {
  const used = station.kind === 'stay' ? [] : shapeOf(station).pools.map(({ pool }) => pool);
  const [pool] = [...used, ...(station.contact === undefined ? [] : [station.contact.pool])];
  return station.meets?.who ?? (pool === undefined ? station.owner : (spec.pools[pool]?.label ?? pool));
}

/** The stations in the order of the frame, then the milestones. Names that are not unique get the id behind them. */
export function activitiesOf({ spec, stations }: Frame): Activity[] {
  const labels = stations.map((id) => spec.stations[id]?.label ?? id);
  const all = [...labels, ...milestones];
  const nameOf = (id: string, label: string): string =>
    all.filter((other) => other === label).length > 1 ? `${label} (${id})` : label;
  const found = stations.map((id, index): Activity => {
    const station = spec.stations[id];
    const kind = station?.kind ?? 'router';
    return {
      name: nameOf(id, labels[index] ?? id),
      station: id,
      resource: station === undefined ? undefined : resourceOf(spec, station),
      group: station?.owner,
      hasQueue: ['service', 'course', 'place'].includes(kind) || station?.after !== undefined,
      isInstant: kind === 'router',
    };
  });
  const none = { station: undefined, resource: undefined, group: undefined, hasQueue: false, isInstant: true };
  return [...found, ...milestones.map((name): Activity => ({ name, ...none }))];
}

/** The name of a source by its number in the key of a client: declared ones by their id, the others by what they are. */
export function sourceNames({ spec }: Frame): (source: number) => string {
  const declared = Object.keys(spec.arrivals).sort();
  const free = (name: string): string => (declared.includes(name) ? `${name}-bij-start` : name);
  const others = new Map<number, string>([
    [reserved.initial, free('begin')],
    [reserved.former, free('eerder')],
    [reserved.stock, free('voorraad')],
  ]);
  return (source) => declared[source] ?? others.get(source) ?? String(source);
}
