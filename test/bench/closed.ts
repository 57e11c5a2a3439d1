// A closed population that goes round at one place: as many events in the calendar as there are clients, so that it shows what a larger one costs.
import process from 'node:process';
import { reserved } from '../../src/chain/applications.js';
import { type ChainInput, chainSchema } from '../../src/chain/spec/chain.js';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { compileQuantile } from '../../src/random/distribution.js';
import { clientKey, purpose, stationKey } from '../../src/random/keys.js';
import { createStreams } from '../../src/random/streams.js';
import type { Outcome } from './harness.js';

const SEED = 'bench';
const STATION = 'rond';
const MEAN = 1000;
/** Every client goes round about so many times. */
const ROUNDS = 5;

function declaredClosed(clients: number): ChainInput {
  return {
    organisation: 'bench',
    label: 'Gesloten populatie',
    run: { unit: 'own', end: ROUNDS * MEAN },
    roles: { entry: STATION },
    stations: {
      [STATION]: {
        kind: 'delay',
        duration: { dist: 'exponential', mean: MEAN },
        outcomes: [{ rest: true, to: STATION }],
      },
    },
    arrivals: { niemand: { times: [] } },
    initial: [{ station: STATION, count: clients }],
  };
}

function chainClosed(clients: number): Outcome {
  let left = 0;
  let events = (): number => 0;
  simulateChain(chainSchema.parse(declaredClosed(clients)), createStreams(SEED, 0), ({ simulation }) => {
    events = () => simulation.executed;
    return {
      left: (_visit, _station, _to, now) => {
        left += now;
      },
    };
  });
  return { events: events(), check: `${left} left` };
}

/** As one loop over typed arrays with a binary heap of its own. */
function handClosed(clients: number): Outcome {
  const streams = createStreams(SEED, 0);
  const quantile = compileQuantile({ dist: 'exponential', mean: MEAN });
  const station = stationKey(STATION);
  const first = clientKey(reserved.initial, 0);
  const turns = new Uint16Array(clients);
  const times = new Float64Array(clients);
  const orders = new Float64Array(clients);
  const subjects = new Int32Array(clients);
  const until = ROUNDS * MEAN;
  let order = 0;
  let left = 0;
  let events = 0;

  const stay = (client: number): number => {
    const turn = turns[client]!;
    turns[client] = turn + 1;
    return quantile(streams.fate(first + client, station, purpose.duration, turn));
  };
  const isBefore = (a: number, time: number, key: number): boolean =>
    times[a]! < time || (times[a] === time && orders[a]! < key);
  const put = (at: number, time: number, key: number, client: number): void => {
    times[at] = time;
    orders[at] = key;
    subjects[at] = client;
  };
  const rise = (from: number, time: number, client: number): void => {
    let hole = from;
    const key = order++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (isBefore(parent, time, key)) break;
      put(hole, times[parent]!, orders[parent]!, subjects[parent]!);
      hole = parent;
    }
    put(hole, time, key, client);
  };
  /** Whoever leaves comes back at once: the head of the heap is replaced. */
  const sink = (time: number, client: number): void => {
    let hole = 0;
    const key = order++;
    for (let child = 1; child < clients; child = 2 * hole + 1) {
      if (child + 1 < clients && isBefore(child + 1, times[child]!, orders[child]!)) child += 1;
      if (!isBefore(child, time, key)) break;
      put(hole, times[child]!, orders[child]!, subjects[child]!);
      hole = child;
    }
    put(hole, time, key, client);
  };

  for (let client = 0; client < clients; client += 1) rise(client, stay(client), client);
  while (times[0]! <= until) {
    const now = times[0]!;
    const client = subjects[0]!;
    events += 1;
    left += now;
    sink(now + stay(client), client);
  }
  return { events, check: `${left} left` };
}

const contenders = [
  { name: 'hand-written loop', run: handClosed },
  { name: 'declared chain', run: chainClosed },
] as const;

/** Nanoseconds per event of the fastest of `rounds` (more of them at the small sizes, which also warm up), and how much more that is than at the first size. */
export function printClosed(id: string, sizes: readonly number[], rounds: number): void {
  console.log(id);
  const first = new Map<string, number>();
  for (const clients of sizes) {
    const expected = handClosed(clients);
    for (const { name, run } of contenders) {
      let fastest = Infinity;
      const repeats = Math.round(rounds * Math.sqrt(Math.max(...sizes) / clients));
      for (let round = 0; round < repeats; round += 1) {
        const before = process.cpuUsage();
        const { events, check } = run(clients);
        const { user, system } = process.cpuUsage(before);
        if (events !== expected.events || check !== expected.check) throw new Error(`${name} finds ${check}`);
        fastest = Math.min(fastest, (1000 * (user + system)) / events);
      }
      const reference = first.get(name) ?? fastest;
      first.set(name, reference);
      const columns = [
        `${clients} clients`.padStart(16),
        `${expected.events} events`.padStart(17),
        `${fastest.toFixed(1)} ns/event`.padStart(18),
        `x ${(fastest / reference).toFixed(2)}`.padStart(9),
      ];
      console.log(`  ${name.padEnd(20)}${columns.join('')}`);
    }
  }
}
