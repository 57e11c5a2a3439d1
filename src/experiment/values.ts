// The values that one job gives to every name in the template.
import type { Amount } from '../chain/spec/amount.js';
import { createStreams } from '../random/streams.js';
import { bind } from '../scenario/bind.js';
import type { Bound } from '../scenario/bind.js';
import { drawParameters } from '../scenario/draw.js';
import type { Draw } from '../scenario/draw.js';
import { legalRange } from '../scenario/parameter.js';
import { trendIssues, withTrend } from '../scenario/trend.js';
import { valueOverTime, withinRange } from '../scenario/value-over-time.js';
import type { Job, Plan, PlannedScenario } from './plan.js';

/**
 * The parameter values and readings of a draw, the same in every scenario. The stream of each name is its own, so a
 * parameter more or less changes no other draw.
 */
export function drawOf(plan: Plan, draw: number): Draw {
  if (plan.uncertainty === 'off') return baseDraw(plan);
  const streams = createStreams(plan.seed, draw);
  return drawParameters(plan.parameters, plan.readings, (name) => streams.sequence(name)());
}

/** The values as they stand in the tables. */
export function baseDraw(plan: Plan): Draw {
  return drawParameters(plan.parameters, plan.readings, null);
}

/** The course of every parameter of a scenario, and of the trend. */
export function valuesOf(plan: Plan, scenario: PlannedScenario, draw: Draw): ReadonlyMap<string, Amount> {
  const values = new Map<string, Amount>(draw.values);
  for (const { name, unit } of plan.parameters) {
    const changes = scenario.changes.filter(({ parameter }) => parameter === name);
    if (changes.length === 0) continue;
    values.set(name, withinRange(valueOverTime(draw.values.get(name) ?? 0, changes), legalRange(unit)));
  }
  return withTrend(values, plan.trend, plan.start);
}

/** The template of a scenario with the values as they stand in the tables: what is checked before anything runs. */
export function bindBase(plan: Plan, scenario: PlannedScenario): Bound {
  return bound(plan, scenario, baseDraw(plan));
}

/** The template with the values of one job. Throws when a name is unknown: a plan is checked first. */
export function bindJob(plan: Plan, job: Job): unknown {
  const scenario = plan.scenarios[job.scenario];
  if (scenario === undefined) throw new RangeError(`the plan has no scenario ${job.scenario}`);
  const { tree, issues } = bound(plan, scenario, drawOf(plan, job.draw));
  if (issues.length > 0) throw new Error(issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  return tree;
}

function bound(plan: Plan, scenario: PlannedScenario, draw: Draw): Bound {
  const values = valuesOf(plan, scenario, draw);
  const result = bind(plan.template, values);
  return { ...result, issues: [...result.issues, ...trendIssues(result.used, values)] };
}
