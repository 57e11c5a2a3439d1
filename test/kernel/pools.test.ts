// Requests, grants, order of service and skills, on timelines worked out by hand.
import { describe, expect, test } from 'vitest';
import { type Demand, Pools } from '../../src/kernel/pools.js';
import { Simulation } from '../../src/kernel/simulation.js';
import { one, workshop } from './workshop.js';

describe('one pool', () => {
  test('with one server work is done in order of arrival', () => {
    const { simulation, pools, seen, arrive } = workshop();
    const desk = pools.add({ capacity: 1 });
    arrive(0, 'a', 3, one(desk));
    arrive(1, 'b', 3, one(desk));
    arrive(2, 'c', 1, one(desk));
    simulation.run(2);
    expect([pools.inUse(desk), pools.waiting(desk), pools.capacity(desk)]).toEqual([1, 2, 1]);
    simulation.run(10);
    expect(seen).toEqual(['0 a starts 0', '3 a ends', '3 b starts 0', '6 b ends', '6 c starts 0', '7 c ends']);
    expect([pools.inUse(desk), pools.waiting(desk)]).toEqual([0, 0]);
  });

  test('who arrives at the instant a server comes free stands behind who was waiting', () => {
    const { simulation, pools, seen, arrive } = workshop();
    const desk = pools.add({ capacity: 1 });
    arrive(2, 'newcomer', 1, one(desk), 0);
    arrive(0, 'a', 2, one(desk));
    arrive(1, 'waiting', 1, one(desk));
    simulation.run(10);
    expect(seen.filter((line) => line.includes('starts'))).toEqual([
      '0 a starts 0',
      '2 waiting starts 0',
      '3 newcomer starts 0',
    ]);
  });

  test('nothing is granted inside acquire, and a grant follows right after the arrival', () => {
    const simulation = new Simulation();
    const pools = new Pools(simulation);
    const desk = pools.add({ capacity: 1 });
    const seen: string[] = [];
    pools.acquire(one(desk), 0, (name: string) => seen.push(name), 'granted');
    expect([seen.length, pools.inUse(desk), pools.waiting(desk)]).toEqual([0, 0, 1]);
    simulation.run(0);
    expect([seen.length, pools.inUse(desk), pools.waiting(desk)]).toEqual([1, 1, 0]);
  });

  test('the lower priority number goes first, equal priorities in order of arrival', () => {
    const { simulation, pools, seen, arrive } = workshop();
    const desk = pools.add({ capacity: 1 });
    arrive(0, 'a', 10, one(desk));
    arrive(1, 'b', 1, one(desk), 2);
    arrive(2, 'c', 1, one(desk), 1);
    arrive(3, 'd', 1, one(desk), 2);
    arrive(4, 'e', 1, one(desk), 1);
    arrive(5, 'f', 1, one(desk), -3);
    simulation.run(20);
    expect(seen.filter((line) => line.includes('starts')).map((line) => line.split(' ')[1])).toEqual([
      'a',
      'f',
      'c',
      'e',
      'b',
      'd',
    ]);
  });

  test('the server that has been idle longest is next, the lowest number at the start', () => {
    const { simulation, pools, seen, arrive } = workshop();
    const desk = pools.add({ capacity: 3 });
    arrive(0, 'a', 5, one(desk)); // server 0 until 5
    arrive(0, 'b', 2, one(desk)); // server 1 until 2
    arrive(3, 'c', 1, one(desk)); // server 2, idle since 0, until 4
    arrive(6, 'd', 1, one(desk)); // server 1, idle since 2
    arrive(6, 'e', 1, one(desk)); // server 2, idle since 4
    arrive(6, 'f', 1, one(desk)); // server 0, idle since 5
    simulation.run(20);
    expect(seen.filter((line) => line.includes('starts'))).toEqual([
      '0 a starts 0',
      '0 b starts 1',
      '3 c starts 2',
      '6 d starts 1',
      '6 e starts 2',
      '6 f starts 0',
    ]);
  });

  test('a withdrawn request is never granted and leaves the queue at once', () => {
    const { simulation, pools, seen, arrive, at } = workshop();
    const desk = pools.add({ capacity: 1 });
    const a = arrive(0, 'a', 4, one(desk));
    const b = arrive(1, 'b', 1, one(desk));
    arrive(2, 'c', 1, one(desk));
    const answers: boolean[] = [];
    at(3, () => {
      answers.push(pools.withdraw(b.request), pools.withdraw(b.request), pools.withdraw(a.request));
      expect(pools.waiting(desk)).toBe(1);
    });
    simulation.run(20);
    expect(answers).toEqual([true, false, false]);
    expect(seen).toEqual(['0 a starts 0', '4 a ends', '4 c starts 0', '5 c ends']);
  });

  test('a head that needs two units is not overtaken by one that needs one, and goes when it withdraws', () => {
    const { simulation, pools, seen, arrive, at } = workshop();
    const desk = pools.add({ capacity: 2 });
    arrive(0, 'a', 10, one(desk));
    const pair = arrive(1, 'pair', 1, [{ pool: desk, units: 2 }]);
    arrive(2, 'c', 1, one(desk));
    at(5, () => {
      pools.withdraw(pair.request);
    });
    simulation.run(20);
    expect(seen).toEqual(['0 a starts 0', '5 c starts 1', '6 c ends', '10 a ends']);
  });
});

