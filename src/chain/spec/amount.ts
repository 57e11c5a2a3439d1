// A number in a chain that may change over time: a constant, or a piecewise-linear function of days since the start.
import { z } from 'zod';

export interface TimedPoint {
  readonly at: number;
  readonly value: number;
}

/** Linear between points, constant before the first and after the last; two points with the same `at` are a jump at that instant. */
export interface Timed {
  readonly timed: readonly TimedPoint[];
}

export type Amount = number | Timed;

const timedSchema = z.strictObject({
  timed: z.array(z.strictObject({ at: z.number(), value: z.number() })).min(1),
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
  const points = amount.timed;
  const after = points.findIndex((point) => point.at > time);
  if (after === 0) return points[0]?.value ?? 0;
  const last = points[(after === -1 ? points.length : after) - 1];
  const next = after === -1 ? undefined : points[after];
  if (last === undefined) throw new Error('a timed amount needs at least one point');
  if (next === undefined) return last.value;
  return last.value + ((next.value - last.value) * (time - last.at)) / (next.at - last.at);
}

/** The instants at which the course of an amount may bend or jump; empty for a constant. */
export function breakpoints(amount: Amount): number[] {
  return typeof amount === 'number' ? [] : amount.timed.map((point) => point.at);
}

export function largest(amount: Amount): number {
  return typeof amount === 'number' ? amount : Math.max(...amount.timed.map((point) => point.value));
}
