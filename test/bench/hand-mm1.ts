// The queue as one loop over typed arrays, with a binary heap of its own: what a careful programmer would write for this one model.
import type { QueueOutcome } from './harness.js';
import { CLIENTS, mm1Draws } from './mm1.js';
import { HandWaits } from './waits.js';

const ARRIVAL = 0;
const FINISH = 1;
/** A finish goes before an arrival of the same instant. */
const RANK_STEP = 2 ** 50;

/** With `waits`: the quantiles of the waiting times as well. */
export function handMm1(waits?: HandWaits): QueueOutcome {
  const { nextGap, service } = mm1Draws();
  const arrivedAt = new Float64Array(CLIENTS);
  const times = new Float64Array(16);
  const keys = new Float64Array(16);
  const kinds = new Uint8Array(16);
  const subjects = new Int32Array(16);
  let size = 0;
  let order = 0;
  let firstWaiting = 0;
  let arrived = 0;
  let busy = 0;
  let now = 0;
  let events = 0;
  let waited = 0;
  /** Of whoever is served. */
  let waitOf = 0;

  const push = (time: number, kind: number, subject: number): void => {
    const key = (kind === FINISH ? 0 : RANK_STEP) + order++;
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
  const startNext = (): void => {
    const client = firstWaiting++;
    busy = 1;
    const wait = now - arrivedAt[client]!;
    waited += wait;
    if (waits !== undefined) {
      waits.began(0, wait);
      waitOf = wait;
    }
    push(now + service(client), FINISH, client);
  };

  push(nextGap(), ARRIVAL, 0);
  while (size > 0) {
    now = times[0]!;
    const kind = kinds[0]!;
    const client = subjects[0]!;
    removeHead();
    events += 1;
    if (kind === ARRIVAL) {
      arrivedAt[client] = now;
      arrived = client + 1;
      if (arrived < CLIENTS) push(now + nextGap(), ARRIVAL, arrived);
      if (busy === 0) startNext();
    } else {
      if (waits !== undefined) waits.done(0, waitOf);
      busy = 0;
      if (firstWaiting < arrived) startNext();
    }
  }
  return { events, waited, check: waits?.text() ?? `${waited} waited` };
}

export function handMm1WithQuantiles(): QueueOutcome {
  return handMm1(new HandWaits(1, CLIENTS, { completed: true }));
}
