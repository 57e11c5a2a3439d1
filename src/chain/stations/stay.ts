// stay: in stock until called; calls take some of those present and send them on.
import { z } from 'zod';
import { rank } from '../../kernel/ranks.js';
import { purpose } from '../../random/keys.js';
import type { Visit } from '../client.js';
import { Crowd } from '../crowd.js';
import { amountAt, nonNegative, share } from '../spec/amount.js';
import { conditionSchema } from '../spec/condition.js';
import { daysPer } from '../spec/duration.js';
import { outcomeSchema } from '../spec/outcome.js';
import { commonStation, type StationContext, type StationKind } from '../station.js';

/**
 * A call comes `every` so often (first one period after the start) or `at` given instants, and takes `take` clients (fractions are carried over
 * to the next call) or each with chance `share`, among those for whom `when` holds: longest present first, or by the highest or lowest attribute.
 */
const callSchema = z
  .strictObject({
    every: z
      .strictObject({ value: z.number().positive(), unit: z.enum(['hours', 'days', 'weeks', 'months', 'years']) })
      .optional(),
    at: z.array(z.number()).optional(),
    whenFree: z.string().optional(),
    take: nonNegative.optional(),
    share: share.optional(),
    when: conditionSchema.optional(),
    by: z
      .union([
        z.enum(['longest', 'shortest']),
        z.strictObject({ highest: z.string() }),
        z.strictObject({ lowest: z.string() }),
      ])
      .optional(),
    to: z.string(),
  })
  .superRefine((call, context) => {
    const times = [call.every, call.at, call.whenFree].filter((way) => way !== undefined).length;
    if (times !== 1) {
      context.addIssue({ code: 'custom', message: 'een oproep heeft precies één van `every`, `at`, `whenFree`' });
    }
    if ((call.take === undefined) === (call.share === undefined)) {
      context.addIssue({ code: 'custom', message: 'een oproep heeft precies één van `take` en `share`' });
    }
  });
type CallSpec = z.infer<typeof callSchema>;

/** A stay without outcomes is where the route ends; only a call or the end of the spell leads out. */
const schema = z.strictObject({
  kind: z.literal('stay'),
  calls: z.array(callSchema).optional(),
  ...commonStation,
  outcomes: z.array(outcomeSchema).default([]),
});
export type StaySpec = z.infer<typeof schema>;

function openCall(call: CallSpec, present: Crowd, context: StationContext): void {
  const { simulation } = context;
  const wanted = call.when === undefined ? undefined : context.holds(call.when);
  const holds = (visit: Visit): boolean => wanted === undefined || wanted(visit.client);
  const by = call.by ?? 'longest';
  const attribute = typeof by === 'string' ? undefined : 'highest' in by ? by.highest : by.lowest;
  const sign = typeof by === 'object' && 'lowest' in by ? -1 : 1;
  const order = attribute === undefined ? undefined : context.order(attribute);
  const column = order === undefined ? undefined : present.keep((visit) => order(visit.client));
  let calls = 0;
  let carried = 0;

  function chosen(): Visit[] {
    const now = simulation.now;
    if (call.share !== undefined) {
      const chance = amountAt(call.share, now);
      return present.take(Infinity, 1, (visit) => holds(visit) && context.fate(visit, purpose.choice, calls) < chance);
    }
    carried += amountAt(call.take ?? 0, now);
    const number = Math.floor(carried + 1e-9);
    carried -= number;
    if (number === 0) return [];
    if (column !== undefined) return present.best(number, column, sign, holds);
    return present.take(number, by === 'longest' ? 1 : -1, holds);
  }
  function ring(): void {
    const visits = chosen();
    calls += 1;
    for (const visit of visits) {
      // The departure of one visit may have taken another visit of the same client along.
      if (present.remove(visit)) context.divert(visit, call.to);
    }
    if (call.every !== undefined) again(simulation.now + call.every.value * daysPer[call.every.unit]);
  }
  function again(time: number): void {
    simulation.schedule(time, rank.start, ring, present, 0);
  }
  if (call.every !== undefined) again(call.every.value * daysPer[call.every.unit]);
  for (const time of call.at ?? []) again(time);
}

export const stay: StationKind<typeof schema> = {
  kind: 'stay',
  schema,
  pools: () => [],
  targets: (spec) => (spec.calls ?? []).map((call, index) => ({ to: call.to, path: ['calls', index, 'to'] })),
  notYet: (spec) =>
    (spec.calls ?? []).flatMap((call, index) =>
      call.whenFree === undefined
        ? []
        : [{ path: ['calls', index, 'whenFree'], what: 'oproepen zodra een pool vrij is (whenFree)' }],
    ),
  open(spec, context) {
    const present = new Crowd();
    for (const call of spec.calls ?? []) openCall(call, present, context);
    return {
      arrive(visit) {
        present.add(visit);
        context.started(visit);
      },
      withdraw(visit) {
        present.remove(visit);
      },
    };
  },
};
