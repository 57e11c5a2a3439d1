// `npm run bench`: every race once, or only those named on the command line; with `--peers` beside other simulators.
import process from 'node:process';
import { chainMm1, chainMm1WithQuantiles } from './chain-mm1.js';
import { chainNetwork, chainNetworkWithQuantiles } from './chain-network.js';
import { boundArnhem, chainArnhem, frozenArnhem, meteredArnhem, quantiledArnhem } from './arnhem.js';
import { numbersOf } from './hand-arnhem/numbers.js';
import { handArnhem, handArnhemWithQuantiles } from './hand-arnhem/hand-arnhem.js';
import { handMm1, handMm1WithQuantiles } from './hand-mm1.js';
import { handNetwork, handNetworkWithQuantiles } from './hand-network.js';
import { measure, print, type Race } from './harness.js';
import { benchLinear } from './linear.js';
import { benchMemory } from './memory.js';
import { kernelMm1 } from './kernel-mm1.js';
import { benchPeers } from './peers/main.js';
import { bareNode, help } from './start.js';

const arnhem = frozenArnhem();
const today = boundArnhem();
const numbers = numbersOf(arnhem);

const races: readonly Race[] = [
  {
    id: 'M/M/1, a million clients',
    rounds: 7,
    reference: { name: 'hand-written loop', run: () => handMm1() },
    others: [
      { name: 'kernel', run: kernelMm1 },
      { name: 'declared chain', run: chainMm1 },
    ],
  },
  {
    id: 'M/M/1, a million clients, with quantiles',
    rounds: 7,
    reference: { name: 'hand-written loop', run: handMm1WithQuantiles },
    others: [{ name: 'declared chain', run: chainMm1WithQuantiles }],
  },
  {
    id: 'ten stations, 200.000 clients',
    rounds: 7,
    reference: { name: 'hand-written loop', run: () => handNetwork() },
    others: [{ name: 'declared chain', run: chainNetwork }],
  },
  {
    id: 'ten stations, 200.000 clients, with quantiles',
    rounds: 7,
    reference: { name: 'hand-written loop', run: handNetworkWithQuantiles },
    others: [{ name: 'declared chain', run: chainNetworkWithQuantiles }],
  },
  {
    id: 'Arnhem, one doorrekening',
    rounds: 21,
    reference: { name: 'hand-written loop', run: () => handArnhem(numbers) },
    others: [
      { name: 'declared chain', run: () => chainArnhem(arnhem) },
      { name: 'declared chain with all measures', observes: true, run: () => meteredArnhem(arnhem) },
    ],
  },
  {
    id: 'Arnhem, one doorrekening, with quantiles',
    rounds: 21,
    reference: { name: 'hand-written loop', run: () => handArnhemWithQuantiles(numbers) },
    others: [{ name: 'declared chain', run: () => quantiledArnhem(arnhem) }],
  },
  {
    // No loop follows the chain as it grows; the nanoseconds per event stand beside those of the frozen one.
    id: 'Arnhem as its data are today',
    rounds: 11,
    reference: { name: 'declared chain', run: () => chainArnhem(today) },
    others: [{ name: 'declared chain with all measures', observes: true, run: () => meteredArnhem(today) }],
  },
  { id: 'start', rounds: 21, wall: true, reference: bareNode, others: [help] },
];

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isWanted = (id: string): boolean => wanted.length === 0 || wanted.some((word) => id.includes(word));

if (process.argv.includes('--peers')) benchPeers(isWanted);
else {
  for (const race of races) if (isWanted(race.id)) print(race.id, measure(race));
  benchLinear(isWanted);
  benchMemory(isWanted);
}
