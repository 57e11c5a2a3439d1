// The load of a chain over the whole run, before anything is simulated: traffic, waiting, and queues that grow while there is more work than capacity.
import { runLength } from '../simulate-chain.js';
import type { ChainSpec } from '../spec/chain.js';
import { staffing } from '../staffing.js';
import { formerClients } from './former.js';
import { instantsOf, isSteady } from './instants.js';
import { evenPlaces } from './rhythm.js';
import { demandsAt, escapeOf, isEndless, poolAt, usersOf, type PoolAt } from './pool-load.js';
import { arrowsAt, outsideAt, traffic, type Passing, type Traffic } from './traffic.js';

export interface PoolMoment extends PoolAt {
  readonly time: number;
  /** Clients in the queue that overload has built up. */
  readonly queue: number;
  /** Clients per unit of time by which that queue grows (negative: shrinks). */
  readonly growth: number;
  /** Mean wait of who comes at this instant: that of the steady state, or the time to work off the queue; undefined without either. */
  readonly wait: number | undefined;
}

export interface LoadCourse {
  /** Days since the start, or the chain's own unit; each instant holds until the next, the last until `end`. */
  readonly instants: readonly number[];
  readonly end: number;
  readonly pools: readonly {
    readonly id: string;
    readonly moments: readonly PoolMoment[];
    readonly queueAtEnd: number;
    /** The time that the pool needs for the queue that is left; undefined when none is, or without capacity. */
    readonly waitAtEnd: number | undefined;
  }[];
  /** Visits per unit of time at every instant. */
  readonly stations: readonly { readonly id: string; readonly visits: readonly number[] }[];
  /** Loops that nobody leaves but by the end of her spell. */
  readonly traps: readonly (readonly string[])[];
}

/** Turns after which the balance between queues and traffic must have settled; it does so in a few. */
const turns = 200;
const settled = 1e-9;

/**
 * At each instant the traffic equations are solved with what the pools let through: a pool that cannot keep up passes on what it can do and keeps
 * the rest (Goodman and Massey, The non-ergodic Jackson network, 1984); who finds it full or loses patience goes where the chain says. Queues
 * grow and shrink as a fluid between instants. Upper bounds where spells can end: nobody leaves a queue by finding work.
 */
export function loadCourse(declared: ChainSpec): LoadCourse {
  const spec = { ...declared, pools: asStaffed(declared) };
  const end = runLength(spec);
  const instants = instantsOf(spec, spec.pools);
  const even = evenPlaces(spec);
  const former = formerClients(spec);
  let demands = demandsAt(spec, 0);
  const names = [...demands.keys()];
  const queues = new Map(names.map((id) => [id, 0]));
  const abilities = new Map<string, number>();
  const moments = new Map<string, PoolMoment[]>(names.map((id) => [id, []]));
  const visits = Object.keys(spec.stations).map((id) => ({ id, visits: [] as number[] }));
  const traps = new Map<string, readonly string[]>();
  const fixed = [spec.stations, spec.attributes, spec.spells?.returns];
  let arrows = arrowsAt(spec, 0, (mark) => former?.chance(mark, 0) ?? 0);
  let passing = new Map<string, Passing>();

  for (const [index, time] of instants.entries()) {
    const width = (instants[index + 1] ?? end) - time;
    const before = instants[index - 1] ?? time;
    if (!isSteady([spec.stations, spec.pools], before, time)) demands = demandsAt(spec, time);
    if (!isSteady(fixed, before, time)) {
      arrows = arrowsAt(spec, time, (mark) => former?.chance(mark, time) ?? 0);
    }
    const back = former === undefined ? undefined : { to: former.to, rate: former.rate(time) };
    const outside = outsideAt(spec, time, back);
    let found: Traffic = { visits: new Map(), traps: [] };
    let pools = new Map<string, PoolAt>();
    for (let turn = 0; turn < turns; turn += 1) {
      found = traffic(spec, outside, arrows, passing);
      pools = new Map(names.map((id) => [id, poolAt(spec, id, demands, found.visits, time, even.get(id))]));
      const next = passingOf(spec, pools, queues, width);
      const moved = distance(passing, next);
      // Half the way: a loss that sends clients round to the same pool would otherwise go up and down.
      passing = turn === 0 || moved < settled ? next : halfway(passing, next);
      if (moved < settled) break;
    }
    for (const trap of found.traps) traps.set(trap.join(' '), trap);
    for (const station of visits) station.visits.push(found.visits.get(station.id) ?? 0);
    for (const id of names) {
      const pool = pools.get(id);
      if (pool === undefined) continue;
      if (pool.ability > 0) abilities.set(id, pool.ability);
      const moment = momentOf(pool, time, queues.get(id) ?? 0, abilities.get(id) ?? 0, waitsAt(spec, id));
      moments.get(id)?.push(moment);
      queues.set(id, Math.max(0, moment.queue + moment.growth * width));
    }
  }
  return {
    instants,
    end,
    pools: names.map((id) => {
      const queueAtEnd = queues.get(id) ?? 0;
      const ability = moments.get(id)?.at(-1)?.ability ?? 0;
      const waitAtEnd = queueAtEnd > 0 && ability > 0 ? queueAtEnd / ability : undefined;
      return { id, moments: moments.get(id) ?? [], queueAtEnd, waitAtEnd };
    }),
    stations: visits,
    traps: [...traps.values()],
  };
}

