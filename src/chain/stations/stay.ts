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
 * A call comes `every` so often (first one period after the start), `at` given instants, as soon as `whenPresent` of those for whom `when` holds are
 * there, or `whenFree`: whenever a pool has room that nobody waits for. It takes `take` clients (fractions are carried over to the next call) or
 * each with chance `share`, among those for whom `when` holds: longest present first, or by the highest or lowest attribute; nobody as long as
 * there are fewer than `atLeast`.
 */
const callSchema = z
  .strictObject({
    every: z
      .strictObject({ value: z.number().positive(), unit: z.enum(['hours', 'days', 'weeks', 'months', 'years']) })
      .optional(),
    at: z.array(z.number()).optional(),
    whenFree: z.string().optional(),
    whenPresent: z.int().min(1).optional(),
    atLeast: nonNegative.optional(),
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
    const times = [call.every, call.at, call.whenFree, call.whenPresent].filter((way) => way !== undefined).length;
    if (times !== 1) {
      context.addIssue({
        code: 'custom',
        message: 'een oproep heeft precies één van `every`, `at`, `whenFree`, `whenPresent`',
      });
    }
    if ((call.take === undefined) === (call.share === undefined)) {
      context.addIssue({ code: 'custom', message: 'een oproep heeft precies één van `take` en `share`' });
    }
    if (call.share !== undefined && (call.whenFree !== undefined || call.whenPresent !== undefined)) {
      context.addIssue({ code: 'custom', message: '`whenFree` en `whenPresent` vragen `take`: een vast aantal' });
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

/** Returns what the call wants to know of every arrival; undefined when nothing. */
function openCall(call: CallSpec, present: Crowd, context: StationContext): (() => void) | undefined {
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
  function count(): number {
    return wanted === undefined ? present.size : present.take(Infinity, 1, holds).length;
  }
  /** How many were called. */
  function send(): number {
    const visits = call.atLeast !== undefined && count() < amountAt(call.atLeast, simulation.now) ? [] : chosen();
    calls += 1;
    for (const visit of visits) {
      // The departure of one visit may have taken another visit of the same client along.
      if (present.remove(visit)) context.divert(visit, call.to);
    }
    return visits.length;
  }
  function ring(): void {
    send();
    if (call.every !== undefined) again(simulation.now + call.every.value * daysPer[call.every.unit]);
  }
  function again(time: number): void {
    simulation.schedule(time, rank.start, ring, present, 0);
  }
  if (call.every !== undefined) again(call.every.value * daysPer[call.every.unit]);
  for (const time of call.at ?? []) again(time);
  const { whenPresent } = call;
  if (whenPresent !== undefined) {
    return () => {
      while (count() >= whenPresent && send() > 0);
    };
  }
  return call.whenFree === undefined ? undefined : callWhenFree(context, call.whenFree, send);
}

/** Calls for as long as the pool has room that nobody waits for, after every change of the pool and every arrival, once all who waited have begun. */
function callWhenFree(context: StationContext, id: string, send: () => number): () => void {
  const { simulation, pools } = context;
  const { index } = context.capacity(id);
  let isFresh = false;
  const room = (): number => pools.capacity(index) - pools.inUse(index) - pools.waiting(index);
  const look = (): void => {
    isFresh = true;
    simulation.requestStartPhase();
  };
  context.watch(index, look);
  simulation.onStartPhase(() => {
    if (!isFresh) return;
    isFresh = false;
    // Whoever goes by a way round does not ask for the pool at once; then the next change is waited for.
    for (let before = room(); before > 0 && send() > 0 && room() < before;) before = room();
  });
  return look;
}

export const stay: StationKind<typeof schema> = {
  kind: 'stay',
  schema,
  pools: (spec) =>
    (spec.calls ?? []).flatMap(({ whenFree }, index) =>
      whenFree === undefined ? [] : [{ pool: whenFree, path: ['calls', index, 'whenFree'] }],
    ),
  targets: (spec) => (spec.calls ?? []).map((call, index) => ({ to: call.to, path: ['calls', index, 'to'] })),
  open(spec, context) {
    const present = new Crowd();
    const told = (spec.calls ?? []).flatMap((call) => openCall(call, present, context) ?? []);
    return {
      arrive(visit) {
        present.add(visit);
        context.started(visit);
        for (const tell of told) tell();
      },
      withdraw(visit) {
        present.remove(visit);
      },
    };
  },
};
