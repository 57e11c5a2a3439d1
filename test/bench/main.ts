// `npm run bench`: every race once, or only those named on the command line.
import process from 'node:process';
import { chainMm1 } from './chain-mm1.js';
import { handMm1 } from './hand-mm1.js';
import { measure, print, type Race } from './harness.js';
import { kernelMm1 } from './kernel-mm1.js';

const races: readonly Race[] = [
  {
    id: 'M/M/1, a million clients',
    reference: { name: 'hand-written loop', run: handMm1 },
    others: [
      { name: 'kernel', run: kernelMm1 },
      { name: 'declared chain', run: chainMm1 },
    ],
  },
];

const wanted = process.argv.slice(2);
for (const race of races) {
  if (wanted.length === 0 || wanted.some((word) => race.id.includes(word))) print(race.id, measure(race));
}
