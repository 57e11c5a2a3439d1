// What is to be computed: scenarios times draws, in a fixed order. Plain data, so that it can be sent to a thread.
import type { Change } from '../scenario/change.js';
import type { Parameter } from '../scenario/parameter.js';
import type { ReadingSet } from '../scenario/reading.js';
import type { Trend } from '../scenario/trend.js';

export interface PlannedScenario {
  readonly id: string;
  readonly name: string;
  /** Its own changes and, before them, those of the scenarios it builds on (`allChanges`). */
  readonly changes: readonly Change[];
}

export interface Plan {
  /** The declared chain with `@names` in it. */
  readonly template: unknown;
  /** First day of the run, ISO; day 0 of all changes. */
  readonly start: string;
  readonly parameters: readonly Parameter[];
  readonly readings: readonly ReadingSet[];
  readonly trend: Trend;
  readonly scenarios: readonly PlannedScenario[];
  readonly seed: string;
  /** Doorrekeningen per scenario. */
  readonly draws: number;
  /** `off`: every parameter has its value and every set its first reading; only chance differs between draws. */
  readonly uncertainty: 'on' | 'off';
  /** Only these measures are counted, and the others are NaN; all of them when it is not given. */
  readonly measures?: readonly string[];
}

/** One replication of one scenario; both numbers count from 0. */
export interface Job {
  readonly scenario: number;
  readonly draw: number;
}

/** All jobs, draw by draw: what is done at any moment can be compared between scenarios. */
export function jobsOf({ scenarios, draws }: Plan): Job[] {
  return Array.from({ length: draws }, (_, draw) =>
    scenarios.map((_scenario, scenario) => ({ scenario, draw })),
  ).flat();
}

/** `doorrekening 18 van scenario 'bap-40'`, for messages. */
export function jobName(plan: Plan, job: Job): string {
  return `doorrekening ${job.draw + 1} van scenario '${plan.scenarios[job.scenario]?.id ?? '?'}'`;
}
