// What a step is to a client, by station: whom she meets there and what it is aimed at; and the instant at which it begins.
import type { Client, Visit } from '../chain/client.js';
import type { Observer } from '../chain/observer.js';
import type { Aim, MeetsSpec } from '../chain/spec/encounter.js';
import type { Frame } from './frame.js';

/** Someone whom a client met: a function, and the number of the employee where she keeps the same one. */
export interface Face {
  readonly who: string;
  /** `pool/number`; undefined where anybody of that function may have helped her. */
  readonly server: string | undefined;
}

export interface Encounter {
  readonly how: MeetsSpec['how'];
  face(client: Client): Face;
}

/** By position of the station; undefined where nobody is met. */
export function encountersOf({ spec, stations, pools }: Frame): (Encounter | undefined)[] {
  return stations.map((id): Encounter | undefined => {
    const station = spec.stations[id];
    const meets = station?.meets;
    if (station === undefined || meets === undefined) return undefined;
    const kept = station.kind === 'service' ? station.pools.find(({ fixed }) => fixed === true) : undefined;
    const pool = kept === undefined ? -1 : pools.indexOf(kept.pool);
    return {
      how: meets.how,
      face: (client) => {
        const server = pool < 0 ? undefined : client.servers?.[pool];
        return { who: meets.who, server: server === undefined ? undefined : `${pools[pool] ?? ''}/${String(server)}` };
      },
    };
  });
}

/** Positions of the stations that are aimed at something. */
export function aimedAt({ spec, stations }: Frame, aim: Aim): Set<number> {
  return new Set(stations.flatMap((id, index) => (spec.stations[id]?.aim === aim ? [index] : [])));
}

/** A letter is nobody whom one meets; a voice on the telephone is. */
export function isFace(encounter: Encounter | undefined): encounter is Encounter {
  return encounter !== undefined && encounter.how !== 'writing';
}

/** Whether this is, as far as can be known, the same person: the least that may be said of two functions of one name. */
export function isSameFace(one: Face, other: Face): boolean {
  if (one.server !== undefined && other.server !== undefined) return one.server === other.server;
  return one.who === other.who;
}

/**
 * Tells of a visit that begins at one of `stations`: at once where nothing is waited for (a router, a stay), and elsewhere when the service, the
 * group, the place or the delay begins.
 */
export function beginnings(
  { spec, stations: ids }: Frame,
  stations: ReadonlySet<number>,
  begun: (visit: Visit, station: number, now: number) => void,
): Pick<Observer, 'entered' | 'started'> {
  const atOnce = ids.map((id) => ['router', 'stay'].includes(spec.stations[id]?.kind ?? ''));
  return {
    entered(visit, { index }, now) {
      if (stations.has(index) && atOnce[index] === true) begun(visit, index, now);
    },
    started(visit, { index }, _waited, now) {
      if (stations.has(index)) begun(visit, index, now);
    },
  };
}
