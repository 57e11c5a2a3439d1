// place: occupies a place of a pool for a stay with a maximum term, perhaps extended once; waits for a place or goes elsewhere when all are taken.
import { z } from 'zod';
import { rank } from '../../kernel/ranks.js';
import { purpose } from '../../random/keys.js';
import type { Visit } from '../client.js';
import { doorFields, doorProblems, doorTargets, openDoor, type Door } from '../door.js';
import { amountAt, amountSchema, nonNegative, share } from '../spec/amount.js';
import { compileDuration, daysPer, durationSchema } from '../spec/duration.js';
import { orderSchema, termsOf } from './order.js';
import { commonStation, type StationKind } from '../station.js';

const term = z.strictObject({ value: nonNegative, unit: z.enum(['hours', 'days', 'weeks', 'months', 'years']) });

/** The stay is the shorter of `stay` and `term`; a share `extension.share` of those who reach the term stays up to `extension.term` longer. */
const schema = z
  .strictObject({
    kind: z.literal('place'),
    pool: z.string(),
    stay: durationSchema.optional(),
    term: term.optional(),
    extension: z.strictObject({ share, term }).optional(),
    whenFull: z.union([z.literal('wait'), z.strictObject({ to: z.string() })]).optional(),
    priority: amountSchema.optional(),
    priorityBy: z.string().optional(),
    order: orderSchema.optional(),
    ...doorFields,
    ...commonStation,
  })
  .superRefine((spec, context) => {
    if (spec.stay === undefined && spec.term === undefined) {
      context.addIssue({ code: 'custom', message: 'een place heeft `stay`, `term` of beide' });
    }
    if (spec.extension !== undefined && spec.term === undefined) {
      context.addIssue({ code: 'custom', message: 'een verlenging (`extension`) vraagt een `term`' });
    }
    if (typeof spec.whenFull === 'object' && (spec.queueLimit !== undefined || spec.blocking === true)) {
      context.addIssue({
        code: 'custom',
        message: '`whenFull: { to }` laat niemand wachten; kies dat, of `queueLimit` of `blocking`',
      });
    }
    if (typeof spec.whenFull === 'object' && spec.order !== undefined) {
      context.addIssue({
        code: 'custom',
        message: '`whenFull: { to }` laat niemand wachten; `order` heeft dan geen betekenis',
      });
    }
    for (const message of doorProblems(spec, true)) context.addIssue({ code: 'custom', message });
  });
export type PlaceSpec = z.infer<typeof schema>;

export const place: StationKind<typeof schema> = {
  kind: 'place',
  schema,
  pools: (spec) => [{ pool: spec.pool, path: ['pool'] }],
  targets: (spec) => [
    ...(typeof spec.whenFull === 'object' ? [{ to: spec.whenFull.to, path: ['whenFull', 'to'] }] : []),
    ...doorTargets(spec),
  ],
  open(spec, context) {
    const { simulation, pools, station } = context;
    const { index: pool, spec: declared } = context.capacity(spec.pool);
    const demands = [{ pool, units: 1 }];
    const line = pools.line(demands);
    const stay = spec.stay === undefined ? undefined : compileDuration(spec.stay);
    const patience = spec.patience === undefined ? undefined : compileDuration(spec.patience);
    const priorityBy = spec.priorityBy === undefined ? undefined : context.reader(spec.priorityBy);
    const mayStop = declared.shrink === 'interrupt';
    const terms = termsOf(spec.order, mayStop ? { interrupted: stop } : {}, context);
    const door: Door | undefined = openDoor(
      typeof spec.whenFull === 'object' ? { ...spec, queueLimit: 0, full: spec.whenFull.to } : spec,
      context,
      // Those who wait at other stations of the same pool come first.
      (): number => pools.capacity(pool) - pools.inUse(pool) - pools.waiting(pool) + (door?.waiting ?? 0),
    );
    let uses = 0;

    function length(visit: Visit): number {
      const now = simulation.now;
      const wanted = stay === undefined ? Infinity : stay(context.fate(visit, purpose.duration), now, uses);
      uses += 1;
      if (spec.term === undefined) return wanted;
      const first = amountAt(spec.term.value, now) * daysPer[spec.term.unit];
      if (wanted <= first || spec.extension === undefined) return Math.min(wanted, first);
      const extended = context.fate(visit, purpose.extension) < amountAt(spec.extension.share, now);
      const second = amountAt(spec.extension.term.value, now) * daysPer[spec.extension.term.unit];
      return extended ? Math.min(wanted, first + second) : first;
    }
    function start(visit: Visit): void {
      if (mayStop && visit.startedAt !== Infinity) {
        if (visit.blockedBy === undefined) stayOn(visit, visit.work);
        return;
      }
      if (visit.event !== undefined) simulation.cancel(visit.event);
      door?.began();
      stayOn(visit, length(visit));
      context.started(visit);
    }
    function stayOn(visit: Visit, time: number): void {
      visit.due = simulation.now + time;
      visit.event = simulation.schedule(visit.due, rank.finish, over, visit, 0);
    }
    /** Her place is gone; once there is another she stays for what was left. */
    function stop(visit: Visit): void {
      if (visit.event === undefined) return;
      simulation.cancel(visit.event);
      visit.event = undefined;
      visit.work = visit.due - simulation.now;
    }
    function giveBack(visit: Visit): void {
      if (visit.request === undefined) return;
      // Whoever was interrupted waits again.
      if (!pools.withdraw(visit.request)) pools.release(visit.request);
      visit.request = undefined;
      if (visit.startedAt === Infinity) door?.gaveUp();
      else door?.gone();
    }
    function over(visit: Visit): void {
      visit.event = undefined;
      if (!station.keeps) giveBack(visit);
      context.leave(visit);
    }
    function giveUp(visit: Visit): void {
      visit.event = undefined;
      giveBack(visit);
      context.divert(visit, spec.impatient ?? 'exit');
    }
    function urgency(visit: Visit): number {
      if (priorityBy !== undefined) return priorityBy(visit.client);
      return spec.priority === undefined ? 0 : amountAt(spec.priority, simulation.now);
    }

    return {
      door,
      demands,
      release: giveBack,
      arrive(visit) {
        if (door !== undefined) {
          if (door.turnsAway(visit)) return;
          door.joined();
        }
        visit.startedAt = Infinity;
        visit.request = pools.acquire(line, urgency(visit), start, visit, terms);
        if (patience === undefined) return;
        const end = simulation.now + patience(context.fate(visit, purpose.patience), simulation.now, uses);
        visit.event = simulation.schedule(end, rank.finish, giveUp, visit, 0);
      },
      withdraw(visit) {
        if (visit.event !== undefined) simulation.cancel(visit.event);
        visit.event = undefined;
        giveBack(visit);
      },
    };
  },
};
