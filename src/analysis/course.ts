// The typical course of a client over draws: the route taken most often, and when each of its steps comes.
import type { ChainSpec } from '../chain/spec/chain.js';
import type { Application, Step } from '../measure/journey.js';
import { band, type Band } from './bands.js';
import { termOf, type Term } from './term.js';

/** One step of the route, over the draws that took it. Days are calendar days since the application, by date. */
export interface CourseStep {
  readonly station: string;
  readonly main: boolean;
  /** In how many draws she came here, it began, and she left again. */
  readonly came: number;
  readonly began: number;
  readonly left: number;
  readonly arrival: Band;
  readonly start: Band | null;
  readonly end: Band | null;
  /** Days between coming and beginning; of those who began. */
  readonly waited: Band | null;
  /** Days between beginning and leaving. */
  readonly lasted: Band | null;
  /** The pool that was waited for most often, and what was met there; medians. */
  readonly queue: {
    readonly pool: string;
    readonly ahead: number;
    readonly busy: number;
    readonly capacity: number;
  } | null;
  readonly waitingHere: number;
  readonly group: number | null;
  /** What was seen here at the first look, by attribute: the value seen most often (as stored), in how many draws. */
  readonly seen: readonly { readonly attribute: string; readonly value: number; readonly times: number }[];
  readonly term: Term | null;
}

/** Where she went and how often, most often first. */
export type Tally = readonly { readonly to: string; readonly times: number }[];

export interface Course {
  readonly draws: number;
  /** Draws that took this route. */
  readonly times: number;
  /** How many different routes there were. */
  readonly routes: number;
  readonly steps: readonly CourseStep[];
  readonly granted: Band | null;
  readonly grantedTimes: number;
  /** What ended it, of the draws on this route: reasons, or `loopt` while the run ended first. Empty where the source leaves it open. */
  readonly ends: Tally;
  readonly end: Band | null;
  /** After the step from which on the source leaves it open: where the model went on to, over all draws that came so far. */
  readonly onwards: Tally;
}

export interface CourseOptions {
  /** The story stops when this station has been left, because the source does not say more. */
  readonly openAfter?: string | undefined;
}

/** Still under way when the run ended. */
export const running = 'loopt';

interface Told {
  readonly application: Application;
  readonly steps: readonly Step[];
  readonly onwards: string | null;
}

/** Steps in which time passes or somebody is met; those after the open one are left out. */
function tell(spec: ChainSpec, application: Application, openAfter: string | undefined): Told {
  const shown = application.steps.filter(({ station }) => {
    const declared = spec.stations[station];
    return declared !== undefined && (declared.kind !== 'router' || declared.meets !== undefined);
  });
  const last = openAfter === undefined ? undefined : shown.find(({ station }) => station === openAfter);
  if (last === undefined) return { application, steps: shown, onwards: null };
  const until = last.leftAt ?? Infinity;
  const steps = shown.slice(0, shown.indexOf(last) + 1).filter(({ enteredAt }) => enteredAt <= until);
  return { application, steps, onwards: last.leftAt === null ? running : nextOf(application, last) };
}

/** Where a step led to, past routers, which take no time. */
function nextOf({ steps, reason }: Application, from: Step): string {
  const next = steps.find(({ main, enteredAt, leftAt }, index) => {
    return main && index > steps.indexOf(from) && enteredAt >= (from.leftAt ?? 0) && leftAt !== enteredAt;
  });
  return next?.station ?? reason ?? running;
}

function routeOf({ steps }: Told): string {
  return JSON.stringify(steps.filter(({ main }) => main).map(({ station }) => station));
}

export function tally(names: readonly string[]): Tally {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([to, times]) => ({ to, times })).sort((a, b) => b.times - a.times);
}

