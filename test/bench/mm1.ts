// The queue of the first race: one server, exponential times between arrivals and of service, first come, first served.
import { compileQuantile } from '../../src/random/distribution.js';
import { clientKey, purpose, stationKey } from '../../src/random/keys.js';
import { createStreams } from '../../src/random/streams.js';

export const CLIENTS = 1_000_000;
export const MEAN_BETWEEN_ARRIVALS = 1;
export const MEAN_SERVICE = 0.9;
export const SEED = 'bench';
export const SOURCE = 'aanmelding';
export const STATION = 'loket';

/** The draws, exactly as a declared chain makes them: a sequence for the source, a keyed draw for the service of each client. */
export function mm1Draws(): { nextGap: () => number; service: (client: number) => number } {
  const streams = createStreams(SEED, 0);
  const uniform = streams.sequence(`arrivals/${SOURCE}`);
  const gap = compileQuantile({ dist: 'exponential', mean: MEAN_BETWEEN_ARRIVALS });
  const duration = compileQuantile({ dist: 'exponential', mean: MEAN_SERVICE });
  const source = clientKey(0, 0);
  const station = stationKey(STATION);
  return {
    nextGap: () => gap(uniform()),
    service: (client) => duration(streams.fate(source + client, station, purpose.duration, 0)),
  };
}
