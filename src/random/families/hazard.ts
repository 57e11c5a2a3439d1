// hazard: the rate of ending per unit of time is constant within pieces.

import { written } from '../checks.js';
import type { Family } from '../law.js';
import { firstAbove } from '../sorted.js';

/** The first piece starts at 0, each next one where the one before stops; the last runs until Infinity. */
export interface Hazard {
  readonly dist: 'hazard';
  readonly pieces: readonly { readonly until: number; readonly rate: number }[];
}

export const hazard: Family<Hazard> = {
  problems({ pieces }) {
    const last = pieces[pieces.length - 1];
    if (last === undefined) return ["'pieces' is leeg; er moet minstens één stuk staan"];
    const found: string[] = [];
    let start = 0;
    for (const { until, rate } of pieces) {
      if (!(until > start)) found.push(`'until' moet stijgen: na ${written(start)} staat ${written(until)}`);
      if (!(Number.isFinite(rate) && rate >= 0)) {
        found.push(`'rate' moet 0 of een getal groter dan 0 zijn; er staat ${written(rate)}`);
      }
      start = until;
    }
    if (last.until !== Infinity) {
      found.push(`het laatste stuk moet doorlopen tot oneindig (until: .inf); er staat ${written(last.until)}`);
    }
    if (last.rate === 0) {
      found.push("'rate' van het laatste stuk moet groter dan 0 zijn; anders komt er nooit een einde");
    }
    return found;
  },

  law({ pieces }) {
    const starts = new Float64Array(pieces.length);
    const rates = Float64Array.from(pieces, ({ rate }) => rate);
    const cumulativeAtStart = new Float64Array(pieces.length);
    let mean = 0;
    pieces.forEach(({ until, rate }, index) => {
      const start = starts[index]!;
      const cumulative = cumulativeAtStart[index]!;
      const length = until - start;
      // The mean is the integral of survival; within a piece that is an exponential curve, or a block where rate is 0.
      mean += Math.exp(-cumulative) * (rate === 0 ? length : -Math.expm1(-rate * length) / rate);
      if (index + 1 < pieces.length) {
        starts[index + 1] = until;
        cumulativeAtStart[index + 1] = cumulative + rate * length;
      }
    });
    const cumulativeAtEnd = Float64Array.from(pieces, (_piece, index) => cumulativeAtStart[index + 1] ?? Infinity);

    const cumulativeAt = (elapsed: number) => {
      if (elapsed <= 0) return 0;
      const piece = firstAbove(starts, elapsed) - 1;
      return cumulativeAtStart[piece]! + rates[piece]! * (elapsed - starts[piece]!);
    };
    // The piece whose end lies above the threshold has a rate above 0, so the division is safe.
    const timeAt = (threshold: number) => {
      const piece = firstAbove(cumulativeAtEnd, threshold);
      return starts[piece]! + (threshold - cumulativeAtStart[piece]!) / rates[piece]!;
    };
    return {
      quantile: (u) => timeAt(-Math.log(1 - u)),
      survival: (elapsed) => Math.exp(-cumulativeAt(elapsed)),
      residual: (u, elapsed) => Math.max(0, timeAt(cumulativeAt(elapsed) - Math.log(1 - u)) - elapsed),
      lowest: 0,
      mean,
    };
  },
};
