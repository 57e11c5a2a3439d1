// The break-even: a falling line through noisy points, the place where it reaches the goal, and the spread of that place over draws.
import { describe, expect, it } from 'vitest';
import { breakEven, falling, gridOf, placeOfGoal } from '../../src/analysis/break-even.js';
import { Lookup } from '../../src/analysis/lookup.js';
import { measured } from '../../src/analysis/measured.js';
import { moved } from '../../src/analysis/moved.js';
import { tinyResults } from './tiny.js';

describe('falling', () => {
  it('leaves a line that falls as it is', () => {
    expect(falling([0, -10, -10, -35])).toEqual([0, -10, -10, -35]);
  });

  it('is the middle of the lines just under and just above points that cross', () => {
    // Under: 0, -20, -20, -40; above: 0, -10, -10, -40.
    expect(falling([0, -20, -10, -40])).toEqual([0, -15, -15, -40]);
    // Turned round it is the same line mirrored, so neither end is favoured: under 0, 0, 0; above 20, 20, 10.
    expect(falling([0, 20, 10])).toEqual([10, 10, 5]);
  });
});

describe('placeOfGoal', () => {
  it('lies between the points around the goal, in proportion', () => {
    // -30 is halfway between -20 (place 0,5) and -40 (place 1).
    expect(placeOfGoal([0, -20, -40], 30)).toBeCloseTo(0.75, 12);
    expect(placeOfGoal([0, -20, -40], 40)).toBe(1);
  });

  it('is 0 when the beginning is enough, and Infinity when the end is not', () => {
    expect(placeOfGoal([-50, -60], 40)).toBe(0);
    expect(placeOfGoal([0, -20, -40], 41)).toBe(Infinity);
    expect(placeOfGoal([0, 20, 40], 1)).toBe(Infinity);
  });
});

describe('breakEven', () => {
  it('gives the value at which half of the draws reach the goal, and counts those that never do', () => {
    // A straight line of slope s reaches 100 at place 100/s: 0,1 0,2 … 0,9 and one draw that stops at -50.
    const slopes = [1000, 500, 1000 / 3, 250, 200, 1000 / 6, 1000 / 7, 125, 1000 / 9, 50];
    const differences = gridOf({ from: 0, to: 1 }).map((place) => slopes.map((slope) => -slope * place));
    const found = breakEven(differences, { from: 1, to: 0, goal: 100 });
    expect(found).toMatchObject({ draws: 10, missed: 1 });
    // Halfway the fifth and the sixth draw; nine tenths from the first to the second; between the ninth and the one that misses.
    expect(found.median).toBeCloseTo(1 - 0.55, 12);
    expect(found.p10).toBeCloseTo(1 - 0.19, 12);
    expect(found.p90).toBe(Infinity);
  });

  it('knows a quantile that falls exactly on the last draw that reaches the goal', () => {
    // Of eleven draws the ninth after the first is the p90; only the eleventh misses.
    const slopes = [...Array.from({ length: 10 }, () => 200), 0];
    const differences = gridOf({ from: 0, to: 1 }).map((place) => slopes.map((slope) => -slope * place));
    expect(breakEven(differences, { from: 0, to: 1, goal: 100 })).toMatchObject({ p90: 0.5, missed: 1 });
  });

  it('has a grid of evenly spaced values that ends exactly at its ends', () => {
    expect(gridOf({ from: 1, to: 0 })).toEqual([1, 0.75, 0.5, 0.25, 0]);
    expect(gridOf({ from: 0.1, to: 0.7 }).at(-1)).toBe(0.7);
  });
});

