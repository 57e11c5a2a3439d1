// The gamma functions against values computed to 40 digits (mpmath) and published chi-square tables.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gammaP, gammaQ, gammaQuantile, gammaUpperQuantile, logGamma } from '../../src/random/gamma.js';
import { expectRelative } from './near.js';

test.each([
  [0.01, 4.5994798780420217],
  [0.5, 0.57236494292470009],
  [1.5, -0.12078223763524522],
  [3.7, 1.4280723266653881],
  [10, 12.80182748008147],
  [123.4, 469.33609744219059],
  [1e6, 12815504.569147612],
])('ln Γ(%d) is %d', (x, value) => {
  expectRelative(logGamma(x), value, 1e-13);
});

test('ln Γ of whole numbers is the logarithm of a factorial', () => {
  let logFactorial = 0;
  for (let n = 1; n <= 30; n++) {
    expect(Math.abs(logGamma(n) - logFactorial)).toBeLessThan(1e-13 * (1 + logFactorial));
    logFactorial += Math.log(n);
  }
});

test.each([
  [0.1, 0.01, 0.66262125995447979, 0.33737874004552021],
  [0.1, 3, 0.99843472825288565, 0.0015652717471143538],
  [0.5, 0.5, 0.6826894921370859, 0.3173105078629141],
  [1.5, 6, 0.99261683949464023, 0.0073831605053597697],
  [5, 2, 0.052653017343711157, 0.94734698265628884],
  [5, 20, 0.99998305525606993, 1.6944743930067384e-5],
  [25, 40, 0.9955173434344268, 0.0044826565655732046],
  [100, 90, 0.15822098918643017, 0.84177901081356983],
  [1000, 1100, 0.99894067674607002, 0.0010593232539299773],
  [10_000, 10_050, 0.69234244070256556, 0.30765755929743444],
  [1_000_000, 998_000, 0.022696114006736803, 0.9773038859932632],
])('P and Q at shape %d and x %d', (a, x, p, q) => {
  expectRelative(gammaP(a, x), p, 1e-12);
  expectRelative(gammaQ(a, x), q, 1e-12);
});

test.each([
  // NIST/SEMATECH e-Handbook, table 1.3.6.7.4: upper critical values of chi-square (three decimals).
  [1, 0.95, 3.841],
  [1, 0.99, 6.635],
  [2, 0.9, 4.605],
  [5, 0.95, 11.07],
  [10, 0.999, 29.588],
  [30, 0.975, 46.979],
  [100, 0.95, 124.342],
  // Lower critical values from the same table.
  [5, 0.05, 1.145],
  [10, 0.01, 2.558],
  [30, 0.025, 16.791],
])('chi-square with %d degrees of freedom has %d below %d', (degrees, p, value) => {
  expect(Math.abs(2 * gammaQuantile(degrees / 2, p) - value)).toBeLessThanOrEqual(0.0005);
});

const anyShape = fc.double({ min: Math.log(0.02), max: Math.log(1e5), noNaN: true }).map(Math.exp);
const anyTail = fc.double({ min: Math.log(1e-16), max: Math.log(0.5), noNaN: true }).map(Math.exp);

test('P undoes the quantile, for small chances relatively so', () => {
  fc.assert(
    fc.property(anyShape, anyTail, (a, p) => {
      const x = gammaQuantile(a, p);
      // Below 1e-300 the answer itself is no longer a normal number.
      if (x > 1e-300) expectRelative(gammaP(a, x), p, 1e-10);
    }),
  );
});

test('Q undoes the upper quantile', () => {
  fc.assert(
    fc.property(anyShape, anyTail, (a, q) => {
      const x = gammaUpperQuantile(a, q);
      if (x > 1e-300) expectRelative(gammaQ(a, x), q, 1e-10);
    }),
  );
});

test('the quantile of shape 1 is that of an exponential and the ends are 0 and infinity', () => {
  for (const p of [1e-12, 0.01, 0.3, 0.5, 0.7, 0.999]) expectRelative(gammaQuantile(1, p), -Math.log1p(-p), 1e-13);
  expect(gammaQuantile(2, 0)).toBe(0);
  expect(gammaQuantile(2, 1)).toBe(Infinity);
});
