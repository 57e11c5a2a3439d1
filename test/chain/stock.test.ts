// The stock at the start: against brute-force integration, and against what the chain itself keeps stationary.
import { expect, test } from 'vitest';
import { compileAttributes } from '../../src/chain/attributes.js';
import type { Client } from '../../src/chain/client.js';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { daysPerMonth } from '../../src/chain/spec/duration.js';
import type { ChainInput, ChainSpec } from '../../src/chain/spec/chain.js';
import { createStockLaw } from '../../src/chain/stock-law.js';
import { normalDensity } from '../../src/random/normal.js';
import { chain, dice } from './helpers.js';

type Spells = NonNullable<ChainInput['spells']>;
const base: Spells['risks'] = {
  werk: { kind: 'hazard', label: '', perMonth: 0.02, load: { z: 0.7 }, destination: 'werk' },
  overig: {
    kind: 'hazard',
    label: '',
    pieces: [{ untilMonths: 12, perMonth: 0.015 }, { perMonth: 0.005 }],
    destination: 'overig',
  },
};
const attributes: NonNullable<ChainInput['attributes']> = {
  z: { kind: 'number', dist: { dist: 'normal', mean: 0, sd: 1 } },
};
const stock = { count: 3000, station: 'bestand', elapsed: 'stationary' as const };

function chainOf(spells: Partial<Spells>, parts: Partial<ChainInput> = {}): ChainSpec {
  return chain({
    run: { start: '2018-01-01', end: 10 },
    roles: { entry: 'bestand' },
    attributes,
    stations: { bestand: { kind: 'stay' } },
    arrivals: {},
    spells: { risks: base, stock, ...spells },
    ...parts,
  });
}
function lawOf(spec: ChainSpec) {
  const { spells } = spec;
  if (spells?.stock === undefined) throw new Error('no stock');
  return createStockLaw(spells, spells.stock, compileAttributes(spec.attributes, spec.correlations));
}

/** Weight of elapsed month e and attribute z in a stationary stock: density of z times the chance to be there still. */
function weight(e: number, z: number): number {
  const other = e < 12 ? 0.015 * e : 0.18 + 0.005 * (e - 12);
  return normalDensity(z) * Math.exp(-0.02 * Math.exp(0.7 * z) * e - other);
}
/** Midpoint rule over 0..600 months in fifths and -5..5 in twentieths. */
function integrate(value: (e: number, z: number) => number): number {
  let sum = 0;
  for (let e = 0.1; e < 600; e += 0.2) for (let z = -4.975; z < 5; z += 0.05) sum += weight(e, z) * value(e, z);
  return sum * 0.2 * 0.05;
}
const total = integrate(() => 1);

test('elapsed times have the distribution function of the stationary stock', () => {
  const law = lawOf(chainOf({}));
  for (const u of [0.05, 0.25, 0.5, 0.75, 0.95]) {
    const months = law.elapsed(u, undefined) / daysPerMonth;
    expect(integrate((e) => (e < months ? 1 : 0)) / total).toBeCloseTo(u, 2);
  }
});

test('the attribute of those who are there has the mean of the stationary stock: the less employable remain', () => {
  const law = lawOf(chainOf({}));
  let sum = 0;
  const grid = 100;
  for (let i = 0; i < grid; i += 1) {
    const elapsed = law.elapsed((i + 0.5) / grid, undefined);
    for (let j = 0; j < grid; j += 1) sum += law.loadedAt(law.loadedRank((j + 0.5) / grid, elapsed, undefined));
  }
  expect(sum / grid ** 2).toBeCloseTo(integrate((_e, z) => z) / total, 2);
});

test('exits per client and day are the mean hazard of those in stock', () => {
  const law = lawOf(chainOf({}));
  const work = integrate((_e, z) => 0.02 * Math.exp(0.7 * z)) / total;
  const other = integrate((e) => (e < 12 ? 0.015 : 0.005)) / total;
  expect(law.exitRate(0) * daysPerMonth).toBeCloseTo(work, 4);
  expect(law.exitRate(1) * daysPerMonth).toBeCloseTo(other, 4);
});

test('counted bands have their shares, and exits follow the bands', () => {
  const elapsed = {
    bands: [
      { untilMonths: 12, share: 0.2 },
      { untilMonths: 60, share: 0.3 },
      { untilMonths: 240, share: 0.5 },
    ],
  };
  const law = lawOf(chainOf({ stock: { ...stock, elapsed } }));
  expect(law.elapsed(0.2, undefined) / daysPerMonth).toBeCloseTo(12, 6);
  expect(law.elapsed(0.5, undefined) / daysPerMonth).toBeCloseTo(60, 6);
  expect(law.elapsed(1 - 1e-9, undefined) / daysPerMonth).toBeCloseTo(240, 4);
  // Within each band the stationary law: the mean hazard of the other exits is 0.015 in the first band and 0.005 beyond.
  expect(law.exitRate(1) * daysPerMonth).toBeCloseTo(0.2 * 0.015 + 0.8 * 0.005, 4);
});

