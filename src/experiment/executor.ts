// Where jobs are run: here, or (threads.ts) elsewhere.
import type { Model } from './model.js';
import type { Job, Plan } from './plan.js';
import { replicate } from './replicate.js';

/** Runs batches of jobs; a result per job, in the order of the batch. */
export interface Executor {
  /** How many batches it works on at once. */
  readonly width: number;
  run(batch: readonly Job[]): Promise<readonly Float64Array[]>;
  close(): Promise<void>;
}

/** In the caller's own thread, one job after the other, with a pause between jobs in which an abort can arrive. */
export function inlineExecutor(plan: Plan, model: Model, signal?: AbortSignal): Executor {
  let last: Promise<unknown> = Promise.resolve();
  const runNow = async (batch: readonly Job[]): Promise<Float64Array[]> => {
    const results: Float64Array[] = [];
    for (const job of batch) {
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      results.push(replicate(plan, job, model));
    }
    return results;
  };
  return {
    width: 1,
    run: (batch) => {
      const result = last.then(() => runNow(batch));
      last = result;
      return result;
    },
    close: () => Promise.resolve(),
  };
}
