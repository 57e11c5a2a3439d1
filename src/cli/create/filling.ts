// What the templates of a new organisation are filled with: its name, its dates and its numbers, as text in Dutch.
import { addMonths, monthsBetween } from '../../analysis/month.js';
import { dayNumber } from '../../chain/civil-date.js';
import { amountAt } from '../../chain/spec/amount.js';
import type { Filling } from '../../files/template.js';
import { longDate } from '../../scenario/dates.js';
import { trendFactors, type Quarter } from '../../scenario/trend.js';
import type { Flows } from './flows.js';
import { sizeOf } from './size.js';

const grouped = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });

/** Three significant figures for amounts that may be small, whole numbers from a hundred; no separator of thousands, a comma for the decimals. */
function figure(value: number): string {
  const rounded = value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return String(rounded).replace('.', ',');
}

/** The ends of a range around a number, as a part of it. */
function band(name: string, value: number, part: number): [string, string][] {
  return [
    [`${name}.laag`, figure(value * (1 - part))],
    [`${name}.hoog`, figure(value * (1 + part))],
  ];
}

function ranged(name: string, value: number, part: number): [string, string][] {
  return [[name, figure(value)], ...band(name, value, part)];
}

/** How far the national factors are from 1 on average in the first year that is measured. */
function trendLevels(first: string, quarters: readonly Quarter[]): { inflow: number; outflow: number } {
  const start = `${first}-01`;
  const factors = trendFactors({ mode: 'gerealiseerd', quarters }, start, {
    inflowLevel: 1,
    outflowLevel: 1,
    sensitivity: 1,
  });
  const mean = (factor: typeof factors.inflow): number => {
    const middles = Array.from(
      { length: 12 },
      (_, month) => dayNumber(`${addMonths(first, month)}-15`) - dayNumber(start),
    );
    return middles.reduce((sum, day) => sum + amountAt(factor, day), 0) / middles.length;
  };
  return { inflow: mean(factors.inflow), outflow: mean(factors.outflow) };
}

export function fillingOf(name: string, label: string, flows: Flows, quarters: readonly Quarter[]): Filling {
  const { first, last, volume, inflow, outflow, sources } = flows;
  const size = sizeOf(flows);
  const trend = trendLevels(first, quarters);
  // Four whole years after the last count, and one more so that what began late can be followed.
  const years = Math.ceil((monthsBetween(first, last) + 1) / 12) + 4;
  const from = `${addMonths(last, 7)}-01`;
  const words = (date: string): string => longDate(dayNumber(date));
  return new Map([
    ['naam', name],
    ['label', label],
    ['begin', `${addMonths(first, -12)}-01`],
    ['begin.woorden', words(`${addMonths(first, -12)}-01`)],
    ['meten', `${first}-01`],
    ['meten.woorden', words(`${first}-01`)],
    ['meten.maand', first],
    ['einde', `${addMonths(first, 12 * (years + 1))}-01`],
    ['jaren', String(years)],
    ['vanaf', from],
    ['vanaf.woorden', words(from)],
    ['status', flows.counted ? 'afgeleid' : 'aanname'],
    ['herkomst.volume', sources.volume],
    ['herkomst.instroom', sources.inflow],
    ['herkomst.uitstroom', sources.outflow],
    ['trend.instroom', String(Number((1 / trend.inflow).toPrecision(4))).replace('.', ',')],
    ['trend.uitstroom', String(Number((1 / trend.outflow).toPrecision(4))).replace('.', ',')],
    ...ranged('voorraad', size.stock, 0.03),
    ...ranged('aanvragen', size.applications, 0.08),
    ...ranged('niveau', size.exitLevel, 0.08),
    ...ranged('inkomen.fte', size.incomeStaff, 0.3),
    ...ranged('werk.fte', size.workStaff, 0.3),
    ...ranged('plaatsen', Math.ceil(size.places), 0.3),
    ...ranged('oproepen', Math.ceil(size.calls), 0.5),
    ...band('stand', volume, 0.03),
    ...band('instroom', inflow, 0.08),
    ...band('uitstroom', outflow, 0.08),
    ['stap.aanvragen', figure(size.applications * 0.05)],
    ['stap.voorraad', figure(size.stock * 0.01)],
    ['ambitie', figure(Math.ceil(size.ambition / 5) * 5)],
    ['volume', grouped.format(volume)],
    ['instroom', grouped.format(inflow)],
    ['uitstroom', grouped.format(outflow)],
  ]);
}
