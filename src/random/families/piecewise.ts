// piecewise: a distribution drawn by hand, as points of its quantile function with straight lines between them.

import { notFinite, written } from '../checks.js';
import type { Family } from '../law.js';
import { firstAbove, firstAtLeast } from '../sorted.js';

/**
 * A fraction `p` has at most `value`. From p = 0 to p = 1, both never falling: two points with one p are a gap between
 * values, two points with one value are a chance of exactly that value.
 */
export interface Piecewise {
  readonly dist: 'piecewise';
  readonly points: readonly { readonly p: number; readonly value: number }[];
}

export const piecewise: Family<Piecewise> = {
  problems({ points }) {
    const first = points[0];
    const last = points[points.length - 1];
    if (first === undefined || last === undefined || points.length < 2) {
      return [`'points' heeft minstens twee punten nodig; er staan er ${points.length}`];
    }
    const found = points.flatMap(({ p, value }, index) => [
      ...notFinite(`points[${index}].p`, p),
      ...notFinite(`points[${index}].value`, value),
    ]);
    if (first.p !== 0) found.push(`het eerste punt moet p = 0 hebben; er staat ${written(first.p)}`);
    if (last.p !== 1) found.push(`het laatste punt moet p = 1 hebben; er staat ${written(last.p)}`);
    points.slice(1).forEach((point, index) => {
      const before = points[index]!;
      if (point.p < before.p) found.push(`'p' mag niet dalen: na ${written(before.p)} staat ${written(point.p)}`);
      if (point.value < before.value) {
        found.push(`'value' mag niet dalen: na ${written(before.value)} staat ${written(point.value)}`);
      }
    });
    return found;
  },

  law({ points }) {
    const p = Float64Array.from(points, (point) => point.p);
    const value = Float64Array.from(points, (point) => point.value);
    const last = points.length - 1;

    const quantile = (u: number) => {
      const right = firstAbove(p, u);
      if (right > last) return value[last]!;
      if (right === 0) return value[0]!;
      const left = right - 1;
      const along = (u - p[left]!) / (p[right]! - p[left]!);
      return Math.min(value[right]!, value[left]! + along * (value[right]! - value[left]!));
    };
    const below = (elapsed: number) => {
      const right = firstAtLeast(value, elapsed);
      if (right > last) return 1;
      if (right === 0) return 0;
      const left = right - 1;
      const along = (elapsed - value[left]!) / (value[right]! - value[left]!);
      return p[left]! + along * (p[right]! - p[left]!);
    };
    let mean = 0;
    for (let right = 1; right <= last; right++) {
      mean += ((p[right]! - p[right - 1]!) * (value[right]! + value[right - 1]!)) / 2;
    }
    return {
      quantile,
      survival: (elapsed) => 1 - below(elapsed),
      residual(u, elapsed) {
        const passed = below(elapsed);
        return Math.max(0, quantile(passed + (1 - passed) * u) - elapsed);
      },
      lowest: value[0]!,
      mean,
    };
  },
};
