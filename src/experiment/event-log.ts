// One job as an event log: the same draw and the same luck as the job of that number in a comparison.
import { simulateChain } from '../chain/simulate-chain.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { createEventLog, type EventLog } from '../measure/log/event-log.js';
import { createStreams } from '../random/streams.js';
import { chainOf } from './chain-model.js';
import { jobName, type Job, type Plan } from './plan.js';
import { bindJob } from './values.js';

export interface LoggedRun {
  /** The chain as it was run, with the values of the draw. */
  readonly spec: ChainSpec;
  readonly log: EventLog;
}

/** Pure and synchronous. Throws an error that names the job. */
export function logRun(plan: Plan, job: Job): LoggedRun {
  try {
    const spec = chainOf(bindJob(plan, job));
    const log = createEventLog(spec);
    simulateChain(spec, createStreams(plan.seed, job.draw), log.prepare);
    return { spec, log };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${jobName(plan, job)} liep vast: ${reason}`, { cause });
  }
}
