// The network as one loop over typed arrays, with a binary heap of its own.
import type { QueueOutcome } from './harness.js';
import { HandWaits } from './waits.js';
import { AGAIN, CLIENTS, networkDraws, ONWARD, serversOf, STATIONS } from './network.js';

const ARRIVAL = STATIONS;
/** A finish goes before an arrival of the same instant. */
const RANK_STEP = 2 ** 50;

/** With `waits`: the quantiles of the waiting times as well. */
export function handNetwork(waits?: HandWaits): QueueOutcome {
  const draws = networkDraws();
  const last = STATIONS - 1;
  const cameAt = new Float64Array(CLIENTS);
  const waitOf = new Float64Array(waits === undefined ? 0 : CLIENTS);
  const visits = new Uint8Array(CLIENTS * STATIONS);
  /** Who waits behind whom: a client waits at one station at most. */
  const behind = new Int32Array(CLIENTS);
  const first = new Int32Array(STATIONS).fill(-1);
  const final = new Int32Array(STATIONS).fill(-1);
  const free = Int32Array.from({ length: STATIONS }, (_, station) => serversOf(station));
  const times = new Float64Array(64);
  const keys = new Float64Array(64);
  const kinds = new Uint8Array(64);
  const subjects = new Int32Array(64);
  let size = 0;
  let order = 0;
  let now = 0;
  let events = 0;
  let waited = 0;

  const push = (time: number, kind: number, subject: number): void => {
    const key = (kind === ARRIVAL ? RANK_STEP : 0) + order++;
    let hole = size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (times[parent]! < time || (times[parent] === time && keys[parent]! < key)) break;
      times[hole] = times[parent]!;
      keys[hole] = keys[parent]!;
      kinds[hole] = kinds[parent]!;
      subjects[hole] = subjects[parent]!;
      hole = parent;
    }
    times[hole] = time;
    keys[hole] = key;
    kinds[hole] = kind;
    subjects[hole] = subject;
  };
  const removeHead = (): void => {
    size -= 1;
    const time = times[size]!;
    const key = keys[size]!;
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      const right = child + 1;
      if (
        right < size &&
        (times[right]! < times[child]! || (times[right] === times[child] && keys[right]! < keys[child]!))
      ) {
        child = right;
      }
      if (time < times[child]! || (time === times[child] && key < keys[child]!)) break;
      times[hole] = times[child]!;
      keys[hole] = keys[child]!;
      kinds[hole] = kinds[child]!;
      subjects[hole] = subjects[child]!;
      hole = child;
    }
    times[hole] = time;
    keys[hole] = key;
    kinds[hole] = kinds[size]!;
    subjects[hole] = subjects[size]!;
  };
  /** Visits are counted when they begin to wait, so the visit that is served is one less. */
  const visitOf = (client: number, station: number): number => visits[client * STATIONS + station]! - 1;
  const start = (client: number, station: number): void => {
    free[station]! -= 1;
    const wait = now - cameAt[client]!;
    waited += wait;
    if (waits !== undefined) {
      waits.began(station, wait);
      waitOf[client] = wait;
    }
    push(now + draws.service(station, client, visitOf(client, station)), station, client);
  };
  const come = (client: number, station: number): void => {
    cameAt[client] = now;
    visits[client * STATIONS + station]! += 1;
    if (free[station]! > 0) {
      start(client, station);
      return;
    }
    behind[client] = -1;
    if (first[station] === -1) first[station] = client;
    else behind[final[station]!] = client;
    final[station] = client;
  };
  const next = (station: number): void => {
    const client = first[station]!;
    if (client === -1) return;
    first[station] = behind[client]!;
    start(client, station);
  };

  push(draws.nextGap(), ARRIVAL, 0);
  while (size > 0) {
    now = times[0]!;
    const kind = kinds[0]!;
    const client = subjects[0]!;
    removeHead();
    events += 1;
    if (kind === ARRIVAL) {
      if (client + 1 < CLIENTS) push(now + draws.nextGap(), ARRIVAL, client + 1);
      come(client, 0);
      continue;
    }
    free[kind]! += 1;
    if (waits !== undefined) waits.done(kind, waitOf[client]!);
    const u = draws.outcome(kind, client, visitOf(client, kind));
    const onward = kind === last ? 0 : ONWARD;
    // Whoever waited goes before who comes back to the same station now.
    next(kind);
    if (u < onward) come(client, kind + 1);
    else if (u < onward + AGAIN) come(client, 0);
  }
  return { events, waited, check: waits?.text() ?? `${waited} waited` };
}

export function handNetworkWithQuantiles(): QueueOutcome {
  return handNetwork(new HandWaits(STATIONS, 4 * CLIENTS, { completed: true }));
}
