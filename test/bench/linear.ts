// What a doorrekening of Arnhem costs when everything is ten and a hundred times as large: linear when an event costs the same.
import process from 'node:process';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { boundArnhem, chainArnhem, frozenArnhem, meteredArnhem } from './arnhem.js';
import { printClosed } from './closed.js';
import { handArnhem } from './hand-arnhem/hand-arnhem.js';
import { numbersOf } from './hand-arnhem/numbers.js';
import type { Outcome } from './harness.js';
import { scaled } from './scaled.js';

interface Contender {
  readonly name: string;
  /** Ready to run the chain as it is given. */
  prepare(spec: ChainSpec): () => Outcome;
}

const hand: Contender = {
  name: 'hand-written loop',
  prepare: (spec) => {
    const numbers = numbersOf(spec);
    return () => handArnhem(numbers);
  },
};
const chain: Contender = { name: 'declared chain', prepare: (spec) => () => chainArnhem(spec) };
const metered: Contender = {
  name: 'declared chain with all measures',
  prepare: (spec) => () => meteredArnhem(spec),
};

/**
 * Fastest runs, the contenders in turn; small sizes are repeated so often that all take about as long. All must find the same as the first. The first
 * factor is to the time per event of the same contender at the first size, the second to that of the first contender at the same size.
 */
function printSizes(spec: ChainSpec, contenders: readonly Contender[], sizes: readonly number[], rounds: number): void {
  const atFirst = new Map<string, number>();
  for (const times of sizes) {
    const own = scaled(spec, times);
    const runs = contenders.map(({ name, prepare }) => ({ name, run: prepare(own), each: Infinity, events: 0 }));
    const repeats = Math.ceil(rounds * Math.sqrt(Math.max(...sizes) / times));
    for (let repeat = times === sizes[0] ? -3 : 0; repeat < repeats; repeat += 1) {
      let expected: string | undefined;
      for (const one of runs) {
        const before = process.cpuUsage();
        const { events, check } = one.run();
        const { user, system } = process.cpuUsage(before);
        expected ??= check;
        if (check !== expected) throw new Error(`${one.name} finds ${check} and not ${expected}`);
        if (repeat < 0) continue;
        one.each = Math.min(one.each, (1000 * (user + system)) / events);
        one.events = events;
      }
    }
    for (const { name, each, events } of runs) {
      const first = atFirst.get(name) ?? each;
      atFirst.set(name, first);
      const columns = [
        `x ${times}`.padStart(6),
        `${events} events`.padStart(17),
        `${each.toFixed(0)} ns/event`.padStart(16),
        `x ${(each / first).toFixed(2)}`.padStart(8),
        `x ${(each / runs[0]!.each).toFixed(2)}`.padStart(8),
      ];
      console.log(`  ${name.padEnd(34)}${columns.join('')}`);
    }
  }
}

export function benchLinear(isWanted: (id: string) => boolean): void {
  const closed = 'closed population 1, 10 and 100 times as large';
  if (isWanted(closed)) printClosed(closed, [8_000, 80_000, 800_000], 3);
  const large = 'Arnhem 1, 10 and 100 times as large';
  if (isWanted(large)) {
    console.log(large);
    printSizes(frozenArnhem(), [hand, chain], [1, 10, 100], 2);
  }
  const measured = 'Arnhem as its data are today, 1 and 10 times as large';
  if (isWanted(measured)) {
    console.log(measured);
    printSizes(boundArnhem(), [chain, metered], [1, 10], 3);
  }
}
