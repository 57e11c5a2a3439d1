// One job: draw -> values over time -> chain -> streams -> simulation -> values over the catalogue.
import { createStreams } from '../random/streams.js';
import type { Model } from './model.js';
import { jobName } from './plan.js';
import type { Job, Plan } from './plan.js';
import { bindJob } from './values.js';

/**
 * Pure and synchronous. The luck of clients depends on the seed and the number of the draw, never on the scenario.
 * Throws an error that names the job.
 */
export function replicate(plan: Plan, job: Job, model: Model): Float64Array {
  try {
    return model.simulate(bindJob(plan, job), createStreams(plan.seed, job.draw), plan.measures);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${jobName(plan, job)} liep vast: ${reason}`, { cause });
  }
}
