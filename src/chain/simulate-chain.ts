// One replication of a declared chain, from its start to its end: opens everything in order, and runs the clock.
import { Pools } from '../kernel/pools.js';
import { rank } from '../kernel/ranks.js';
import { Simulation } from '../kernel/simulation.js';
import { clientKey, stationKey } from '../random/keys.js';
import type { Streams } from '../random/streams.js';
import { Applications, reserved } from './applications.js';
import { attributeAt, attributeNamed, compileAttributes, compileCondition, type Attribute } from './attributes.js';
import { Blocking } from './blocking.js';
import { createApproach } from './approach.js';
import { createCalendar } from './calendar.js';
import { openCapacity, type Capacity } from './capacity.js';
import { isoDate, nextMonth, dayNumber } from './civil-date.js';
import { stationOf, type Client, type Visit } from './client.js';
import { ClientStore } from './client-store.js';
import { Doses } from './dose.js';
import { Effects } from './effects.js';
import { Flow } from './flow.js';
import { Guests, type Guest } from './guests.js';
import { findBlocking, type Node } from './node.js';
import type { Observer } from './observer.js';
import { shapeOf, type StationSpec } from './registry.js';
import { Records } from './records.js';
import { Returns } from './returns.js';
import { createLooks, lookedForIn } from './look.js';
import { compileOutcomes, type Fate } from './routing.js';
import type { ChainSpec } from './spec/chain.js';
import { Spells } from './spells.js';
import type { CommonStation, Here, StationContext } from './station.js';
import { placeStock } from './stock.js';
import { thresholdColumns } from './thresholds.js';

/** Length of the run in the chain's time unit. */
export function runLength(spec: ChainSpec): number {
  const { end, start } = spec.run;
  return typeof end === 'number' ? end : dayNumber(end) - dayNumber(start);
}

/**
 * Draws of one visit are numbered by turn; repeated draws within a visit (no-shows, calls) count on in steps of 256. What does not fit in the
 * twelve bits of a visit moves the station's key along (by the golden ratio, so that small numbers come far apart): no draw is used twice.
 */
function createFate(streams: Streams): Fate {
  return (visit, purpose, attempt = 0) => {
    const number = visit.turn + attempt * 256;
    const key = (stationOf(visit).key + (number >>> 12) * 0x9e37) & 0xffff;
    return streams.fate(visit.client.key, key, purpose, number & 0xfff);
  };
}

/** What a run knows of itself; the maps are filled while the run opens, before anything happens. */
export interface Run {
  readonly simulation: Simulation;
  readonly pools: Pools;
  readonly capacities: ReadonlyMap<string, Capacity>;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly attributes: readonly Attribute[];
  readonly reasons: readonly string[];
}

/**
 * Runs the chain once. The spec has been checked; `prepare` is called first of all and gives the observer, so that a meter may plan observations
 * of its own at rank `observe`. `guests` are clients beside those of the population (guests.ts); without them nothing is asked of them.
 * @throws Error for mistakes of ours only
 */
