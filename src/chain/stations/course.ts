// course: a group that starts on a calendar or as soon as enough wait, lasts a while, and may need trainers or a room.
import { z } from 'zod';
import { rank } from '../../kernel/ranks.js';
import type { Demand, RequestId } from '../../kernel/pools.js';
import { purpose } from '../../random/keys.js';
import type { Visit } from '../client.js';
import { doorFields, doorProblems, doorTargets, openDoor } from '../door.js';
import { amountAt, amountSchema, nonNegative, share } from '../spec/amount.js';
import { compileDuration, daysPer, durationSchema } from '../spec/duration.js';
import { demandSchema } from '../spec/pool.js';
import { commonStation, type StationKind } from '../station.js';
import { WaitingGroup } from './waiting-group.js';

/**
 * A group starts when at least `minimum` wait and takes at most `maximum`: who is most urgent by `priorityBy` (lower first), of equals who came first. Its request for trainers and rooms has `priority` among those of other stations. `starts` 'when-enough' looks at every arrival and
 * every freed room; `every` looks at fixed instants: the first at `first` (chain time), then each `value` units, as many groups as can be filled.
 * `longestWait`: who has waited so long does not wait for a minimum any more. A no-show stays in the queue for the next group, or goes to `noShowTo`.
 */
const schema = z
  .strictObject({
    kind: z.literal('course'),
    minimum: nonNegative,
    maximum: nonNegative,
    starts: z.union([
      z.literal('when-enough'),
      z.strictObject({
        every: z.strictObject({ value: z.number().positive(), unit: z.enum(['hours', 'days', 'weeks', 'months']) }),
        first: z.number(),
      }),
    ]),
    pools: z.array(demandSchema).optional(),
    duration: durationSchema,
    priority: amountSchema.optional(),
    priorityBy: z.string().optional(),
    noShow: share.optional(),
    noShowTo: z.string().optional(),
    longestWait: z
      .strictObject({ value: z.number().min(0), unit: z.enum(['hours', 'days', 'weeks', 'months', 'years']) })
      .optional(),
    ...doorFields,
    ...commonStation,
  })
  .superRefine((spec, context) => {
    for (const message of doorProblems(spec)) context.addIssue({ code: 'custom', message });
  });
export type CourseSpec = z.infer<typeof schema>;

class Group {
  readonly members = new Set<Visit>();
  request: RequestId | undefined;
}

