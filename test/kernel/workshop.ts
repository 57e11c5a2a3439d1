// A workshop for tests of pools: jobs arrive, wait for servers, are served for a fixed time and leave; it writes down when, and by whom.
import { type Demand, Pools } from '../../src/kernel/pools.js';
import { rank } from '../../src/kernel/ranks.js';
import { Simulation } from '../../src/kernel/simulation.js';

export interface Job {
  readonly name: string;
  readonly demands: readonly Demand[];
  readonly duration: number;
  readonly priority: number;
  request: number;
  finish: number;
}

export function workshop() {
  const simulation = new Simulation();
  const pools = new Pools(simulation);
  const seen: string[] = [];
  const ended = (job: Job): void => {
    seen.push(`${simulation.now} ${job.name} ends`);
    pools.release(job.request);
  };
  const started = (job: Job, request: number): void => {
    seen.push(`${simulation.now} ${job.name} starts ${pools.servers(request).join('+')}`);
    job.finish = simulation.schedule(simulation.now + job.duration, rank.finish, ended, job, 0);
  };
  const arrived = (job: Job): void => {
    job.request = pools.acquire(job.demands, job.priority, started, job);
  };
  const arrive = (time: number, name: string, duration: number, demands: readonly Demand[], priority = 0): Job => {
    const job = { name, demands, duration, priority, request: -1, finish: -1 };
    simulation.schedule(time, rank.arrive, arrived, job, 0);
    return job;
  };
  const at = (time: number, action: () => void): void => {
    simulation.schedule(time, rank.capacity, action, null, 0);
  };
  return { simulation, pools, seen, arrive, at };
}

export const one = (pool: number): readonly Demand[] => [{ pool, units: 1 }];
