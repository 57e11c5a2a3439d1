// Pools against a naive model that keeps one sorted list of everybody who waits and looks through all of it after every step.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Demand, Pools } from '../../src/kernel/pools.js';
import { Simulation } from '../../src/kernel/simulation.js';

interface Asked {
  readonly number: number;
  readonly demands: readonly Demand[];
  readonly priority: number;
}
const SKILLS = [[], ['a'], ['a', 'b'], ['b'], [], ['a', 'b']];

class NaivePools {
  readonly capacities: number[];
  waiting: Asked[] = [];
  granted: (Asked & { servers: number[] })[] = [];
  /** Idle servers per pool, longest idle first. */
  private readonly idle: number[][];

  constructor(capacities: readonly number[]) {
    this.capacities = [...capacities];
    this.idle = capacities.map((capacity) => Array.from({ length: capacity }, (_, server) => server));
  }

  inUse(pool: number): number {
    return this.granted.reduce((sum, { demands }) => sum + unitsOf(demands, pool), 0);
  }

  available(pool: number): number {
    return this.capacities[pool]! - this.inUse(pool);
  }

  end(asked: Asked): void {
    const held = this.granted.find(({ number }) => number === asked.number);
    this.granted = this.granted.filter((other) => other !== held);
    const servers = [...(held?.servers ?? [])];
    for (const { pool, units } of asked.demands) {
      this.idle[pool]?.push(...servers.splice(0, units).filter((server) => server < this.capacities[pool]!));
    }
  }

  resize(pool: number, capacity: number): void {
    const before = this.capacities[pool]!;
    const busy = new Set(this.granted.flatMap(({ demands, servers }) => heldIn(demands, servers, pool)));
    const added = Array.from({ length: Math.max(0, capacity - before) }, (_, n) => before + n);
    this.idle[pool] = [
      ...(this.idle[pool] ?? []).filter((server) => server < capacity),
      ...added.filter((n) => !busy.has(n)),
    ];
    this.capacities[pool] = capacity;
  }

  /** Grants the first in order who can be granted, again and again; returns who and with which servers. */
  dispatch(): string[] {
    const starts: string[] = [];
    for (;;) {
      this.waiting.sort((one, other) => one.priority - other.priority || one.number - other.number);
      const at = this.waiting.findIndex((asked, place) => this.canStart(asked, this.waiting.slice(0, place)));
      if (at < 0) return starts;
      const asked = this.waiting.splice(at, 1)[0]!;
      const servers = asked.demands.flatMap(({ pool, units, skill }) => {
        const chosen = this.able(pool, skill).slice(0, units);
        this.idle[pool] = (this.idle[pool] ?? []).filter((server) => !chosen.includes(server));
        return chosen;
      });
      this.granted.push({ ...asked, servers });
      starts.push(`${asked.number}: ${servers.join('+')}`);
    }
  }

  private canStart(asked: Asked, ahead: readonly Asked[]): boolean {
    return asked.demands.every(({ pool, units, skill }) => {
      const enough = this.available(pool) >= units && this.able(pool, skill).length >= units;
      return enough && ahead.every(({ demands }) => unitsOf(demands, pool) <= this.available(pool));
    });
  }

  private able(pool: number, skill: string | undefined): number[] {
    return (this.idle[pool] ?? []).filter(
      (server) => skill === undefined || (SKILLS[server]?.includes(skill) ?? false),
    );
  }
}

function unitsOf(demands: readonly Demand[], pool: number): number {
  return demands.find((demand) => demand.pool === pool)?.units ?? 0;
}

function heldIn(demands: readonly Demand[], servers: readonly number[], pool: number): readonly number[] {
  let from = 0;
  for (const demand of demands) {
    if (demand.pool === pool) return servers.slice(from, from + demand.units);
    from += demand.units;
  }
  return [];
}

const demand = (pool: number): fc.Arbitrary<Demand> =>
  fc
    .record({
      pool: fc.constant(pool),
      units: fc.constantFrom(1, 1, 1, 1, 1, 2, 3),
      skill: fc.constantFrom(undefined, undefined, undefined, undefined, 'a', 'b'),
    })
    .map(({ skill, ...rest }) => (skill === undefined ? rest : { ...rest, skill }));
const demands = fc
  .uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 })
  .chain((pools) => fc.tuple(...pools.map(demand)));
