// Amounts as consecutive straight pieces over all of time, so that they can be cut, added and multiplied.
//
// Every slope is cut at every whole day. Two things follow. A change dated on a day cuts no piece that is already
// there, so all values before that day keep their last bit. And a product of two slopes, which is a parabola, is right
// at every midnight and straight in between: a parabola that doubles both factors in half a year is off by at most
// 1e-5 of its value.
import type { Amount, TimedPoint } from '../chain/spec/amount.js';

/** A straight line on [start, end): `first` at its start, tending to `last` at its end. Infinite pieces are level. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

export function piecesOf(amount: Amount): Piece[] {
  if (typeof amount === 'number') return [{ start: -Infinity, end: Infinity, first: amount, last: amount }];
  const pieces: Piece[] = [];
  let previous: TimedPoint | null = null;
  for (const point of amount.timed) {
    if (previous === null) pieces.push({ start: -Infinity, end: point.at, first: point.value, last: point.value });
    else if (point.at > previous.at) {
      const piece = { start: previous.at, end: point.at, first: previous.value, last: point.value };
      if (piece.first === piece.last) pieces.push(piece);
      else pieces.push(...cut([piece], wholeDays(piece.start, piece.end)));
    }
    previous = point;
  }
  if (previous === null) throw new Error('a timed amount needs at least one point');
  pieces.push({ start: previous.at, end: Infinity, first: previous.value, last: previous.value });
  return pieces;
}

/** The shortest amount with these pieces: a number when they are all at one level, else a point per bend, two per jump. */
export function amountOf(pieces: readonly Piece[]): Amount {
  const timed: TimedPoint[] = [];
  let left: Piece | null = null;
  for (const right of pieces) {
    if (left !== null) {
      const joined = left.last === right.first;
      const level = left.first === left.last && right.first === right.last;
      if (!joined || !level) timed.push({ at: right.start, value: left.last });
      if (!joined) timed.push({ at: right.start, value: right.first });
    }
    left = right;
  }
  if (left === null) throw new Error('an amount needs at least one piece');
  return timed.length === 0 ? left.first : { timed };
}

/** The same line with piece boundaries at the given ascending times as well. */
export function cut(pieces: readonly Piece[], times: readonly number[]): Piece[] {
  const result: Piece[] = [];
  let next = 0;
  for (const piece of pieces) {
    let start = piece.start;
    let first = piece.first;
    for (; next < times.length; next++) {
      const time = times[next] ?? Infinity;
      if (time >= piece.end) break;
      if (time <= start) continue;
      const value = valueIn(piece, time);
      result.push({ start, end: time, first, last: value });
      start = time;
      first = value;
    }
    result.push({ start, end: piece.end, first, last: piece.last });
  }
  return result;
}

/** The whole days strictly between two times. */
export function wholeDays(from: number, until: number): number[] {
  const days: number[] = [];
  for (let day = Math.floor(from) + 1; day < until; day++) days.push(day);
  return days;
}

/** `operation` on the values of several amounts at every instant: the pieces of the result end where any of theirs end. */
export function combine(amounts: readonly Amount[], operation: (values: readonly number[]) => number): Amount {
  const constants = amounts.filter((amount) => typeof amount === 'number');
  if (constants.length === amounts.length) return operation(constants);
  const lines = amounts.map(piecesOf);
  const times = [...new Set(lines.flatMap((line) => line.map((piece) => piece.start)))].sort((a, b) => a - b);
  const parts = lines.map((line) => cut(line, times));
  return amountOf(
    times.map((start, index) => {
      const pieces = parts.map((line) => line[index]).filter((piece) => piece !== undefined);
      return {
        start,
        end: times[index + 1] ?? Infinity,
        first: operation(pieces.map((piece) => piece.first)),
        last: operation(pieces.map((piece) => piece.last)),
      };
    }),
  );
}

function valueIn(piece: Piece, time: number): number {
  if (piece.first === piece.last) return piece.first;
  return piece.first + (piece.last - piece.first) * ((time - piece.start) / (piece.end - piece.start));
}
