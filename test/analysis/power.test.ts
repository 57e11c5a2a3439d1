// Power of two proportions against a published example, and against the formula by hand.
import { describe, expect, test } from 'vitest';
import { clientsPerArm } from '../../src/analysis/power.js';

describe('clients per arm', () => {
  test('are 76,7 for 50 against 75 % with a power of 90 %: the example in the help of R, power.prop.test', () => {
    expect(clientsPerArm(0.5, 0.75, { power: 0.9 })).toBeCloseTo(76.7, 1);
  });

  test('by hand: 40 against 60 %, z = 1,960 and 0,8416: (1,960 √0,5 + 0,8416 √0,48)² / 0,04 = 96,8', () => {
    expect(clientsPerArm(0.4, 0.6)).toBeCloseTo(
      (1.959964 * Math.sqrt(0.5) + 0.841621 * Math.sqrt(0.48)) ** 2 / 0.04,
      3,
    );
    expect(clientsPerArm(0.4, 0.6)).toBeCloseTo(96.9, 0);
  });

  test('do not depend on which share is the higher, and grow without end as the shares meet', () => {
    expect(clientsPerArm(0.6, 0.4)).toBe(clientsPerArm(0.4, 0.6));
    expect(clientsPerArm(0.5, 0.5)).toBe(Infinity);
    // Ten times as small a difference takes about a hundred times as many.
    expect(clientsPerArm(0.5, 0.51) / clientsPerArm(0.5, 0.6)).toBeGreaterThan(95);
  });

  test('a share outside 0..1 is refused', () => {
    expect(() => clientsPerArm(1.2, 0.5)).toThrow(RangeError);
  });
});
