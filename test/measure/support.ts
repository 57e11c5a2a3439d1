// Small declared chains, run once, with their values looked up by name.
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { chainSchema, type ChainInput, type ChainSpec } from '../../src/chain/spec/chain.js';
import type { MeasureKind } from '../../src/measure/kind.js';
import { createMeters } from '../../src/measure/meters.js';
import { createStreams } from '../../src/random/streams.js';

/** `maat|plaats|groep|eenheid@periode`; place and group may be empty. */
export type Read = (series: string) => number;

export function run(input: ChainInput, { seed = 'proef', kinds }: { seed?: string; kinds?: MeasureKind[] } = {}): Read {
  const meters = createMeters(parse(input), kinds === undefined ? {} : { kinds });
  simulateChain(parse(input), createStreams(seed, 0), meters.prepare);
  const values = meters.values();
  const positions = new Map(
    meters.catalogue.map(({ measure, place, group, unit, period }, index) => [
      `${measure}|${place ?? ''}|${group ?? ''}|${unit}@${period}`,
      index,
    ]),
  );
  return (series) => {
    const position = positions.get(series);
    if (position === undefined) throw new Error(`no series ${series}`);
    return values[position]!;
  };
}

export function parse(input: ChainInput): ChainSpec {
  return chainSchema.parse(input);
}

/** Half a year from 1 January 2019; two sources, a desk that takes no time, and a stock. */
export const halfYear = { start: '2019-01-01', end: '2019-07-01' } as const;