export const course: StationKind<typeof schema> = {
  kind: 'course',
  schema,
  pools: (spec) => (spec.pools ?? []).map((demand, index) => ({ pool: demand.pool, path: ['pools', index, 'pool'] })),
  targets: (spec) => [
    ...(spec.noShowTo === undefined ? [] : [{ to: spec.noShowTo, path: ['noShowTo'] }]),
    ...doorTargets(spec),
  ],
  open(spec, context) {
    const { simulation, pools } = context;
    const duration = compileDuration(spec.duration);
    const demands: Demand[] = (spec.pools ?? []).map((demand) => ({
      pool: context.capacity(demand.pool).index,
      units: demand.units ?? 1,
      ...(demand.skill === undefined ? {} : { skill: demand.skill }),
    }));
    const queue = new WaitingGroup();
    const priorityBy = spec.priorityBy === undefined ? undefined : context.reader(spec.priorityBy);
    const groups = new Map<Visit, Group>();
    const onCalendar = spec.starts !== 'when-enough';
    const { longestWait } = spec;
    const atLast = longestWait === undefined ? Infinity : longestWait.value * daysPer[longestWait.unit];
    const patience = spec.patience === undefined ? undefined : compileDuration(spec.patience);
    const door = openDoor(spec, context, () => 0);
    let uses = 0;
    let asked: Group | undefined;
    let held = 0;

    function enough(): boolean {
      const { now } = simulation;
      const minimum = amountAt(spec.minimum, now);
      const able = queue.able(Math.max(1, Math.ceil(minimum)), now).length;
      return able > 0 && (able >= minimum || queue.since(now) + atLast <= now);
    }

    function form(): void {
      if (asked !== undefined || !enough()) return;
      const group = new Group();
      if (demands.length === 0) {
        begin(group);
        return;
      }
      asked = group;
      const urgency = spec.priority === undefined ? 0 : amountAt(spec.priority, simulation.now);
      group.request = pools.acquire(demands, urgency, granted, group);
    }
    function granted(group: Group): void {
      asked = undefined;
      begin(group);
    }
    function begin(group: Group): void {
      const invited = enough() ? Math.max(1, Math.floor(amountAt(spec.maximum, simulation.now))) : 0;
      for (const visit of queue.able(invited, simulation.now)) admit(visit, group);
      if (group.members.size === 0) {
        if (group.request !== undefined) pools.release(group.request);
        form();
        return;
      }
      context.observer.grouped?.(context.station, group.members.size, simulation.now);
      const length = duration(context.stationFate(held, purpose.duration), simulation.now, held);
      held += 1;
      simulation.schedule(simulation.now + length, rank.finish, over, group, 0);
      form();
    }
    function admit(visit: Visit, group: Group): void {
      // The departure of one visit may have taken another visit of the same client along.
      if (!queue.has(visit)) return;
      const absent =
        spec.noShow !== undefined &&
        context.fate(visit, purpose.noShow, visit.datum) < amountAt(spec.noShow, simulation.now);
      if (absent) {
        visit.datum += 1;
        if (spec.noShowTo === undefined) {
          queue.noShow(visit, simulation.now);
          return;
        }
        stopWaiting(visit);
        context.divert(visit, spec.noShowTo);
        return;
      }
      queue.remove(visit);
      if (visit.event !== undefined) simulation.cancel(visit.event);
      visit.event = undefined;
      door?.began();
      group.members.add(visit);
      groups.set(visit, group);
      context.started(visit);
    }
    function over(group: Group): void {
      if (group.request !== undefined) pools.release(group.request);
      for (const visit of group.members) {
        groups.delete(visit);
        door?.gone();
        context.leave(visit);
      }
      if (!onCalendar) form();
    }
    function stopWaiting(visit: Visit): void {
      if (!queue.remove(visit)) return;
      if (visit.event !== undefined) simulation.cancel(visit.event);
      visit.event = undefined;
      door?.gaveUp();
    }
    function giveUp(visit: Visit): void {
      stopWaiting(visit);
      context.divert(visit, spec.impatient ?? 'exit');
    }
    function startOnCalendar(): void {
      if (spec.starts === 'when-enough') return;
      const { value, unit } = spec.starts.every;
      simulation.schedule(simulation.now + value * daysPer[unit], rank.start, startOnCalendar, context, 0);
      let before = -1;
      while (before !== queue.size && enough()) {
        before = queue.size;
        form();
      }
    }

    if (spec.starts !== 'when-enough') simulation.schedule(spec.starts.first, rank.start, startOnCalendar, context, 0);

    return {
      door,
      // A group that cannot start for want of these keeps its queue full.
      demands,
      arrive(visit) {
        if (door !== undefined) {
          if (door.turnsAway(visit)) return;
          door.joined();
        }
        visit.startedAt = Infinity;
        visit.datum = 0;
        queue.add(visit, priorityBy?.(visit.client) ?? 0);
        if (patience !== undefined) {
          const end = simulation.now + patience(context.fate(visit, purpose.patience), simulation.now, uses);
          uses += 1;
          visit.event = simulation.schedule(end, rank.finish, giveUp, visit, 0);
        }
        if (onCalendar) return;
        form();
        if (atLast < Infinity) simulation.schedule(simulation.now + atLast, rank.finish, form, visit, 0);
      },
      withdraw(visit) {
        stopWaiting(visit);
        if (groups.get(visit)?.members.delete(visit) === true) door?.gone();
        groups.delete(visit);
      },
    };
  },
};
