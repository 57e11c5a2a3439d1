// What an experiment needs of a model: from a bound tree and streams to one number per series.
import type { Series } from '../measure/series.js';
import type { Streams } from '../random/streams.js';

export interface Model {
  /** What a chain reports; the same for every job of a plan. Throws when the tree is no chain. */
  catalogue(tree: unknown): readonly Series[];
  /** One replication: a value for every series of the catalogue; NaN for measures not in `only`, when it is given. Pure and synchronous. */
  simulate(tree: unknown, streams: Streams, only?: readonly string[]): Float64Array;
}
