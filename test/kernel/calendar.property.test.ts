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

/** Delays of a whole crowd of events: together, evenly, mostly soon with a few far off, and never. */
const spreads = {
  together: () => 3,
  evenly: (at: number) => (at * 7919) % 1000,
  skewed: (at: number) => (at % 50 === 0 ? 1e6 * at : ((at * 7919) % 1000) / 500),
  never: (at: number) => (at % 2 === 0 ? Infinity : at % 100),
} as const;

const crowd = fc.record({
  do: fc.constant('crowd' as const),
  size: fc.integer({ min: 1, max: 4000 }),
  spread: fc.constantFrom(...Object.values(spreads)),
  cancelled: fc.integer({ min: 0, max: 6 }),
});
const stretch = fc.record({ do: fc.constant('run' as const), length: fc.oneof(fc.nat(6), fc.nat(1000)) });

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

test('crowds of thousands, which the calendar keeps in buckets, happen in the order of a sorted list as well', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(crowd, stretch), { minLength: 4, maxLength: 12 }), (actions) => {
      const simulation = new Simulation();
      const happened: number[] = [];
      const expected: number[] = [];
      let number = 0;
      let model: ModelEvent[] = [];
      /** Half of the events bring on another, soon, as events do. */
      const handler = (_subject: null, datum: number): void => {
        happened.push(datum);
        if (datum % 2 === 0) simulation.schedule(simulation.now + (datum % 7) / 7, 1, echo, null, -datum);
      };
      const echo = (_subject: null, datum: number): void => {
        echoed.push(datum);
      };
      const echoed: number[] = [];
      for (const step of actions) {
        if (step.do === 'crowd') {
          const ids: { id: number; event: ModelEvent }[] = [];
          for (let at = 0; at < step.size; at += 1, number += 1) {
            const event = { time: simulation.now + step.spread(at), rank: (at % 5) as Rank, number };
            ids.push({ id: simulation.schedule(event.time, event.rank, handler, null, number), event });
          }
          const cancelled = ids.filter((_one, at) => at % 8 < step.cancelled);
          // Neighbours in a bucket, from either side.
          if (step.size % 2 === 0) cancelled.reverse();
          for (const { id } of cancelled) expect(simulation.cancel(id)).toBe(true);
          for (const { id } of cancelled) expect(simulation.timeOf(id)).toBeNaN();
          model.push(...ids.filter((_one, at) => at % 8 >= step.cancelled).map(({ event }) => event));
        } else {
          const until = simulation.now + step.length;
          const due = model.filter(({ time }) => time <= until).sort(inOrder);
          expected.push(...due.map((event) => event.number));
          model = model.filter(({ time }) => time > until);
          simulation.run(until);
        }
      }
      expect(happened).toEqual(expected);
      simulation.run(Infinity);
      const rest = model.filter(({ time }) => time < Infinity).sort(inOrder);
      expect(happened).toEqual([...expected, ...rest.map((event) => event.number)]);
      expect(echoed.length).toBe(happened.filter((datum) => datum % 2 === 0).length);
      expect(simulation.pending).toBe(model.length - rest.length);
    }),
    { numRuns: 20, seed: 1 },
  );
});
