// All jobs of a plan on an executor, each result in the place of its job.
import type { Results, Series } from '../measure/series.js';
import type { Executor } from './executor.js';
import { jobName, jobsOf } from './plan.js';
import type { Job, Plan } from './plan.js';

export interface Watching {
  /** After every finished batch: jobs done, of all jobs. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the run, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The executor is closed afterwards. Rejects with the first error of a job or with the reason of an abort. */
export async function runJobs(
  plan: Plan,
  catalogue: readonly Series[],
  executor: Executor,
  { onProgress, signal }: Watching = {},
): Promise<Results> {
  const jobs = jobsOf(plan);
  const values = plan.scenarios.map((): Float64Array[] => Array.from({ length: plan.draws }, () => new Float64Array()));
  let done = 0;
  try {
    await Promise.all(
      batchesOf(jobs, executor.width).map(async (batch) => {
        const results = await executor.run(batch);
        for (const [index, job] of batch.entries()) {
          const result = results[index];
          if (result?.length !== catalogue.length) throw new Error(`${jobName(plan, job)} heeft een andere catalogus`);
          values[job.scenario]![job.draw] = result;
        }
        done += batch.length;
        onProgress?.(done, jobs.length);
      }),
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await executor.close();
  }
  const scenarios = plan.scenarios.map(({ id, name }) => ({ id, name }));
  return { catalogue, scenarios, draws: plan.draws, seed: plan.seed, values };
}

/** Enough batches to divide the work evenly and to show progress, few enough (0,1 ms each on a thread) to cost nothing. */
function batchesOf(jobs: readonly Job[], width: number): Job[][] {
  const size = Math.min(8, Math.max(1, Math.ceil(jobs.length / (width * 16))));
  return Array.from({ length: Math.ceil(jobs.length / size) }, (_, index) =>
    jobs.slice(index * size, (index + 1) * size),
  );
}
