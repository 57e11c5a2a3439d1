// Where the courses of one client under two scenarios part: the first step that comes at another time, and the first that is another.
import type { Application, Journey, Step } from '../measure/journey.js';

export interface Parting {
  /** The first step that both have, at another time; days later in the second, negative when earlier. */
  readonly time: { readonly station: string; readonly at: 'arrival' | 'start' | 'end'; readonly days: number } | null;
  /** The last step of her main route that both have (null: they differ from the first), and what comes after it in each: a station, or how it ended. */
  readonly route: { readonly after: string | null; readonly first: string; readonly second: string } | null;
  /** The end of bijstand where the route is the same. */
  readonly end: { readonly first: string | null; readonly second: string | null; readonly days: number | null } | null;
}

/** A difference that a clock within a day does not explain, in days. */
const noticeable = 0.5;

/** Of one application in two scenarios. */
export function parting(first: Application, second: Application, running: string): Parting {
  const [a, b] = [mainOf(first), mainOf(second)];
  const same = a.findIndex((step, index) => step.station !== b[index]?.station);
  const shared = same < 0 ? a.length : same;
  const next = (steps: readonly Step[], { reason }: Application): string => steps[shared]?.station ?? reason ?? running;
  const [after, nextFirst, nextSecond] = [a[shared - 1]?.station ?? null, next(a, first), next(b, second)];
  const route = a.length === shared && b.length === shared ? null : { after, first: nextFirst, second: nextSecond };
  const days = first.endedAt === null || second.endedAt === null ? null : second.endedAt - first.endedAt;
  const differs = first.reason !== second.reason || Math.abs(days ?? 0) > noticeable;
  return {
    time: timeOf(a.slice(0, shared), b, [first.appliedAt, second.appliedAt]),
    route,
    end: route === null && differs ? { first: first.reason, second: second.reason, days } : null,
  };
}

/** Applications of two journeys side by side; null where one has no more. */
export function paired(
  first: Journey | undefined,
  second: Journey | undefined,
): readonly (readonly [Application | null, Application | null])[] {
  const [a, b] = [first?.applications ?? [], second?.applications ?? []];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => [a[index] ?? null, b[index] ?? null]);
}

function mainOf({ steps }: Application): Step[] {
  return steps.filter(({ main, enteredAt, leftAt }) => main && leftAt !== enteredAt);
}

function timeOf(a: readonly Step[], b: readonly Step[], applied: readonly [number, number]): Parting['time'] {
  for (const [index, step] of a.entries()) {
    const other = b[index];
    if (other === undefined) return null;
    for (const [at, x, y] of [
      ['arrival', step.enteredAt, other.enteredAt],
      ['start', step.startedAt, other.startedAt],
      ['end', step.leftAt, other.leftAt],
    ] as const) {
      if (x === null || y === null) continue;
      const days = y - applied[1] - (x - applied[0]);
      if (Math.abs(days) > noticeable) return { station: step.station, at, days };
    }
  }
  return null;
}