export function simulateChain(
  spec: ChainSpec,
  streams: Streams,
  prepare: (run: Run) => Observer,
  guests?: readonly Guest[],
): void {
  const simulation = new Simulation(0);
  const pools = new Pools(simulation);
  const until = runLength(spec);
  const calendar = createCalendar(spec.calendar, spec.run.start, spec.run.unit === 'days' ? until : 0);
  const attributes = compileAttributes(spec.attributes, spec.correlations);
  const invited = guests === undefined ? undefined : new Guests(guests, spec, attributes);
  const drawn = createFate(streams);
  const fate = invited?.fate(drawn) ?? drawn;
  const capacities = new Map<string, Capacity>();
  const nodes = new Map<string, Node>();

  let spells: Spells | undefined;
  let effects: Effects | undefined;
  let returns: Returns | undefined;
  const known = spec.spells;
  const reasons = known === undefined ? [] : [...Object.keys(known.risks), ...Object.keys(known.marks ?? {})];
  const observer = prepare({ simulation, pools, capacities, nodes, attributes, reasons });
  let blocking: Blocking | undefined;
  const records = new Records({
    attributes: attributes.length,
    stations: Object.keys(spec.stations).length,
    spell:
      known === undefined
        ? 0
        : thresholdColumns(Object.keys(known.risks).length, Object.keys(known.states ?? {}).length),
  });
  const clients = new ClientStore(records);
  simulation.onApproach(createApproach(records, pools));
  const flow = new Flow({
    simulation,
    observer,
    fate,
    clients,
  });
  if (Object.values(spec.stations).some((station) => 'blocking' in station && station.blocking === true)) {
    blocking = new Blocking({
      simulation,
      capacity: (pool) => pools.capacity(pool),
      onDeadlock: spec.run.deadlock ?? 'stop',
      goOn: flow.goOn,
      letGo: flow.letGo,
    });
  }
  const { poolChanged } = observer;
  const room = blocking?.room ?? nothing;
  const watchers: (() => void)[][] = [];
  const isWatched = blocking !== undefined || Object.values(spec.stations).some(callsWhenFree);
  const onChange =
    poolChanged === undefined && !isWatched
      ? undefined
      : (pool: number): void => {
          poolChanged?.(pool, pools.inUse(pool), pools.waiting(pool), pools.capacity(pool), simulation.now);
          if (!isWatched) return;
          room();
          for (const changed of watchers[pool] ?? []) changed();
        };

  for (const id of Object.keys(spec.pools).sort()) {
    const pool = spec.pools[id];
    if (pool === undefined) continue;
    const options = { simulation, pools, workingDaysPerYear: calendar.workingDaysPerYear, until };
    capacities.set(id, openCapacity(id, pool, { ...options, ...(onChange === undefined ? {} : { onChange }) }));
  }
  if (spec.spells !== undefined) {
    spells = new Spells({
      spec: spec.spells,
      attributes,
      records,
      simulation,
      streams,
      observer,
      until,
      spared: invited?.spared,
      ended(client, reason, spell) {
        flow.withdraw(client, reason);
        const planned = returns?.plan(client, reason, spell.number) ?? false;
        if (!planned) clients.forget(client);
      },
    });
  }
  const doses = new Doses({ observer, simulation });
  if (spells !== undefined) effects = new Effects({ simulation, spells, doses });
  flow.connect({ spells, effects, blocking });

  const lookedFor = lookedForIn(spec, attributes);
  const applications = new Applications({ simulation, streams, observer, flow, spells, attributes, lookedFor, until });
  const looks = createLooks({ spec, attributes, simulation, streams, observer, fate, seen: invited?.seen });
  const started = (visit: Visit): void => {
    visit.startedAt = simulation.now;
    const station = stationOf(visit);
    effects?.begin(visit, station);
    if (observer.started !== undefined) {
      observer.started(visit, station, simulation.now - visit.enteredAt, simulation.now);
    }
  };
  const context = (station: Here): StationContext => ({
    station,
    simulation,
    pools,
    calendar,
    observer,
    capacity(pool) {
      const capacity = capacities.get(pool);
      if (capacity === undefined) throw new Error(`no pool ${pool}`);
      return capacity;
    },
    worked: (pool, hours) => {
      doses.work(pool, hours);
    },
    fate,
    stationFate: (count, purpose) => streams.fate(clientKey(reserved.groups, count), station.key, purpose, 0),
    leave: flow.leave,
    room,
    watch(pool, changed) {
      watchers[pool] = [...(watchers[pool] ?? []), changed];
    },
    divert: flow.divert,
    started,
    holds(condition) {
      const test = compileCondition(condition, attributes);
      return (client) => test(client, simulation.now);
    },
    reader(name) {
      const attribute = attributeNamed(attributes, name);
      return (client) => attributeAt(attribute, client, simulation.now);
    },
    order(name) {
      const { index: at } = attributeNamed(attributes, name);
      return (client) => client.attribute(at);
    },
  });

  // In order of id, so that the order of lines in a file never settles a tie.
  const ids = Object.keys(spec.stations).sort();
  const heres: Here[] = [];
  for (const [index, id] of ids.entries()) {
    const station = spec.stations[id];
    if (station === undefined) continue;
    const key = stationKey(id);
    const common: CommonStation = station;
    const here: Here = { id, index, key, keeps: false };
    heres.push(here);
    const choose = compileOutcomes(station.outcomes, attributes, fate);
    const node = {
      id,
      index,
      key,
      keeps: false,
      after: common.after,
      spec: common,
      mechanism: shapeOf(station).open(context(here)),
      choose: invited?.choice(station.outcomes, choose) ?? choose,
      look: looks(id),
      exits: [] as ReturnType<Flow['exitsOf']>,
    };
    nodes.set(id, node);
    flow.nodes.set(id, node);
    const pool = station.contact === undefined ? undefined : capacities.get(station.contact.pool);
    if (pool !== undefined) doses.add(node, pool);
  }
  for (const node of nodes.values()) Object.assign(node, { exits: flow.exitsOf(node.spec.outcomes) });
  if (blocking !== undefined) findBlocking(flow.nodes);
  for (const here of heres) here.keeps = nodes.get(here.id)?.keeps ?? false;

  if (effects !== undefined) reviewMonthly(simulation, spec, until, doses, effects);
  const entry = spec.roles.entry;
  if (spec.spells !== undefined && spells !== undefined) {
    const { returns: declared, stock } = spec.spells;
    if (declared !== undefined) {
      returns = new Returns(declared, spells, { simulation, streams, flow, applications, entry, until });
    }
    if (stock !== undefined) {
      placeStock({ spec: spec.spells, stock, spells, streams, flow, clients, applications, attributes, returns });
    }
  }
  placeInitial(spec, flow, clients, applications);
  applications.open(spec, entry);
  invited?.announce({ simulation, flow, applications });
  simulation.run(until);
}

function callsWhenFree(station: StationSpec): boolean {
  return station.kind === 'stay' && (station.calls ?? []).some(({ whenFree }) => whenFree !== undefined);
}

const nothing = (): void => undefined;

/** Doses are taken on the first of every month, after all that happens at that instant. */
function reviewMonthly(simulation: Simulation, spec: ChainSpec, until: number, doses: Doses, effects: Effects): void {
  const start = dayNumber(spec.run.start);
  const review = (): void => {
    doses.review((visit, station) => {
      effects.redose(visit, station);
    });
    const next = dayNumber(nextMonth(`${isoDate(start + simulation.now).slice(0, 7)}-01`)) - start;
    if (next <= until) simulation.schedule(next, rank.observe, review, doses, 0);
  };
  simulation.schedule(0, rank.capacity, review, doses, 0);
}

function placeInitial(spec: ChainSpec, flow: Flow, clients: ClientStore, applications: Applications): void {
  let number = 0;
  for (const { station, count, attributes: own } of spec.initial ?? []) {
    const attributes =
      own === undefined ? undefined : compileAttributes({ ...spec.attributes, ...own }, spec.correlations);
    clients.reserve(count);
    for (let index = 0; index < count; index += 1) {
      const client: Client = flow.newClient();
      client.source = reserved.initial;
      client.key = clientKey(reserved.initial, number);
      number += 1;
      applications.place(client, flow.node(station), attributes);
    }
  }
}
