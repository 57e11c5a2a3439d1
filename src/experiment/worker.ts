// What a worker thread starts with: it gets the plan once and batches of jobs after that.
import { workerData } from 'node:worker_threads';
import { chainModel } from './chain-model.js';
import type { Job, Plan } from './plan.js';
import { replicate } from './replicate.js';

const plan = workerData as Plan;

export default function runBatch(batch: readonly Job[]): Float64Array[] {
  return batch.map((job) => replicate(plan, job, chainModel));
}
