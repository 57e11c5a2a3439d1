// A relative comparison with a message that shows both numbers.
import { expect } from 'vitest';

export function expectRelative(found: number, expected: number, tolerance: number): void {
  const error = Math.abs(found - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE);
  expect(error, `${found} is not ${expected}`).toBeLessThanOrEqual(tolerance);
}
