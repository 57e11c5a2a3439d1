// What every station kind has in common: the declared part, the running part, and what a station may use.
import { z } from 'zod';
import type { Demand, Pools } from '../kernel/pools.js';
import type { Simulation } from '../kernel/simulation.js';
import type { Calendar } from './calendar.js';
import type { Capacity } from './capacity.js';
import type { Client, Visit } from './client.js';
import type { Door } from './door.js';
import type { Observer } from './observer.js';
import type { Condition } from './spec/condition.js';
import { contactSchema, effectSchema, type ContactSpec, type EffectSpec } from './spec/effect.js';
import { aimSchema, meetsSchema, normSchema, type Aim, type MeetsSpec, type NormSpec } from './spec/encounter.js';
import { judgesSchema, type JudgesSpec } from './spec/judges.js';
import { outcomesSchema, type OutcomeSpec } from './spec/outcome.js';

/** Fields that a station of any kind may declare. `follow` asks for a cohort count this many months after the start of the stay;
 * `effectParameters` names the parameters that are factors of its effect, so that the same clients can be run without it (all at 1);
 * `after` lists stations: who has another visit there waits here until that is done;
 * `observe` lists attributes that are looked for, anew, whenever a client is done here and before her outcome is chosen. */
export const commonStation = {
  label: z.string().optional(),
  letter: z.string().optional(),
  owner: z.string().optional(),
  effects: z.array(effectSchema).optional(),
  contact: contactSchema.optional(),
  follow: z.array(z.number().positive()).optional(),
  effectParameters: z.array(z.string()).optional(),
  judges: judgesSchema.optional(),
  meets: meetsSchema.optional(),
  aim: aimSchema.optional(),
  norm: normSchema.optional(),
  observe: z.array(z.string()).optional(),
  after: z.array(z.string()).min(1).optional(),
  outcomes: outcomesSchema,
};

export interface CommonStation {
  readonly kind: string;
  readonly label?: string | undefined;
  readonly letter?: string | undefined;
  readonly owner?: string | undefined;
  readonly effects?: EffectSpec[] | undefined;
  readonly contact?: ContactSpec | undefined;
  readonly follow?: number[] | undefined;
  readonly effectParameters?: string[] | undefined;
  readonly judges?: JudgesSpec | undefined;
  readonly meets?: MeetsSpec | undefined;
  readonly aim?: Aim | undefined;
  readonly norm?: NormSpec | undefined;
  readonly observe?: string[] | undefined;
  readonly after?: string[] | undefined;
  readonly outcomes: OutcomeSpec[];
}

/** What runs. `arrive` takes a visit in; the station calls `context.leave(visit)` when it is done, unless `withdraw` took the visit out. */
export interface Mechanism {
  arrive(visit: Visit): void;
  withdraw(visit: Visit): void;
  /** Gives back what a visit occupies after it is done; only asked where a client may be blocked afterwards. */
  release?(visit: Visit): void;
  /** Undefined where everyone may come in. */
  readonly door?: Door | undefined;
  /** What each visit occupies. */
  readonly demands?: readonly Demand[];
}

/** A station as the rest of the run knows it. */
export interface Station {
  readonly id: string;
  readonly index: number;
  readonly key: number;
  readonly spec: CommonStation;
  readonly mechanism: Mechanism;
}

/** A station as its own mechanism knows it. */
export interface Here {
  readonly id: string;
  readonly index: number;
  readonly key: number;
  /** A client who is done may be blocked: what she occupies is given back by `release`, once she goes on. */
  keeps: boolean;
}

/** All that a mechanism may use; it never sees the chain. */
export interface StationContext {
  readonly station: Here;
  readonly simulation: Simulation;
  readonly pools: Pools;
  readonly calendar: Calendar;
  readonly observer: Observer;
  capacity(pool: string): Capacity;
  /** Staff of an hours pool worked; what is left of the month goes to contact. */
  worked(pool: Capacity, hours: number): void;
  /** A uniform that belongs to this client, this station, this visit and one purpose; `attempt` tells repeated draws of one visit apart. */
  fate(visit: Visit, purpose: number, attempt?: number): number;
  /** A uniform for something that belongs to no client: the `count`-th group, release or call of this station. */
  stationFate(count: number, purpose: number): number;
  /** The stay is over: take the station's outcomes. */
  leave(visit: Visit): void;
  /** Take the visit to another station at once, past the outcomes. `to` is a station id or 'exit'. */
  divert(visit: Visit, to: string): void;
  /** There may be room behind a door: those who are blocked are looked at again. */
  readonly room: () => void;
  /** `changed` is told after every change of what a pool has in use, waiting or available. */
  watch(pool: number, changed: () => void): void;
  /** Waiting is over and the stay proper begins: effects start and the wait is counted. */
  started(visit: Visit): void;
  holds(condition: Condition): (client: Client) => boolean;
  /** Reads an attribute of a client as it is at the moment. */
  reader(attribute: string): (client: Client) => number;
  /** A number that orders clients by an attribute the same way at any time: of an age, the age at time 0. */
  order(attribute: string): (client: Client) => number;
}

/** A mechanism by name: its schema, what it needs checked, and how it is opened. */
export interface StationKind<Schema extends z.ZodType<{ kind: string }>> {
  readonly kind: z.output<Schema>['kind'];
  readonly schema: Schema;
  /** Pools that the station uses, with where they are named. */
  pools(spec: z.output<Schema>): { pool: string; path: (string | number)[] }[];
  /** Destinations besides the outcomes (a full queue, lost patience). */
  targets(spec: z.output<Schema>): { to: string; path: (string | number)[] }[];
  open(spec: z.output<Schema>, context: StationContext): Mechanism;
}
