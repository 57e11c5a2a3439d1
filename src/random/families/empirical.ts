// empirical: one of the values that were seen, each as likely as its weight.

import { notFinite, written } from '../checks.js';
import type { Family } from '../law.js';
import { firstAbove, firstAtLeast } from '../sorted.js';

/** Without weights every value counts once. */
export interface Empirical {
  readonly dist: 'empirical';
  readonly values: readonly number[];
  readonly weights?: readonly number[] | undefined;
}

export const empirical: Family<Empirical> = {
  problems({ values, weights }) {
    if (values.length === 0) return ["'values' is leeg; er moet minstens één waarde staan"];
    const found = values.flatMap((value, index) => notFinite(`values[${index}]`, value));
    if (weights === undefined) return found;
    if (weights.length !== values.length) {
      found.push(
        `'weights' heeft ${weights.length} getallen en 'values' ${values.length}; dat moeten er evenveel zijn`,
      );
    }
    const wrong = weights.filter((weight) => !(Number.isFinite(weight) && weight >= 0));
    for (const weight of wrong) found.push(`een gewicht in 'weights' moet 0 of meer zijn; er staat ${written(weight)}`);
    if (wrong.length === 0 && sum(weights) === 0) found.push("de gewichten in 'weights' zijn samen 0");
    return found;
  },

  law({ values, weights }) {
    const steps = values
      .map((value, index) => ({ value, weight: weights?.[index] ?? 1 }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => a.value - b.value);
    const total = sum(steps.map(({ weight }) => weight));
    const sorted = Float64Array.from(steps, ({ value }) => value);
    const upTo = new Float64Array(steps.length);
    let running = 0;
    steps.forEach(({ weight }, index) => {
      running += weight;
      upTo[index] = running / total;
    });
    const last = steps.length - 1;
    upTo[last] = 1;

    const below = (elapsed: number) => {
      const index = firstAtLeast(sorted, elapsed);
      return index === 0 ? 0 : upTo[index - 1]!;
    };
    const quantile = (u: number) => sorted[Math.min(last, firstAbove(upTo, u))]!;
    return {
      quantile,
      survival: (elapsed) => 1 - below(elapsed),
      residual(u, elapsed) {
        const passed = below(elapsed);
        return Math.max(0, quantile(passed + (1 - passed) * u) - elapsed);
      },
      lowest: sorted[0]!,
      mean: sum(steps.map(({ value, weight }) => value * weight)) / total,
    };
  },
};

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