/** Pools with the fte that are there and have learnt the work. */
function asStaffed(spec: ChainSpec): ChainSpec['pools'] {
  return Object.fromEntries(
    Object.entries(spec.pools).map(([id, pool]) => [
      id,
      pool.kind === 'places' ? pool : { ...pool, fte: staffing(pool.fte, pool.recruitment).productive },
    ]),
  );
}

/** Somebody waits for this pool without a limit to the queue or to her patience. */
function waitsAt(spec: ChainSpec, pool: string): boolean {
  return usersOf(spec, pool).some(([, station]) => isEndless(station));
}

function momentOf(pool: PoolAt, time: number, queue: number, ability: number, waits: boolean): PoolMoment {
  const { arrivals, figures } = pool;
  const grows = waits && (pool.load >= 1 || queue > 0);
  const growth = grows ? (pool.load === Infinity ? arrivals : arrivals - ability) : 0;
  const wait = queue > 0 && ability > 0 ? queue / ability : figures?.wait;
  return { ...pool, time, queue, growth, wait };
}

/** What the pools let through of the clients of each station that holds one. */
function passingOf(
  spec: ChainSpec,
  pools: ReadonlyMap<string, PoolAt>,
  queues: ReadonlyMap<string, number>,
  width: number,
): Map<string, Passing> {
  const passing = new Map<string, Passing>();
  for (const [pool, at] of pools) {
    for (const [id, station] of usersOf(spec, pool)) {
      const { full, impatient, balk } = escapeOf(station);
      const { figures } = at;
      let through = 1;
      const past: { to: string; part: number }[] = [];
      if (!isEndless(station)) {
        // Without a formula what is too much goes, all of it, where the first who have to go would.
        const { refused, impatient: lost } = figures ?? { refused: excess(at), impatient: 0 };
        const [first, second] = [full ?? balk ?? impatient, impatient];
        if (first !== undefined && refused > 0) past.push({ to: first, part: refused });
        if (second !== undefined && lost > 0) past.push({ to: second, part: lost });
        through = 1 - refused - lost;
      } else through = flowing(at, queues.get(pool) ?? 0, width);
      // Who needs several pools goes as fast as the slowest of them.
      const known = passing.get(id);
      if (known === undefined || known.through > through) passing.set(id, { through, past });
    }
  }
  return passing;
}

/** The part of the work that a pool cannot do. */
function excess({ load }: PoolAt): number {
  return load > 1 ? 1 - 1 / load : 0;
}

/** Clients who leave a queue per client who comes; more than 1 while a queue is worked off. */
function flowing({ load, arrivals }: PoolAt, queue: number, width: number): number {
  if (load === 0 || arrivals === 0) return 1;
  if (!Number.isFinite(load)) return 0;
  return load >= 1 ? 1 / load : Math.min(1 / load, 1 + queue / (arrivals * width));
}

function distance(one: ReadonlyMap<string, Passing>, other: ReadonlyMap<string, Passing>): number {
  return Math.max(0, ...[...other].map(([id, { through }]) => Math.abs(through - (one.get(id)?.through ?? 1))));
}

function halfway(one: ReadonlyMap<string, Passing>, other: ReadonlyMap<string, Passing>): Map<string, Passing> {
  return new Map(
    [...other].map(([id, next]) => {
      const before = one.get(id) ?? { through: 1, past: [] };
      const targets = [...new Set([...before.past, ...next.past].map(({ to }) => to))];
      const part = ({ past }: Passing, to: string): number => past.find((way) => way.to === to)?.part ?? 0;
      return [
        id,
        {
          through: (before.through + next.through) / 2,
          past: targets.map((to) => ({ to, part: (part(before, to) + part(next, to)) / 2 })),
        },
      ];
    }),
  );
}
