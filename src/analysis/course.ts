// The typical course of a client over draws: the route taken most often, and when each of its steps comes.
import type { ChainSpec } from '../chain/spec/chain.js';
import type { Application, Step } from '../measure/journey.js';
import { band, type Band } from './bands.js';
import { termOf, type Term, type VisitOf } from './term.js';

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
  /** How often she came here again; only of what runs beside the route, of which the first time is told. */
  readonly again: number;
  /** Where the other draws went that had come as far as the step before. */
  readonly elsewhere: Tally;
}

/** Where she went (a station, what ended it, or that it still runs) and how often, most often first. */
export type Tally = readonly { readonly to: string; readonly times: number }[];

export interface Course {
  readonly draws: number;
  /** Draws that took this route as far as it is told. */
  readonly times: number;
  readonly steps: readonly CourseStep[];
  readonly granted: Band | null;
  readonly grantedTimes: number;
  /** What came next in these draws: the end, or where they part too much for one story; with more than one name it is left open. */
  readonly after: Tally;
  /** The day of the end, when all of these draws end in the same way. */
  readonly end: Band | null;
  /** The story stops because the source says no more, not because the draws part. */
  readonly isOpen: boolean;
}

export interface CourseOptions {
  /** The story stops when this station has been left, because the source does not say more. */
  readonly openAfter?: string | undefined;
}

/** Still under way when the run ended. */
export const running = 'loopt';

/** A step is told when this part of all draws takes it: fewer have no typical course in common. */
const enough = 1 / 3;

interface Told {
  readonly application: Application;
  readonly main: readonly Step[];
  readonly sides: readonly Step[];
  /** What comes after the last step. */
  readonly after: string;
  readonly isOpen: boolean;
}

/** Steps in which time may pass or somebody is met; those after the open one are left out. */
function tell(spec: ChainSpec, application: Application, openAfter: string | undefined): Told {
  const shown = application.steps.filter(({ station }) => {
    const declared = spec.stations[station];
    if (declared === undefined) return false;
    return declared.kind !== 'router' || declared.meets !== undefined || declared.after !== undefined;
  });
  const main = shown.filter((step) => step.main);
  const sides = shown.filter((step) => !step.main);
  const last = openAfter === undefined ? undefined : main.find(({ station }) => station === openAfter);
  if (last === undefined) return { application, main, sides, after: application.reason ?? running, isOpen: false };
  const until = last.leftAt ?? Infinity;
  return {
    application,
    main: main.slice(0, main.indexOf(last) + 1),
    sides: sides.filter(({ enteredAt }) => enteredAt <= until),
    after: main[main.indexOf(last) + 1]?.station ?? (last.leftAt === null ? running : (application.reason ?? running)),
    isOpen: true,
  };
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
  const draws = applications.length;
  const steps: CourseStep[] = [];
  let together = applications.map((application) => tell(spec, application, openAfter));
  let after: Tally = [];
  for (let turn = 0; ; turn += 1) {
    const nameOf = ({ main, after: last }: Told): string => main[turn]?.station ?? last;
    after = tally(together.map(nameOf));
    const [most, ...others] = after;
    const going = together.filter((one) => one.main[turn] !== undefined && nameOf(one) === most?.to);
    if (going.length === 0 || going.length < draws * enough) break;
    together = going;
    const visits = going.map(({ main, application }) => ({ step: main[turn]!, application }));
    steps.push({ ...stepOf(spec, visits), elsewhere: others, again: 0 });
  }
  const granted = together.flatMap(({ application: { grantedAt, appliedAt } }) =>
    grantedAt === null ? [] : [daysSince(appliedAt, grantedAt)],
  );
  const ended = together.flatMap(({ application: { endedAt, appliedAt } }) =>
    endedAt === null ? [] : [daysSince(appliedAt, endedAt)],
  );
  const isOpen = together.some((one) => one.isOpen);
  return {
    draws,
    times: together.length,
    steps: withSides(steps, sidesOf(spec, together, draws)),
    granted: bandOf(granted),
    grantedTimes: granted.length,
    after,
    end: isOpen || after.length !== 1 ? null : bandOf(ended),
    isOpen,
  };
}

/** What runs beside the route: the first time at each station, with how often it comes back. */
function sidesOf(spec: ChainSpec, told: readonly Told[], draws: number): CourseStep[] {
  const found = new Map<string, { visits: VisitOf[]; again: number[] }>();
  for (const { sides, application } of told) {
    for (const station of new Set(sides.map((step) => step.station))) {
      const here = sides.filter((step) => step.station === station);
      const known = found.get(station) ?? { visits: [], again: [] };
      found.set(station, known);
      known.visits.push({ step: here[0]!, application });
      known.again.push(here.length - 1);
    }
  }
  return [...found.values()]
    .filter(({ visits }) => visits.length >= draws * enough)
    .map(({ visits, again }) => ({ ...stepOf(spec, visits), elsewhere: [], again: Math.round(band(again).p50) }));
}

function beginOf({ start, arrival }: CourseStep): number {
  return (start ?? arrival).p50;
}

function withSides(steps: readonly CourseStep[], sides: readonly CourseStep[]): CourseStep[] {
  const all = [...steps];
  for (const side of sides) {
    const next = all.findIndex((step) => beginOf(step) > beginOf(side));
    all.splice(next < 0 ? all.length : next, 0, side);
  }
  return all;
}

/** Calendar days between two instants, by their dates. */
export function daysSince(from: number, to: number): number {
  return Math.floor(to) - Math.floor(from);
}

function bandOf(values: readonly number[]): Band | null {
  return values.length === 0 ? null : band(values);
}

function stepOf(spec: ChainSpec, visits: readonly VisitOf[]): Omit<CourseStep, 'elsewhere' | 'again'> {
  const [first] = visits;
  if (first === undefined) throw new Error('a step that nobody took');
  const { station, main } = first.step;
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

function seenAt(visits: readonly VisitOf[]): CourseStep['seen'] {
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
