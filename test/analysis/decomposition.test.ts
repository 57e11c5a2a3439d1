// A waterfall over two draws, every step of which can be added up by hand.
import { describe, expect, test } from 'vitest';
import { decompose } from '../../src/analysis/decomposition.js';
import { Lookup } from '../../src/analysis/lookup.js';
import { tinyResults } from './tiny.js';

const lookup = new Lookup(
  tinyResults(
    ['basis', 'alles'],
    [
      ['volume|||personen@2018-10', [9000, 9100], [9000, 9100]],
      ['volume|||personen@2022-10', [8200, 8400], [8000, 8220]],
    ],
  ),
);
/** Only the hours, and only the inflow. */
const apart = new Lookup(
  tinyResults(['uren', 'instroom'], [['volume|||personen@2022-10', [8170, 8360], [8050, 8290]]]),
);
const options = {
  scenario: 1,
  base: 0,
  ambition: { start: '2018-10', end: '2022-10', reductionPersons: 500 },
  trend: (month: string): number => (month === '2022-10' ? 90 : 100),
};
const hours = { group: 'capaciteit', lookup: apart, scenario: 0 };
const inflow = { group: 'instroom', lookup: apart, scenario: 1 };
const two = decompose(lookup, { ...options, groups: [hours, inflow] });

describe('a scenario that changes two groups', () => {
  test('begins at 9.050 and loses a tenth to the trend; the base ends 155 above that', () => {
    expect(two.begin.gemiddelde).toBe(9050);
    expect(two.trend.gemiddelde).toBeCloseTo(-905, 9);
    // (8.200 − 8.100 + 8.400 − 8.190) / 2
    expect(two.ongewijzigdBeleid.gemiddelde).toBeCloseTo(155, 9);
  });

  test('each group is paired with the base: (−30 − 40) / 2 and (−150 − 110) / 2', () => {
    expect(two.groepen.map(({ groep, gemiddelde }) => [groep, gemiddelde])).toEqual([
      ['capaciteit', -35],
      ['instroom', -130],
    ]);
    // Student with one degree of freedom: 12,706 · (10/√2) / √2.
    expect(two.groepen[0]?.marge).toBeCloseTo(63.53, 1);
  });

  test('what they do together is the remainder per draw: −200 + 180 and −180 + 150', () => {
    expect(two.wisselwerking?.gemiddelde).toBe(-25);
  });

  test('closes: 9.050 − 905 + 155 − 35 − 130 − 25 = 8.110, and the ambition line is 8.145 − 500', () => {
    const steps = [two.begin, two.trend, two.ongewijzigdBeleid, ...two.groepen, two.wisselwerking];
    expect(steps.reduce((sum, step) => sum + (step?.gemiddelde ?? NaN), 0)).toBeCloseTo(two.eind.gemiddelde, 9);
    expect(two.eind.gemiddelde).toBe(8110);
    expect(two.ambitielijn.gemiddelde).toBeCloseTo(7645, 9);
  });
});

test('a scenario with one group is that group, and nothing is done together', () => {
  const one = decompose(lookup, { ...options, groups: [{ group: 'instroom', lookup, scenario: 1 }] });
  expect(one.groepen.map(({ gemiddelde }) => gemiddelde)).toEqual([-190]);
  expect(one.wisselwerking).toBeNull();
});
