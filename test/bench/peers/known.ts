// What the two models must give, whoever runs them: mean wait and number of visits by queueing theory.
import * as mm1 from '../mm1.js';
import * as network from '../network.js';

export interface Known {
  /** Over all visits, in the unit of the model. */
  readonly meanWait: number;
  readonly visitsPerClient: number;
}

/**
 * Share by which a mean wait may differ. A million clients at a load of 0,9 wait 8,1 on average with a standard deviation of 0,17
 * (asymptotic variance of waits in an M/M/1: Daley 1968, quoted by Whitt 1989), so this is five of those; the network varies less.
 */
export const WAIT_MARGIN = 0.1;
/** The number of visits varies by 0,3 % at 40.000 clients. */
export const VISITS_MARGIN = 0.02;

/** Mean wait in the queue of an M/M/c with load `load` per server (Erlang's C formula). */
export function erlangWait(servers: number, load: number, meanService: number): number {
  const offered = servers * load;
  let term = 1;
  let sum = 1;
  for (let busy = 1; busy < servers; busy += 1) {
    term *= offered / busy;
    sum += term;
  }
  const all = (term * offered) / servers / (1 - load);
  return (all / (sum + all)) * (meanService / (servers * (1 - load)));
}

export function knownMm1(): Known {
  const load = mm1.MEAN_SERVICE / mm1.MEAN_BETWEEN_ARRIVALS;
  return { meanWait: erlangWait(1, load, mm1.MEAN_SERVICE), visitsPerClient: 1 };
}

/** By Jackson (1957) every station of the network is an M/M/c of its own. */
export function knownNetwork(): Known {
  const visits = network.visitsPerClient();
  const waits = network.meanServices().map((mean, station) => {
    const servers = network.serversOf(station);
    return visits[station]! * erlangWait(servers, (visits[station]! * mean) / servers, mean);
  });
  const visitsPerClient = sum(visits);
  return { meanWait: sum(waits) / visitsPerClient, visitsPerClient };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export interface Found {
  readonly name: string;
  readonly clients: number;
  readonly visits: number;
  readonly waited: number;
}

/** @throws when what was found is not what must come out: then it is another model, and its time says nothing */
export function check({ name, clients, visits, waited }: Found, { meanWait, visitsPerClient }: Known): void {
  const wait = waited / visits;
  if (Math.abs(wait / meanWait - 1) > WAIT_MARGIN) {
    throw new Error(`${name}: a mean wait of ${wait.toFixed(3)}, where ${meanWait.toFixed(3)} is known.`);
  }
  const each = visits / clients;
  if (Math.abs(each / visitsPerClient - 1) > VISITS_MARGIN) {
    throw new Error(`${name}: ${each.toFixed(3)} visits per client, where ${visitsPerClient.toFixed(3)} is known.`);
  }
}
