// The same queue on the kernel alone: what simulation and pools cost before there are stations, spells and measures.
import { type Demand, Pools } from '../../src/kernel/pools.js';
import { rank } from '../../src/kernel/ranks.js';
import { Simulation } from '../../src/kernel/simulation.js';
import type { Outcome } from './harness.js';
import { CLIENTS, mm1Draws } from './mm1.js';

interface Client {
  readonly number: number;
  readonly arrivedAt: number;
  request: number;
}

export function kernelMm1(): Outcome {
  const { nextGap, service } = mm1Draws();
  const simulation = new Simulation();
  const pools = new Pools(simulation);
  const demands: readonly Demand[] = [{ pool: pools.add({ capacity: 1 }), units: 1 }];
  let waited = 0;

  const finished = (client: Client): void => {
    pools.release(client.request);
  };
  const started = (client: Client): void => {
    waited += simulation.now - client.arrivedAt;
    simulation.schedule(simulation.now + service(client.number), rank.finish, finished, client, 0);
  };
  const arrived = (_source: null, number: number): void => {
    const client: Client = { number, arrivedAt: simulation.now, request: -1 };
    if (number + 1 < CLIENTS) simulation.schedule(simulation.now + nextGap(), rank.arrive, arrived, null, number + 1);
    client.request = pools.acquire(demands, 0, started, client);
  };

  simulation.schedule(nextGap(), rank.arrive, arrived, null, 0);
  simulation.run(Infinity);
  return { events: simulation.executed, check: `${waited} waited` };
}
