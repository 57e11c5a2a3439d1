// The random numbers of one replication: sequences for sources, keyed draws for clients.

import seedrandom from 'seedrandom';
import { threefryUniform } from './threefry.js';

export interface Streams {
  /**
   * A fresh sequence of uniform numbers strictly between 0 and 1, in steps of 2⁻³². Asking twice for one name gives
   * the same sequence twice.
   */
  sequence(name: string): () => number;
  /**
   * The uniform number, strictly between 0 and 1, that belongs to one decision about one client. It depends on nothing
   * but its arguments, so a scenario that adds a station or a visit leaves all other draws as they were.
   * @param client see `clientKey`: 32 bits
   * @param station see `stationKey`: 16 bits
   * @param purpose see `purpose`: 4 bits
   * @param visit how many times she was here before: 12 bits
   * @throws RangeError when a key does not fit in its bits
   */
  fate(client: number, station: number, purpose: number, visit: number): number;
}

const HALF_STEP = 2 ** -33;

/**
 * The streams of one replication. Always `alea`: the default generator of seedrandom repeats short seeds ('1', '11'
 * and '111' are one stream) and the xor family gives visibly related streams on consecutive seeds.
 */
export function createStreams(seed: string, replication: number): Streams {
  const alea = (name: string) => seedrandom.alea(`${seed}/${replication}/${name}`);
  const fateKeys = alea('fate');
  const key0 = fateKeys.int32();
  const key1 = fateKeys.int32();

  return {
    sequence(name) {
      const next = alea(name);
      return () => next() + HALF_STEP;
    },
    fate(client, station, purpose, visit) {
      if (
        client >>> 0 !== client ||
        (station & 0xffff) !== station ||
        (purpose & 0xf) !== purpose ||
        (visit & 0xfff) !== visit
      ) {
        throw outOfRange(client, station, purpose, visit);
      }
      return threefryUniform(client, (station << 16) | (purpose << 12) | visit, key0, key1);
    },
  };
}

function outOfRange(client: number, station: number, purpose: number, visit: number): RangeError {
  const fields = [
    { name: 'client', value: client, bits: 32 },
    { name: 'station', value: station, bits: 16 },
    { name: 'purpose', value: purpose, bits: 4 },
    { name: 'visit', value: visit, bits: 12 },
  ];
  const wrong = fields
    .filter(({ value, bits }) => !(Number.isInteger(value) && value >= 0 && value < 2 ** bits))
    .map(({ name, value, bits }) => `${name} ${value} is not a whole number from 0 to ${2 ** bits - 1}`);
  return new RangeError(`a draw cannot be keyed: ${wrong.join('; ')}`);
}