test('ages of the stock are below the limit, and older by the time they were there', () => {
  const spec = chainOf(
    {
      risks: {
        werk: { kind: 'hazard', label: '', perMonth: 0.01, destination: 'werk' },
        aow: { kind: 'age', label: '', attribute: 'leeftijd', years: 67, destination: 'overig' },
      },
    },
    { attributes: { leeftijd: { kind: 'age', dist: { dist: 'uniform', low: 20, high: 70 } } } },
  );
  const law = lawOf(spec);
  // Ten years ago at most 57: uniform on 20..57, so the middle one was 38.5 and is 48.5 now.
  expect(law.ageAt(law.ageRank(0.5, 3652.5, 0.5), 3652.5)).toBeCloseTo(48.5, 4);
  expect(law.ageAt(law.ageRank(1, 3652.5, 0.5), 3652.5)).toBeCloseTo(67, 4);
  // Density of elapsed e: exp(-0.01 e) (47 - e/12) / 50 over 0..564 months; the first quarter by Simpson's rule.
  const density = (e: number) => Math.exp(-0.01 * e) * Math.max(0, 47 - e / 12);
  const mass = (to: number) => {
    let sum = 0;
    for (let step = 0; step < 1000; step += 1) sum += density(((step + 0.5) * to) / 1000) * (to / 1000);
    return sum;
  };
  expect(mass(law.elapsed(0.25, undefined) / daysPerMonth) / mass(564)).toBeCloseTo(0.25, 3);
});

test('a hazard that loads on a flag leaves the right share of that flag in stock', () => {
  const spec = chainOf(
    {
      risks: {
        werk: { kind: 'hazard', label: '', perMonth: 0.01, load: { partner: Math.log(3) }, destination: 'werk' },
      },
    },
    { attributes: { partner: { kind: 'flag', share: 0.4 } } },
  );
  const law = lawOf(spec);
  let partners = 0;
  const grid = 200;
  for (let i = 0; i < grid; i += 1) {
    const elapsed = law.elapsed((i + 0.5) / grid, undefined);
    for (let j = 0; j < grid; j += 1) partners += law.loadedAt(law.loadedRank((j + 0.5) / grid, elapsed, undefined));
  }
  // Stays last 100 months without and 33.3 with a partner: 0.4 x 33.3 / (0.4 x 33.3 + 0.6 x 100) = 0.1818.
  expect(partners / grid ** 2).toBeCloseTo(2 / 11, 2);
});

test('a stock placed by the law stays as it is: sixty years of constant inflow leave size and durations where they were', () => {
  const inflowPerMonth = stock.count / total;
  const months = (client: Client, now: number) => (now - (client.spell?.startedAt ?? NaN)) / daysPerMonth;
  const sizes: number[] = [];
  const long: number[] = [];
  const spec = chainOf(
    {},
    { run: { start: '2018-01-01', end: 60 * 365 }, arrivals: { bron: { rate: { perYear: inflowPerMonth * 12 } } } },
  );
  simulateChain(spec, dice(), (run) => {
    const inside = new Set<Client>();
    // Once in five years: far enough apart to be nearly independent for stays of four years on average.
    for (let time = 0; time <= 60 * 365; time += 5 * 365) {
      run.simulation.schedule(
        time,
        4,
        () => {
          sizes.push(inside.size);
          long.push([...inside].filter((client) => months(client, time) > 60).length);
        },
        inside,
        0,
      );
    }
    return { spellStarted: (client) => inside.add(client), spellEnded: (client) => inside.delete(client) };
  });
  // Stationary, the number is Poisson; autocorrelation over five years makes 12 looks worth about 6.
  const longShare = integrate((e) => (e > 60 ? 1 : 0)) / total;
  const mean = (values: number[]) => values.slice(1).reduce((sum, value) => sum + value, 0) / (values.length - 1);
  expect(sizes[0]).toBe(3000);
  expect(Math.abs(mean(sizes) - 3000)).toBeLessThan(3.5 * Math.sqrt(3000 / 6));
  expect(Math.abs(mean(long) - 3000 * longShare)).toBeLessThan(3.5 * Math.sqrt((3000 * longShare) / 4));
});

test('former clients who may still come back are as old as they are, and as many as left', () => {
  // Everyone was 60 at application; hazard 0.05 a month without load; horizon 60 months; nobody returned before the start with this luck.
  const spec = chain({
    run: { start: '2018-01-01', end: 3650 },
    roles: { entry: 'bestand' },
    attributes: { leeftijd: { kind: 'age', dist: 60 } },
    stations: { bestand: { kind: 'stay' } },
    arrivals: {},
    spells: {
      risks: {
        werk: { kind: 'hazard', label: '', perMonth: 0.05, destination: 'werk' },
        aow: { kind: 'age', label: '', attribute: 'leeftijd', years: 67, destination: 'overig' },
      },
      stock: { ...stock, count: 400 },
      returns: { horizonMonths: 60, after: { werk: [{ perMonth: 0.01 }] }, never: [], endedBy: [], former: true },
    },
  });
  const ages: number[] = [];
  simulateChain(spec, dice(), () => ({
    applied: (client, now) => {
      if (client.source === 61) ages.push(client.attribute(0) + now / 365.25);
    },
  }));
  // 400 x 0.05 = 20 exits a month for 60 months, each back within 60 months of exit but not before the start, at 1 % a month.
  let expected = 0;
  for (let ago = 0.5; ago < 60; ago += 1) expected += 20 * (Math.exp(-0.01 * ago) - Math.exp(-0.6));
  expect(ages.length).toBeLessThan(expected + 3.5 * Math.sqrt(expected));
  expect(ages.length).toBeGreaterThan(0.75 * expected);
  for (const age of ages) expect(age < 67 && age > 60).toBe(true);
});
