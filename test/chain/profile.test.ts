// A pattern of arrivals that repeats, against the numbers that were declared.
import { expect, test } from 'vitest';
import { createRateClock } from '../../src/chain/rate-clock.js';
import { checkChain } from '../../src/chain/check.js';
import { chain, out } from './helpers.js';

test('every value of a profile holds for an equal part of it, over and over', () => {
  const clock = createRateClock([2], 1, 20, undefined, { every: 6, values: [1, 0, 3] });
  // Per turn of six: two units at 2, two at 0 and two at 6; after 12 units 32, and two more at 2.
  expect([0, 2, 4, 6, 12, 14].map((time) => clock.at(time))).toEqual([0, 4, 4, 16, 32, 36]);
  expect(clock.reach(10)).toBe(5);
});

test('a profile of which a part is no whole number of units is a mistake', () => {
  const spec = chain({
    stations: { in: { kind: 'delay', duration: 1, outcomes: out } },
    arrivals: { bron: { rate: { perUnit: 1, profile: { every: 24, values: [1, 2, 3, 4, 5] } } } },
  });
  expect(checkChain(spec).map(({ path, message }) => [path.join('.'), message])).toEqual([
    [
      'arrivals.bron.rate.profile',
      'elk deel van een profiel duurt een geheel aantal tijdseenheden; 24 is niet te delen door 5',
    ],
  ]);
});

test('moments of a run belong to a chain with its own unit of time, within the run and once', () => {
  const station = { stations: { in: { kind: 'delay' as const, duration: 1, outcomes: out } }, arrivals: {} };
  const own = chain({ ...station, run: { unit: 'own', end: 10, instants: [5, 11, 5] } });
  expect(checkChain(own).map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    'run.instants.1: het moment 11 ligt na het einde (10)',
    'run.instants.2: het moment 5 staat er twee keer',
  ]);
  const dated = chain({ ...station, run: { end: 10, levels: 3 } });
  expect(checkChain(dated).map(({ message }) => message)).toEqual([
    '`levels` is alleen voor een keten met een eigen tijdseenheid (unit: own)',
  ]);
});
