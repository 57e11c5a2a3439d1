// Differences under each reading: draws grouped by what they drew.
import { expect, test } from 'vitest';
import { perReading } from '../../src/analysis/readings.js';

const sets = [
  {
    id: 'R1',
    readings: [
      { id: 'vraag', name: 'Vraag', probability: 0.5 },
      { id: 'plaats', name: 'Plaats', probability: 0.5 },
    ],
  },
];

test('draws are grouped by the reading they drew; a reading with fewer than ten draws has no direction', () => {
  // Draws 0 to 11 have `vraag` and −40 persons; 12 and 13 have `plaats`, +10 and +20.
  const differences = new Map([['breder', [...Array.from({ length: 12 }, () => -40), 10, 20]]]);
  const distance = [...Array.from({ length: 12 }, () => 6), 1, 3];
  const [demand, places] = perReading(sets, distance, differences, (draw) => (draw < 12 ? 'vraag' : 'plaats'), 25);
  expect(demand).toEqual({
    groep: 'R1',
    lezing: 'vraag',
    naam: 'Vraag',
    kans: 0.5,
    doorrekeningen: 12,
    afstandTotTrend: { gemiddelde: 6, marge: 0 },
    scenarios: [
      { id: 'breder', gemiddelde: -40, marge: 0, soort: 'lager', uitkomst: 'lager in 12 van de 12 doorrekeningen' },
    ],
  });
  expect(places).toMatchObject({
    doorrekeningen: 2,
    afstandTotTrend: { gemiddelde: 2 },
    scenarios: [{ gemiddelde: 15, soort: null, uitkomst: 'te weinig doorrekeningen' }],
  });
});

test('a reading that no draw drew is there, without a number', () => {
  const [, places] = perReading(sets, [5, 5], new Map([['breder', [1, 2]]]), () => 'vraag', 25);
  expect(places).toMatchObject({ doorrekeningen: 0, scenarios: [{ gemiddelde: null, marge: null, soort: null }] });
});
