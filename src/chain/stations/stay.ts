// stay: in stock until called; calls take some of those present and send them on.
import { z } from 'zod';
import { rank } from '../../kernel/ranks.js';
import { purpose } from '../../random/keys.js';
import type { Visit } from '../client.js';
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

/** The `number` visits with the highest key, highest first; of equals the one that came first. One pass, because stocks are large and calls small. */
function highest(visits: Iterable<Visit>, number: number, key: (visit: Visit) => number): Visit[] {
  const best: { visit: Visit; key: number }[] = [];
  for (const visit of visits) {
    const own = key(visit);
    const last = best.at(-1);
    if (best.length === number && last !== undefined && own <= last.key) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.key < own) at -= 1;
    best.splice(at, 0, { visit, key: own });
    if (best.length > number) best.pop();
  }
  return best.map(({ visit }) => visit);
}

function openCall(call: CallSpec, present: Set<Visit>, context: StationContext): void {
  const { simulation } = context;
  const holds = call.when === undefined ? undefined : context.holds(call.when);
  const by = call.by ?? 'longest';
  const attribute = typeof by === 'string' ? undefined : 'highest' in by ? by.highest : by.lowest;
  const sign = typeof by === 'object' && 'lowest' in by ? -1 : 1;
  const read = attribute === undefined ? undefined : context.reader(attribute);
  let calls = 0;
  let carried = 0;

  function* candidates(): Generator<Visit> {
    for (const visit of present) if (holds === undefined || holds(visit.client)) yield visit;
  }
  function first(number: number): Visit[] {
    if (read !== undefined) return highest(candidates(), number, (visit) => sign * read(visit.client));
    if (by === 'shortest') return [...candidates()].slice(-number).reverse();
    const found: Visit[] = [];
    for (const visit of candidates()) {
      found.push(visit);
      if (found.length === number) break;
    }
    return found;
  }
  function chosen(): Visit[] {
    const now = simulation.now;
    if (call.share !== undefined) {
      const chance = amountAt(call.share, now);
      return [...candidates()].filter((visit) => context.fate(visit, purpose.choice, calls) < chance);
    }
    carried += amountAt(call.take ?? 0, now);
    const number = Math.floor(carried + 1e-9);
    carried -= number;
    return number === 0 ? [] : first(number);
  }
  function ring(): void {
    const visits = chosen();
    calls += 1;
    for (const visit of visits) {
      // The departure of one visit may have taken another visit of the same client along.
      if (present.delete(visit)) context.divert(visit, call.to);
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
    const present = new Set<Visit>();
    for (const call of spec.calls ?? []) openCall(call, present, context);
    return {
      arrive(visit) {
        present.add(visit);
        context.started(visit);
      },
      withdraw(visit) {
        present.delete(visit);
      },
    };
  },
};
