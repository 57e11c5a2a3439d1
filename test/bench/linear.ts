// What a doorrekening of Arnhem costs when everything is ten and a hundred times as large: linear when an event costs the same.
import process from 'node:process';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { printClosed } from './closed.js';
import { type ArnhemOutcome, boundArnhem, chainArnhem, meteredArnhem } from './arnhem.js';
import { scaled } from './scaled.js';

export interface Size {
  readonly times: number;
  /** Clients who were there at the start or applied since. */
  readonly clients: number;
  readonly events: number;
  readonly milliseconds: number;
}

/** The same run counted and timed at each size; the small ones are repeated so often that all take about as long. */
export function measureSizes(
  spec: ChainSpec,
  run: (spec: ChainSpec) => ArnhemOutcome,
  { sizes, rounds }: { readonly sizes: readonly number[]; readonly rounds: number },
): readonly Size[] {
  const largest = Math.max(...sizes);
  const specs = sizes.map((times) => scaled(spec, times));
  const found = sizes.map((times): Size => ({ times, clients: 0, events: 0, milliseconds: Infinity }));
  const first = specs[0];
  for (let warmUp = 0; first !== undefined && warmUp < 3; warmUp += 1) run(first);
  for (let round = 0; round < rounds; round += 1) {
    sizes.forEach((times, at) => {
      for (let repeat = 0; repeat < Math.round(Math.sqrt(largest / times)); repeat += 1) {
        const before = process.cpuUsage();
        const { events, clients } = run(specs[at]!);
        const { user, system } = process.cpuUsage(before);
        const milliseconds = Math.min(found[at]!.milliseconds, (user + system) / 1000);
        found[at] = { times, clients, events, milliseconds };
      }
    });
  }
  return found;
}

/** Fastest runs; the ratio is of the time per client, to that of the first size. */
export function printSizes(id: string, sizes: readonly Size[]): void {
  console.log(id);
  const [first] = sizes;
  for (const { times, clients, events, milliseconds } of sizes) {
    const each = (1000 * milliseconds) / clients;
    const reference = first === undefined ? NaN : (1000 * first.milliseconds) / first.clients;
    const columns = [
      `${clients} clients`.padStart(16),
      `${events} events`.padStart(17),
      `${milliseconds.toFixed(1)} ms`.padStart(13),
      `${((1e6 * milliseconds) / events).toFixed(1)} ns/event`.padStart(18),
      `${each.toFixed(2)} µs/client`.padStart(18),
      `x ${(each / reference).toFixed(2)}`.padStart(9),
    ];
    console.log(`  ${`x ${times}`.padEnd(8)}${columns.join('')}`);
  }
}

export function benchLinear(isWanted: (id: string) => boolean): void {
  const closed = 'closed population 1, 10 and 100 times as large';
  if (isWanted(closed)) printClosed(closed, [8_000, 80_000, 800_000], 3);
  const chain = 'Arnhem 1, 10 and 100 times as large, declared chain';
  const metered = 'Arnhem 1 and 10 times as large, declared chain with all measures';
  if (isWanted(chain)) printSizes(chain, measureSizes(boundArnhem(), chainArnhem, { sizes: [1, 10, 100], rounds: 1 }));
  if (isWanted(metered)) printSizes(metered, measureSizes(boundArnhem(), meteredArnhem, { sizes: [1, 10], rounds: 3 }));
}
