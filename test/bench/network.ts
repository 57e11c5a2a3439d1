// The network of the second race: ten stations in a row, some of whose clients start again at the first.
import { compileQuantile } from '../../src/random/distribution.js';
import { clientKey, purpose, stationKey } from '../../src/random/keys.js';
import { createStreams } from '../../src/random/streams.js';

export const CLIENTS = 200_000;
export const STATIONS = 10;
export const SEED = 'bench';
export const SOURCE = 'aanmelding';
export const ONWARD = 0.7;
export const AGAIN = 0.1;
const LOAD = 0.8;

export const stationId = (station: number): string => `loket-${String(station)}`;
/** One, two or three servers. */
export const serversOf = (station: number): number => 1 + (station % 3);

/** By station: a client comes 0,7 times as often to the next one, and one in ten visits begins anew. */
export function visitsPerClient(): number[] {
  const parts = Array.from({ length: STATIONS }, (_, station) => ONWARD ** station);
  const first = 1 / (1 - AGAIN * parts.reduce((sum, part) => sum + part, 0));
  return parts.map((part) => first * part);
}

/** Mean service times at which every station is busy for 80 %, with one client per unit of time. */
export function meanServices(): number[] {
  return visitsPerClient().map((visits, station) => (LOAD * serversOf(station)) / visits);
}

export interface NetworkDraws {
  nextGap(): number;
  /** Visits of a client to a station are numbered from 0. */
  service(station: number, client: number, visit: number): number;
  outcome(station: number, client: number, visit: number): number;
}

/** The draws, exactly as a declared chain makes them. */
export function networkDraws(): NetworkDraws {
  const streams = createStreams(SEED, 0);
  const uniform = streams.sequence(`arrivals/${SOURCE}`);
  const gap = compileQuantile({ dist: 'exponential', mean: 1 });
  const services = meanServices().map((mean) => compileQuantile({ dist: 'exponential', mean }));
  const keys = services.map((_, station) => stationKey(stationId(station)));
  const source = clientKey(0, 0);
  return {
    nextGap: () => gap(uniform()),
    service: (station, client, visit) =>
      services[station]!(streams.fate(source + client, keys[station]!, purpose.duration, visit)),
    outcome: (station, client, visit) => streams.fate(source + client, keys[station]!, purpose.outcome, visit),
  };
}
