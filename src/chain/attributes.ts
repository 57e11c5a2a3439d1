// A client's attributes: how they are drawn, read, and compared. Stored as numbers: flags 0/1, categories by position, ages as at time 0.
import { normalQuantile } from '../random/normal.js';
import { compileDuration, type Sampler } from './spec/duration.js';
import { amountAt, type Amount } from './spec/amount.js';
import type { Condition } from './spec/condition.js';
import { observedBy, stepNames, type AttributeSpec, type CorrelationSpec } from './spec/population.js';
import type { Client } from './client.js';

const daysPerYear = 365.25;

export interface Attribute {
  readonly id: string;
  readonly index: number;
  readonly spec: AttributeSpec;
  /** The attribute whose uniform this one follows, with the correlation of their normal scores. */
  readonly tie: { readonly to: number; readonly rho: Amount } | undefined;
  /** The attribute that this one looks at. */
  readonly of: number | undefined;
  /** The stored value for uniform `u`, for a client who appears at `now`. `of` is what it looks at; when that is unknown (NaN), so is this. */
  draw(u: number, now: number, of: number): number;
}

function sampler(spec: AttributeSpec, seen: AttributeSpec | undefined): (u: number, now: number, of: number) => number {
  switch (spec.kind) {
    case 'number': {
      const dist: Sampler = compileDuration(spec.dist);
      return (u, now) => dist(u, now, 0);
    }
    case 'age': {
      const dist = compileDuration(spec.dist);
      return (u, now) => dist(u, now, 0) - now / daysPerYear;
    }
    case 'flag':
      return (u, now) => (u < amountAt(spec.share, now) ? 1 : 0);
    case 'category': {
      const shares = Object.values(spec.shares);
      return (u, now) => {
        let sum = 0;
        for (let index = 0; index < shares.length; index += 1) {
          sum += amountAt(shares[index]!, now);
          if (u < sum) return index;
        }
        return shares.length - 1;
      };
    }
    case 'observation':
      return (u, now, of) => {
        const accuracy = amountAt(spec.accuracy, now);
        const score = accuracy * of + Math.sqrt(1 - accuracy * accuracy) * normalQuantile(u);
        return spec.cuts === undefined ? score : spec.cuts.filter((cut) => score >= cut).length;
      };
    case 'finding':
      return (u, now, value) => (value === 1 && u < amountAt(spec.chance, now) ? 1 : 0);
    case 'mapping': {
      const values = (seen === undefined ? [] : (stepNames(seen) ?? [])).map((name) => spec.table[name] ?? NaN);
      return (_u, _now, value) => values[value] ?? NaN;
    }
  }
}

/**
 * In the order in which they are drawn, wherever they stand in the file: who is tied to another after that other, and observations last, because
 * what they look at must be there.
 */
export function compileAttributes(
  specs: Readonly<Record<string, AttributeSpec>>,
  correlations: readonly CorrelationSpec[] = [],
): Attribute[] {
  const ids = Object.keys(specs);
  const all = Object.entries(specs).map(([id, spec], index): Attribute => {
    const tied = correlations.find(({ between }) => between[1] === id);
    const tie = tied === undefined ? undefined : { to: ids.indexOf(tied.between[0]), rho: tied.value };
    const seen = observedBy(spec);
    const of = seen === undefined ? undefined : ids.indexOf(seen);
    return { id, index, spec, tie, of, draw: sampler(spec, seen === undefined ? undefined : specs[seen]) };
  });
  const depth = ({ index, of, tie }: Attribute): number => {
    // What is looked at stands above whoever looks; a chain that has not been checked must not go round here.
    const seen = of === undefined || of >= index ? undefined : all[of];
    if (of !== undefined) return all.length + (seen?.of === undefined ? 0 : 1 + depth(seen));
    const first = tie === undefined ? undefined : all[tie.to];
    return first === undefined ? 0 : 1 + depth(first);
  };
  return all.toSorted((a, b) => depth(a) - depth(b));
}

/** @throws when there is none: the chain has been checked, so that is a mistake of ours */
export function attributeNamed(attributes: readonly Attribute[], id: string): Attribute {
  const attribute = attributes.find((candidate) => candidate.id === id);
  if (attribute === undefined) throw new Error(`no attribute ${id}`);
  return attribute;
}

/** Reads an attribute as it is at `time`: an age has grown. */
export function attributeAt(attribute: Attribute, client: Client, time: number): number {
  const value = client.attribute(attribute.index);
  return attribute.spec.kind === 'age' ? value + time / daysPerYear : value;
}

function within(value: number, range: { atLeast?: number | undefined; below?: number | undefined }): boolean {
  return value >= (range.atLeast ?? -Infinity) && value < (range.below ?? Infinity);
}

/** A value as a file has it, as it is stored; NaN or -1 for one that the attribute cannot have. */
export function encoded(spec: AttributeSpec, value: number | string | boolean): number {
  // A category may be called 3 or true, and a file reader then makes a number or a boolean of it.
  const names = stepNames(spec);
  if (names !== undefined) return names.indexOf(String(value));
  return typeof value === 'string' ? NaN : Number(value);
}

/** Compiles a condition to a test of a client at an instant. The chain has been checked: every attribute named exists. */
export function compileCondition(
  condition: Condition,
  attributes: readonly Attribute[],
): (client: Client, now: number) => boolean {
  if ('all' in condition) {
    const parts = condition.all.map((part) => compileCondition(part, attributes));
    return (client, now) => parts.every((part) => part(client, now));
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => compileCondition(part, attributes));
    return (client, now) => parts.some((part) => part(client, now));
  }
  if ('not' in condition) {
    const part = compileCondition(condition.not, attributes);
    return (client, now) => !part(client, now);
  }
  if ('monthsOnBenefit' in condition) {
    const range = condition.monthsOnBenefit;
    return (client, now) =>
      client.spell !== undefined && within((now - client.spell.startedAt) / (daysPerYear / 12), range);
  }
  const attribute = attributeNamed(attributes, condition.attribute);
  if ('is' in condition) {
    const wanted = encoded(attribute.spec, condition.is);
    return (client, now) => attributeAt(attribute, client, now) === wanted;
  }
  return (client, now) => within(attributeAt(attribute, client, now), condition);
}
