// What is kept of clients who are done: the memory after a forced collection while a chain runs on, with as many clients present all the time.
import { setFlagsFromString } from 'node:v8';
import process from 'node:process';
import { runInNewContext } from 'node:vm';
import { type Observer, together } from '../../src/chain/observer.js';
import { type Run, runLength, simulateChain } from '../../src/chain/simulate-chain.js';
import { rank } from '../../src/kernel/ranks.js';
import { type ChainSpec, chainSchema } from '../../src/chain/spec/chain.js';
import { createMeters } from '../../src/measure/meters.js';
import { createStreams } from '../../src/random/streams.js';
import { boundArnhem } from './arnhem.js';
import { SEED } from './arnhem-counts.js';
import { declaredMm1 } from './chain-mm1.js';

export interface Kept {
  readonly finished: number;
  /** On the way or on bijstand, at the end and on average over the looks. */
  readonly present: number;
  /** Largest memory of all looks, above what there was before the run. */
  readonly peakBytes: number;
}

/** Asked for once: a flag that is set while the program runs holds for contexts that are made after it. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** Objects and rows of numbers; of rows also what nobody has written in yet, which the machine need not have given. */
function usedBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Looks `looks` times during the run, evenly spread, the last time just before its end. */
export function measureKept(
  spec: ChainSpec,
  seed: string,
  observers: (run: Run) => readonly Observer[],
  looks = 16,
): Kept {
  const collect = collector();
  collect();
  // What the run before this one held is only let go of in a second round.
  collect();
  const before = usedBytes();
  const every = runLength(spec) / (looks + 0.01);
  let come = 0;
  let finished = 0;
  let peakBytes = 0;
  let presentSum = 0;
  simulateChain(spec, createStreams(seed, 0), (run) => {
    const { simulation } = run;
    const look = (): void => {
      collect();
      peakBytes = Math.max(peakBytes, usedBytes() - before);
      presentSum += come - finished;
    };
    for (let number = 1; number <= looks; number += 1) simulation.schedule(number * every, rank.observe, look, null, 0);
    return together([counter(), ...observers(run)]);
  });
  return { finished, present: Math.round(presentSum / looks), peakBytes };

  /** A chain with spells loses a client when her spell ends, one without when she leaves. */
  function counter(): Observer {
    if (spec.spells === undefined) {
      return {
        applied: () => {
          come += 1;
        },
        left: (_visit, _station, to) => {
          if (to === undefined) finished += 1;
        },
      };
    }
    return {
      spellStarted: () => {
        come += 1;
      },
      spellEnded: () => {
        finished += 1;
      },
    };
  }
}

export function printKept(id: string, rows: readonly { readonly name: string; readonly kept: Kept }[]): void {
  console.log(id);
  let last: Kept | undefined;
  for (const { name, kept } of rows) {
    const more = last === undefined ? undefined : kept.finished - last.finished;
    const each =
      last === undefined || more === undefined
        ? ''
        : `${((kept.peakBytes - last.peakBytes) / more).toFixed(1)} bytes for each more`;
    const columns = [
      `${kept.finished} done`.padStart(16),
      `${kept.present} present`.padStart(16),
      `${(kept.peakBytes / 1e6).toFixed(2)} MB`.padStart(12),
      each.padStart(28),
    ];
    console.log(`  ${name.padEnd(16)}${columns.join('')}`);
    last = kept;
  }
}

/** So many clients of the M/M/1 as are served until then; it stops taking looks when all are gone. */
function mm1Until(clients: number): ChainSpec {
  const spec = chainSchema.parse(declaredMm1(2 * clients));
  return { ...spec, run: { ...spec.run, end: clients } };
}

export function benchMemory(isWanted: (id: string) => boolean): void {
  const mm1 = 'memory of M/M/1, by clients done';
  const chain = 'memory of Arnhem, by years, declared chain';
  const metered = `${chain} with all measures`;
  if (isWanted(mm1)) {
    const rows = [250_000, 500_000, 1_000_000].map((clients) => ({
      name: `${clients} time`,
      kept: measureKept(mm1Until(clients), SEED, () => []),
    }));
    printKept(mm1, rows);
  }
  const years = [4, 8, 16];
  if (isWanted(chain)) {
    printKept(
      chain,
      years.map((number) => ({ name: `${number} years`, kept: measureKept(boundArnhem(number), SEED, () => []) })),
    );
  }
  if (isWanted(metered)) {
    printKept(
      metered,
      years.map((number) => {
        const spec = boundArnhem(number);
        const meters = createMeters(spec);
        return { name: `${number} years`, kept: measureKept(spec, SEED, (run) => [meters.prepare(run)]) };
      }),
    );
  }
}
