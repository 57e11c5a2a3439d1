// Readings (lezingen): rival interpretations of the same sources, each an overlay over the parameters with a probability.
import type { Issue } from '../chain/spec/issue.js';
import { didYouMean } from '../chain/nearest.js';
import type { Parameter } from './parameter.js';

export interface Overlay {
  readonly parameter: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Reading {
  readonly id: string;
  readonly name: string;
  /** In the judgement of whoever wrote it; the probabilities of one set add up to 1. */
  readonly probability: number;
  readonly overlays: readonly Overlay[];
}

/** Readings of which exactly one is true; the first is the base. */
export interface ReadingSet {
  readonly id: string;
  readonly readings: readonly Reading[];
}

/** The reading of a set for one uniform number; without one, the base. */
export function readingFor(set: ReadingSet, u: number | null): Reading {
  const [base] = set.readings;
  if (base === undefined) throw new Error(`reading set '${set.id}' is empty`);
  if (u === null) return base;
  let cumulative = 0;
  for (const reading of set.readings) {
    cumulative += reading.probability;
    if (u < cumulative) return reading;
  }
  return set.readings[set.readings.length - 1] ?? base;
}

/** The parameters with the value, low and high of the readings in their place; later readings win. */
export function withReadings(parameters: readonly Parameter[], readings: readonly Reading[]): readonly Parameter[] {
  const overlays = new Map(
    readings.flatMap((reading) => reading.overlays.map((overlay) => [overlay.parameter, overlay])),
  );
  if (overlays.size === 0) return parameters;
  return parameters.map((parameter) => {
    const overlay = overlays.get(parameter.name);
    return overlay === undefined
      ? parameter
      : { ...parameter, value: overlay.value, low: overlay.low, high: overlay.high };
  });
}

/** Mistakes in the readings; paths are [set, 'readings', reading, …]. */
export function checkReadings(sets: readonly ReadingSet[], parameters: ReadonlyMap<string, Parameter>): Issue[] {
  const issues: Issue[] = [];
  for (const [index, set] of sets.entries()) {
    const total = set.readings.reduce((sum, { probability }) => sum + probability, 0);
    if (!(Math.abs(total - 1) < 1e-9)) {
      issues.push({
        path: [index, 'readings'],
        message: `de kansen van lezing '${set.id}' tellen op tot ${String(total)}, niet tot 1`,
      });
    }
    for (const [place, reading] of set.readings.entries()) {
      const at = [index, 'readings', place];
      if (!(reading.probability >= 0)) {
        issues.push({
          path: [...at, 'probability'],
          message: `de kans van lezing '${reading.id}' kan niet negatief zijn`,
        });
      }
      for (const [row, { parameter }] of reading.overlays.entries()) {
        if (parameters.has(parameter)) continue;
        const known = didYouMean(parameter, parameters.keys());
        issues.push({
          path: [...at, 'overlays', row, 'parameter'],
          message: `parameter '${parameter}' bestaat niet.${known}`,
        });
      }
    }
  }
  return issues;
}
