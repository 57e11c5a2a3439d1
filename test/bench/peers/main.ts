// `npm run bench -- --peers`: the two queueing models beside SimPy and simmer, where those are installed.
import process from 'node:process';
import { chainMm1 } from '../chain-mm1.js';
import { chainNetwork } from '../chain-network.js';
import { handMm1 } from '../hand-mm1.js';
import { handNetwork } from '../hand-network.js';
import * as mm1 from '../mm1.js';
import * as network from '../network.js';
import { knownMm1, knownNetwork } from './known.js';
import { peers } from './list.js';
import { type PeerRace, racePeers } from './race.js';
import { tableOf } from './table.js';

const stations = Array.from({ length: network.STATIONS }, (_, station) => station);

const races: readonly PeerRace[] = [
  {
    id: 'M/M/1',
    model: 'mm1',
    known: knownMm1(),
    clients: mm1.CLIENTS,
    loop: { name: 'hand-written loop', run: () => handMm1() },
    chain: { name: 'declared chain', run: chainMm1 },
    peerClients: 200_000,
    args: [mm1.MEAN_BETWEEN_ARRIVALS, mm1.MEAN_SERVICE].map(String),
  },
  {
    id: 'ten stations',
    model: 'network',
    known: knownNetwork(),
    clients: network.CLIENTS,
    loop: { name: 'hand-written loop', run: () => handNetwork() },
    chain: { name: 'declared chain', run: chainNetwork },
    peerClients: 50_000,
    args: [
      ...[1, network.ONWARD, network.AGAIN].map(String),
      stations.map(network.serversOf).join(','),
      network.meanServices().join(','),
    ],
  },
];

export function benchPeers(isWanted: (id: string) => boolean): void {
  console.log(
    'Processor time of the simulation alone, per client: fastest of the rounds and the middle one; wall is what a run keeps us waiting, start-up too.',
  );
  console.log(`doorstroom on Node ${process.versions.node}`);
  for (const race of races) {
    if (!isWanted(race.id)) continue;
    for (const line of tableOf(race.id, racePeers(race, peers), race.known.meanWait)) console.log(line);
  }
}
