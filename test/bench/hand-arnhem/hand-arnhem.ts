// One doorrekening of Arnhem as one loop over typed arrays: what a careful programmer would write for this one chain.
import { clientKey, stationKey } from '../../../src/random/keys.js';
import { createStreams } from '../../../src/random/streams.js';
import { SEED } from '../arnhem-counts.js';
import type { Outcome } from '../harness.js';
import { handCalendar } from './calendar.js';
import { AFTER_START, ARRIVE_RANK, CAPACITY_RANK, START_RANK } from './heap.js';
import { type ArnhemNumbers, risks, sources } from './numbers.js';
import { handReturns } from './returns.js';
import { handRoute } from './route.js';
import { SLOTS_PER_CLIENT, STEP, STRIKE } from './spells.js';
import { handStockLaw } from './stock.js';
import { ArnhemWaits } from './waits.js';
import { NONE, BESTAND, INTAKE, ZOEKTERMIJN, SOURCES, CALLS, REVIEW, COURSE, OVER, handWorld } from './world.js';
const FORMER = 61;
const STOCK = 62;
const MONTH = 365.25 / 12;

/** With `waits`: also the quantiles of the waiting times, per station and year. */
export function handArnhem(numbers: ArnhemNumbers, waits?: ArnhemWaits): Outcome {
  const { until, room } = numbers;
  const { fades, system } = room;
  const streams = createStreams(SEED, 0);
  const world = handWorld(numbers, streams);
  const { heap, clients, counts, granted, meldingAt, partner, spells, attribute } = world;
  const delayOf = handReturns(numbers, streams, clients);
  const route = handRoute(world, delayOf, waits);
  const calendar = handCalendar(world, route);
  const arrivals = numbers.sources.map(({ perDay, age }, index) => ({
    perDay,
    age,
    uniform: streams.sequence(`arrivals/${sources[index]!}`),
    epoch: 0,
    count: 0,
    to: sources[index] === 'jongeren' ? ZOEKTERMIJN : INTAKE,
  }));
  const [zKey, ageKey, partnerKey] = numbers.attributeKeys;
  const elapsedKey = stationKey('voorraad/duur');
  let events = 0;
  let known = 0;

  function newClient(source: number, number: number): number {
    const client = known++;
    if (client >= room.clients) throw new Error('more clients than the hand-written loop has room for');
    clients.key[client] = clientKey(source, number);
    return client;
  }

  function arrive(source: number): void {
    const arrival = arrivals[source]!;
    const client = newClient(source, arrival.count++);
    clients.z[client] = numbers.mediability(attribute(client, zKey), world.now, 0);
    clients.age[client] = arrival.age(attribute(client, ageKey), world.now, 0) - world.now / 365.25;
    partner[client] = attribute(client, partnerKey) < numbers.partner ? 1 : 0;
    route.apply(client, arrival.to);
    planArrival(source);
  }
  function planArrival(source: number): void {
    const arrival = arrivals[source]!;
    arrival.epoch -= Math.log(arrival.uniform());
    heap.push(system + SOURCES + source, arrival.epoch / arrival.perDay, ARRIVE_RANK);
  }

  function placeStock(): void {
    const law = handStockLaw(numbers);
    for (let number = 0; number < numbers.stock; number += 1) {
      const client = newClient(STOCK, number);
      clients.applications[client] = 1;
      const elapsed = law.elapsed(attribute(client, elapsedKey), NONE);
      settle(client, elapsed, NONE);
      meldingAt[client] = -elapsed;
      granted[client] = 1;
      counts.granted += 1;
      spells.start(client, world.now);
      route.enter(client, BESTAND);
    }
    let number = 0;
    for (const [risk, id] of risks.entries()) {
      if (risk === risks.length - 1) continue;
      const exits = Math.round(numbers.stock * law.exitRate(risk) * numbers.returns.horizon);
      if (numbers.returns.never.has(id)) {
        number += exits;
        continue;
      }
      for (let index = 0; index < exits; index += 1) {
        const client = newClient(FORMER, number++);
        clients.applications[client] = 1;
        const ago = ((index + 0.5) / exits) * numbers.returns.horizon;
        settle(client, law.elapsed(attribute(client, elapsedKey), risk), risk);
        clients.age[client]! += ago / 365.25;
        const delay = delayOf(client, risk, -ago, 0);
        if (delay > ago && delay < Infinity) heap.push(client * SLOTS_PER_CLIENT + STEP, delay - ago, ARRIVE_RANK);
        else known -= 1;
      }
    }

    function settle(client: number, elapsed: number, exit: number): void {
      clients.z[client] = law.mediability(attribute(client, zKey), elapsed, exit);
      clients.age[client] = law.age(attribute(client, ageKey), elapsed);
      partner[client] = attribute(client, partnerKey) < numbers.partner ? 1 : 0;
    }
  }

  function happen(slot: number): void {
    if (slot < fades) {
      const client = (slot / SLOTS_PER_CLIENT) | 0;
      const kind = slot - client * SLOTS_PER_CLIENT;
      if (kind === STEP) route.finish(client);
      else if (kind === STRIKE) route.end(client, spells.reason(client));
      else {
        granted[client] = 1;
        counts.granted += 1;
      }
    } else if (slot < system) spells.fade(slot - fades, world.now);
    else own(slot - system);
  }
  function own(slot: number): void {
    if (slot >= OVER) calendar.endGroup(slot - OVER);
    else if (slot < CALLS) arrive(slot - SOURCES);
    else if (slot < REVIEW) calendar.call(slot - CALLS);
    else if (slot === REVIEW) calendar.review();
    else calendar.course();
  }

  for (const index of [0, 1, 2]) heap.push(system + CALLS + index, MONTH, START_RANK);
  heap.push(system + COURSE, numbers.groep.first, START_RANK);
  heap.push(system + REVIEW, 0, CAPACITY_RANK);
  placeStock();
  for (const source of arrivals.keys()) planArrival(source);
  while (heap.size > 0) {
    const time = heap.times[0]!;
    if (world.isStartAsked && (time > world.now || heap.keys[0]! >= AFTER_START)) {
      world.isStartAsked = false;
      route.dispatch();
      continue;
    }
    if (time > until) break;
    world.now = time;
    events += 1;
    const slot = heap.slots[0]!;
    heap.removeHead();
    happen(slot);
  }
  const quantiles = waits === undefined ? '' : `, quantiles ${waits.text()}`;
  return { events, check: `${counts.text()}${quantiles}` };
}

export function handArnhemWithQuantiles(numbers: ArnhemNumbers): Outcome {
  return handArnhem(numbers, new ArnhemWaits(numbers));
}
