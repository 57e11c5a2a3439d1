// What a worker thread does: batches of jobs, of one plan after another.
import { chainModel } from './chain-model.js';
import type { Plan } from './plan.js';
import { replicate } from './replicate.js';
import type { Task } from './threads.js';

let current: { readonly number: number; readonly plan: Plan } | undefined;

export default function runBatch({ number, plan, batch }: Task): Float64Array[] {
  // The copy that the thread has is kept, so that what is remembered by plan stays remembered.
  if (current?.number !== number) current = { number, plan };
  const { plan: kept } = current;
  return batch.map((job) => replicate(kept, job, chainModel));
}
