// The course of one parameter over time: a base number and the changes of a scenario, in list order.
import type { Amount } from '../chain/spec/amount.js';
import type { Change } from './change.js';
import type { Range } from './parameter.js';
import { amountOf, cut, piecesOf, wholeDays } from './pieces.js';
import type { Piece } from './pieces.js';

/**
 * Applies `changes` to `base`, each on the result of those before it. Without changes the result is `base` itself.
 *
 * A change holds from midnight of `from` until the midnight after `through`. With a ramp, `add` and `multiply` grow
 * linearly from nothing to full; `set` runs straight from the value that stands at `from` to its own.
 */
export function valueOverTime(base: number, changes: readonly Change[]): Amount {
  return changes.length === 0 ? base : changes.reduce<Amount>(applyChange, base);
}

export function applyChange(amount: Amount, change: Change): Amount {
  const from = change.from ?? -Infinity;
  const end = change.through === null ? Infinity : change.through + 1;
  const full = change.from === null ? from : Math.min(from + change.ramp, end);
  const times = [from, ...wholeDays(from === -Infinity ? full : from, full), full, end].filter(Number.isFinite);
  const pieces = cut(piecesOf(amount), times);
  const origin = pieces.find((piece) => piece.start >= from)?.first ?? 0;
  const weight = (time: number): number => (time >= from + change.ramp ? 1 : (time - from) / change.ramp);
  return amountOf(
    pieces.map((piece): Piece => {
      if (piece.end <= from || piece.start >= end) return piece;
      return {
        ...piece,
        first: changed(piece.first, origin, change, weight(piece.start)),
        last: changed(piece.last, origin, change, weight(piece.end)),
      };
    }),
  );
}

function changed(value: number, origin: number, { operation, value: operand }: Change, weight: number): number {
  switch (operation) {
    case 'set':
      return weight === 1 ? operand : origin + (operand - origin) * weight;
    case 'add':
      return value + operand * weight;
    case 'multiply':
      return weight === 1 ? value * operand : value * (1 + (operand - 1) * weight);
  }
}

/** The amount held within a range: a drawn value near its bound plus a change may pass it, and then stands on it. */
export function withinRange(amount: Amount, { low, high }: Range): Amount {
  const hold = (value: number): number => Math.min(high, Math.max(low, value));
  if (typeof amount === 'number') return hold(amount);
  if (amount.timed.every(({ value }) => value >= low && value <= high)) return amount;
  return amountOf(piecesOf(amount).map((piece) => ({ ...piece, first: hold(piece.first), last: hold(piece.last) })));
}

/** The value farthest outside a range at any time, or null when all are inside. */
export function valueOutside(amount: Amount, { low, high }: Range): number | null {
  const values = typeof amount === 'number' ? [amount] : amount.timed.map(({ value }) => value);
  let worst: number | null = null;
  let distance = 0;
  for (const value of values) {
    const excess = Math.max(low - value, value - high);
    if (excess > distance) [worst, distance] = [value, excess];
  }
  return worst;
}
