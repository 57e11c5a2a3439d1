// Runs jobs on worker threads. The plan goes to each thread once; after that only numbers travel.
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

export function threadExecutor(plan: Plan, threads: number, signal?: AbortSignal): Executor {
  if (!Number.isInteger(threads) || threads < 1) throw new RangeError(`cannot run on ${threads} threads`);
  const pool = new Piscina<readonly Job[], Float64Array[]>({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    workerData: plan,
    execArgv: [...execArgv, ...importOnly],
    minThreads: threads,
    maxThreads: threads,
  });
  // One listener for the pool, not one per batch: Node warns about more than ten on one signal.
  const stop = (): void => void pool.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  return {
    width: threads,
    run: (batch) => pool.run(batch),
    close: () => {
      signal?.removeEventListener('abort', stop);
      return pool.destroy();
    },
  };
}
