// What is said about a distribution that cannot be.
import { expect, test } from 'vitest';
import { problems, type Distribution } from '../../src/random/distribution.js';

const mistakes: { distribution: Distribution; message: RegExp }[] = [
  { distribution: { dist: 'constant', value: Number.NaN }, message: /'value' moet een gewoon getal zijn/ },
  {
    distribution: { dist: 'uniform', low: 5, high: 2.5 },
    message: /'low' \(5\) mag niet groter zijn dan 'high' \(2,5\)/,
  },
  { distribution: { dist: 'triangular', low: 0, mode: 9, high: 4 }, message: /'mode' \(9\) .* 'high' \(4\)/ },
  { distribution: { dist: 'exponential', mean: -3 }, message: /'mean' moet een getal groter dan 0 zijn; er staat -3/ },
  { distribution: { dist: 'gamma', mean: 1, cv: 0 }, message: /'cv' moet een getal groter dan 0 zijn/ },
  { distribution: { dist: 'gamma', mean: 1, cv: 0.0001 }, message: /'cv' \(0,0001\) is zo klein/ },
  { distribution: { dist: 'erlang', k: 2.5, mean: 1 }, message: /'k' moet een heel getal zijn/ },
  { distribution: { dist: 'weibull', shape: 0, scale: 1 }, message: /'shape' moet een getal groter dan 0 zijn/ },
  { distribution: { dist: 'weibull', shape: 0.001, scale: 1 }, message: /spreiding is zo groot/ },
  { distribution: { dist: 'lognormal', mean: 0, sd: 1 }, message: /'mean' moet een getal groter dan 0 zijn/ },
  { distribution: { dist: 'normal', mean: 0, sd: -1 }, message: /'sd' moet 0 of een getal groter dan 0 zijn/ },
  { distribution: { dist: 'normal', mean: 0, sd: 1, floor: Infinity }, message: /'floor' moet een gewoon getal zijn/ },
  { distribution: { dist: 'empirical', values: [] }, message: /'values' is leeg/ },
  {
    distribution: { dist: 'empirical', values: [1, 2], weights: [1] },
    message: /'weights' heeft 1 getallen en 'values' 2/,
  },
  { distribution: { dist: 'empirical', values: [1, 2], weights: [0, 0] }, message: /samen 0/ },
  { distribution: { dist: 'empirical', values: [1, 2], weights: [2, -1] }, message: /gewicht .* er staat -1/ },
  { distribution: { dist: 'piecewise', points: [{ p: 0, value: 1 }] }, message: /minstens twee punten/ },
  { distribution: piecewise([0.1, 1], [1, 2]), message: /eerste punt moet p = 0 hebben; er staat 0,1/ },
  { distribution: piecewise([0, 1], [0.9, 2]), message: /laatste punt moet p = 1 hebben; er staat 0,9/ },
  { distribution: piecewise([0, 1], [0.6, 2], [0.4, 3], [1, 4]), message: /'p' mag niet dalen: na 0,6 staat 0,4/ },
  { distribution: piecewise([0, 3], [1, 2]), message: /'value' mag niet dalen: na 3 staat 2/ },
  { distribution: { dist: 'hazard', pieces: [] }, message: /'pieces' is leeg/ },
  { distribution: hazard([6, 0.1], [6, 0.1], [Infinity, 0.1]), message: /'until' moet stijgen: na 6 staat 6/ },
  { distribution: hazard([6, -0.1], [Infinity, 0.1]), message: /'rate' moet 0 of een getal groter dan 0 zijn/ },
  { distribution: hazard([6, 0.1]), message: /doorlopen tot oneindig/ },
  { distribution: hazard([6, 0.1], [Infinity, 0]), message: /nooit een einde/ },
];

function piecewise(...points: [number, number][]): Distribution {
  return { dist: 'piecewise', points: points.map(([p, value]) => ({ p, value })) };
}

function hazard(...pieces: [number, number][]): Distribution {
  return { dist: 'hazard', pieces: pieces.map(([until, rate]) => ({ until, rate })) };
}

test.each(mistakes)('$distribution is refused with $message', ({ distribution, message }) => {
  const found = problems(distribution);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(message);
});

test('several mistakes in one distribution are all named', () => {
  expect(problems({ dist: 'weibull', shape: -1, scale: Number.NaN })).toHaveLength(2);
});
