// How the hazard of one risk runs during a spell: its base by months on bijstand, times its course over calendar time.
import type { RateClock } from './rate-clock.js';
import { createRateClock } from './rate-clock.js';
import type { Amount } from './spec/amount.js';
import { daysPerMonth } from './spec/duration.js';

/** Piecewise in the time since `origin` (start of the spell, or the exit), and in calendar time; per unit of the client's own multiplier. */
export interface Hazard {
  /** Integrated hazard between two instants, for a spell that began at `origin`. */
  between(origin: number, from: number, to: number): number;
  /** The instant at which `amount` has accumulated since `from`; Infinity when never. */
  reach(origin: number, from: number, amount: number): number;
}

export interface HazardPiece {
  readonly untilMonths?: number | undefined;
  readonly perMonth: Amount;
}

/** One clock per piece, ending at its own number of months after the origin; after the last bounded piece the hazard is 0. */
export function createHazard(pieces: readonly HazardPiece[], series: Amount, until: number): Hazard {
  const clocks: { clock: RateClock; ends: number }[] = pieces.map((piece) => ({
    clock: createRateClock([piece.perMonth, series], 1 / daysPerMonth, until),
    ends: (piece.untilMonths ?? Infinity) * daysPerMonth,
  }));
  const only = clocks.length === 1 && clocks[0]?.ends === Infinity ? clocks[0].clock : undefined;
  if (only !== undefined) {
    return {
      between: (_origin, from, to) => only.at(to) - only.at(from),
      reach: (_origin, from, amount) => only.reach(only.at(from) + amount),
    };
  }
  return {
    between(origin, from, to) {
      let total = 0;
      let at = from;
      for (const { clock, ends } of clocks) {
        const end = Math.min(to, origin + ends);
        if (end <= at) continue;
        total += clock.at(end) - clock.at(at);
        at = end;
      }
      return total;
    },
    reach(origin, from, amount) {
      let left = amount;
      let at = from;
      for (const { clock, ends } of clocks) {
        const end = origin + ends;
        if (end <= at) continue;
        const time = clock.reach(clock.at(at) + left);
        if (time <= end) return time;
        if (end === Infinity) return Infinity;
        left -= clock.at(end) - clock.at(at);
        at = end;
      }
      return Infinity;
    },
  };
}
