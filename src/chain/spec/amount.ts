// A number in a chain that may change over time: a constant, or a piecewise-linear function of days since the start.
import { z } from 'zod';
import { rhythmProblem } from './rhythm.js';

export interface TimedPoint {
  readonly at: number;
  readonly value: number;
}

/** Linear between points, constant before the first and after the last; two points with the same `at` are a jump at that instant. */
export interface Timed {
  readonly timed: readonly TimedPoint[];
}

export type Amount = number | Timed;

const points = z.array(z.strictObject({ at: z.number(), value: z.number() })).min(1);

/** `withRhythms` has written out every rhythm that is right before this is looked at. */
const timedSchema = z
  .strictObject({ timed: points.optional(), steps: points.optional(), cycle: z.number().optional() })
  .transform(({ timed, steps, cycle }, context): Timed => {
    const found = steps ?? timed ?? [];
    const problem =
      (timed === undefined) === (steps === undefined)
        ? 'een verloop in de tijd heeft precies één van `timed` en `steps`'
        : cycle === undefined
          ? undefined
          : rhythmProblem({ cycle, points: found });
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    return { timed: found };
  });

/** Any amount whose values all lie in [low, high]. */
export function amountBetween(low: number, high: number): z.ZodType<Amount> {
  return z.union([z.number().min(low).max(high), timedSchema]).superRefine((amount, context) => {
    if (typeof amount === 'number') return;
    for (const { value } of amount.timed) {
      if (value < low || value > high) {
        context.addIssue({ code: 'custom', message: `moet tussen ${low} en ${high} liggen, gevonden ${value}` });
        return;
      }
    }
  });
}

export const amountSchema: z.ZodType<Amount> = amountBetween(-Infinity, Infinity);
export const nonNegative: z.ZodType<Amount> = amountBetween(0, Infinity);
export const share: z.ZodType<Amount> = amountBetween(0, 1);

/** The value at `time`; at a jump, the value after it. */
export function amountAt(amount: Amount, time: number): number {
  if (typeof amount === 'number') return amount;
  const line = amount.timed;
  const after = line.length > few ? firstAfter(line, time) : line.findIndex((point) => point.at > time);
  if (after === 0) return line[0]?.value ?? 0;
  const last = line[(after === -1 ? line.length : after) - 1];
  const next = after === -1 ? undefined : line[after];
  if (last === undefined) throw new Error('a timed amount needs at least one point');
  if (next === undefined) return last.value;
  return last.value + ((next.value - last.value) * (time - last.at)) / (next.at - last.at);
}

/** Above this many points halving is quicker than looking at each. */
const few = 16;

/** Position of the first point later than `time`, -1 when there is none. */
function firstAfter(line: readonly TimedPoint[], time: number): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (line[middle]!.at > time) high = middle;
    else low = middle + 1;
  }
  return low === line.length ? -1 : low;
}

/** The instants at which the course of an amount may bend or jump; empty for a constant. */
export function breakpoints(amount: Amount): number[] {
  return typeof amount === 'number' ? [] : amount.timed.map((point) => point.at);
}

export function largest(amount: Amount): number {
  return typeof amount === 'number' ? amount : Math.max(...amount.timed.map((point) => point.value));
}
