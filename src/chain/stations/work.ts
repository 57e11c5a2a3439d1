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
  const { simulation, calendar } = context;
  if (spec.duration !== undefined) {
    const duration = compileDuration(spec.duration);
    return {
      amount: (visit, uses, attempt) => duration(context.fate(visit, purpose.duration, attempt), simulation.now, uses),
      done: (_visit, amount) => simulation.now + amount,
      left: (visit) => visit.due - simulation.now,
    };
  }
  const hours = compileDuration(spec.hours ?? 0);
  const staff = context.capacity(spec.pools[0]?.pool ?? '');
  return {
    amount: (visit, uses, attempt) =>
      hours(context.fate(visit, purpose.duration, attempt), simulation.now, uses) + visit.repeatHours,
    done(_visit, amount) {
      context.worked(staff, amount);
      const perDay = staff.hoursPerDay(simulation.now);
      return perDay > 0 ? calendar.finish(simulation.now, amount / perDay) : Infinity;
    },
    left(visit) {
      const perDay = staff.hoursPerDay(visit.begunAt);
      if (perDay === 0) return visit.work;
      const left = calendar.between(simulation.now, visit.due) * perDay;
      context.worked(staff, -left);
      return left;
    },
  };
}
