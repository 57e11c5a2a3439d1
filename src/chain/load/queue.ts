// Waiting at one group of equal servers in steady state: Erlang's B and C, queues with an end, and clients who lose patience.

export interface QueueSpec {
  /** Clients per unit of time; Poisson. */
  readonly arrivals: number;
  /** Mean time of service, of all that the servers do. */
  readonly service: number;
  /** Coefficient of variation of the service time; 1 is exponential. */
  readonly cv: number;
  readonly servers: number;
  /** How many may wait; Infinity when there is no limit. */
  readonly room: number;
  /** Mean patience of who waits; Infinity when nobody leaves the queue. */
  readonly patience: number;
}

export interface QueueFigures {
  /** Chance that an arriving client cannot start at once, among those who are let in. */
  readonly delayed: number;
  /** Mean wait, of all who are let in, those who lose patience included. */
  readonly wait: number;
  /** Part of the arrivals that finds the queue full. */
  readonly refused: number;
  /** Part of the arrivals that loses patience. */
  readonly impatient: number;
}

/** In a long queue at an overloaded group the weights grow beyond what a double holds; all are then divided by this. */
const huge = 1e200;

/**
 * Steady state of the birth-death process with `servers` servers at rate 1/service, `room` places to wait and patience at rate 1/patience:
 * M/M/c (Erlang C), M/M/c/c (Erlang B, which holds for every distribution of service time), M/M/c/K, M/M/c+M (Erlang A). Without limit and
 * patience another spread of service times is corrected for by (1 + cv^2) / 2, the formula of Allen and Cunneen for Poisson arrivals (Allen,
 * Probability, Statistics and Queueing Theory, 1990, section 5.3.5): exact for one server (Pollaczek-Khinchine), otherwise an approximation.
 * @returns undefined when there is no steady state: as much work as capacity or more, no end to the queue and no lost patience
 */
export function queueFigures(spec: QueueSpec): QueueFigures | undefined {
  const { arrivals, service, servers, room, patience } = spec;
  if (arrivals === 0 || service === 0) return { delayed: 0, wait: 0, refused: 0, impatient: 0 };
  if (!Number.isFinite(arrivals) || !Number.isFinite(service)) return undefined;
  if (servers === 0) return room === 0 ? { delayed: 0, wait: 0, refused: 1, impatient: 0 } : undefined;
  const load = (arrivals * service) / servers;
  const endless = room === Infinity && patience === Infinity;
  if (endless && load >= 1) return undefined;

  // Weights relative to that of all servers busy and nobody waiting, which is 1: below it downwards, above it upwards, so that nothing overflows.
  let below = 0;
  let weight = 1;
  for (let busy = servers; busy > 0; busy -= 1) {
    weight *= busy / (arrivals * service);
    below += weight;
  }
  let full = 1;
  let queued = 0;
  let last = 1;
  if (endless) {
    full = 1 / (1 - load);
    queued = load / (1 - load) ** 2;
  } else {
    for (let waiting = 1; waiting <= room; waiting += 1) {
      last *= arrivals / (servers / service + waiting / patience);
      full += last;
      queued += waiting * last;
      if (last < full * 1e-17) break;
      if (full > huge) [below, full, queued, last] = [below / huge, full / huge, queued / huge, last / huge];
    }
  }
  const total = below + full;
  const refused = room === Infinity ? 0 : last / total;
  const letIn = 1 - refused;
  const spread = endless ? (1 + spec.cv ** 2) / 2 : 1;
  return {
    delayed: letIn > 0 ? (full / total - refused) / letIn : 0,
    wait: letIn > 0 ? (spread * queued) / total / (arrivals * letIn) : 0,
    refused,
    impatient: patience === Infinity ? 0 : queued / total / patience / arrivals,
  };
}
