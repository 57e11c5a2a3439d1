// Quantiles of what we do not know: distributions whose 5 % and 95 % points are a parameter's low and high.
import { normalQuantile } from '../random/normal.js';
import { isDrawn, legalRange } from './parameter.js';
import type { Parameter } from './parameter.js';

const LOW = 0.05;
const HIGH = 0.95;

/** Below -3 and above +3 standard deviations nothing is drawn. */
const CUT = 0.0013498980316300933;
const cutNormal = (u: number): number => normalQuantile(CUT + u * (1 - 2 * CUT));
const cutNormalHigh = cutNormal(HIGH);

/** The value of a parameter at probability `u` in (0, 1), held within what its unit allows. */
export function parameterQuantile(parameter: Parameter, u: number): number {
  if (!isDrawn(parameter)) return parameter.value;
  const { value, low, high } = parameter;
  const range = legalRange(parameter.unit);
  return Math.min(range.high, Math.max(range.low, drawn(parameter.distribution, value, low, high, u)));
}

function drawn(distribution: Parameter['distribution'], value: number, low: number, high: number, u: number): number {
  switch (distribution) {
    case 'twee-zijdig':
      return twoSidedQuantile(low, value, high, u);
    case 'driehoek':
      return triangleQuantile(low, value, high, u);
    case 'uniform':
      return low + ((u - LOW) / (HIGH - LOW)) * (high - low);
    case 'vast':
      return value;
  }
}

/** Two halves of normal distributions, cut at three standard deviations, that meet at the median. */
function twoSidedQuantile(low: number, median: number, high: number, u: number): number {
  const z = cutNormal(u) / cutNormalHigh;
  return u < 0.5 ? median + (median - low) * z : median + (high - median) * z;
}

/**
 * A triangle with its top at `mode`. With base W and a share q of it left of the top, the 5 % point lies
 * W(q − √(0.05 q)) below the top and the 95 % point W((1 − q) − √(0.05 (1 − q))) above it; q follows from their ratio.
 */
function triangleQuantile(low: number, mode: number, high: number, u: number): number {
  if (!(high > low)) return mode;
  const target = (mode - low) / (high - low);
  const below = (q: number): number => q - Math.sqrt(LOW * q);
  let [small, large] = [LOW, HIGH];
  for (let step = 0; step < 60; step++) {
    const q = (small + large) / 2;
    if (below(q) < target * (below(q) + below(1 - q))) small = q;
    else large = q;
  }
  const left = (small + large) / 2;
  const base = (high - low) / (below(left) + below(1 - left));
  return u < left
    ? mode - left * base + base * Math.sqrt(u * left)
    : mode + (1 - left) * base - base * Math.sqrt((1 - u) * (1 - left));
}
