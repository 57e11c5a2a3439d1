// The normal quantile and distribution function against values computed to 40 digits (erfc and its root, mpmath).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf, normalDensity, normalQuantile } from '../../src/random/normal.js';
import { expectRelative } from './near.js';

// The root is that of the nearest double to p, which is why 0.975 and 0.025 differ in the last digits.
test.each([
  [1e-300, -37.047096299361199],
  [1e-20, -9.2623400897984076],
  [1e-10, -6.3613409024040562],
  [1e-5, -4.2648907939228246],
  [0.001, -3.0902323061678135],
  [0.01, -2.3263478740408411],
  [0.025, -1.9599639845400542],
  [0.05, -1.6448536269514727],
  [0.074, -1.4466320671589785],
  [0.076, -1.4325027208258116],
  [0.1, -1.2815515655446004],
  [0.25, -0.67448975019608174],
  [0.4, -0.25334710313579974],
  [0.75, 0.67448975019608174],
  [0.975, 1.9599639845400539],
  [0.999, 3.0902323061678133],
  [0.9999999, 5.1993375822906611],
])('the quantile at %d is %d', (p, z) => {
  expectRelative(normalQuantile(p), z, 1e-14);
});

test.each([
  [-37, 5.7255712225245768e-300],
  [-20, 2.7536241186062337e-89],
  [-10, 7.6198530241605261e-24],
  [-6, 9.8658764503769814e-10],
  [-4, 3.1671241833119921e-5],
  [-2, 0.022750131948179207],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [-0.1, 0.46017216272297102],
  [0, 0.5],
  [0.3, 0.61791142218895263],
  [1, 0.84134474606854295],
  [3, 0.99865010196836991],
  [8, 0.99999999999999938],
])('the distribution function at %d is %d', (x, p) => {
  expectRelative(normalCdf(x), p, 2e-14);
});

test('the distribution function undoes the quantile', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1 - 2 ** -53, noNaN: true }), (p) => {
      expectRelative(normalCdf(normalQuantile(p)), p, 1e-12);
    }),
  );
});

test('the ends of the quantile are infinite and outside them it does not exist', () => {
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
  expect(normalQuantile(-0.1)).toBeNaN();
  expect(normalQuantile(1.1)).toBeNaN();
  expect(normalCdf(-Infinity)).toBe(0);
  expect(normalCdf(Infinity)).toBe(1);
});

test('the density is the slope of the distribution function', () => {
  for (const x of [-3, -0.7, 0, 1.2]) {
    const slope = (normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5;
    expect(normalDensity(x)).toBeCloseTo(slope, 9);
  }
});
