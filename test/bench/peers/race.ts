// Our two queueing models by the hand-written loop, by the declared chain and by the peers that are there, in turns, all checked against theory.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import type { QueueOutcome } from '../harness.js';
import { check, type Known } from './known.js';
import { look, type Model, type Peer, runPeer } from './peer.js';

interface OwnContender {
  readonly name: string;
  run(): QueueOutcome;
}

export interface PeerRace {
  readonly id: string;
  readonly model: Model;
  readonly known: Known;
  readonly clients: number;
  /** What the ratios are to. */
  readonly loop: OwnContender;
  readonly chain: OwnContender;
  /** A peer runs fewer clients, so that it takes seconds; all times are per client. */
  readonly peerClients: number;
  /** Arguments of a peer's script behind clients and seed. */
  readonly args: readonly string[];
}

/** What a contender took, per round: microseconds of processor time per client, and seconds of waiting for the whole run. */
export interface Row {
  readonly name: string;
  readonly version: string | undefined;
  readonly clients: number;
  readonly visits: number;
  readonly meanWait: number;
  readonly microsPerClient: readonly number[];
  readonly wholeSeconds: readonly number[];
}

export interface RaceResult {
  /** The hand-written loop first, then the declared chain, then the peers that are there. */
  readonly rows: readonly Row[];
  /** A sentence for every peer that is not. */
  readonly absent: readonly string[];
}

interface Lane {
  readonly name: string;
  readonly version: string | undefined;
  readonly clients: number;
  run(round: number): { visits: number; waited: number; processorSeconds: number; wholeSeconds: number };
}

/**
 * Every round runs every contender once, one after the other, so that what else the machine does falls on all. Ours warm up first, peers do so
 * themselves. Peers draw other luck in every round: the check is over all rounds together.
 * @throws when a contender does not find what theory says
 */
export function racePeers(race: PeerRace, peers: readonly Peer[], { rounds = 5, warmUps = 3 } = {}): RaceResult {
  const absent: string[] = [];
  const lanes = [ownLane(race.loop, race.clients), ownLane(race.chain, race.clients)];
  for (let round = 0; round < warmUps; round += 1) for (const lane of lanes) lane.run(round);
  for (const peer of peers) {
    const presence = look(peer);
    if ('absent' in presence) absent.push(presence.absent);
    else lanes.push(peerLane(peer, presence.version, race));
  }
  const runs = lanes.map((): ReturnType<Lane['run']>[] => []);
  for (let round = 0; round < rounds; round += 1) lanes.forEach((lane, at) => runs[at]!.push(lane.run(round)));
  const rows = lanes.map(({ name, version, clients }, at): Row => {
    const own = runs[at]!;
    const visits = own.reduce((sum, run) => sum + run.visits, 0);
    const waited = own.reduce((sum, run) => sum + run.waited, 0);
    check({ name, clients: rounds * clients, visits, waited }, race.known);
    return {
      name,
      version,
      clients,
      visits,
      meanWait: waited / visits,
      microsPerClient: own.map(({ processorSeconds }) => (1e6 * processorSeconds) / clients),
      wholeSeconds: own.map(({ wholeSeconds }) => wholeSeconds),
    };
  });
  return { rows, absent };
}

function ownLane({ name, run }: OwnContender, clients: number): Lane {
  return {
    name,
    version: undefined,
    clients,
    run() {
      const before = process.cpuUsage();
      const began = performance.now();
      const { events, waited } = run();
      const wholeSeconds = (performance.now() - began) / 1000;
      const { user, system } = process.cpuUsage(before);
      // One event brings a client, every other one ends a visit.
      return { visits: events - clients, waited, processorSeconds: (user + system) / 1e6, wholeSeconds };
    },
  };
}

function peerLane(peer: Peer, version: string, { model, peerClients, args }: PeerRace): Lane {
  return {
    name: peer.name,
    version,
    clients: peerClients,
    run: (round) => {
      const run = runPeer(peer, model, [String(peerClients), String(round + 1), ...args]);
      if (run.clients !== peerClients) {
        throw new Error(`${peer.name} ran ${run.clients} clients, where ${peerClients} were asked.`);
      }
      return run;
    },
  };
}
