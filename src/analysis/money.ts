// What a scenario costs beside the base: per year, added up, when it has paid for itself, and per uitkering-year that it avoids.
import { band } from './bands.js';
import { estimate, type Estimate } from './estimate.js';
import { interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { addMonths, monthRange } from './month.js';
import { pairedDifference } from './paired.js';
import { ratioInterval } from './ratio.js';

/** Euro. What is spent on, and the sum; Dutch, because they are fields of the published document. */
export interface Costs {
  uitkering: Estimate;
  personeel: Estimate;
  programma: Estimate;
  extra: Estimate;
  totaal: Estimate;
}

export interface ScenarioMoney {
  /** Per year of twelve months from the start of the ambition, in euro. */
  jaren: { periode: string; kosten: Costs; verschil: Costs }[];
  /** Against the base over all these years together, in euro, and the total per year. */
  verschil: Costs;
  verschilPerJaar: Estimate;
  /** The total difference added up to the end of each month, in euro over draws. */
  cumulatief: { maand: string; gemiddelde: number; p10: number; p90: number }[];
  terugverdienen: PaidBack;
  vermedenUitkeringsjaren: Estimate;
  /** Extra costs other than uitkeringen per uitkering-year avoided; null when it cannot be said, for the reason in `reden`. */
  perVermedenUitkeringsjaar: (Estimate & { reden: null }) | { gemiddelde: null; marge: null; reden: string };
  /** What comes from the national budget minus uitkeringen, over all years; null without such a budget. */
  saldoRijksbudget: Estimate | null;
}

export interface PaidBack {
  /** Of the mean: never dearer, dearer first and then paid back, not within the run, or no difference at all. */
  soort: 'geen verschil' | 'nooit duurder' | 'terugverdiend' | 'niet binnen de doorrekening';
  /** The first month from which the added-up mean difference is 0 or less and stays so; only when paid back. */
  maand: string | null;
  /** Share of draws (0–1) that end at 0 or below. */
  aandeelDoorrekeningen: number;
  /** The same month over draws: a tenth, half and nine tenths of them are there; null: not within the run. */
  p10: string | null;
  p50: string | null;
  p90: string | null;
}

const groups = ['uitkering', 'personeel', 'programma', 'extra'] as const;
type Group = (typeof groups)[number];

/** Half a euro over years is rounding. */
const negligible = 0.5;

/** Euros of a group per draw in a period of months; 0 where the chain has nothing of it. */
function spent(lookup: Lookup, scenario: number, group: Group, period: string): Float64Array {
  const place = group === 'uitkering' ? null : '*';
  const found = lookup.sum(scenario, { measure: 'geld', place, group, unit: 'euro' }, period);
  return found ?? new Float64Array(lookup.results.draws);
}

function added(rows: readonly ArrayLike<number>[], draws: number): Float64Array {
  return Float64Array.from({ length: draws }, (_, draw) => rows.reduce((sum, row) => sum + (row[draw] ?? NaN), 0));
}

function costsOf(of: (group: Group) => Float64Array, draws: number): Costs {
  const rows = groups.map(of);
  const [uitkering, personeel, programma, extra] = rows.map((row) => estimate(interval(row))) as [
    Estimate,
    Estimate,
    Estimate,
    Estimate,
  ];
  return { uitkering, personeel, programma, extra, totaal: estimate(interval(added(rows, draws))) };
}

/**
 * Position of the first month from which a running sum is 0 or less and stays so: 0 when it never was more, Infinity when it ends above 0.
 */
export function paidBackAt(running: readonly number[]): number {
  const last = running.findLastIndex((sum) => sum > negligible);
  return last === running.length - 1 ? Infinity : last + 1;
}

function paidBack(running: readonly Float64Array[], mean: readonly number[], months: readonly string[]): PaidBack {
  const draws = running[0]?.length ?? 0;
  const perDraw = Array.from({ length: draws }, (_, draw) => running.map((row) => row[draw] ?? NaN));
  const nothing = perDraw.every((sums) => sums.every((sum) => Math.abs(sum) <= negligible));
  const at = paidBackAt(mean);
  const sorted = perDraw.map(paidBackAt).sort((a, b) => a - b);
  // Between a month and never lies never, so months are counted, not interpolated.
  const monthAt = (p: number): string | null => {
    const position = sorted[Math.min(draws - 1, Math.floor(p * draws))] ?? Infinity;
    return months[position] ?? null;
  };
  return {
    soort: nothing
      ? 'geen verschil'
      : at === 0
        ? 'nooit duurder'
        : at === Infinity
          ? 'niet binnen de doorrekening'
          : 'terugverdiend',
    maand: !nothing && at > 0 ? (months[at] ?? null) : null,
    aandeelDoorrekeningen: sorted.filter(Number.isFinite).length / draws,
    p10: monthAt(0.1),
    p50: monthAt(0.5),
    p90: monthAt(0.9),
  };
}

/** Undefined sums say why: nothing avoided, or so little that the sign is not sure. */
function perAvoided(cost: Float64Array, avoided: Float64Array): ScenarioMoney['perVermedenUitkeringsjaar'] {
  const years = interval(avoided);
  const refused = (reden: string) => ({ gemiddelde: null, marge: null, reden });
  if (years === null || years.mean <= 0) return refused('er worden geen uitkeringsjaren vermeden');
  if (years.mean <= (years.halfWidth ?? 0)) return refused('het is niet zeker dat er uitkeringsjaren worden vermeden');
  return { ...estimate(ratioInterval(cost, avoided)), reden: null };
}

export interface MoneyOptions {
  readonly scenario: number;
  readonly base: number;
  /** Months of the ambition: counted from the first day of `start` until the first day of `end`. */
  readonly start: string;
  readonly end: string;
}

/** Null when the run counted no money. */
export function moneyOf(lookup: Lookup, { scenario, base, start, end }: MoneyOptions): ScenarioMoney | null {
  const months = monthRange(start, addMonths(end, -1));
  const { draws } = lookup.results;
  if (lookup.all('geld').length === 0 || months.length === 0) return null;
  const whole = `${start}..${addMonths(end, -1)}`;
  const between = (group: Group, period: string): Float64Array =>
    pairedDifference(spent(lookup, scenario, group, period), spent(lookup, base, group, period));
  const years = Array.from({ length: Math.ceil(months.length / 12) }, (_, year) => {
    const first = addMonths(start, 12 * year);
    const last = months[Math.min(12 * year + 11, months.length - 1)] ?? first;
    return `${first}..${last}`;
  });
  const running: Float64Array[] = [];
  for (const month of months) {
    const now = added(groups.map((group) => between(group, month)), draws); // prettier-ignore
    running.push(added([...running.slice(-1), now], draws));
  }
  const mean = running.map((row) => estimate(interval(row)).gemiddelde);
  const total = running.at(-1) ?? new Float64Array(draws);
  const other = added(groups.slice(1).map((group) => between(group, whole)), draws); // prettier-ignore
  const time = { measure: 'uitkeringsjaren', place: null, group: null, unit: 'jaren' };
  const none = new Float64Array(draws);
  const avoided = pairedDifference(lookup.sum(base, time, whole) ?? none, lookup.sum(scenario, time, whole) ?? none);
  const budget = lookup.sum(scenario, { measure: 'geld', place: null, group: 'rijksbudget', unit: 'euro' }, whole);
  const hasBudget = budget?.some((euro) => euro > 0) === true;
  return {
    jaren: years.map((periode) => ({
      periode,
      kosten: costsOf((group) => spent(lookup, scenario, group, periode), draws),
      verschil: costsOf((group) => between(group, periode), draws),
    })),
    verschil: costsOf((group) => between(group, whole), draws),
    verschilPerJaar: estimate(interval(total.map((euro) => (12 * euro) / months.length))),
    cumulatief: months.map((maand, i) => {
      const { p10, p90 } = band(running[i] ?? none);
      return { maand, gemiddelde: mean[i] ?? NaN, p10, p90 };
    }),
    terugverdienen: paidBack(running, mean, months),
    vermedenUitkeringsjaren: estimate(interval(avoided)),
    perVermedenUitkeringsjaar: perAvoided(other, avoided),
    saldoRijksbudget: hasBudget
      ? estimate(interval(pairedDifference(budget, spent(lookup, scenario, 'uitkering', whole))))
      : null,
  };
}
