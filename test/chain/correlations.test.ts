// Attributes that go together: against closed forms of the bivariate normal, in applications, in the stock and among former clients.
import { sampleCorrelation } from 'simple-statistics';
import { expect, test } from 'vitest';
import { compileAttributes } from '../../src/chain/attributes.js';
import type { Client } from '../../src/chain/client.js';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { daysPerMonth } from '../../src/chain/spec/duration.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { createStockLaw } from '../../src/chain/stock-law.js';
import { normalCdf, normalDensity } from '../../src/random/normal.js';
import { chain, dice } from './helpers.js';

const normal = { kind: 'number' as const, dist: { dist: 'normal' as const, mean: 0, sd: 1 } };
const out = [{ rest: true as const, to: 'exit' }];

/** The first `count` attributes of a client. */
function drawn(client: Client, count: number): number[] {
  return Array.from({ length: count }, (_, index) => client.attribute(index));
}

/** Attributes as drawn of everyone who applies, in order of application. */
function applicants(parts: Partial<ChainInput>): number[][] {
  const spec = chain({
    run: { unit: 'own', end: 1 },
    stations: { balie: { kind: 'router', outcomes: out } },
    arrivals: { deur: { times: [0], batch: 4000 } },
    ...parts,
  });
  const rows: number[][] = [];
  simulateChain(spec, dice(), () => ({
    applied: (client) => rows.push(drawn(client, Object.keys(spec.attributes).length)),
  }));
  return rows;
}
const column = (rows: number[][], index: number): number[] => rows.map((row) => row[index] ?? NaN);

test('two normal attributes have the correlation that was asked, and each its own distribution', () => {
  const rows = applicants({
    attributes: { volger: normal, eerste: normal },
    correlations: [{ between: ['eerste', 'volger'], value: -0.6 }],
  });
  // The standard error of a correlation is (1 - 0.36) / sqrt(4000) = 0.01.
  expect(Math.abs(sampleCorrelation(column(rows, 0), column(rows, 1)) + 0.6)).toBeLessThan(0.03);
  expect(column(rows, 0).filter((value) => value < 1).length / 4000).toBeCloseTo(normalCdf(1), 1);
});

test('a flag and a category go along by their place: both in the lower half is 1/4 + asin(rho) / 2 pi', () => {
  const rows = applicants({
    attributes: {
      kracht: normal,
      ja: { kind: 'flag', share: 0.5 },
      wijk: { kind: 'category', shares: { noord: 0.5, zuid: 0.5 } },
    },
    correlations: [
      { between: ['kracht', 'ja'], value: 0.5 },
      { between: ['ja', 'wijk'], value: 0.5 },
    ],
  });
  // asin(1/2) = pi/6, so 1/3; through the flag the category follows the number with 0.25, and asin(0.25) = 0.2527.
  const share = (holds: (row: number[]) => boolean) => rows.filter(holds).length / 4000;
  expect(Math.abs(share(([kracht, ja]) => (kracht ?? 1) < 0 && ja === 1) - 1 / 3)).toBeLessThan(0.025);
  expect(Math.abs(share(([kracht, , wijk]) => (kracht ?? 1) < 0 && wijk === 0) - 0.2902)).toBeLessThan(0.025);
});

test('a correlation of 0 changes no bit, and only the one who follows moves', () => {
  const attributes = { a: normal, b: { kind: 'age' as const, dist: { dist: 'uniform' as const, low: 20, high: 60 } } };
  const without = applicants({ attributes });
  expect(applicants({ attributes, correlations: [{ between: ['a', 'b'], value: 0 }] })).toEqual(without);
  const tied = applicants({ attributes, correlations: [{ between: ['a', 'b'], value: 0.4 }] });
  expect(column(tied, 0)).toEqual(column(without, 0));
  expect(column(tied, 1)).not.toEqual(column(without, 1));
});

/** Bijstand ends by work, likelier for a high z, or at 67; ages at entry are uniform on 20 to 70. */
function bijstand(rho: number, parts: Partial<NonNullable<ChainInput['spells']>> = {}) {
  return chain({
    run: { start: '2018-01-01', end: 10 },
    roles: { entry: 'bestand' },
    stations: { bestand: { kind: 'stay' } },
    arrivals: {},
    attributes: {
      leeftijd: { kind: 'age', dist: { dist: 'uniform', low: 20, high: 70 } },
      z: normal,
      wijk: { kind: 'flag', share: 0.5 },
    },
    correlations: [
      { between: ['z', 'leeftijd'], value: rho },
      { between: ['z', 'wijk'], value: 0.5 },
    ],
    spells: {
      risks: {
        werk: { kind: 'hazard', label: '', perMonth: 0.02, load: { z: 0.7 }, destination: 'werk' },
        aow: { kind: 'age', label: '', attribute: 'leeftijd', years: 67, destination: 'overig' },
      },
      stock: { count: 3000, station: 'bestand', elapsed: 'stationary' },
      ...parts,
    },
  });
}

