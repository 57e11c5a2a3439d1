// constant: always the same value.

import { notFinite } from '../checks.js';
import type { Family, Law } from '../law.js';

export interface Constant {
  readonly dist: 'constant';
  readonly value: number;
}

export const constant: Family<Constant> = {
  problems: ({ value }) => notFinite('value', value),
  law: ({ value }) => constantLaw(value),
};

/** Also the law of a family whose spread is 0. */
export function constantLaw(value: number): Law {
  return {
    quantile: () => value,
    survival: (elapsed) => (elapsed <= value ? 1 : 0),
    residual: (_u, elapsed) => Math.max(0, value - elapsed),
    lowest: value,
    mean: value,
  };
}