describe('several pools at once', () => {
  test('a request takes all its units together or none, and holds nothing while it waits', () => {
    const { simulation, pools, seen, arrive } = workshop();
    const desk = pools.add({ capacity: 1 });
    const room = pools.add({ capacity: 1 });
    arrive(0, 'a', 4, one(desk));
    arrive(1, 'both', 2, [
      { pool: room, units: 1 },
      { pool: desk, units: 1 },
    ]);
    arrive(2, 'b', 1, one(room)); // overtakes in the room: `both` waits for the desk only
    simulation.run(2);
    expect([pools.inUse(room), pools.waiting(room), pools.waiting(desk)]).toEqual([1, 1, 1]);
    arrive(5, 'c', 1, one(room));
    simulation.run(20);
    expect(seen).toEqual([
      '0 a starts 0',
      '2 b starts 0',
      '3 b ends',
      '4 a ends',
      '4 both starts 0+0',
      '6 both ends',
      '6 c starts 0',
      '7 c ends',
    ]);
  });

  test('somebody who lacks units of a pool holds up who is behind, also those who need another pool as well', () => {
    const { simulation, pools, seen, arrive } = workshop();
    const desk = pools.add({ capacity: 2 });
    const room = pools.add({ capacity: 1 });
    arrive(0, 'a', 9, one(desk));
    arrive(1, 'pair', 1, [{ pool: desk, units: 2 }]);
    arrive(2, 'both', 1, [
      { pool: room, units: 1 },
      { pool: desk, units: 1 },
    ]);
    arrive(3, 'b', 1, one(room));
    simulation.run(20);
    expect(seen.filter((line) => line.includes('starts'))).toEqual([
      '0 a starts 0',
      '3 b starts 0',
      '9 pair starts 1+0',
      '10 both starts 0+1',
    ]);
  });

  test('a released pool goes to who asked first, whichever pool stands first in the demands', () => {
    const { simulation, pools, seen, arrive } = workshop();
    const desk = pools.add({ capacity: 1 });
    const room = pools.add({ capacity: 1 });
    arrive(0, 'a', 5, [
      { pool: desk, units: 1 },
      { pool: room, units: 1 },
    ]);
    arrive(1, 'first', 1, one(room));
    arrive(2, 'second', 1, [
      { pool: desk, units: 1 },
      { pool: room, units: 1 },
    ]);
    arrive(3, 'third', 1, one(desk)); // overtakes `second`, which then lacks the room
    simulation.run(20);
    expect(seen.filter((line) => line.includes('starts'))).toEqual([
      '0 a starts 0+0',
      '5 first starts 0',
      '5 third starts 0',
      '6 second starts 0+0',
    ]);
  });
});

