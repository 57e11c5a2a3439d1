// A tornado's arithmetic, on two scenarios of two draws that can be followed by hand.
import { describe, expect, test } from 'vitest';
import { differs, levelsOf, swingOf } from '../../src/analysis/sensitivity.js';
import { tinyResults } from './tiny.js';

// Base and plan with every number at its value, then both with one number at laag, then at hoog.
const results = tinyResults(
  ['basis', 'plan', 'basis laag', 'plan laag', 'basis hoog', 'plan hoog'],
  [
    ['volume|||personen@2018-10', [100, 100], [100, 100], [100, 100], [100, 100], [100, 100], [100, 100]],
    ['volume|||personen@2022-10', [100, 110], [90, 104], [102, 112], [95, 109], [100, 110], [84, 98]],
    ['wachttijd|balie||dagen@2022-10', [NaN, 1], [NaN, 1], [NaN, 1], [NaN, 1], [NaN, 1], [NaN, 1]],
  ],
);
const ambition = { start: '2018-10', end: '2022-10', reductionPersons: 15 };
const at = (first: number) => levelsOf(results, { first, count: 2 }, ambition, () => 1);

describe('a number that moves', () => {
  test('has for the base the volume and for a plan its difference with the base of the same level', () => {
    expect(at(0).map(({ outcome }) => [...outcome])).toEqual([
      [100, 110],
      [-10, -6],
    ]);
    expect([...at(2)[1]!.outcome]).toEqual([-7, -3]);
  });

  test('is compared draw by draw with all numbers at their value', () => {
    const swing = swingOf(at(0)[1]!, at(2)[1]!, at(4)[1]!);
    // −8 becomes −5 at laag (+3 in both draws) and −14 at hoog (−6 in both).
    expect(swing).toMatchObject({ value: -8, low: -5, high: -14, size: 6 });
    expect(swing.toLow).toMatchObject({ mean: 3, halfWidth: 0 });
    expect(swing.toHigh).toMatchObject({ mean: -6, halfWidth: 0 });
    // The ambition line ends at 100 − 15 = 85: the plan is 12 above it, 17 at laag and 6 at hoog.
    expect(swing.left).toEqual({ value: 12, low: 17, high: 6 });
  });

  test('is dead when not one bit of one series differs, also where nothing could be observed', () => {
    expect(differs(results, 2, 4, 2)).toBe(true);
    expect(differs(results, 2, 2, 2)).toBe(false);
  });
});
