// service: a queue for staff. Takes hours of a pool on the working calendar, or occupies it for a time.
import { z } from 'zod';
import { rank } from '../../kernel/ranks.js';
import type { Demand } from '../../kernel/pools.js';
import { purpose } from '../../random/keys.js';
import type { Visit } from '../client.js';
import { amountAt, amountSchema } from '../spec/amount.js';
import { compileDuration, durationSchema } from '../spec/duration.js';
import { demandSchema } from '../spec/pool.js';
import { commonStation, type StationContext, type StationKind } from '../station.js';

/**
 * `hours` is work of one server of the first pool, an hours pool: elapsed time is hours over the server's speed, on the working calendar.
 * `duration` holds every demanded pool for that long in the chain's own time. `priority`: lower goes first, first come first served within it;
 * `priorityBy` reads it from an attribute. `queueLimit` counts those who wait; who finds it full goes to `full`.
 * `patience` runs while she waits; who loses it goes to `impatient`.
 */
const schema = z
  .strictObject({
    kind: z.literal('service'),
    pools: z.array(demandSchema).min(1),
    hours: durationSchema.optional(),
    duration: durationSchema.optional(),
    priority: amountSchema.optional(),
    priorityBy: z.string().optional(),
    queueLimit: amountSchema.optional(),
    full: z.string().optional(),
    patience: durationSchema.optional(),
    impatient: z.string().optional(),
    preempt: z.enum(['resume', 'repeat']).optional(),
    blocking: z.boolean().optional(),
    ...commonStation,
  })
  .superRefine((spec, context) => {
    if ((spec.hours === undefined) === (spec.duration === undefined)) {
      context.addIssue({ code: 'custom', message: 'een service heeft precies één van `hours` en `duration`' });
    }
    if ((spec.queueLimit === undefined) !== (spec.full === undefined)) {
      context.addIssue({ code: 'custom', message: '`queueLimit` en `full` horen bij elkaar' });
    }
    if ((spec.patience === undefined) !== (spec.impatient === undefined)) {
      context.addIssue({ code: 'custom', message: '`patience` en `impatient` horen bij elkaar' });
    }
  });
export type ServiceSpec = z.infer<typeof schema>;

/** How long the work takes from now on, given the uniform that belongs to this visit. */
function workTime(spec: ServiceSpec, context: StationContext): (visit: Visit, uses: number) => number {
  const { simulation, calendar } = context;
  if (spec.duration !== undefined) {
    const duration = compileDuration(spec.duration);
    return (visit, uses) => simulation.now + duration(context.fate(visit, purpose.duration), simulation.now, uses);
  }
  const hours = compileDuration(spec.hours ?? 0);
  const staff = context.capacity(spec.pools[0]?.pool ?? '');
  return (visit, uses) => {
    const work = hours(context.fate(visit, purpose.duration), simulation.now, uses) + visit.repeatHours;
    context.worked(staff, work);
    const perDay = staff.hoursPerDay(simulation.now);
    return perDay > 0 ? calendar.finish(simulation.now, work / perDay) : Infinity;
  };
}

export const service: StationKind<typeof schema> = {
  kind: 'service',
  schema,
  pools: (spec) => spec.pools.map((demand, index) => ({ pool: demand.pool, path: ['pools', index, 'pool'] })),
  targets: (spec) => [
    ...(spec.full === undefined ? [] : [{ to: spec.full, path: ['full'] }]),
    ...(spec.impatient === undefined ? [] : [{ to: spec.impatient, path: ['impatient'] }]),
  ],
  notYet: (spec) => [
    ...(spec.preempt === undefined ? [] : [{ path: ['preempt'], what: 'voorrang met onderbreken (preempt)' }]),
    ...(spec.blocking === true ? [{ path: ['blocking'], what: 'blokkeren na afloop (blocking)' }] : []),
  ],
  open(spec, context) {
    const { simulation, pools } = context;
    const demands: Demand[] = spec.pools.map((demand) => ({
      pool: context.capacity(demand.pool).index,
      units: demand.units ?? 1,
      ...(demand.skill === undefined ? {} : { skill: demand.skill }),
    }));
    const finishTime = workTime(spec, context);
    const patience = spec.patience === undefined ? undefined : compileDuration(spec.patience);
    const priority = spec.priority;
    const priorityBy = spec.priorityBy === undefined ? undefined : context.reader(spec.priorityBy);
    const limit = spec.queueLimit;
    const staffed = spec.hours !== undefined;
    let waiting = 0;
    let uses = 0;

    function finish(visit: Visit): void {
      visit.event = undefined;
      release(visit);
      context.leave(visit);
    }
    function release(visit: Visit): void {
      if (visit.request === undefined) return;
      pools.release(visit.request);
      visit.request = undefined;
    }
    function start(visit: Visit): void {
      waiting -= 1;
      if (patience !== undefined && visit.event !== undefined) simulation.cancel(visit.event);
      const end = finishTime(visit, uses);
      uses += 1;
      context.started(visit);
      if (staffed) visit.repeatHours = 0;
      visit.event = simulation.schedule(end, rank.finish, finish, visit, 0);
    }
    function giveUp(visit: Visit): void {
      visit.event = undefined;
      stopWaiting(visit);
      context.divert(visit, spec.impatient ?? 'exit');
    }
    function stopWaiting(visit: Visit): void {
      if (visit.request === undefined) return;
      waiting -= 1;
      pools.withdraw(visit.request);
      visit.request = undefined;
    }
    function urgency(visit: Visit): number {
      if (priorityBy !== undefined) return priorityBy(visit.client);
      return priority === undefined ? 0 : amountAt(priority, simulation.now);
    }

    return {
      arrive(visit) {
        if (limit !== undefined && waiting >= amountAt(limit, simulation.now) && waiting + 1 > freeServers()) {
          context.divert(visit, spec.full ?? 'exit');
          return;
        }
        waiting += 1;
        visit.startedAt = Infinity;
        visit.request = pools.acquire(demands, urgency(visit), start, visit);
        if (patience !== undefined) {
          const end = simulation.now + patience(context.fate(visit, purpose.patience), simulation.now, uses);
          visit.event = simulation.schedule(end, rank.finish, giveUp, visit, 0);
        }
      },
      withdraw(visit) {
        if (visit.event !== undefined) simulation.cancel(visit.event);
        visit.event = undefined;
        if (visit.startedAt === Infinity) stopWaiting(visit);
        else release(visit);
      },
    };

    function freeServers(): number {
      return Math.min(
        ...demands.map((demand) => Math.floor((pools.capacity(demand.pool) - pools.inUse(demand.pool)) / demand.units)),
      );
    }
  },
};