const which = fc.nat();
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('acquire' as const), demands, priority: fc.nat(2) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('release' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('resize' as const),
      pool: fc.nat(2),
      capacity: fc.nat(6),
      shrink: fc.constantFrom('finish' as const, 'interrupt' as const),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('run' as const) }) },
);
// Without a size fast-check keeps to some ten actions, whatever the maximum: too few for a queue.
const actionLists = fc.array(action, { maxLength: 120, size: 'max' });

test('with any mix of asking, releasing, withdrawing and resizing, the same requests start with the same servers as in a naive model', () => {
  fc.assert(
    fc.property(actionLists, (actions) => {
      const simulation = new Simulation();
      const pools = new Pools(simulation);
      const model = new NaivePools([3, 2, 1]);
      const ids: number[] = [];
      let starts: string[] = [];
      for (const capacity of model.capacities) pools.add({ capacity, skills: SKILLS });
      const started = (number: number, request: number): void => {
        starts.push(`${number}: ${pools.servers(request).join('+')}`);
      };
      for (const step of actions) {
        if (step.do === 'acquire') {
          model.waiting.push({ number: ids.length, demands: step.demands, priority: step.priority });
          ids.push(pools.acquire(step.demands, step.priority, started, ids.length));
        } else if (step.do === 'release' && model.granted.length > 0) {
          const ended = model.granted[step.which % model.granted.length] as Asked;
          pools.release(ids[ended.number]!);
          model.end(ended);
        } else if (step.do === 'withdraw' && ids.length > 0) {
          const number = step.which % ids.length;
          const isWaiting = model.waiting.some((asked) => asked.number === number);
          expect(pools.withdraw(ids[number]!)).toBe(isWaiting);
          model.waiting = model.waiting.filter((asked) => asked.number !== number);
        } else if (step.do === 'resize') {
          const interrupted: number[] = [];
          pools.setCapacity(step.pool, step.capacity, step.shrink, (number: number) => interrupted.push(number));
          model.resize(step.pool, step.capacity);
          const expected: number[] = [];
          while (step.shrink === 'interrupt' && model.available(step.pool) < 0) {
            const last = model.granted.findLast((asked) => unitsOf(asked.demands, step.pool) > 0) as Asked;
            expected.push(last.number);
            model.end(last);
          }
          expect(interrupted).toEqual(expected);
        } else if (step.do === 'run') {
          starts = [];
          simulation.run(simulation.now + 1);
          expect(starts).toEqual(model.dispatch());
        }
        for (const pool of [0, 1, 2]) {
          expect(pools.inUse(pool)).toBe(model.inUse(pool));
          expect(pools.waiting(pool)).toBe(model.waiting.filter((asked) => unitsOf(asked.demands, pool) > 0).length);
        }
      }
    }),
    { numRuns: 150, seed: 1 },
  );
});

test('in use never exceeds the capacity when shrinks interrupt, and everybody is served once all is released', () => {
  fc.assert(
    fc.property(actionLists, (actions) => {
      const simulation = new Simulation();
      const pools = new Pools(simulation);
      for (const capacity of [3, 2, 1]) pools.add({ capacity, skills: SKILLS });
      const holding: number[] = [];
      let asked = 0;
      let served = 0;
      let ended = 0;
      const started = (_subject: null, request: number): void => {
        served += 1;
        holding.push(request);
      };
      const interrupted = (_subject: null, request: number): void => {
        holding.splice(holding.indexOf(request), 1);
        ended += 1;
      };
      const check = (): void => {
        for (const pool of [0, 1, 2]) expect(pools.inUse(pool)).toBeLessThanOrEqual(pools.capacity(pool));
      };
      for (const step of actions) {
        if (step.do === 'acquire') {
          pools.acquire(step.demands, step.priority, started, null);
          asked += 1;
        } else if (step.do === 'release' && holding.length > 0) {
          pools.release(holding.splice(step.which % holding.length, 1)[0]!);
          ended += 1;
        } else if (step.do === 'resize') {
          pools.setCapacity(step.pool, step.capacity, 'interrupt', interrupted);
        }
        simulation.run(simulation.now + 1);
        check();
      }
      for (const pool of [0, 1, 2]) pools.setCapacity(pool, SKILLS.length, 'finish');
      simulation.run(simulation.now + 1);
      for (let last = holding.pop(); last !== undefined; last = holding.pop()) {
        pools.release(last);
        ended += 1;
        simulation.run(simulation.now + 1);
        check();
      }
      expect([served, ended]).toEqual([asked, asked]);
    }),
    { numRuns: 100, seed: 2 },
  );
});
