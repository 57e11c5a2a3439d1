// Measures contenders that do the same work side by side: alternating runs in one process, a ratio to the reference.
import { performance } from 'node:perf_hooks';
import process from 'node:process';

/** What a run did: contenders of one race must agree on both exactly, or they are not doing the same work. */
export interface Outcome {
  readonly events: number;
  /** What came out, written in full, with a number in it that depends on every event, such as the sum of all waiting times. */
  readonly check: string;
}

/** What a queue without a chain's counts says as well: the sum of all waits, which `check` repeats. */
export interface QueueOutcome extends Outcome {
  readonly waited: number;
}

export interface Contender {
  readonly name: string;
  /** It plans observations of its own, so its events are more than those of the reference. */
  readonly observes?: true;
  run(): Outcome;
}

export interface Race {
  readonly id: string;
  /** What the ratios are to: the hand-written loop. */
  readonly reference: Contender;
  readonly others: readonly Contender[];
  /** Short runs need more of them. */
  readonly rounds: number;
  /** Contenders are processes of their own: what counts is how long they keep us waiting. */
  readonly wall?: true;
}

export interface Timing {
  readonly name: string;
  /** A quarter of the rounds took less: what disturbs a run only makes it longer, and the very fastest may have missed a collection. */
  readonly quartileMs: number;
  readonly nsPerEvent: number;
  /** To the reference, of the first quartiles. */
  readonly ratio: number;
}

/**
 * Processor time of the whole process, so that work of the garbage collector's threads counts and other programs on the machine do not.
 * @throws when a contender does other work than the reference
 */
export function measure({ reference, others, rounds, wall }: Race, { warmUps = 3 } = {}): readonly Timing[] {
  const contenders = [reference, ...others];
  const expected = reference.run();
  const times = contenders.map((): number[] => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    contenders.forEach((contender, at) => {
      const start = process.cpuUsage();
      const began = performance.now();
      const { events, check } = contender.run();
      const passed = performance.now() - began;
      const { user, system } = process.cpuUsage(start);
      if ((contender.observes !== true && events !== expected.events) || check !== expected.check) {
        throw new Error(
          `${contender.name}: ${events} events, ${check}; ${reference.name}: ${expected.events} events, ${expected.check}.`,
        );
      }
      if (round >= 0) times[at]!.push(wall === true ? passed : (user + system) / 1000);
    });
  }
  const reached = firstQuartile(times[0]!);
  return contenders.map(({ name }, at) => {
    const quartileMs = firstQuartile(times[at]!);
    return { name, quartileMs, nsPerEvent: (1e6 * quartileMs) / expected.events, ratio: quartileMs / reached };
  });
}

export function print(id: string, timings: readonly Timing[]): void {
  console.log(id);
  for (const { name, quartileMs, nsPerEvent, ratio } of timings) {
    const columns = [
      `${quartileMs.toFixed(1)} ms`.padStart(12),
      `${nsPerEvent.toFixed(1)} ns/event`.padStart(18),
      `x ${ratio.toFixed(2)}`.padStart(9),
    ];
    console.log(`  ${name.padEnd(34)}${columns.join('')}`);
  }
}

function firstQuartile(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[(sorted.length - 1) >> 2]!;
}
