// geld and uitkeringsjaren: euros per month, by what they are spent on, and the time on benefit that they pay for.
import { dayNumber } from '../../chain/civil-date.js';
import type { Run } from '../../chain/simulate-chain.js';
import { amountAt } from '../../chain/spec/amount.js';
import type { MoneySpec } from '../../chain/spec/money.js';
import { staffing } from '../../chain/staffing.js';
import type { Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { benefitCosts } from '../benefit-costs.js';
import { costsOver, pricePerDay, priceLevels } from '../prices.js';
import { programmeCosts } from '../programme-costs.js';

interface Row {
  readonly place: string | null;
  readonly group: string | null;
}

/** The rows of `geld`, in the order in which they are written: the total first. Income is no part of the total. */
function rowsOf({ staff, programmes, budgets, income }: MoneySpec): Row[] {
  const named = (group: string, of: Readonly<Record<string, unknown>> | undefined): Row[] =>
    Object.keys(of ?? {}).map((place) => ({ place, group }));
  return [
    { place: null, group: null },
    { place: null, group: 'uitkering' },
    ...named('personeel', staff?.pools),
    ...named('programma', programmes),
    ...named('extra', budgets),
    ...(income === undefined ? [] : [{ place: null, group: 'rijksbudget' }]),
  ];
}

/** Costs of staff per pool: who is employed times the wage of the day, and a sum for every vacancy that was filled. */
function staffCosts({ spec, periods }: Frame, money: MoneySpec, levels: Float64Array): Float64Array[] {
  const { months, month } = periods;
  const { pools = {}, overhead = 0, perNewFte = 0 } = money.staff ?? {};
  return Object.entries(pools).map(([id, { perFte, besidesFte = 0 }]) => {
    const pool = spec.pools[id];
    if (pool === undefined || pool.kind === 'places') return new Float64Array(months.length);
    const { employed, hires } = staffing(pool.fte, pool.recruitment);
    const wages = pricePerDay(perFte, levels).map((wage, day) => wage * (1 + amountAt(overhead, day)));
    const costs = costsOver(employed, wages, months);
    for (const [column, euro] of costsOver(besidesFte, wages, months).entries()) costs[column]! += euro;
    for (const { at, fte } of hires) {
      const column = month(Math.max(0, at));
      if (column < months.length) costs[column]! += fte * amountAt(perNewFte, at) * (levels[Math.floor(at)] ?? 1);
    }
    return costs;
  });
}

/** All that needs no clients is known before the run; it is worked out when the run is over. */
function record(frame: Frame, money: MoneySpec, run: Run): Recorder {
  const { spec, periods } = frame;
  const { months, until } = periods;
  const days = Math.ceil(until);
  const reference = dayNumber(money.pricesOf) - dayNumber(spec.run.start);
  const prices = priceLevels(money.priceGrowthPerYear, reference, days);
  const wages = priceLevels(money.wageGrowthPerYear, reference, days);
  const flat = new Float64Array(days).fill(1);
  const benefits = benefitCosts(frame, money, run, prices);
  const programmes = programmeCosts(frame, money, wages);
  return {
    observer: { ...programmes.observer, ...benefits.observer },
    write(into, at) {
      const spent = [
        benefits.costs(),
        ...staffCosts(frame, money, wages),
        ...programmes.costs(),
        ...Object.values(money.budgets ?? {}).map(({ perYear }) => costsOver(1, pricePerDay(perYear, flat), months)),
      ];
      const total = Float64Array.from(months, (_, column) => spent.reduce((sum, row) => sum + row[column]!, 0));
      const { income } = money;
      const received =
        income === undefined ? [] : [costsOver(income.volume, pricePerDay(income.perYear, prices), months)];
      let next = at;
      for (const row of [total, ...spent, ...received, benefits.years()]) {
        into.set(row, next);
        next += months.length;
      }
    },
  };
}

export const geld: MeasureKind = {
  texts: [
    {
      id: 'geld',
      unit: 'euro',
      label: 'Kosten',
      better: 'lager',
      explanation:
        'Lasten per maand: uitkeringen, personeel per team, programma’s per station en extra budgetten, en het totaal daarvan. Het rijksbudget staat apart en telt niet mee in het totaal.',
    },
    {
      id: 'uitkeringsjaren',
      unit: 'jaren',
      label: 'Uitkeringsjaren',
      better: 'lager',
      explanation: 'Tijd dat toegekende uitkeringen in de maand liepen, in jaren van 365,25 dagen.',
    },
  ],
  open(frame) {
    const { money, spells } = frame.spec;
    if (money === undefined || spells === undefined || frame.periods.isOwn) return undefined;
    const { months } = frame.periods;
    return {
      series: [
        ...rowsOf(money).flatMap(({ place, group }) =>
          months.map(({ period }) => ({ measure: 'geld', place, group, period, unit: 'euro' })),
        ),
        ...months.map(({ period }) => ({
          measure: 'uitkeringsjaren',
          place: null,
          group: null,
          period,
          unit: 'jaren',
        })),
      ],
      record: (run) => record(frame, money, run),
    };
  },
};
