// A change for tests: at once and for ever, unless said otherwise.
import type { Change } from '../../src/scenario/change.js';

export function changeOf(given: Partial<Change> & { value: number }): Change {
  return { parameter: 'x', operation: 'set', from: null, through: null, ramp: 0, ...given };
}
