// A pilot: what it adds, when that can be told from chance, whether its stop rule strikes, and what regular work lost by it.
import { mean } from 'simple-statistics';
import { trajectory, trajectoryGroups } from './effect.js';
import { estimate, type Estimate } from './estimate.js';
import { interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';
import { clientsPerArm } from './power.js';

/** Shares 0–1. Keys are Dutch: this is part of the published document. */
export interface PilotSummary {
  station: string;
  naam: string;
  vraag: string;
  begin: string;
  einde: string;
  norm: string;
  /** Years of beginning that lie in the pilot, and the horizon at which it is judged. */
  venster: string;
  naMaanden: number;
  startsPerMaand: number;
  bruto: Estimate;
  zonder: Estimate;
  netto: Estimate;
  /** Per arm and in months, for a two-sided test at 5 % with a power of 80 %; null when there is no effect to find. */
  clientenPerArm: number | null;
  maandenTotZekerheid: number | null;
  /** Whether the pilot itself lasts so long. */
  langGenoeg: boolean;
  stopregel: { naMaanden: number; nettoOnder: number; gestopt: number; doorrekeningen: number } | null;
  /** Persons at the end: the effect of the pilot, what its staff did not do elsewhere, and both together. */
  winstPersonen: Estimate;
  verliesPersonen: Estimate;
  saldoPersonen: Estimate;
}

export interface PilotOptions {
  readonly station: string;
  readonly naam: string;
  readonly vraag: string;
  readonly norm: string;
  /** First and last day, ISO. */
  readonly begin: string;
  readonly einde: string;
  readonly stopRule: { readonly afterMonths: number; readonly netBelow: number } | null;
  readonly base: Lookup;
  readonly baseIndex: number;
  readonly scenario: { readonly lookup: Lookup; readonly index: number };
  /** The same without the effect of the pilot: the staff is still away. */
  readonly twin: { readonly lookup: Lookup; readonly index: number };
  readonly end: string;
}

interface Share {
  readonly gross: Float64Array;
  readonly without: Float64Array;
}

/** The first year of beginning in which anyone began, with a horizon that fits; the horizon nearest to `wanted` months. */
function cohort(
  options: PilotOptions,
  wanted: number,
): (Share & { window: string; months: number; starts: Float64Array }) | null {
  const { scenario, twin, station } = options;
  const windows = new Set(
    scenario.lookup.all('traject').flatMap(({ series }) => (series.place === station ? [series.period] : [])),
  );
  const horizons = trajectoryGroups(scenario.lookup, station).flatMap((group) =>
    group.startsWith('uit:') ? [Number(group.slice('uit:'.length))] : [],
  );
  const months = [...horizons].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  if (months === undefined) return null;
  for (const window of windows) {
    const read = (run: PilotOptions['twin'], group: string) =>
      trajectory(run.lookup, run.index, { station, group, window });
    const starts = read(scenario, 'start');
    const [gross, without] = [read(scenario, `uit:${months}`), read(twin, `uit:${months}`)];
    if (starts === null || gross === null || without === null || interval(gross) === null) continue;
    if (mean(Array.from(starts)) >= 1) return { window, months, starts, gross, without };
  }
  return null;
}

/** Months in which the pilot takes people in within a year of beginning, `2018-10..2019-09`. */
function openMonths(window: string, begin: string, einde: string): number {
  const [first = '', last = ''] = window.split('..');
  const at = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return Math.max(1, Math.min(at(last), at(einde)) - Math.max(at(first), at(begin)) + 1);
}

/**
 * Null when nobody begins in a year whose outcome the run still sees. Months until the effect can be told from chance: as many as it takes to
 * fill the arm of the pilot, the other arm being as many who could have come and did not, plus the months that the last of them must be
 * followed. The stop rule is judged per draw on the difference with the twin, so without the luck of a real control group.
 */
export function pilotSummary(options: PilotOptions): PilotSummary | null {
  const { base, baseIndex, scenario, twin, end, stopRule } = options;
  const found = cohort(options, 12);
  const judged = stopRule === null ? null : cohort(options, stopRule.afterMonths);
  if (found === null) return null;
  const { window, months, starts, gross, without } = found;
  const perMonth = mean(Array.from(starts)) / openMonths(window, options.begin, options.einde);
  const [bruto, zonder] = [estimate(interval(gross)), estimate(interval(without))];
  const needed = clientsPerArm(bruto.gemiddelde, zonder.gemiddelde);
  const until = needed / perMonth + months;
  const volume = (lookup: Lookup, index: number): Float64Array =>
    lookup.sum(index, { measure: 'volume', place: null, group: null, unit: 'personen' }, end) ?? new Float64Array();
  const [before, after, idle] = [
    volume(base, baseIndex),
    volume(scenario.lookup, scenario.index),
    volume(twin.lookup, twin.index),
  ];
  const net = judged === null ? null : pairedDifference(judged.gross, judged.without);
  return {
    station: options.station,
    naam: options.naam,
    vraag: options.vraag,
    begin: options.begin,
    einde: options.einde,
    norm: options.norm,
    venster: window,
    naMaanden: months,
    startsPerMaand: perMonth,
    bruto,
    zonder,
    netto: estimate(interval(pairedDifference(gross, without))),
    clientenPerArm: Number.isFinite(needed) ? Math.ceil(needed) : null,
    maandenTotZekerheid: Number.isFinite(until) ? Math.ceil(until) : null,
    langGenoeg:
      needed / perMonth <=
      openMonths(`${options.begin.slice(0, 7)}..${options.einde.slice(0, 7)}`, options.begin, options.einde),
    stopregel:
      stopRule === null || net === null || judged === null
        ? null
        : {
            naMaanden: judged.months,
            nettoOnder: stopRule.netBelow,
            gestopt: net.filter((value) => value < stopRule.netBelow).length,
            doorrekeningen: net.length,
          },
    winstPersonen: estimate(interval(pairedDifference(after, idle))),
    verliesPersonen: estimate(interval(pairedDifference(idle, before))),
    saldoPersonen: estimate(interval(pairedDifference(after, before))),
  };
}
