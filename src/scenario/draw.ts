// One draw of everything we are not sure of: a value for every parameter and one reading of every set.
import type { Parameter } from './parameter.js';
import { parameterQuantile } from './quantile.js';
import { readingFor, withReadings } from './reading.js';
import type { ReadingSet } from './reading.js';

/**
 * A uniform number in (0, 1) that depends on its name and on which draw this is, and on nothing else, so that a new
 * parameter leaves the draws of the others as they were.
 */
export type UniformOf = (name: string) => number;

export interface Draw {
  readonly values: ReadonlyMap<string, number>;
  /** Set id -> reading id. */
  readonly readings: ReadonlyMap<string, string>;
}

/** Draws with uncertainty; with `uniformOf` null every parameter has its value and every set its base reading. */
export function drawParameters(
  parameters: readonly Parameter[],
  sets: readonly ReadingSet[],
  uniformOf: UniformOf | null,
): Draw {
  const chosen = sets.map((set) => ({ set, reading: readingFor(set, uniformOf?.(`lezing/${set.id}`) ?? null) }));
  const read = withReadings(
    parameters,
    chosen.map(({ reading }) => reading),
  );
  const valueOf = (parameter: Parameter): number =>
    uniformOf === null ? parameter.value : parameterQuantile(parameter, uniformOf(`parameter/${parameter.name}`));
  return {
    values: new Map(read.map((parameter) => [parameter.name, valueOf(parameter)])),
    readings: new Map(chosen.map(({ set, reading }) => [set.id, reading.id])),
  };
}
