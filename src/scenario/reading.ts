// Readings (lezingen): rival interpretations of the same sources, each an overlay over the parameters with a probability.
import type { Issue } from '../chain/spec/issue.js';
import { didYouMean } from '../chain/nearest.js';
import { legalRange, type Parameter } from './parameter.js';

export interface Overlay {
  readonly parameter: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Not part of the interpretation itself: fitted under it, so that the ijkpunten hold. */
  readonly fitted?: boolean;
}

export interface Reading {
  readonly id: string;
  readonly name: string;
  /** In the judgement of whoever wrote it; the probabilities of one set add up to 1. */
  readonly probability: number;
  readonly overlays: readonly Overlay[];
  /** Ids of ijkpunten that hold under the readings of this set that name them, and under no other. */
  readonly ijkpunten?: readonly string[];
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

/**
 * The parameters with the value, low and high of the readings in their place. Where readings of several sets move the same parameter, their
 * differences with the table add up, with the widest of their ranges around the sum: each was fitted alone, and small compensations
 * for different things stand beside each other.
 */
export function withReadings(parameters: readonly Parameter[], readings: readonly Reading[]): readonly Parameter[] {
  const overlays = new Map<string, Overlay[]>();
  for (const overlay of readings.flatMap((reading) => reading.overlays)) {
    const known = overlays.get(overlay.parameter);
    if (known === undefined) overlays.set(overlay.parameter, [overlay]);
    else known.push(overlay);
  }
  if (overlays.size === 0) return parameters;
  return parameters.map((parameter) => {
    const [first, ...others] = overlays.get(parameter.name) ?? [];
    if (first === undefined) return parameter;
    const { value, low, high } = others.length === 0 ? first : together(parameter, [first, ...others]);
    return { ...parameter, value, low, high };
  });
}

function together(parameter: Parameter, overlays: readonly Overlay[]): Overlay {
  const range = legalRange(parameter.unit);
  const within = (value: number): number => Math.min(range.high, Math.max(range.low, value));
  const value = within(overlays.reduce((sum, overlay) => sum + overlay.value - parameter.value, parameter.value));
  const below = Math.max(...overlays.map((overlay) => overlay.value - (overlay.low ?? overlay.value)));
  const above = Math.max(...overlays.map((overlay) => (overlay.high ?? overlay.value) - overlay.value));
  const drawn = overlays.some(({ low, high }) => low !== null && high !== null);
  return {
    parameter: parameter.name,
    value,
    low: drawn ? within(value - below) : null,
    high: drawn ? within(value + above) : null,
  };
}

/** The sets as if the named reading of each were known to be the true one; sets that are not named stay as they are. */
export function assumeReadings(sets: readonly ReadingSet[], chosen: ReadonlyMap<string, string>): ReadingSet[] {
  return sets.map((set) => {
    const { readings } = set;
    const reading = readings.find(({ id }) => id === chosen.get(set.id));
    if (reading === undefined) return set;
    const others = readings.filter((other) => other !== reading).map((other) => ({ ...other, probability: 0 }));
    return { ...set, readings: [{ ...reading, probability: 1 }, ...others] };
  });
}

/** Whether an ijkpunt holds under the first reading of every set: no set names it, or the first reading does. */
export function holdsInBase(ijkpunt: string, sets: readonly ReadingSet[]): boolean {
  return sets.every(({ readings }) => {
    const names = readings.map(({ ijkpunten }) => ijkpunten?.includes(ijkpunt) === true);
    return !names.includes(true) || names[0] === true;
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
