// Prices over the days of a run, and what runs cost that begin and end at any moment: exact sums without walking over days.
import { amountAt, breakpoints, type Amount } from '../chain/spec/amount.js';
import type { Span } from './periods.js';

const daysPerYear = 365.25;

/** The price level of every day: 1 on day `reference`, and grown a day's part of `growth` (a share per year) at every midnight. */
export function priceLevels(growth: Amount, reference: number, days: number): Float64Array {
  const step = (day: number): number => Math.log1p(amountAt(growth, day)) / daysPerYear;
  const levels = new Float64Array(days);
  let log = 0;
  for (let day = 0; day < reference; day += 1) log -= step(day);
  for (let day = reference; day < 0; day += 1) log += step(day);
  for (let day = 0; day < days; day += 1) {
    levels[day] = Math.exp(log);
    log += step(day);
  }
  return levels;
}

/** What one unit costs per day: an amount per year times a level. */
export function pricePerDay(perYear: Amount, levels: Float64Array): Float64Array {
  return levels.map((level, day) => (amountAt(perYear, day) * level) / daysPerYear);
}

/** Running total of a price that holds from midnight to midnight. */
export class Account {
  private readonly totals: Float64Array;
  private readonly days: Float64Array;

  constructor(perDay: Float64Array) {
    this.days = perDay;
    this.totals = new Float64Array(perDay.length + 1);
    for (const [day, price] of perDay.entries()) this.totals[day + 1] = this.totals[day]! + price;
  }

  /** What one unit cost from the start of the run until `time`, at most its end. */
  until(time: number): number {
    const day = Math.min(Math.floor(time), this.days.length);
    return this.totals[day]! + (time - day) * (this.days[day] ?? 0);
  }
}

/** Costs per span of a number that jumps: every unit that begins or ends is booked once, however long it runs. */
export class Runs {
  private readonly account: Account;
  private readonly spans: readonly Span[];
  private readonly part: Float64Array;
  private readonly whole: Float64Array;
  private readonly spanAt: (time: number) => number;

  constructor(account: Account, spans: readonly Span[], spanAt: (time: number) => number) {
    this.account = account;
    this.spans = spans;
    this.spanAt = spanAt;
    this.part = new Float64Array(spans.length + 1);
    this.whole = new Float64Array(spans.length + 2);
  }

  /** `units` more (or fewer) from `time` on; before the start of the run counts as its start. */
  change(units: number, time: number): void {
    const from = Math.max(0, time);
    const span = this.spanAt(from);
    const end = this.spans[span]?.to;
    if (end === undefined) return;
    this.part[span]! += units * (this.account.until(end) - this.account.until(from));
    this.whole[span + 1]! += units;
  }

  /** Costs per span. */
  costs(): Float64Array {
    let running = 0;
    return Float64Array.from(this.spans, ({ from, to }, span) => {
      running += this.whole[span]!;
      return this.part[span]! + running * (this.account.until(to) - this.account.until(from));
    });
  }
}

/**
 * The integral of `amount` times the price of the day, per span; exact for amounts that are straight between their points. What is level in a
 * span is taken in one go, so that a change later on moves no bit of it.
 */
export function costsOver(amount: Amount, perDay: Float64Array, spans: readonly Span[]): Float64Array {
  const account = new Account(perDay);
  const bends = breakpoints(amount);
  return Float64Array.from(spans, ({ from, to }) => {
    const cuts = [...new Set([from, ...bends.filter((time) => time > from && time < to), to])].sort((a, b) => a - b);
    let sum = 0;
    for (const [index, begin] of cuts.entries()) {
      const end = cuts[index + 1];
      if (end !== undefined) sum += costOfStretch(amount, account, begin, end);
    }
    return sum;
  });
}

/** Over a stretch without a bend inside. */
function costOfStretch(amount: Amount, account: Account, begin: number, end: number): number {
  const middle = amountAt(amount, (begin + end) / 2);
  if (middle === amountAt(amount, begin)) return middle * (account.until(end) - account.until(begin));
  let sum = 0;
  for (let from = begin; from < end;) {
    const to = Math.min(end, Math.floor(from) + 1);
    sum += amountAt(amount, (from + to) / 2) * (account.until(to) - account.until(from));
    from = to;
  }
  return sum;
}
