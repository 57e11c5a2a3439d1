// The course of one client through a run, step by step, with the queue that she met at each.
import type { Client, Visit } from '../chain/client.js';
import type { Observer } from '../chain/observer.js';
import { shapeOf } from '../chain/registry.js';
import type { Run } from '../chain/simulate-chain.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import type { Station } from '../chain/station.js';

/** What she met when she came, in the pool that she had to wait for. */
export interface Queue {
  readonly pool: string;
  /** Requests that waited for the pool already, at whichever station. */
  readonly ahead: number;
  readonly busy: number;
  readonly capacity: number;
}

export interface Step {
  readonly station: string;
  readonly main: boolean;
  readonly enteredAt: number;
  /** Null as long as she waits. */
  startedAt: number | null;
  /** Null as long as she is there. */
  leftAt: number | null;
  /** The station that she went to, or `exit`; null while she is there and when the end of her spell took her out. */
  to: string | null;
  /** Others who waited at this station for it to begin. */
  readonly waitingHere: number;
  readonly queue: Queue | null;
  /** How many were in the group, at a station with groups. */
  group: number | null;
}

/** A station looked, and saw `value`: stored as in `Client.attributes`. */
export interface Seen {
  readonly station: string;
  readonly attribute: string;
  readonly value: number;
  readonly at: number;
}

export interface Application {
  readonly appliedAt: number;
  grantedAt: number | null;
  endedAt: number | null;
  /** The risk or mark that ended it; `exit` for a route out of the chain without a mark. */
  reason: string | null;
  readonly steps: Step[];
  readonly seen: Seen[];
  readonly states: { readonly state: string; readonly isIn: boolean; readonly at: number }[];
}

/** Times in the chain's own unit, as in the run. */
export interface Journey {
  readonly key: number;
  readonly applications: readonly Application[];
}

export interface JourneyRecorder {
  readonly observer: Observer;
  /** Undefined when nobody was followed: she never applied. */
  journey(): Journey | undefined;
}

/**
 * Follows the client for whom `isWanted` is the first to hold at an application; asked of each application until then. It counts who waits at each
 * station as well, since a course keeps its queue to itself.
 */
export function recordJourney(
  spec: ChainSpec,
  run: Run,
  isWanted: (client: Client, now: number) => boolean,
): JourneyRecorder {
  const ids = Object.keys(spec.stations).sort();
  const waiting = new Int32Array(ids.length);
  const poolsOf = ids.map((id) => {
    const station = spec.stations[id];
    return station === undefined ? [] : shapeOf(station).pools.map(({ pool }) => pool);
  });
  const states = Object.keys(spec.spells?.states ?? {});
  let key: number | undefined;
  const applications: Application[] = [];
  const open = new Map<Visit, Step>();
  let justBegun: { step: Step; at: number } | undefined;
  const current = (): Application | undefined => applications.at(-1);
  const isHers = (client: Client): boolean => client.key === key;

  function queueAt(station: Station): Queue | null {
    const found = poolsOf[station.index]!.flatMap((pool) => {
      const capacity = run.capacities.get(pool);
      if (capacity === undefined) return [];
      const { index } = capacity;
      const size = run.pools.capacity(index);
      return [{ pool, ahead: run.pools.waiting(index), busy: run.pools.inUse(index), capacity: size }];
    });
    // The one that lets her wait: the first without room.
    return found.find(({ ahead, busy, capacity }) => ahead > 0 || busy >= capacity) ?? found[0] ?? null;
  }
  function stopWaiting(visit: Visit, station: Station): void {
    if (visit.startedAt === Infinity) waiting[station.index]! -= 1;
  }
  function close(visit: Visit, to: string | null, now: number): void {
    const step = open.get(visit);
    if (step === undefined) return;
    open.delete(visit);
    step.leftAt = now;
    step.to = to;
  }

  const observer: Observer = {
    applied(client, now) {
      if (key === undefined && isWanted(client, now)) key = client.key;
      if (!isHers(client)) return;
      applications.push({
        appliedAt: now,
        grantedAt: null,
        endedAt: null,
        reason: null,
        steps: [],
        seen: [],
        states: [],
      });
    },
    entered(visit, station, now) {
      const waitingHere = waiting[station.index]!;
      waiting[station.index]! += 1;
      if (!isHers(visit.client)) return;
      const step: Step = {
        station: station.id,
        main: visit.main,
        enteredAt: now,
        startedAt: null,
        leftAt: null,
        to: null,
        waitingHere,
        queue: queueAt(station),
        group: null,
      };
      open.set(visit, step);
      current()?.steps.push(step);
    },
    started(visit, station, _waited, now) {
      waiting[station.index]! -= 1;
      const step = isHers(visit.client) ? open.get(visit) : undefined;
      if (step === undefined) return;
      step.startedAt = now;
      justBegun = { step, at: now };
    },
    grouped(station, size, now) {
      if (justBegun?.at === now && justBegun.step.station === station.id) justBegun.step.group = size;
      justBegun = undefined;
    },
    left(visit, station, to, now) {
      stopWaiting(visit, station);
      if (!isHers(visit.client)) return;
      close(visit, to?.id ?? 'exit', now);
      const application = current();
      if (to === undefined && visit.main && application?.endedAt === null) {
        application.endedAt = now;
        application.reason = 'exit';
      }
    },
    withdrawn(visit, station, _reason, now) {
      stopWaiting(visit, station);
      if (isHers(visit.client)) close(visit, null, now);
    },
    granted(client, now) {
      const application = isHers(client) ? current() : undefined;
      if (application !== undefined) application.grantedAt = now;
    },
    spellEnded(client, reason, now) {
      const application = isHers(client) ? current() : undefined;
      if (application === undefined) return;
      application.endedAt = now;
      application.reason = run.reasons[reason] ?? 'exit';
    },
    stateChanged(client, state, isIn, now) {
      if (isHers(client)) current()?.states.push({ state: states[state] ?? '', isIn, at: now });
    },
    observed(client, station, attribute, _before, now) {
      if (!isHers(client)) return;
      const id = run.attributes.find(({ index }) => index === attribute)?.id ?? '';
      current()?.seen.push({ station: station.id, attribute: id, value: client.attribute(attribute), at: now });
    },
  };
  return { observer, journey: () => (key === undefined ? undefined : { key, applications }) };
}
