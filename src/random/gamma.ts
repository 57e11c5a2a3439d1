// The gamma function, the regularised incomplete gamma functions and their inverse.

import { normalQuantile } from './normal.js';

const LOG_SQRT_2PI = 0.5 * Math.log(2 * Math.PI);
const EPSILON = 2 ** -53;
const TINY = 1e-300;

/** ln Γ(x) for x > 0, to about 1e-15: Stirling's series from 10 upwards, the recurrence Γ(x+1) = xΓ(x) below. */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + LOG_SQRT_2PI + stirlingSeries(shifted) - Math.log(product);
}

/** P(a, x): the chance that a gamma variable of shape a > 0 and scale 1 is at most x. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** Q(a, x) = 1 − P(a, x), accurate in the upper tail. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** The x at which P(a, x) = p, for a shape a > 0 and scale 1; 0 at p = 0 and ∞ at p = 1. */
export function gammaQuantile(a: number, p: number): number {
  if (p <= 0) return 0;
  if (p > 0.5) return gammaUpperQuantile(a, 1 - p);
  return solve(a, start(a, p, normalQuantile(p)), p, 1);
}

/** The x at which Q(a, x) = q: the same quantile, accurate for small q. */
export function gammaUpperQuantile(a: number, q: number): number {
  if (q <= 0) return Infinity;
  if (q >= 0.5) return gammaQuantile(a, 1 - q);
  return solve(a, start(a, 1 - q, -normalQuantile(q)), q, -1);
}

/**
 * Wilson and Hilferty (PNAS 17, 1931): the cube root of a gamma variable is nearly normal. Where that fails, in the
 * lower tail and for small shapes, xᵃ/Γ(a+1) ≥ P(a, x) gives a start just below the answer.
 */
function start(a: number, p: number, z: number): number {
  const cubeRoot = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  const belowAnswer = Math.exp((Math.log(p) + logGamma(a + 1)) / a);
  return Math.max(cubeRoot > 0 ? a * cubeRoot ** 3 : 0, belowAnswer);
}

/**
 * Newton's rule on the logarithm of the smaller tail as a function of ln x. Both tails are log-concave in ln x, so the
 * steps approach the answer from one side after the first, and a relative error stays relative however small the tail.
 */
function solve(a: number, from: number, tailChance: number, sign: 1 | -1): number {
  let x = from;
  for (let iteration = 0; iteration < 60 && x > 0; iteration++) {
    const tail = sign === 1 ? gammaP(a, x) : gammaQ(a, x);
    const slope = (a * powerTerm(a, x)) / tail;
    const step = (sign * Math.log(tailChance / tail)) / slope;
    x *= Math.exp(Math.max(-2, Math.min(2, step)));
    if (Math.abs(step) < 1e-14) break;
  }
  return x;
}

/** P(a, x) for x < a + 1 by its power series (Abramowitz and Stegun 6.5.29). */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > EPSILON * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return powerTerm(a, x) * sum;
}

/** Q(a, x) for x ≥ a + 1 by its continued fraction (Abramowitz and Stegun 6.5.31), evaluated by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1e6; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) <= 2 * EPSILON) break;
  }
  return a * powerTerm(a, x) * fraction;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/**
 * xᵃe⁻ˣ/Γ(a+1) by Loader's saddle point form ("Fast and accurate computation of binomial probabilities", 2000), which
 * keeps its digits for large shapes, where the plain formula subtracts large numbers.
 */
function powerTerm(a: number, x: number): number {
  if (a < 10) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  return Math.exp(-stirlingSeries(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** a·ln(a/x) + x − a, without cancellation near x = a. */
function deviance(a: number, x: number): number {
  if (Math.abs(x - a) >= 0.1 * (x + a)) return a * Math.log(a / x) + x - a;
  const v = (a - x) / (a + x);
  let sum = (a - x) * v;
  let power = 2 * a * v;
  for (let odd = 3; ; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/** ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] for x ≥ 10 (Abramowitz and Stegun 6.1.41). */
function stirlingSeries(x: number): number {
  const s = 1 / (x * x);
  return (
    (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156))))))) / x
  );
}
