// Runs jobs on worker threads, which stay from one run of a command to the next.
import { availableParallelism } from 'node:os';
import { allowedNodeEnvironmentFlags, execArgv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Executor } from './executor.js';
import type { Job, Plan } from './plan.js';

/** A thread cannot load TypeScript on Node 20, so there are threads only when this file itself was built. */
export const canUseThreads = !import.meta.url.endsWith('.ts');

export function availableThreads(): number {
  return availableParallelism();
}

/**
 * Piscina first tries `require` on a worker file. Where Node can do that for a module, ending a thread that is still loading ends the whole
 * process ("Module::IsGraphAsync must be used on an instantiated module"): a run that is done, or interrupted, before its last thread is
 * ready. Threads that cannot `require` a module are loaded by `import`, which may be cut short.
 */
const importOnly = allowedNodeEnvironmentFlags.has('--experimental-require-module')
  ? ['--no-experimental-require-module']
  : [];

/** What a thread gets: the plan with every batch, because a pool outlives a plan; `number` tells that it is the one of the batch before. */
export interface Task {
  readonly number: number;
  readonly plan: Plan;
  readonly batch: readonly Job[];
}

type Pool = Piscina<Task, Float64Array[]>;

/** A thread needs half a second to load and as long again to become fast, so that the runs of one command share their threads. */
const pools = new Map<number, Pool>();
let plans = 0;

function poolOf(threads: number): Pool {
  const known = pools.get(threads);
  if (known !== undefined) return known;
  const pool: Pool = new Piscina({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    execArgv: [...execArgv, ...importOnly],
    minThreads: threads,
    maxThreads: threads,
    // A replication leaves much that is short-lived: with room for it the collector takes a tenth of the time less.
    resourceLimits: { maxYoungGenerationSizeMb: 128 },
  });
  pools.set(threads, pool);
  return pool;
}

async function end(threads: number, pool: Pool): Promise<void> {
  if (pools.get(threads) === pool) pools.delete(threads);
  await pool.destroy();
}

/** Its threads stay for the next run, unless this one was stopped or failed. */
export function threadExecutor(plan: Plan, threads: number, signal?: AbortSignal): Executor {
  if (!Number.isInteger(threads) || threads < 1) throw new RangeError(`cannot run on ${threads} threads`);
  const pool = poolOf(threads);
  plans += 1;
  const number = plans;
  let failed = false;
  // One listener for all batches: Node warns about more than ten on one signal.
  const stop = (): void => void end(threads, pool);
  signal?.addEventListener('abort', stop, { once: true });
  return {
    width: threads,
    run: async (batch) => {
      try {
        return await pool.run({ number, plan, batch });
      } catch (error) {
        failed = true;
        throw error;
      }
    },
    close: async () => {
      signal?.removeEventListener('abort', stop);
      if (failed) await end(threads, pool);
    },
  };
}
