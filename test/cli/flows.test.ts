// The size of a new organisation: what its counts or the numbers on the command line make of it.
import { describe, expect, it } from 'vitest';
import type { Counted } from '../../src/analysis/backtest.js';
import { checkFlows, countedFlows, exampleCounts, givenFlows } from '../../src/cli/create/flows.js';
import { sizeOf } from '../../src/cli/create/size.js';

/** Eighteen months: 50 in and 40 out a month in the first twelve, ten times as many in and out after that. */
const counts: readonly Counted[] = Array.from({ length: 18 }, (_, index) => ({
  month: `20${String(23 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`,
  volume: 3000 + 10 * index,
  inflow: index < 12 ? 50 : 500,
  outflow: index < 12 ? 40 : 490,
}));
const without = (name: 'inflow' | 'outflow'): Counted[] => counts.map((row) => ({ ...row, [name]: null }));

describe('counts', () => {
  it('give the volume of their first month and the flows of their first year', () => {
    // 12 × 50 and 12 × 40.
    expect(countedFlows(counts)).toMatchObject({
      first: '2023-01',
      last: '2024-06',
      volume: 3000,
      inflow: 600,
      outflow: 480,
    });
  });

  it('leave empty cells out', () => {
    const half = counts.map((row, index) => (index % 2 === 0 ? row : { ...row, inflow: null }));
    expect(countedFlows(half).inflow).toBe(600);
  });

  it('without one of the flows take it from the other and the course of the volume: ten a month', () => {
    expect(countedFlows(without('outflow')).outflow).toBeCloseTo(600 - 120);
    expect(countedFlows(without('inflow')).inflow).toBeCloseTo(480 + 120);
  });
});

it('a run that begins a year before the first count begins with the volume less what that year adds', () => {
  expect(sizeOf(countedFlows(counts)).stock).toBe(3000 - 600 + 480);
});

it('without anything the inflow is a fifth of the volume, the outflow as much, and the example counts lead back to the volume', () => {
  const flows = givenFlows({ volume: 1000, instroom: undefined }, 2026);
  expect(flows).toMatchObject({ first: '2023-01', last: '2025-12', inflow: 200, outflow: 200 });
  const made = exampleCounts(flows);
  expect(made).toHaveLength(36);
  // The season of CBS: 103 against 101 in the first quarter, 89 in the last; 200 / 12 is 16.67 a month.
  expect(made[0]).toEqual({ month: '2023-01', volume: 1000, inflow: 17, outflow: 17 });
  expect(made[9]).toMatchObject({ inflow: 17, outflow: 15 });
  for (const [index, { volume, inflow, outflow }] of made.slice(0, -1).entries()) {
    expect(made[index + 1]?.volume).toBe(volume + (inflow ?? 0) - (outflow ?? 0));
  }
});

it.each([
  [{ volume: 300, instroom: 4000 }, 'een instroom van 4.000 per jaar past niet bij een volume van 300'],
  [{ volume: 3000, instroom: 60 }, 'dat is 2 procent'],
  [{ volume: 20, instroom: 5 }, 'een volume van 20 uitkeringen is te klein'],
])('%j is refused in words', (given, said) => {
  expect(() => {
    checkFlows(givenFlows(given, 2026));
  }).toThrow(said);
});
