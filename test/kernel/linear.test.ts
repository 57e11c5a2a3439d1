// What an event costs must not grow with how many are pending: counted, not timed.
import { expect, test, vi } from 'vitest';
import { EventHeap } from '../../src/kernel/event-heap.js';
import { Simulation } from '../../src/kernel/simulation.js';

interface Work {
  /** Times that an event came into the heap, for every event that happened. */
  readonly pushes: number;
  /** The most that stood in the heap at once. */
  readonly most: number;
}

/** As many events pending all the time: each brings on the next after a time with mean 1, and cancels and replaces one that is farther off. */
function work(pending: number): Work {
  const simulation = new Simulation();
  const far: number[] = [];
  let state = 1;
  /** Park and Miller's generator (1988): the same numbers everywhere. */
  const uniform = (): number => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  const delay = (): number => -Math.log(uniform());
  const nothing = (): void => undefined;
  const again = (_subject: null, number: number): void => {
    simulation.schedule(simulation.now + delay(), 1, again, null, number);
    simulation.cancel(far[number]!);
    far[number] = simulation.schedule(simulation.now + 5 + delay(), 1, nothing, null, number);
  };
  for (let number = 0; number < pending; number += 1) {
    simulation.schedule(delay(), 1, again, null, number);
    far.push(simulation.schedule(5 + delay(), 1, nothing, null, number));
  }
  simulation.run(0.1);
  const before = simulation.executed;
  let pushes = 0;
  let most = 0;
  const push = Reflect.get<EventHeap, 'push'>(EventHeap.prototype, 'push');
  const spy = vi.spyOn(EventHeap.prototype, 'push').mockImplementation(function (this: EventHeap, ...entry) {
    push.apply(this, entry);
    pushes += 1;
    most = Math.max(most, this.size);
  });
  simulation.run(3);
  spy.mockRestore();
  return { pushes: pushes / (simulation.executed - before), most };
}

test('with ten and a hundred times as many events pending, each still comes into the heap once, among a few dozen', () => {
  for (const pending of [1000, 10_000, 100_000]) {
    const { pushes, most } = work(pending);
    expect(pushes).toBeGreaterThan(0.9);
    expect(pushes).toBeLessThan(1.1);
    expect(most).toBeLessThan(200);
  }
});
