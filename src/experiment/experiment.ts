// Runs a plan: all its jobs, on as many threads as wanted, with the same bytes for any number of them.
//
//   plan ──jobsOf──> jobs ──batches──> thread 1: replicate, replicate, …  ──┐
//                             │                                             ├──> values[scenario][draw] ──> Results
//                             └──────> thread n: replicate, replicate, …  ──┘
//
// A result is put where its job belongs, not where it arrives; a job knows nothing of its thread.
import type { Results } from '../measure/series.js';
import { chainModel } from './chain-model.js';
import { inlineExecutor } from './executor.js';
import type { Plan } from './plan.js';
import { runJobs } from './run-jobs.js';
import type { Watching } from './run-jobs.js';
import { availableThreads, canUseThreads, threadExecutor } from './threads.js';
import { bindJob } from './values.js';

export interface RunOptions extends Watching {
  /**
   * A number of worker threads, or `inline`: in the caller's own thread. By default as many threads as the machine has
   * cores. Source code that was not built always runs inline.
   */
  readonly threads?: number | 'inline';
}

/** Rejects with the first error of a job, which names the job, or with the reason of an abort. */
export async function runExperiment(plan: Plan, options: RunOptions = {}): Promise<Results> {
  const { threads = availableThreads(), signal } = options;
  signal?.throwIfAborted();
  const catalogue = chainModel.catalogue(bindJob(plan, { scenario: 0, draw: 0 }));
  const executor =
    threads === 'inline' || !canUseThreads
      ? inlineExecutor(plan, chainModel, signal)
      : threadExecutor(plan, threads, signal);
  return runJobs(plan, catalogue, executor, options);
}
