// Questions about amounts over time that a check asks: at which instants to look, and what stands there.
import { amountAt, breakpoints, type Amount } from '../spec/amount.js';

/** The value just before `time`: at a jump, the value that is left behind. */
function amountBefore(amount: Amount, time: number): number {
  if (typeof amount === 'number') return amount;
  const points = amount.timed;
  const after = points.findIndex((point) => point.at >= time);
  const next = points[after === -1 ? points.length - 1 : after];
  if (next === undefined) return 0;
  const last = points[after - 1];
  if (after <= 0 || last === undefined) return next.value;
  return last.value + ((next.value - last.value) * (time - last.at)) / (next.at - last.at);
}

function instants(amounts: readonly Amount[]): number[] {
  return [...new Set([0, ...amounts.flatMap(breakpoints)])].sort((a, b) => a - b);
}

/**
 * Every extreme that a function which is linear in the amounts takes: between breakpoints it is straight, so the breakpoints, from both sides, hold
 * them all. Each row holds the values of `amounts` in order.
 */
export function extremes(amounts: readonly Amount[]): number[][] {
  return instants(amounts).flatMap((time) => [
    amounts.map((amount) => amountBefore(amount, time)),
    amounts.map((amount) => amountAt(amount, time)),
  ]);
}

/** An instant within every stretch on which nothing jumps or bends, also before the first and after the last. */
export function stretches(amounts: readonly Amount[]): number[] {
  const times = instants(amounts);
  const between = times.slice(1).map((time, index) => (time + (times[index] ?? time)) / 2);
  return [...between, (times.at(-1) ?? 0) + 1];
}

/** Whether the amount is ever above 0. */
export function everPositive(amount: Amount): boolean {
  return typeof amount === 'number' ? amount > 0 : amount.timed.some((point) => point.value > 0);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
