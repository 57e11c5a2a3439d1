// The volgkaart of a comparison: written with its bands, and read back once somebody filled in what was counted.
import {
  contradictionText,
  cardRows,
  cardSeries,
  judgeCard,
  quartersBetween,
  type CardSeries,
  type CardVerdict,
} from '../../analysis/monitoring.js';
import { Lookup } from '../../analysis/lookup.js';
import type { Plan } from '../../experiment/plan.js';
import { loadCard, writtenColumns } from '../../files/load-volgkaart.js';
import { mistakeAt, type Mistake } from '../../files/mistake.js';
import { writeTable } from '../../files/table-write.js';
import { destinationsOf } from '../effects.js';
import { MistakesFound } from '../failure.js';
import { writtenName } from '../labels.js';
import type { Comparison, Extra } from './comparison.js';
import type { CompareOptions } from './options.js';

/** The name of the file in the folder of a run. */
export const cardName = 'volgkaart.csv';

/** Asked before anything runs. */
export function cardMistakes({ volgkaart }: CompareOptions): readonly Mistake[] {
  if (volgkaart === undefined) return [];
  const loaded = loadCard(volgkaart);
  return loaded.state === 'mistakes' ? loaded.mistakes : [];
}

function followed({ study, results }: Comparison): { readonly lookup: Lookup; readonly series: readonly CardSeries[] } {
  const lookup = new Lookup(results);
  const stations = Object.entries(study.spec.stations)
    .filter(([, { follow }]) => follow !== undefined)
    .map(([id, { label }]) => ({ id, label: label ?? id }));
  return { lookup, series: cardSeries(lookup, destinationsOf(study.spec), stations) };
}

export const addCard: Extra = (comparison) => {
  const { plan, results, ambition, options } = comparison;
  const { lookup, series } = followed(comparison);
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  const rows = cardRows(lookup, series, quartersBetween(ambition.start, ambition.end)).map((row) => {
    const one = series.find(({ id }) => id === row.series);
    const bands = [row.low, row.middle, row.high].map(rounded);
    return [row.quarter, row.series, one?.label ?? '', one?.unit ?? '', row.scenario, ...bands, null];
  });
  const files = new Map([[cardName, writeTable({ columns: writtenColumns, rows }, 'excel')]]);
  if (options.volgkaart === undefined) return { files };
  const loaded = loadCard(options.volgkaart);
  if (loaded.state === 'mistakes') throw new MistakesFound(loaded.mistakes);
  const volgkaart = judgeCard(loaded.value, series, plan, results);
  if (volgkaart.length === 0) {
    const place = { file: options.volgkaart, line: 1, column: 1 };
    throw new MistakesFound([
      mistakeAt(place, "deze volgkaart gaat over andere scenario's of reeksen dan hier zijn doorgerekend"),
    ]);
  }
  return { files, summary: { volgkaart }, lines: linesOf(volgkaart, plan) };
};

/** For ongewijzigd beleid only; the report has every scenario. */
function linesOf(verdicts: readonly CardVerdict[], { scenarios, parameters }: Plan): string[] {
  const base = scenarios[0]?.id ?? '';
  const own = verdicts.filter(({ scenario }) => scenario === base);
  const wrong = own.filter(({ spreektTegen }) => spreektTegen);
  const counted = own.map(
    ({ omschrijving, buiten, ingevuld }) =>
      `${omschrijving}: ${String(buiten.length)} van ${String(ingevuld)} kwartalen buiten de band`,
  );
  const head = `Volgkaart, tegen ${base}. ${counted.join('. ')}. Door toeval valt een op de vijf erbuiten.`;
  if (wrong.length === 0) {
    return [head, 'Niets spreekt de aannames tegen: niet meer kwartalen buiten de band dan toeval geeft.'];
  }
  return [head, ...wrong.map((verdict) => contradictionText(verdict, (name) => writtenName(name, parameters)))];
}
