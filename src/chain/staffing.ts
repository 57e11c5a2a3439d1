// Fte as declared, as employed and as productive: open vacancies, people who learn the work, and people moved between pools.
import { amountAt, type Amount } from './spec/amount.js';
import { daysPerMonth } from './spec/duration.js';
import type { RecruitmentSpec } from './spec/pool.js';

export interface Staffing {
  /** Who is there and is paid: declared fte without open vacancies. */
  readonly employed: Amount;
  /** What they can do: whoever learns the work counts for a part. */
  readonly productive: Amount;
  /** Vacancies that were filled, in order of time. */
  readonly hires: readonly { readonly at: number; readonly fte: number }[];
}

/** A change of fte at an instant; slopes are followed once a day. */
interface Step {
  readonly at: number;
  readonly change: number;
}

/** People who came at the same time, from the vacancy to their leaving. */
interface Cohort {
  size: number;
  readonly asked: number;
  readonly hired: number;
  readonly learned: number;
  readonly recruited: boolean;
  until: number;
}

const negligible = 1e-9;

function stepsOf(amount: Amount, sign: 1 | -1): Step[] {
  if (typeof amount === 'number') return [];
  const steps: Step[] = [];
  for (const [index, { at, value }] of amount.timed.entries()) {
    const next = amount.timed[index + 1];
    if (next === undefined || next.value === value) continue;
    let before = value;
    for (let day = Math.floor(at) + 1; day < next.at; day += 1) {
      const now = value + ((next.value - value) * (day - at)) / (next.at - at);
      steps.push({ at: day, change: sign * (now - before) });
      before = now;
    }
    steps.push({ at: next.at, change: sign * (next.value - before) });
  }
  return steps;
}

function summed(steps: readonly Step[]): Step[] {
  const byTime = new Map<number, number>();
  for (const { at, change } of steps) byTime.set(at, (byTime.get(at) ?? 0) + change);
  return [...byTime].map(([at, change]) => ({ at, change })).filter(({ change }) => Math.abs(change) > negligible);
}

/** Takes `size` fte out of the cohorts, who came last first; what they could not give is returned. A part that leaves is a cohort of its own. */
function leave(cohorts: Cohort[], size: number, at: number, recruited: boolean): number {
  let left = size;
  const present = cohorts.filter((cohort) => cohort.recruited === recruited && cohort.until === Infinity).reverse();
  for (const cohort of present) {
    if (left <= negligible) break;
    if (cohort.size > left + negligible) {
      cohort.size -= left;
      cohorts.push({ ...cohort, size: left, until: at });
      return 0;
    }
    cohort.until = at;
    left -= cohort.size;
  }
  return left > negligible ? left : 0;
}

/** The sum of `begin`, the steps up to each instant, and the cohorts that are there, each times its `part`; straight between instants. */
function course(
  begin: number,
  core: readonly Step[],
  cohorts: readonly Cohort[],
  part: (cohort: Cohort, time: number) => number,
): Amount {
  const there = cohorts.filter(({ hired, until }) => hired < until);
  const bends = there.flatMap(({ hired, learned, until }) => [hired, Math.min(learned, until), until]);
  const times = [...new Set([...core.map(({ at }) => at), ...bends])].filter(Number.isFinite).sort((a, b) => a - b);
  const at = (time: number, isThere: (from: number, until: number) => boolean): number => {
    const steps = core.filter((step) => isThere(step.at, Infinity)).reduce((sum, { change }) => sum + change, begin);
    return there
      .filter(({ hired, until }) => isThere(hired, until))
      .reduce((sum, cohort) => sum + cohort.size * part(cohort, time), steps);
  };
  const timed = times.flatMap((time) => {
    const before = at(time, (from, until) => from < time && time <= until);
    const after = at(time, (from, until) => from <= time && time < until);
    return before === after ? [{ at: time, value: after }] : [before, after].map((value) => ({ at: time, value }));
  });
  return timed.length === 0 ? begin : { timed };
}

/**
 * The course of a team of `fte` under `recruitment`. A rise of fte opens vacancies: they are filled after `delayMonths`, and whoever comes grows
 * in `learningMonths` in a straight line from nothing to full productivity. A fall takes effect at once: open vacancies and who came last go
 * first. `moved` is the part of `fte` that another pool lends (negative: that is lent to one): its rises need no vacancy, and who comes back to
 * work she did before has nothing to learn. Fte that are there from the first are fully productive. Without rises the course is `fte` itself.
 */
export function staffing(fte: Amount, recruitment: RecruitmentSpec | undefined): Staffing {
  const moved = recruitment?.moved ?? 0;
  if (recruitment === undefined || (typeof fte === 'number' && typeof moved === 'number')) {
    return { employed: fte, productive: fte, hires: [] };
  }
  const changes = [
    ...summed([...stepsOf(fte, 1), ...stepsOf(moved, -1)]).map((step) => ({ ...step, recruited: true })),
    ...summed(stepsOf(moved, 1)).map((step) => ({ ...step, recruited: false })),
  ].sort((a, b) => a.at - b.at || a.change - b.change);
  const cohorts: Cohort[] = [];
  const core: Step[] = [];
  let lent = 0;
  for (const { at, change, recruited } of changes) {
    if (change < 0) {
      const left = leave(cohorts, -change, at, recruited);
      if (left > 0) core.push({ at, change: -left });
      if (!recruited) lent += left;
      continue;
    }
    const back = recruited ? 0 : Math.min(lent, change);
    lent -= back;
    if (back > 0) core.push({ at, change: back });
    if (change - back <= negligible) continue;
    const hired = at + (recruited ? amountAt(recruitment.delayMonths, at) * daysPerMonth : 0);
    const learned = hired + amountAt(recruitment.learningMonths, at) * daysPerMonth;
    cohorts.push({ size: change - back, asked: at, hired, learned, recruited, until: Infinity });
  }
  const hires = cohorts
    .filter(({ recruited, hired, until }) => recruited && hired < until)
    .map(({ hired, size }) => ({ at: hired, fte: size }))
    .sort((a, b) => a.at - b.at);
  if (cohorts.every(({ asked, learned }) => asked === learned)) return { employed: fte, productive: fte, hires };
  const begin = amountAt(fte, -Infinity);
  return {
    employed: course(begin, core, cohorts, () => 1),
    productive: course(begin, core, cohorts, ({ hired, learned }, time) =>
      time >= learned ? 1 : (time - hired) / (learned - hired),
    ),
    hires,
  };
}
