// Looking ahead: who is told what comes next, and when.
import { expect, test } from 'vitest';
import { Simulation } from '../../src/kernel/simulation.js';

interface Subject {
  readonly number: number;
}

/** So many subjects, each with one event, at instants that are mixed up and all different. */
function seen(count: number): { approached: number[]; happened: number[]; tooLate: number[] } {
  const simulation = new Simulation();
  const approached: number[] = [];
  const happened: number[] = [];
  const tooLate: number[] = [];
  const known = new Set<number>();
  const over = new Set<number>();
  simulation.onApproach((subjects, length) => {
    for (const subject of subjects.slice(0, length)) {
      const { number } = subject as Subject;
      approached.push(number);
      known.add(number);
      if (over.has(number)) tooLate.push(number);
    }
    return 0;
  });
  const handler = ({ number }: Subject): void => {
    happened.push(number);
    over.add(number);
  };
  for (let number = 0; number < count; number += 1) {
    // 7919 is prime and no divisor of these counts, so that every instant comes once.
    simulation.schedule((number * 7919) % count, 1, handler, { number }, 0);
  }
  simulation.run(Infinity);
  return { approached, happened, tooLate };
}

test('with forty thousand events pending, subjects are announced once, before their event, until few are left', () => {
  const { approached, happened, tooLate } = seen(40_000);
  expect(happened).toHaveLength(40_000);
  expect(tooLate).toEqual([]);
  expect(new Set(approached).size).toBe(approached.length);
  // From 40.000 down to 32.768 pending; the last ones are announced some dozens at a time.
  expect(approached.length).toBeGreaterThan(40_000 - 2 ** 15 - 100);
  expect(approached.length).toBeLessThan(40_000 - 2 ** 15 + 100);
  const first = new Set(happened.slice(0, 7000));
  expect(approached.filter((number) => first.has(number))).toHaveLength(7000);
});

test('with few events pending nobody is announced: it would cost more than it brings', () => {
  expect(seen(20_000).approached).toEqual([]);
});
