// Capacity that changes while work is in hand, on timelines worked out by hand.
import { describe, expect, test } from 'vitest';
import { type Job, one, workshop } from './workshop.js';

describe('a change of capacity', () => {
  test('more servers start work that waits at once, and the newest server is the last idle one', () => {
    const { simulation, pools, seen, arrive, at } = workshop();
    const desk = pools.add({ capacity: 0 });
    arrive(1, 'a', 5, one(desk));
    arrive(2, 'b', 5, one(desk));
    at(3, () => {
      pools.setCapacity(desk, 2, 'finish');
    });
    simulation.run(20);
    expect(seen.slice(0, 2)).toEqual(['3 a starts 0', '3 b starts 1']);
  });

  test('after a shrink that lets work finish nothing starts until it fits, and servers above the number are gone', () => {
    const { simulation, pools, seen, arrive, at } = workshop();
    const desk = pools.add({ capacity: 3 });
    arrive(0, 'a', 6, one(desk)); // server 0
    arrive(0, 'b', 8, one(desk)); // server 1
    arrive(0, 'c', 5, one(desk)); // server 2
    arrive(1, 'd', 1, one(desk));
    arrive(1, 'e', 1, one(desk));
    at(2, () => {
      pools.setCapacity(desk, 1, 'finish');
      expect([pools.inUse(desk), pools.capacity(desk)]).toEqual([3, 1]);
    });
    simulation.run(20);
    expect(seen.slice(3)).toEqual([
      '5 c ends',
      '6 a ends',
      '8 b ends',
      '8 d starts 0',
      '9 d ends',
      '9 e starts 0',
      '10 e ends',
    ]);
  });

  test('a shrink that interrupts takes the most recent grants away and tells whose they were, latest first', () => {
    const { simulation, pools, seen, arrive, at } = workshop();
    const desk = pools.add({ capacity: 3 });
    arrive(0, 'a', 2, one(desk)); // server 0 until 2
    arrive(1, 'b', 9, one(desk)); // server 1
    arrive(1, 'c', 9, one(desk)); // server 2
    arrive(3, 'd', 9, one(desk)); // server 0: the latest grant
    at(5, () => {
      pools.setCapacity(desk, 1, 'interrupt', (job: Job, request) => {
        expect(request).toBe(job.request);
        expect(pools.inUse(desk)).toBe(1);
        simulation.cancel(job.finish);
        seen.push(`${simulation.now} ${job.name} interrupted`);
      });
    });
    arrive(6, 'e', 1, one(desk));
    simulation.run(20);
    expect(seen.slice(4)).toEqual([
      '3 d starts 0',
      '5 d interrupted',
      '5 c interrupted',
      '10 b ends',
      '10 e starts 0',
      '11 e ends',
    ]);
  });

  test('an interrupted request gives back its units in every pool', () => {
    const { simulation, pools, arrive, at } = workshop();
    const desk = pools.add({ capacity: 1 });
    const room = pools.add({ capacity: 2 });
    const job = arrive(0, 'a', 9, [
      { pool: desk, units: 1 },
      { pool: room, units: 2 },
    ]);
    at(1, () => {
      pools.setCapacity(desk, 0, 'interrupt', (ended: Job) => {
        simulation.cancel(ended.finish);
      });
    });
    simulation.run(20);
    expect([pools.inUse(desk), pools.inUse(room)]).toEqual([0, 0]);
    expect(() => {
      pools.release(job.request);
    }).toThrow('holds nothing');
  });

  test('a server that left while busy and came back before it was done is one server', () => {
    const { simulation, pools, seen, arrive, at } = workshop();
    const desk = pools.add({ capacity: 2 });
    arrive(0, 'a', 3, one(desk)); // server 0
    arrive(0, 'b', 9, one(desk)); // server 1
    at(1, () => {
      pools.setCapacity(desk, 1, 'finish');
    });
    at(2, () => {
      pools.setCapacity(desk, 3, 'finish');
    });
    arrive(2, 'c', 9, one(desk));
    arrive(2, 'd', 9, one(desk));
    simulation.run(20);
    expect(seen.filter((line) => line.includes('starts')).slice(2)).toEqual(['2 c starts 2', '3 d starts 0']);
  });

  test('a fraction and a negative number are errors', () => {
    const { pools } = workshop();
    const desk = pools.add({ capacity: 1 });
    expect(() => {
      pools.setCapacity(desk, 1.5, 'finish');
    }).toThrow('integer of at least 0, not 1.5');
    expect(() => pools.add({ capacity: -1 })).toThrow('not -1');
    expect(() => pools.capacity(7)).toThrow('There is no pool 7');
  });
});
