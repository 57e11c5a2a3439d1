// service: a queue for staff. Takes hours of a pool on the working calendar, or occupies it for a time.
import { z } from 'zod';
import { rank } from '../../kernel/ranks.js';
import type { Demand } from '../../kernel/pools.js';
import { purpose } from '../../random/keys.js';
import type { Visit } from '../client.js';
import { doorFields, doorProblems, doorTargets, openDoor } from '../door.js';
import { amountAt, amountSchema } from '../spec/amount.js';
import { compileDuration, durationSchema } from '../spec/duration.js';
import { demandSchema } from '../spec/pool.js';
import { commonStation, type StationKind } from '../station.js';
import { orderSchema, termsOf } from './order.js';
import { keepServer } from './same-server.js';
import { workOf } from './work.js';

/**
 * `hours` is work of one server of the first pool, an hours pool: elapsed time is hours over the server's speed, on the working calendar.
 * `duration` holds every demanded pool for that long in the chain's own time. `priority`: lower goes first, first come first served within it;
 * `priorityBy` reads it from an attribute; `order` is the order within a priority (order.ts). `preempt`: whoever is more urgent may stop the work;
 * it goes on with what is left (`resume`), starts again (`repeat`), or starts again with another draw (`redraw`).
 */
const schema = z
  .strictObject({
    kind: z.literal('service'),
    pools: z.array(demandSchema).min(1),
    hours: durationSchema.optional(),
    duration: durationSchema.optional(),
    priority: amountSchema.optional(),
    priorityBy: z.string().optional(),
    order: orderSchema.optional(),
    preempt: z.enum(['resume', 'repeat', 'redraw']).optional(),
    ...doorFields,
    ...commonStation,
  })
  .superRefine((spec, context) => {
    if ((spec.hours === undefined) === (spec.duration === undefined)) {
      context.addIssue({ code: 'custom', message: 'een service heeft precies één van `hours` en `duration`' });
    }
    for (const message of doorProblems(spec)) context.addIssue({ code: 'custom', message });
  });
export type ServiceSpec = z.infer<typeof schema>;

export const service: StationKind<typeof schema> = {
  kind: 'service',
  schema,
  pools: (spec) => spec.pools.map((demand, index) => ({ pool: demand.pool, path: ['pools', index, 'pool'] })),
  targets: doorTargets,
  open(spec, context) {
    const { simulation, pools, station } = context;
    const demands: Demand[] = spec.pools.map((demand) => ({
      pool: context.capacity(demand.pool).index,
      units: demand.units ?? 1,
      ...(demand.skill === undefined ? {} : { skill: demand.skill }),
    }));
    const fixed = spec.pools.findIndex((demand) => demand.fixed === true);
    const same = fixed === -1 ? undefined : keepServer(demands, fixed, pools);
    const line = pools.line(demands);
    const work = workOf(spec, context);
    const patience = spec.patience === undefined ? undefined : compileDuration(spec.patience);
    const { priority, preempt } = spec;
    const priorityBy = spec.priorityBy === undefined ? undefined : context.reader(spec.priorityBy);
    const staffed = spec.hours !== undefined;
    const mayStop =
      preempt !== undefined || spec.pools.some(({ pool }) => context.capacity(pool).spec.shrink === 'interrupt');
    const terms = termsOf(spec.order, mayStop ? { yields: preempt !== undefined, interrupted: stop } : {}, context);
    const door = openDoor(spec, context, (visit) => {
      const urgent = visit === undefined ? Infinity : urgency(visit);
      return Math.min(...demands.map(({ pool, units }) => Math.floor(pools.obtainable(pool, urgent) / units)));
    });
    let uses = 0;

    function finish(visit: Visit): void {
      visit.event = undefined;
      if (!station.keeps) release(visit);
      context.leave(visit);
    }
    function release(visit: Visit): void {
      if (visit.request === undefined) return;
      // Whoever was interrupted waits again.
      if (!mayStop || !pools.withdraw(visit.request)) pools.release(visit.request);
      visit.request = undefined;
      if (door !== undefined) door.gone();
    }
    function start(visit: Visit): void {
      if (same !== undefined) same.remember(visit);
      if (mayStop && visit.startedAt !== Infinity) {
        goOn(visit);
        return;
      }
      if (door !== undefined) door.began();
      if (patience !== undefined && visit.event !== undefined) simulation.cancel(visit.event);
      const end = mayStop ? begin(visit) : work.end(visit, uses);
      uses += 1;
      context.started(visit);
      if (staffed) visit.repeatHours = 0;
      visit.event = simulation.schedule(end, rank.finish, finish, visit, 0);
    }
    /** Work that may be interrupted is written down. */
    function begin(visit: Visit): number {
      visit.work = work.amount(visit, uses, 0);
      visit.begunAt = simulation.now;
      visit.due = work.done(visit, visit.work);
      visit.datum = 0;
      return visit.due;
    }
    /** Somebody more urgent, or a shrink, took what she held; she waits again in the place that she had. */
    function stop(visit: Visit): void {
      // A client who is done and blocked only has her place taken; what she has had stays done.
      if (visit.event === undefined) return;
      simulation.cancel(visit.event);
      visit.event = undefined;
      const left = work.left(visit);
      if (preempt !== 'repeat' && preempt !== 'redraw') visit.work = left;
    }
    function goOn(visit: Visit): void {
      if (visit.blockedBy !== undefined) return;
      visit.datum += 1;
      if (preempt === 'redraw') {
        visit.work = work.amount(visit, uses, visit.datum);
        uses += 1;
      }
      visit.begunAt = simulation.now;
      visit.due = work.done(visit, visit.work);
      visit.event = simulation.schedule(visit.due, rank.finish, finish, visit, 0);
    }
    function giveUp(visit: Visit): void {
      visit.event = undefined;
      stopWaiting(visit);
      context.divert(visit, spec.impatient ?? 'exit');
    }
    function stopWaiting(visit: Visit): void {
      if (visit.request === undefined) return;
      pools.withdraw(visit.request);
      visit.request = undefined;
      if (door !== undefined) door.gaveUp();
    }
    function urgency(visit: Visit): number {
      if (priorityBy !== undefined) return priorityBy(visit.client);
      return priority === undefined ? 0 : amountAt(priority, simulation.now);
    }

    return {
      door,
      demands,
      arrive(visit) {
        if (door !== undefined) {
          if (door.turnsAway(visit)) return;
          door.joined();
        }
        visit.startedAt = Infinity;
        const asked = same === undefined ? line : same.demands(visit);
        visit.request = pools.acquire(asked, urgency(visit), start, visit, terms);
        if (patience !== undefined) {
          const end = simulation.now + patience(context.fate(visit, purpose.patience), simulation.now, uses);
          visit.event = simulation.schedule(end, rank.finish, giveUp, visit, 0);
        }
      },
      release,
      withdraw(visit) {
        if (visit.event !== undefined) simulation.cancel(visit.event);
        visit.event = undefined;
        if (visit.startedAt === Infinity) stopWaiting(visit);
        else release(visit);
      },
    };
  },
};