describe('skills', () => {
  test('a request with a skill waits for a server who has it and is overtaken meanwhile', () => {
    const { simulation, pools, seen, arrive } = workshop();
    const desk = pools.add({ capacity: 3, skills: [['turks'], [], ['turks', 'jongeren']] });
    const skilled = (skill: string): readonly Demand[] => [{ pool: desk, units: 1, skill }];
    arrive(0, 'a', 4, skilled('jongeren')); // server 2
    arrive(1, 'b', 6, one(desk)); // server 0
    arrive(2, 'c', 1, skilled('turks')); // waits for 2 (at 4) or 0 (at 7)
    arrive(3, 'd', 1, one(desk)); // server 1
    simulation.run(20);
    expect(seen.filter((line) => line.includes('starts'))).toEqual([
      '0 a starts 2',
      '1 b starts 0',
      '3 d starts 1',
      '4 c starts 2',
    ]);
  });

  test('of two units with a skill both must have it', () => {
    const { simulation, pools, seen, arrive } = workshop();
    const desk = pools.add({ capacity: 4, skills: [['x'], [], ['x']] });
    arrive(0, 'pair', 1, [{ pool: desk, units: 2, skill: 'x' }]);
    simulation.run(9);
    expect(seen[0]).toBe('0 pair starts 0+2');
  });
});

test('watchers of a pool hear of every change with the time', () => {
  const { simulation, pools, arrive } = workshop();
  const heard: string[] = [];
  const desk: number = pools.add({
    capacity: 1,
    onChange: (pool, now) => heard.push(`${now}: ${pools.inUse(pool)} in use, ${pools.waiting(pool)} waiting`),
  });
  arrive(1, 'a', 2, one(desk));
  arrive(2, 'b', 2, one(desk));
  simulation.run(9);
  expect(heard).toEqual([
    '1: 0 in use, 1 waiting',
    '1: 1 in use, 0 waiting',
    '2: 1 in use, 1 waiting',
    '3: 0 in use, 1 waiting',
    '3: 1 in use, 0 waiting',
    '5: 0 in use, 0 waiting',
  ]);
});

test('a handler may ask, release and withdraw while grants are being made', () => {
  const simulation = new Simulation();
  const pools = new Pools(simulation);
  const desk = pools.add({ capacity: 2 });
  const seen: string[] = [];
  const note = (name: string): void => {
    seen.push(name);
  };
  pools.acquire(
    one(desk),
    0,
    (name: string, request) => {
      note(name);
      pools.withdraw(second);
      pools.acquire(one(desk), -1, note, 'urgent');
      pools.release(request);
    },
    'first',
  );
  const second: number = pools.acquire(one(desk), 0, note, 'withdrawn');
  pools.acquire(one(desk), 0, note, 'third');
  pools.acquire(one(desk), 0, note, 'too late');
  simulation.run(0);
  expect(seen).toEqual(['first', 'urgent', 'third']);
});

test('asking nothing, a pool twice, half a unit or an unknown pool is an error', () => {
  const pools = new Pools(new Simulation());
  const desk = pools.add({ capacity: 1 });
  const ask =
    (demands: readonly Demand[], priority = 0) =>
    () =>
      pools.acquire(demands, priority, () => undefined, null);
  expect(ask([])).toThrow('must ask for something');
  expect(
    ask([
      { pool: desk, units: 1 },
      { pool: desk, units: 1 },
    ]),
  ).toThrow('only once');
  expect(ask([{ pool: desk, units: 0.5 }])).toThrow('not 0.5');
  expect(ask([{ pool: 3, units: 1 }])).toThrow('no pool 3');
  expect(ask(one(desk), NaN)).toThrow('priority');
  expect(pools.waiting(desk)).toBe(0);
});