describe('a meetpunt', () => {
  const results = tinyResults(
    ['basis', 'anders'],
    [
      ['wachttijd|poort|gemiddelde|dagen@2018-10..2019-09', [9, 9, 9], [9, 9, 9]],
      ['wachttijd|poort|gemiddelde|dagen@2019-10..2020-09', [10, 12, 14], [8, 9, 13]],
      ['wachttijd|poort|mediaan|dagen@2019-10..2020-09', [7, 7, 7], [7, 7, 7]],
      ['herinstroom|||aandeel@2018-10..2019-09', [0.2, 0.3, 0.1], [0.21, 0.28, 0.11]],
      ['herinstroom|||aandeel@2019-10..2020-09', [NaN, NaN, NaN], [NaN, NaN, NaN]],
      ['instroom|||uitkeringen@2020-08', [10, 10, 10], [12, 12, 12]],
      ['instroom|||uitkeringen@2020-09', [20, 20, 20], [20, 22, 24]],
      ['instroom||anders|uitkeringen@2020-09', [1, 1, 1], [1, 1, 1]],
    ],
  );
  const lookup = new Lookup(results);
  const at = { base: 0, scenario: 1 };

  it('moves when the mean paired difference is clear of zero, in the stated direction or the other', () => {
    // Differences -2, -3, -1 in the last window: mean -2, s = 1, t(0,975; 2) = 4,3027, so the half width is 4,3027/√3 = 2,484.
    const wait = moved(lookup, at, { selector: 'wachttijd|poort|gemiddelde', direction: 'omlaag' });
    expect(wait).toMatchObject({ outcome: 'beweegt niet', period: '2019-10..2020-09', unit: 'dagen', base: 12 });
    expect(wait.difference?.mean).toBe(-2);
    expect(wait.difference?.halfWidth).toBeCloseTo(2.484, 3);
    // Of the two months the means are 16, 17, 18 against 15: +1, +2, +3 has the same margin; one month less noisy is clear.
    const inflow = { selector: 'instroom@2020-08', direction: 'omlaag' } as const;
    expect(moved(lookup, at, inflow)).toMatchObject({ outcome: 'andersom', difference: { mean: 2, halfWidth: 0 } });
    expect(moved(lookup, at, { ...inflow, direction: 'omhoog' }).outcome).toBe('beweegt zoals bedoeld');
    expect(moved(lookup, at, { ...inflow, direction: 'onbekend' }).outcome).toBe('omhoog');
  });

  it('of months is their mean, and passes over windows in which nothing could be observed', () => {
    expect(moved(lookup, at, { selector: 'instroom', direction: 'omhoog' })).toMatchObject({
      period: '2020-08..2020-09',
      base: 15,
      difference: { mean: 2 },
    });
    expect(moved(lookup, at, { selector: 'herinstroom', direction: 'omlaag' }).period).toBe('2018-10..2019-09');
  });

  it('of a scenario that is over before the end is looked at while it held', () => {
    const inflow = { selector: 'instroom', direction: 'omhoog' } as const;
    // Over in August: September, in which the draws differ, no longer counts.
    expect(moved(lookup, at, inflow, { first: '2020-07', last: '2020-08' })).toMatchObject({
      outcome: 'beweegt zoals bedoeld',
      period: '2020-08',
      difference: { mean: 2, halfWidth: 0 },
    });
    const wait = { selector: 'wachttijd|poort|gemiddelde', direction: 'omlaag' } as const;
    expect(moved(lookup, at, wait, { first: '2019-01', last: '2019-09' }).period).toBe('2018-10..2019-09');
    expect(moved(lookup, at, wait, { first: '2019-01', last: '2019-10' }).period).toBe('2019-10..2020-09');
  });

  it.each([
    ['wachtijd|poort', "maat 'wachtijd' bestaat niet. Bedoelde u 'wachttijd'?"],
    ['wachttijd|port|gemiddelde', "plaats 'port' heeft 'wachttijd' niet. Bedoelde u 'poort'?"],
    ['wachttijd|poort|gem', "groep 'gem' heeft 'wachttijd' niet. Mogelijk: gemiddelde, mediaan"],
    ['wachttijd|poort', "'wachttijd|poort' kiest meer reeksen tegelijk; noem een groep: gemiddelde, mediaan"],
    ['instroom + instroom', /is geen enkele reeks/],
    ['instroom|||personen', "maat 'instroom' is niet in 'personen' geteld: kies uitkeringen"],
    ['instroom@2025-01', "'instroom' is niet gemeten in 2025-01"],
  ])('%s is refused with a way out', (selector, problem) => {
    expect(measured(selector, lookup).problem).toMatch(problem);
  });
});
