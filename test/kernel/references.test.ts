// What has happened, was cancelled or has ended may be forgotten: the kernel must not hold on to clients who are gone.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Pools } from '../../src/kernel/pools.js';
import { rank } from '../../src/kernel/ranks.js';
import { Simulation } from '../../src/kernel/simulation.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** How many of these are still held by somebody, once a turn of the event loop has let go of the weak references. */
async function countHeld(references: readonly WeakRef<object>[]): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  return references.filter((reference) => reference.deref() !== undefined).length;
}

test('subjects of events that happened or were cancelled are not held on to, those of pending events are', async () => {
  const simulation = new Simulation();
  const nothing = (): void => undefined;
  const plan = (time: number): { id: number; reference: WeakRef<object> } => {
    const subject = { time };
    return { id: simulation.schedule(time, rank.finish, nothing, subject, 0), reference: new WeakRef(subject) };
  };
  const happened = [1, 2, 3].map((time) => plan(time).reference);
  const cancelled = [4, 5].map(plan);
  const pending = [6, 7].map((time) => plan(time).reference);
  for (const { id } of cancelled) simulation.cancel(id);
  simulation.run(3);
  expect(await countHeld(happened)).toBe(0);
  expect(await countHeld(cancelled.map(({ reference }) => reference))).toBe(0);
  expect(await countHeld(pending)).toBe(2);
  expect(simulation.pending).toBe(2);
});

test('subjects of requests that were released, withdrawn or interrupted are not held on to', async () => {
  const simulation = new Simulation();
  const pools = new Pools(simulation);
  const desk = pools.add({ capacity: 2 });
  const nothing = (): void => undefined;
  const ask = (name: string): { id: number; reference: WeakRef<object> } => {
    const subject = { name };
    const id = pools.acquire([{ pool: desk, units: 1 }], 0, nothing, subject);
    return { id, reference: new WeakRef(subject) };
  };
  const asked = ['released', 'interrupted', 'withdrawn'].map(ask);
  const waiting = ask('waiting').reference;
  simulation.run(1);
  pools.setCapacity(desk, 1, 'interrupt', nothing);
  pools.release(asked[0]!.id);
  expect(pools.withdraw(asked[2]!.id)).toBe(true);
  pools.setCapacity(desk, 0, 'finish');
  expect(await countHeld(asked.map(({ reference }) => reference))).toBe(0);
  expect(await countHeld([waiting])).toBe(1);
  expect(pools.waiting(desk)).toBe(1);
});
