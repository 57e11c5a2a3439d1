// Quantiles of waiting times in a race: all waits kept in typed arrays and sorted once, and the same numbers as the measure `wachttijd` gives them.
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { createMeters, type Meters } from '../../src/measure/meters.js';

/** Linear between order statistics, as `wachttijd` has it. */
function quantile(sorted: Float64Array, p: number): number {
  if (sorted.length === 0) return NaN;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (place - below);
}

/** The waits of a number of cells (a station, or a station in a year), with room for `most` in each. */
export class HandWaits {
  private readonly waits: readonly Float64Array[];
  private readonly counts: Int32Array;
  private readonly left: Int32Array;
  private readonly leftSums: Float64Array;
  private readonly completed: boolean;

  /** `completed`: also the mean of those who left, in order of leaving. */
  constructor(cells: number, most: number, { completed }: { readonly completed: boolean }) {
    this.waits = Array.from({ length: cells }, () => new Float64Array(most));
    this.counts = new Int32Array(cells);
    this.left = new Int32Array(cells);
    this.leftSums = new Float64Array(cells);
    this.completed = completed;
  }

  began(cell: number, wait: number): void {
    const count = this.counts[cell]!;
    this.waits[cell]![count] = wait;
    this.counts[cell] = count + 1;
  }

  done(cell: number, wait: number): void {
    this.left[cell]! += 1;
    this.leftSums[cell]! += wait;
  }

  text(): string {
    return this.waits
      .flatMap((waits, cell) => {
        const sorted = waits.subarray(0, this.counts[cell]).sort();
        let sum = 0;
        for (const wait of sorted) sum += wait;
        const mean = sum / sorted.length;
        const completed = this.completed ? [this.leftSums[cell]! / this.left[cell]!] : [];
        return [mean, quantile(sorted, 0.5), quantile(sorted, 0.9), ...completed, sorted.length];
      })
      .join(' ');
  }
}

/** The measure that the engine gives them with, and what it found, in the order of its catalogue. */
export function waitMeters(spec: ChainSpec): { readonly prepare: Meters['prepare']; readonly text: () => string } {
  const meters = createMeters(spec, { only: ['wachttijd'] });
  const counted = meters.catalogue.map(({ measure }) => measure === 'wachttijd' || measure === 'wachtenden');
  return {
    prepare: meters.prepare,
    text: () =>
      meters
        .values()
        .filter((_, at) => counted[at] === true)
        .join(' '),
  };
}
