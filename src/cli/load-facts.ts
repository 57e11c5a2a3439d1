// What is known of pools and stations before anything is calculated, in the words and units of --json and of the table.
import { isoDate, dayNumber } from '../chain/civil-date.js';
import type { LoadCourse, PoolMoment } from '../chain/load/course.js';
import { usersOf } from '../chain/load/pool-load.js';
import type { ChainSpec } from '../chain/spec/chain.js';

/** Times are dates in a chain of days, and instants in its own unit otherwise; waits are in days or that unit. */
export interface PoolFacts {
  readonly pool: string;
  readonly naam: string;
  readonly stations: readonly string[];
  readonly plaatsenBegin: number;
  readonly belastingBegin: number | null;
  readonly belastingHoogst: number | null;
  readonly hoogstOp: string | number;
  /** The first instant with as much work as capacity or more, and the first after it with less; null when there is none. */
  readonly volVanaf: string | number | null;
  readonly volTot: string | number | null;
  readonly wachttijdBegin: number | null;
  readonly wachttijdHoogst: number | null;
  /** Part of those who come that finds the pool full or loses patience, and goes elsewhere. */
  readonly nietTerechtBegin: number;
  readonly nietTerechtHoogst: number;
  /** Clients a month (or a unit of time) by which the queue grows at most, and how many overload leaves waiting at the end. */
  readonly groei: number;
  readonly wachtrijEind: number;
  /** How long whoever comes at the end waits for that queue. */
  readonly wachttijdEind: number | null;
  readonly zonderFormule: string | null;
  readonly verloop: readonly {
    readonly op: string | number;
    readonly belasting: number | null;
    readonly wachttijd: number | null;
    readonly wachtrij: number;
  }[];
}

export interface StationFacts {
  readonly station: string;
  readonly naam: string;
  /** Visits a year (or a unit of time); null where a loop keeps everybody. */
  readonly bezoekenBegin: number | null;
  readonly bezoekenHoogst: number | null;
  readonly hoogstOp: string | number;
}

export interface LoadFacts {
  readonly pools: readonly PoolFacts[];
  readonly stations: readonly StationFacts[];
  readonly lussen: readonly (readonly string[])[];
}

const reasons = {
  groups: 'er wordt in groepen begonnen',
  'several pools': 'een bezoek vraagt meer dan één plaats of pool',
  rhythm: 'de plaatsen zijn er op vaste tijden',
  blocking: 'wie klaar is wacht tot er verderop plaats is',
  balking: 'wie komt kijkt eerst hoe druk het is',
  mixed: 'niet ieder station aan de pool wacht op dezelfde manier',
} as const;

const daysPerYear = 365.25;

export function perMonth({ run }: ChainSpec): number {
  return run.unit === 'days' ? daysPerYear / 12 : 1;
}

/** JSON has no Infinity. */
function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}

function highest<T>(items: readonly T[], of: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || of(item) > of(best) ? item : best),
    undefined,
  );
}

/** Who finds a pool full or loses patience there, as a part of those who come. */
function turnedAway({ figures }: PoolMoment): number {
  return figures === undefined ? 0 : figures.refused + figures.impatient;
}

/** Facts of pools that anybody comes to, and of every station. */
export function loadFacts(spec: ChainSpec, course: LoadCourse): LoadFacts {
  const start = dayNumber(spec.run.start);
  const when = (time: number): string | number => (spec.run.unit === 'days' ? isoDate(start + time) : time);
  const perYear = spec.run.unit === 'days' ? daysPerYear : 1;
  const pools = course.pools
    .filter(({ moments }) => moments.some(({ arrivals }) => arrivals > 0))
    .map(({ id, moments, queueAtEnd, waitAtEnd }): PoolFacts => {
      const first = moments[0];
      const peak = highest(moments, ({ load }) => load);
      const from = moments.findIndex(({ load }) => load >= 1);
      const until = moments.find(({ load }, index) => from >= 0 && index > from && load < 1);
      const without = moments.find((moment) => moment.without !== undefined)?.without;
      return {
        pool: id,
        naam: spec.pools[id]?.label ?? id,
        stations: usersOf(spec, id).map(([station]) => station),
        plaatsenBegin: first?.servers ?? 0,
        belastingBegin: finite(first?.load),
        belastingHoogst: finite(peak?.load),
        hoogstOp: when(peak?.time ?? 0),
        volVanaf: from < 0 ? null : when(moments[from]?.time ?? 0),
        volTot: until === undefined ? null : when(until.time),
        wachttijdBegin: finite(first?.wait),
        wachttijdHoogst: finite(highest([...moments.map(({ wait }) => wait), waitAtEnd], (wait) => wait ?? -1)),
        nietTerechtBegin: first === undefined ? 0 : turnedAway(first),
        nietTerechtHoogst: Math.max(0, ...moments.map(turnedAway)),
        groei: Math.max(0, ...moments.map(({ growth }) => growth)) * perMonth(spec),
        wachtrijEind: queueAtEnd,
        wachttijdEind: finite(waitAtEnd),
        zonderFormule: without === undefined ? null : reasons[without],
        verloop: moments.map(({ time, load, wait, queue }) => ({
          op: when(time),
          belasting: finite(load),
          wachttijd: finite(wait),
          wachtrij: queue,
        })),
      };
    });
  const stations = course.stations.map(({ id, visits }): StationFacts => {
    const peak = highest([...visits.entries()], ([, rate]) => rate) ?? [0, 0];
    return {
      station: id,
      naam: spec.stations[id]?.label ?? id,
      bezoekenBegin: finite((visits[0] ?? 0) * perYear),
      bezoekenHoogst: finite(peak[1] * perYear),
      hoogstOp: when(course.instants[peak[0]] ?? 0),
    };
  });
  return { pools, stations, lussen: course.traps };
}
