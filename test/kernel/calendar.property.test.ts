// The event calendar against a sorted list, with random scheduling, cancelling and running.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rank } from '../../src/kernel/ranks.js';
import { Simulation } from '../../src/kernel/simulation.js';

interface ModelEvent {
  readonly time: number;
  readonly rank: Rank;
  readonly number: number;
}

const action = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('schedule' as const),
      delay: fc.oneof(fc.nat(3), fc.nat(500)),
      rank: fc.constantFrom<Rank>(0, 1, 2, 3, 4),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('run' as const), length: fc.nat(6) }) },
);

function inOrder(one: ModelEvent, other: ModelEvent): number {
  return one.time - other.time || one.rank - other.rank || one.number - other.number;
}

test('with any mix of scheduling, cancelling and running, exactly the events of a sorted list happen, in its order', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 400, size: 'max' }), (actions) => {
      const simulation = new Simulation();
      const happened: number[] = [];
      const expected: number[] = [];
      const ids: number[] = [];
      let model: ModelEvent[] = [];
      const handler = (_subject: null, datum: number): void => {
        happened.push(datum);
      };
      for (const step of actions) {
        if (step.do === 'schedule') {
          const time = simulation.now + step.delay;
          model.push({ time, rank: step.rank, number: ids.length });
          ids.push(simulation.schedule(time, step.rank, handler, null, ids.length));
        } else if (step.do === 'cancel' && ids.length > 0) {
          const number = step.which % ids.length;
          const isPending = model.some((event) => event.number === number);
          expect(simulation.cancel(ids[number]!)).toBe(isPending);
          model = model.filter((event) => event.number !== number);
        } else if (step.do === 'run') {
          const until = simulation.now + step.length;
          expected.push(
            ...model
              .filter(({ time }) => time <= until)
              .sort(inOrder)
              .map(({ number }) => number),
          );
          model = model.filter(({ time }) => time > until);
          simulation.run(until);
        }
        expect(simulation.pending).toBe(model.length);
      }
      expect(happened).toEqual(expected);
      expect(simulation.executed).toBe(expected.length);
    }),
    { numRuns: 100, seed: 1 },
  );
});
