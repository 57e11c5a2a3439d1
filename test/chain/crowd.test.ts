// Who is called from a crowd, against sorting everybody anew.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Client } from '../../src/chain/client.js';
import { Crowd } from '../../src/chain/crowd.js';
import { Records } from '../../src/chain/records.js';

const records = new Records({ attributes: 1, stations: 0, spell: 0 });
const key = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const person = fc.record({ key, leaves: fc.boolean(), isAsked: fc.boolean() });

/** Those with the best keys, unknown ones last, and of equals who came first. */
function sorted<T extends { key: number }>(people: readonly T[], sign: 1 | -1): T[] {
  const known = people.filter((one) => !Number.isNaN(one.key));
  const unknown = people.filter((one) => Number.isNaN(one.key));
  return [...known.toSorted((one, other) => sign * (other.key - one.key)), ...unknown];
}

test('the best of a crowd are the first of all who hold, sorted by what is kept of them', () => {
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 300, size: 'max' }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom<1 | -1>(1, -1),
      (people, number, sign) => {
        const crowd = new Crowd();
        const column = crowd.keep((visit) => visit.client.attribute(0));
        const present = people.map((one) => {
          const client = new Client(records);
          client.setAttribute(0, one.key);
          crowd.add(client.main);
          return { ...one, visit: client.main };
        });
        for (const { leaves, visit } of present) if (leaves) crowd.remove(visit);
        const asked = new Set(present.filter(({ isAsked }) => isAsked).map(({ visit }) => visit));
        const staying = present.filter(({ leaves }) => !leaves);
        const expected = sorted(
          staying.filter(({ isAsked }) => isAsked),
          sign,
        ).slice(0, number);
        expect(crowd.size).toBe(staying.length);
        const place = new Map(present.map(({ visit }, at) => [visit, at]));
        expect(crowd.best(number, column, sign, (visit) => asked.has(visit)).map((visit) => place.get(visit))).toEqual(
          expected.map(({ visit }) => place.get(visit)),
        );
      },
    ),
    { numRuns: 100, seed: 1 },
  );
});
