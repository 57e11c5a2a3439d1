// waarneming: movement on a ladder, counted on clients whose looks are known beforehand.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { run } from './support.js';

/** Age itself is what is seen, without noise, in bands of 30 and 40 years; everyone is seen at the start, after 2 years and after 4. */
const ladder: ChainInput = {
  organisation: 'proef',
  label: 'Proef',
  run: { start: '2018-01-01', end: '2023-01-01' },
  roles: { entry: 'gesprek' },
  attributes: {
    leeftijd: { kind: 'age', dist: 25 },
    fase: { kind: 'observation', of: 'leeftijd', accuracy: 1, cuts: [30, 40] },
  },
  stations: {
    gesprek: { kind: 'router', observe: ['fase'], outcomes: [{ rest: true, to: 'thuis' }] },
    thuis: { kind: 'delay', duration: 730, outcomes: [{ rest: true, to: 'gesprek' }] },
  },
  arrivals: {
    jong: { times: [10], batch: 3 },
    bijna: { times: [10], batch: 2, attributes: { leeftijd: { kind: 'age', dist: 29 } } },
  },
};

test('a first look, and then higher or the same', () => {
  const read = run(ladder);
  const count = (change: string, year: number) =>
    read(`waarneming|gesprek|fase:${change}|aanvragen@${year}-01..${year}-12`);
  expect(count('eerste', 2018)).toBe(5);
  expect(count('hoger', 2018)).toBe(0);
  // After two years: 27 is still below 30, and 31 is not.
  expect(count('hoger', 2020)).toBe(2);
  expect(count('gelijk', 2020)).toBe(3);
  // After four: 29 and 33.
  expect(count('gelijk', 2022)).toBe(5);
  expect(count('lager', 2022)).toBe(0);
  expect(count('eerste', 2022)).toBe(0);
});
