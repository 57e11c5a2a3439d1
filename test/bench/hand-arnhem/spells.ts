// Spells in Arnhem: competing risks of which only work can be hastened or slowed down, and the effects that do so.
import { purpose } from '../../../src/random/keys.js';
import type { Streams } from '../../../src/random/streams.js';
import { type ArnhemNumbers, AOW, HAZARDS } from './numbers.js';
import { daysPerMonth } from '../../../src/chain/spec/duration.js';
import { FINISH_RANK, type HandHeap } from './heap.js';

/** Slots in the heap: three for every client, one for every effect that fades, then whatever the loop adds. */
export const SLOTS_PER_CLIENT = 3;
export const STRIKE = 0;
export const GRANT = 1;
export const STEP = 2;
const NONE = -1;

/** What is known of a client besides her spell. Ages are as at time 0. */
export interface HandClients {
  readonly key: Uint32Array;
  readonly z: Float64Array;
  readonly age: Float64Array;
  readonly applications: Uint8Array;
}

export type HandSpells = ReturnType<typeof handSpells>;

export function dosed(factor: number, dose: number): number {
  return 1 + (factor - 1) * dose;
}

export function handSpells(numbers: ArnhemNumbers, streams: Streams, heap: HandHeap, clients: HandClients) {
  const { until, perMonth, series, loads, riskKeys, aowYears, room } = numbers;
  const rates = Float64Array.from(perMonth, (rate, risk) => (1 / daysPerMonth) * rate * series[risk]!);
  const work = rates[0]!;
  const left = new Float64Array(room.clients);
  const since = new Float64Array(room.clients);
  const own = new Float64Array(room.clients);
  const multiplier = new Float64Array(room.clients);
  const workAt = new Float64Array(room.clients);
  const otherAt = new Float64Array(room.clients);
  const other = new Uint8Array(room.clients);
  const strikeAt = new Float64Array(room.clients);

  const firstEffect = new Int32Array(room.clients).fill(NONE);
  const nextEffect = new Int32Array(room.effects);
  const factor = new Float64Array(room.effects);
  const isDuring = new Uint8Array(room.effects);
  const subject = new Int32Array(room.effects);
  const full = new Float64Array(room.effects);
  const every = new Float64Array(room.effects);
  const steps = new Uint8Array(room.effects);
  const step = new Uint8Array(room.effects);
  const free = Int32Array.from({ length: room.effects }, (_, index) => room.effects - 1 - index);
  let unused = room.effects;

  function start(client: number, now: number): void {
    const key = clients.key[client]!;
    const number = clients.applications[client]! - 1;
    const z = clients.z[client]!;
    let load = 0;
    let mine = 1;
    let first = now + Math.max(0, aowYears - (clients.age[client]! + now / 365.25)) * 365.25;
    let reason = AOW;
    // From the last to the first, so that of equals the first one strikes.
    for (let risk = HAZARDS - 1; risk >= 0; risk -= 1) {
      if (loads[risk] !== load) {
        load = loads[risk]!;
        mine = load * z === 0 ? 1 : Math.exp(load * z);
      }
      const threshold = -Math.log(streams.fate(key, riskKeys[risk]!, purpose.threshold, number));
      const time = (rates[risk]! * now + threshold / mine) / rates[risk]!;
      if (risk === 0) {
        own[client] = mine;
        multiplier[client] = mine;
        left[client] = threshold;
        since[client] = now;
        workAt[client] = time;
      } else if (time <= first) {
        first = time;
        reason = risk;
      }
    }
    otherAt[client] = first;
    other[client] = reason;
    strikeAt[client] = NaN;
    plan(client, now);
  }

  function plan(client: number, now: number): void {
    const time = Math.min(workAt[client]!, otherAt[client]!);
    if (time === strikeAt[client]) return;
    const slot = client * SLOTS_PER_CLIENT + STRIKE;
    heap.remove(slot);
    strikeAt[client] = time;
    if (time <= until) heap.push(slot, Math.max(time, now), FINISH_RANK);
  }

  /** The product of her effects has changed: what is left of her threshold for work, and when it is reached now. */
  function refresh(client: number, now: number): void {
    const remaining = left[client]! - multiplier[client]! * (work * now - work * since[client]!);
    let product = own[client]!;
    for (let at = firstEffect[client]!; at !== NONE; at = nextEffect[at]!) product *= factor[at]!;
    left[client] = remaining;
    since[client] = now;
    multiplier[client] = product;
    workAt[client] = product > 0 ? (work * now + Math.max(0, remaining) / product) / work : Infinity;
    plan(client, now);
  }

  function add(client: number, by: number, during: boolean): number {
    const effect = free[--unused]!;
    factor[effect] = by;
    isDuring[effect] = during ? 1 : 0;
    subject[effect] = client;
    nextEffect[effect] = NONE;
    let last = firstEffect[client]!;
    if (last === NONE) firstEffect[client] = effect;
    else {
      while (nextEffect[last]! !== NONE) last = nextEffect[last]!;
      nextEffect[last] = effect;
    }
    return effect;
  }

  function drop(client: number, effect: number): void {
    if (firstEffect[client] === effect) firstEffect[client] = nextEffect[effect]!;
    else {
      let before = firstEffect[client]!;
      while (nextEffect[before] !== effect) before = nextEffect[before]!;
      nextEffect[before] = nextEffect[effect]!;
    }
    free[unused++] = effect;
  }

  function duringOf(client: number): number {
    let effect = firstEffect[client]!;
    while (effect !== NONE && isDuring[effect] === 0) effect = nextEffect[effect]!;
    return effect;
  }

  /** The factor of the stay she is in, 1 for none. */
  function setDuring(client: number, to: number, now: number): void {
    const effect = duringOf(client);
    if (effect === NONE) {
      if (to === 1) return;
      add(client, to, true);
    } else {
      if (factor[effect] === to) return;
      factor[effect] = to;
      if (to === 1) drop(client, effect);
    }
    refresh(client, now);
  }

  /** A factor that fades to 1 in equal steps. */
  function giveAfter(client: number, to: number, after: { months: number; steps: number }, now: number): void {
    if (after.months <= 0 || to === 1) return;
    const effect = add(client, to, false);
    refresh(client, now);
    full[effect] = to;
    steps[effect] = after.steps;
    step[effect] = 1;
    every[effect] = (after.months * daysPerMonth) / after.steps;
    heap.push(room.fades + effect, now + every[effect], FINISH_RANK);
  }

  function fade(effect: number, now: number): void {
    const client = subject[effect]!;
    const isOver = step[effect]! >= steps[effect]!;
    factor[effect] = isOver ? 1 : dosed(full[effect]!, 1 - step[effect]! / steps[effect]!);
    if (isOver) drop(client, effect);
    refresh(client, now);
    if (isOver) return;
    step[effect]! += 1;
    heap.push(room.fades + effect, now + every[effect]!, FINISH_RANK);
  }

  function end(client: number): void {
    heap.remove(client * SLOTS_PER_CLIENT + STRIKE);
    heap.remove(client * SLOTS_PER_CLIENT + GRANT);
    for (let effect = firstEffect[client]!; effect !== NONE; effect = nextEffect[effect]!) {
      heap.remove(room.fades + effect);
      free[unused++] = effect;
    }
    firstEffect[client] = NONE;
  }

  /** The risk that strikes first. */
  const reason = (client: number): number => (workAt[client]! <= otherAt[client]! ? 0 : other[client]!);

  return { start, setDuring, giveAfter, fade, end, reason };
}