test('the law of the stock is that of the joint density of elapsed time, z and age below the limit', () => {
  const rho = -0.5;
  const { spells, attributes, correlations } = bijstand(rho);
  if (spells?.stock === undefined) throw new Error('no stock');
  const law = createStockLaw(spells, spells.stock, compileAttributes(attributes, correlations));
  // By brute force: elapsed e in months, z, and x the normal score of age; age at entry is 20 + 50 Phi(x).
  const sums = { mass: 0, months: 0, z: 0, age: 0, exits: 0 };
  for (let z = -3.95; z < 4; z += 0.1) {
    const hazard = 0.02 * Math.exp(0.7 * z);
    for (let y = -3.95; y < 4; y += 0.1) {
      const age = 20 + 50 * normalCdf(rho * z + Math.sqrt(1 - rho * rho) * y);
      for (let e = 1; e < 564 && age + e / 12 < 67; e += 2) {
        const weight = normalDensity(z) * normalDensity(y) * Math.exp(-hazard * e);
        sums.mass += weight;
        sums.months += weight * e;
        sums.z += weight * z;
        sums.age += weight * (age + e / 12);
        sums.exits += weight * hazard;
      }
    }
  }
  const found = { months: 0, z: 0, age: 0 };
  const grid = 40;
  for (let i = 0; i < grid; i += 1) {
    const elapsed = law.elapsed((i + 0.5) / grid, undefined);
    for (let j = 0; j < grid; j += 1) {
      const rank = law.loadedRank((j + 0.5) / grid, elapsed, undefined);
      for (let k = 0; k < grid; k += 1) {
        found.months += elapsed / daysPerMonth;
        found.z += law.loadedAt(rank);
        found.age += law.ageAt(law.ageRank((k + 0.5) / grid, elapsed, rank), elapsed);
      }
    }
  }
  const points = grid ** 3;
  expect(found.months / points / (sums.months / sums.mass)).toBeCloseTo(1, 1);
  expect(Math.abs(found.z / points - sums.z / sums.mass)).toBeLessThan(0.02);
  expect(Math.abs(found.age / points - sums.age / sums.mass)).toBeLessThan(0.15);
  expect(law.exitRate(0) * daysPerMonth).toBeCloseTo(sums.exits / sums.mass, 4);
});

/** Mean age (as at the start) of the lower and the upper half by z, over all clients seen. */
function ages(clients: readonly Client[]): { low: number; high: number; oldest: number } {
  const rows = clients
    .map((client) => ({ age: client.attribute(0), z: client.attribute(1) }))
    .sort((a, b) => a.z - b.z);
  const mean = (part: typeof rows) => part.reduce((sum, { age }) => sum + age, 0) / part.length;
  const half = Math.floor(rows.length / 2);
  return { low: mean(rows.slice(0, half)), high: mean(rows.slice(half)), oldest: Math.max(...rows.map((r) => r.age)) };
}

function placed(rho: number): Client[] {
  const clients: Client[] = [];
  simulateChain(bijstand(rho), dice(), () => ({ spellStarted: (client) => clients.push(client) }));
  return clients;
}

test('in a placed stock the low-z are older with a negative correlation, and nobody is past the limit', () => {
  const tied = ages(placed(-0.6));
  const loose = ages(placed(0));
  expect(tied.low - tied.high).toBeGreaterThan(loose.low - loose.high + 5);
  expect(tied.oldest).toBeLessThan(67);
});

test('what follows the loaded attribute does so in the stock as well', () => {
  const rows = placed(0).map((client) => ({ z: client.attribute(1), wijk: client.attribute(2) }));
  const share = (part: typeof rows) => part.filter(({ wijk }) => wijk === 1).length / part.length;
  // P(flag | z) = Phi(-0.5 z / sqrt(0.75)); the mean over those below and above 0, from their own z.
  for (const part of [rows.filter(({ z }) => z < 0), rows.filter(({ z }) => z >= 0)]) {
    const expected = part.reduce((sum, { z }) => sum + normalCdf((-0.5 * z) / Math.sqrt(0.75)), 0) / part.length;
    expect(Math.abs(share(part) - expected)).toBeLessThan(3.5 * Math.sqrt(0.25 / part.length));
  }
});

test('former clients who come back have the correlation too', () => {
  const returns = { horizonMonths: 60, after: { werk: [{ perMonth: 0.05 }] }, never: [], endedBy: [], former: true };
  const spec = { ...bijstand(-0.6, { returns }), run: { unit: 'days' as const, start: '2018-01-01', end: 1500 } };
  const back: number[][] = [];
  simulateChain(spec, dice(), () => ({
    applied: (client) => {
      if (client.source === 61) back.push(drawn(client, 2));
    },
  }));
  expect(back.length).toBeGreaterThan(300);
  expect(sampleCorrelation(column(back, 0), column(back, 1))).toBeLessThan(-0.35);
});
