// The door of a station with a queue: who may join it, who goes elsewhere, and who must stay where she is until there is room.
import { z } from 'zod';
import { rank } from '../kernel/ranks.js';
import { purpose } from '../random/keys.js';
import type { Visit } from './client.js';
import { amountAt, breakpoints, nonNegative, share, type Amount } from './spec/amount.js';
import { durationSchema } from './spec/duration.js';
import type { StationContext } from './station.js';

/**
 * What a station says about its queue. `queueLimit` counts those who wait; who finds it full goes to `full`, or, with `blocking`, stays at the
 * station that she comes from and keeps what she occupies there. `balk`: with `from` clients there or more, waiting and served together, a
 * `share` goes to `to` at once. `patience` runs while she waits; who loses it goes to `impatient`.
 */
export const doorFields = {
  queueLimit: nonNegative.optional(),
  full: z.string().optional(),
  blocking: z.boolean().optional(),
  balk: z
    .strictObject({
      to: z.string(),
      chances: z.array(z.strictObject({ from: z.int().min(0), share })).min(1),
    })
    .optional(),
  patience: durationSchema.optional(),
  impatient: z.string().optional(),
};

export interface DoorSpec {
  readonly queueLimit?: Amount | undefined;
  readonly full?: string | undefined;
  readonly blocking?: boolean | undefined;
  readonly balk?:
    { readonly to: string; readonly chances: { readonly from: number; readonly share: Amount }[] } | undefined;
  readonly patience?: unknown;
  readonly impatient?: string | undefined;
}

/** Where a door sends those who do not come in. */
export function doorTargets({ full, balk, impatient }: DoorSpec): { to: string; path: (string | number)[] }[] {
  return [
    ...(full === undefined ? [] : [{ to: full, path: ['full'] }]),
    ...(balk === undefined ? [] : [{ to: balk.to, path: ['balk', 'to'] }]),
    ...(impatient === undefined ? [] : [{ to: impatient, path: ['impatient'] }]),
  ];
}

/** What is wrong with the keys of a door together; `always` is true where a queue is bounded without a `queueLimit`, as at a place. */
export function doorProblems(spec: DoorSpec, always = false): string[] {
  const problems: string[] = [];
  const { queueLimit, full, blocking, patience, impatient, balk } = spec;
  const bounded = queueLimit !== undefined || (always && blocking === true);
  if (blocking === true && !bounded) {
    problems.push('`blocking` vraagt een `queueLimit`: zonder grens is er altijd ruimte');
  }
  if (bounded ? full === undefined && blocking !== true : full !== undefined) {
    problems.push('`queueLimit` en `full` horen bij elkaar (of `queueLimit` en `blocking: true`)');
  }
  if ((patience === undefined) !== (impatient === undefined)) {
    problems.push('`patience` en `impatient` horen bij elkaar');
  }
  const steps = balk?.chances.map(({ from }) => from) ?? [];
  if (steps.some((from, index) => index > 0 && from <= (steps[index - 1] ?? 0))) {
    problems.push('de stappen van `balk` lopen op: elke `from` is groter dan die ervoor');
  }
  return problems;
}

export interface Door {
  /** Whether one more may join; those who are let in first are not looked at. */
  hasRoom(): boolean;
  /** Who comes by an outcome of another station stays there until there is room. */
  readonly blocking: boolean;
  waiting: number;
  /** How many stay elsewhere now until there is room. */
  blocked: number;
  /** The one who is let in next, ahead of those who came without waiting. */
  cleared: Visit | undefined;
  /** Sends the visit elsewhere when there is no room or when she does not like what she sees. */
  turnsAway(visit: Visit): boolean;
  joined(): void;
  /** Waiting is over. */
  began(): void;
  /** Gave up waiting, or was taken out of the queue. */
  gaveUp(): void;
  /** Was served and is gone. */
  gone(): void;
  /** Somebody who waits may lose patience and so make room. */
  mayEmpty(): boolean;
}

/**
 * The door that a station declares; undefined when everyone may always come in. `free(visit)` is how many could be served at once.
 */
export function openDoor(
  spec: DoorSpec,
  context: StationContext,
  free: (visit: Visit | undefined) => number,
): Door | undefined {
  const { simulation } = context;
  const { balk } = spec;
  const blocking = spec.blocking === true;
  const limit = spec.queueLimit ?? (blocking ? 0 : undefined);
  if (limit === undefined && balk === undefined) return undefined;
  let present = 0;

  function room(visit: Visit | undefined): boolean {
    return limit === undefined || door.waiting < amountAt(limit, simulation.now) || door.waiting + 1 <= free(visit);
  }
  function balks(visit: Visit): boolean {
    let chance: Amount = 0;
    for (const step of balk?.chances ?? []) if (present >= step.from) chance = step.share;
    if (chance === 0) return false;
    return context.fate(visit, purpose.balk) < amountAt(chance, simulation.now);
  }
  const door: Door = {
    blocking,
    waiting: 0,
    blocked: 0,
    cleared: undefined,
    hasRoom: () => room(undefined),
    turnsAway(visit) {
      if (door.cleared === visit) door.cleared = undefined;
      else if (door.blocked > 0 || !room(visit)) {
        context.divert(visit, spec.full ?? 'exit');
        return true;
      }
      if (balk === undefined || !balks(visit)) return false;
      context.divert(visit, balk.to);
      return true;
    },
    joined() {
      door.waiting += 1;
      present += 1;
    },
    began() {
      door.waiting -= 1;
      if (door.blocked > 0) context.room();
    },
    gaveUp() {
      door.waiting -= 1;
      present -= 1;
      if (door.blocked > 0) context.room();
    },
    gone() {
      present -= 1;
    },
    mayEmpty: () => door.waiting > 0 && spec.patience !== undefined,
  };
  // Room that comes of a higher limit.
  for (const time of blocking && limit !== undefined ? breakpoints(limit) : []) {
    if (time > 0) simulation.schedule(time, rank.capacity, context.room, door, 0);
  }
  return door;
}
