// Work of a service: how much of it there is, when it is done, and how much is left when it is interrupted.
import type { Visit } from '../client.js';
import { purpose } from '../../random/keys.js';
import { compileDuration, type DurationSpec } from '../spec/duration.js';
import type { DemandSpec } from '../spec/pool.js';
import type { StationContext } from '../station.js';

/** Amounts are hours of staff, or time. */
export interface Work {
  /** Draws how much there is to do; `attempt` counts draws within one visit. */
  amount(visit: Visit, uses: number, attempt: number): number;
  /** The instant at which `amount`, begun now by whoever the visit holds, is done. */
  done(visit: Visit, amount: number): number;
  /** Both at once, for work that is never interrupted. */
  end(visit: Visit, uses: number): number;
  /** What is left now of work that began at `visit.begunAt` and would be done at `visit.due`; what was not worked is taken off the account. */
  left(visit: Visit): number;
}

interface WorkSpec {
  readonly pools: readonly DemandSpec[];
  readonly hours?: DurationSpec | undefined;
  readonly duration?: DurationSpec | undefined;
}

/** The uniform of a visit decides its amount, whoever does the work. */
export function workOf(spec: WorkSpec, context: StationContext): Work {
  const { simulation, calendar, pools } = context;
  const staff = context.capacity(spec.pools[0]?.pool ?? '');
  const { pace } = staff;
  const paceOf =
    pace === undefined
      ? undefined
      : (visit: Visit): number => {
          const server = visit.request === undefined ? 0 : (pools.servers(visit.request)[0] ?? 0);
          visit.pace = pace(server, simulation.now);
          return visit.pace;
        };
  if (spec.duration !== undefined) {
    const duration = compileDuration(spec.duration);
    const differs = staff.spec.kind === 'places' ? paceOf : undefined;
    return {
      amount: (visit, uses, attempt) => duration(context.fate(visit, purpose.duration, attempt), simulation.now, uses),
      done: (visit, amount) => simulation.now + (differs === undefined ? amount : amount / differs(visit)),
      end:
        differs === undefined
          ? (visit, uses) => simulation.now + duration(context.fate(visit, purpose.duration), simulation.now, uses)
          : (visit, uses) =>
              simulation.now + duration(context.fate(visit, purpose.duration), simulation.now, uses) / differs(visit),
      left: (visit) => (visit.due - simulation.now) * (differs === undefined ? 1 : visit.pace),
    };
  }
  const hours = compileDuration(spec.hours ?? 0);
  function drawn(visit: Visit, uses: number, attempt: number): number {
    return hours(context.fate(visit, purpose.duration, attempt), simulation.now, uses) + visit.repeatHours;
  }
  function done(visit: Visit, work: number): number {
    context.worked(staff, work);
    let perDay = staff.hoursPerDay(simulation.now);
    if (paceOf !== undefined) perDay *= paceOf(visit);
    return perDay > 0 ? calendar.finish(simulation.now, work / perDay) : Infinity;
  }
  return {
    amount: drawn,
    done,
    end: (visit, uses) => done(visit, drawn(visit, uses, 0)),
    left(visit) {
      let perDay = staff.hoursPerDay(visit.begunAt);
      if (paceOf !== undefined) perDay *= visit.pace;
      if (perDay === 0) return visit.work;
      const left = calendar.between(simulation.now, visit.due) * perDay;
      context.worked(staff, -left);
      return left;
    },
  };
}
