// Follows one client through runs of a plan: a guest who is put into them, or somebody of the population itself.
import { reserved } from '../chain/applications.js';
import { createCalendar } from '../chain/calendar.js';
import { dayNumber, weekday } from '../chain/civil-date.js';
import { guestKey, type Guest } from '../chain/guests.js';
import { runLength, simulateChain } from '../chain/simulate-chain.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { createStreams } from '../random/streams.js';
import { recordJourney, type Journey, type JourneyRecorder } from '../measure/journey.js';
import { chainOf } from './chain-model.js';
import { jobName, type Job, type Plan } from './plan.js';
import { bindJob } from './values.js';

/** The instant from which flows are counted; 0 where a chain does not say. */
export function measuredFrom({ run }: ChainSpec): number {
  const from = run.measureFrom ?? 0;
  return typeof from === 'number' ? from : dayNumber(from) - dayNumber(run.start);
}

/** When offices open on the first working day of this name (0 = Monday) on which flows are counted. */
export function firstOpen(spec: ChainSpec, day: number): number {
  const from = Math.ceil(measuredFrom(spec));
  const start = dayNumber(spec.run.start);
  const until = runLength(spec);
  const calendar = createCalendar(spec.calendar, spec.run.start, until);
  for (let at = from; at < until; at += 1) {
    const isOpen = spec.calendar === 'none' || calendar.between(at, at + 1) > 0;
    if (isOpen && weekday(start + at) === day) return at + (spec.calendar === 'none' ? 0 : spec.calendar.opens / 24);
  }
  throw new Error('this run has no such working day');
}

/**
 * A guest in one run. Where no weekday is given each run takes the next working day of the week, so that what a day of the week does is part of
 * the spread.
 */
export function followGuest(plan: Plan, job: Job, guest: Omit<Guest, 'at'>, day: number | undefined): Journey {
  return inJob(plan, job, (spec) => {
    const at = firstOpen(spec, day ?? job.draw % 5);
    let recorder: JourneyRecorder | undefined;
    simulateChain(
      spec,
      createStreams(plan.seed, job.draw),
      (run) => {
        recorder = recordJourney(spec, run, ({ key }) => key === guestKey(0));
        return recorder.observer;
      },
      [{ ...guest, at }],
    );
    const journey = recorder?.journey();
    if (journey === undefined) throw new Error('the guest did not come');
    return journey;
  });
}

export interface Applicant {
  /** Undefined when there is none. */
  readonly journey: Journey | undefined;
  /** How many applied for the first time, as far as was counted: up to the one who was found, or all. */
  readonly counted: number;
}

/** Whoever was the `number`-th to apply for the first time since flows are counted, or the client with this key. */
export function followApplicant(
  plan: Plan,
  job: Job,
  wanted: { readonly number: number } | { readonly key: number },
): Applicant {
  return inJob(plan, job, (spec) => {
    const from = measuredFrom(spec);
    let counted = 0;
    let recorder: JourneyRecorder | undefined;
    simulateChain(spec, createStreams(plan.seed, job.draw), (run) => {
      recorder = recordJourney(spec, run, (client, now) => {
        if ('key' in wanted) return client.key === wanted.key;
        if (client.source >= reserved.guests || client.applications > 1 || now < from) return false;
        counted += 1;
        return counted === wanted.number;
      });
      return recorder.observer;
    });
    return { journey: recorder?.journey(), counted };
  });
}

function inJob<T>(plan: Plan, job: Job, run: (spec: ChainSpec) => T): T {
  try {
    return run(chainOf(bindJob(plan, job)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${jobName(plan, job)} liep vast: ${reason}`, { cause });
  }
}
