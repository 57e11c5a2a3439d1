// place: occupies a place of a pool for a stay with a maximum term, perhaps extended once; waits for a place or goes elsewhere when all are taken.
import { z } from 'zod';
import { rank } from '../../kernel/ranks.js';
import { purpose } from '../../random/keys.js';
import type { Visit } from '../client.js';
import { amountAt, nonNegative, share } from '../spec/amount.js';
import { compileDuration, daysPer, durationSchema } from '../spec/duration.js';
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
    blocking: z.boolean().optional(),
    ...commonStation,
  })
  .superRefine((spec, context) => {
    if (spec.stay === undefined && spec.term === undefined) {
      context.addIssue({ code: 'custom', message: 'een place heeft `stay`, `term` of beide' });
    }
    if (spec.extension !== undefined && spec.term === undefined) {
      context.addIssue({ code: 'custom', message: 'een verlenging (`extension`) vraagt een `term`' });
    }
  });
export type PlaceSpec = z.infer<typeof schema>;

export const place: StationKind<typeof schema> = {
  kind: 'place',
  schema,
  pools: (spec) => [{ pool: spec.pool, path: ['pool'] }],
  targets: (spec) => (typeof spec.whenFull === 'object' ? [{ to: spec.whenFull.to, path: ['whenFull', 'to'] }] : []),
  notYet: (spec) => (spec.blocking === true ? [{ path: ['blocking'], what: 'blokkeren na afloop (blocking)' }] : []),
  open(spec, context) {
    const { simulation, pools } = context;
    const pool = context.capacity(spec.pool).index;
    const demands = [{ pool, units: 1 }];
    const stay = spec.stay === undefined ? undefined : compileDuration(spec.stay);
    const elsewhere = typeof spec.whenFull === 'object' ? spec.whenFull.to : undefined;
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
      visit.event = simulation.schedule(simulation.now + length(visit), rank.finish, over, visit, 0);
      context.started(visit);
    }
    function giveBack(visit: Visit): void {
      if (visit.request === undefined) return;
      if (visit.startedAt === Infinity) pools.withdraw(visit.request);
      else pools.release(visit.request);
      visit.request = undefined;
    }
    function over(visit: Visit): void {
      visit.event = undefined;
      giveBack(visit);
      context.leave(visit);
    }

    return {
      arrive(visit) {
        if (elsewhere !== undefined && pools.inUse(pool) + pools.waiting(pool) >= pools.capacity(pool)) {
          context.divert(visit, elsewhere);
          return;
        }
        visit.startedAt = Infinity;
        visit.request = pools.acquire(demands, 0, start, visit);
      },
      withdraw(visit) {
        if (visit.event !== undefined) simulation.cancel(visit.event);
        visit.event = undefined;
        giveBack(visit);
      },
    };
  },
};