/** An application per draw. With one draw every band is that draw. @throws on none */
export function courseOf(
  spec: ChainSpec,
  applications: readonly Application[],
  { openAfter }: CourseOptions = {},
): Course {
  const told = applications.map((application) => tell(spec, application, openAfter));
  const routes = tally(told.map(routeOf));
  const chosen = told.filter((one) => routeOf(one) === routes[0]?.to);
  const longest = chosen.reduce((most, one) => (one.steps.length > most.steps.length ? one : most));
  const steps = longest.steps.map((step) => {
    const nth = longest.steps.filter(({ station }) => station === step.station).indexOf(step);
    return stepOf(spec, step, chosen, nth);
  });
  const granted = chosen.flatMap(({ application: { grantedAt, appliedAt } }) =>
    grantedAt === null ? [] : [daysSince(appliedAt, grantedAt)],
  );
  const isOpen = chosen.some(({ onwards }) => onwards !== null);
  const ended = chosen.flatMap(({ application: { endedAt, appliedAt } }) =>
    endedAt === null ? [] : [daysSince(appliedAt, endedAt)],
  );
  return {
    draws: applications.length,
    times: chosen.length,
    routes: routes.length,
    steps,
    granted: bandOf(granted),
    grantedTimes: granted.length,
    ends: isOpen ? [] : tally(chosen.map(({ application: { reason } }) => reason ?? running)),
    end: isOpen ? null : bandOf(ended),
    onwards: tally(told.flatMap(({ onwards }) => onwards ?? [])),
  };
}

/** Calendar days between two instants, by their dates. */
export function daysSince(from: number, to: number): number {
  return Math.floor(to) - Math.floor(from);
}

function bandOf(values: readonly number[]): Band | null {
  return values.length === 0 ? null : band(values);
}

function stepOf(spec: ChainSpec, { station, main }: Step, chosen: readonly Told[], nth: number): CourseStep {
  const visits = chosen.flatMap((told) => {
    const step = told.steps.filter((other) => other.station === station)[nth];
    return step === undefined ? [] : [{ step, application: told.application }];
  });
  const days = (of: (step: Step) => number | null): number[] =>
    visits.flatMap(({ step, application }) => {
      const at = of(step);
      return at === null ? [] : [daysSince(application.appliedAt, at)];
    });
  const lengths = (of: (step: Step) => number | null): number[] => visits.flatMap(({ step }) => of(step) ?? []);
  const middle = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.round(band(values).p50));
  const queues = visits.flatMap(({ step: { queue } }) => queue ?? []);
  const pool = tally(queues.map((queue) => queue.pool))[0]?.to;
  const met = queues.filter((queue) => queue.pool === pool);
  const groups = visits.flatMap(({ step: { group } }) => group ?? []);
  const start = days(({ startedAt }) => startedAt);
  return {
    station,
    main,
    came: visits.length,
    began: start.length,
    left: lengths(({ leftAt }) => leftAt).length,
    arrival: band(days(({ enteredAt }) => enteredAt)),
    start: bandOf(start),
    end: bandOf(days(({ leftAt }) => leftAt)),
    waited: bandOf(lengths(({ startedAt, enteredAt }) => (startedAt === null ? null : startedAt - enteredAt))),
    lasted: bandOf(
      lengths(({ startedAt, leftAt }) => (startedAt === null || leftAt === null ? null : leftAt - startedAt)),
    ),
    queue:
      pool === undefined
        ? null
        : {
            pool,
            ahead: middle(met.map(({ ahead }) => ahead)),
            busy: middle(met.map(({ busy }) => busy)),
            capacity: middle(met.map(({ capacity }) => capacity)),
          },
    waitingHere: middle(visits.map(({ step }) => step.waitingHere)),
    group: groups.length === 0 ? null : middle(groups),
    seen: seenAt(visits),
    term: termOf(spec, station, visits),
  };
}

function seenAt(visits: readonly { readonly step: Step; readonly application: Application }[]): CourseStep['seen'] {
  const looks = visits.flatMap(({ step, application }) =>
    application.seen.filter(
      ({ station, at }) => station === step.station && at >= step.enteredAt && at <= (step.leftAt ?? Infinity),
    ),
  );
  return [...new Set(looks.map(({ attribute }) => attribute))].flatMap((attribute) => {
    const values = looks.filter((look) => look.attribute === attribute).map(({ value }) => String(value));
    const [most] = tally(values);
    return most === undefined ? [] : [{ attribute, value: Number(most.to), times: most.times }];
  });
}
