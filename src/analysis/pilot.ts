// A pilot: what it adds, when that can be told from chance, whether its stop rule strikes, and what regular work lost by it.
import { mean } from 'simple-statistics';
import { trajectory, trajectoryGroups } from './effect.js';
import { estimate, type Estimate } from './estimate.js';
import { interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';
import { clientsPerArm } from './power.js';
import { findVolume } from './volume-at.js';

/** Shares 0–1. Keys are Dutch: this is part of the published document. */
export interface PilotSummary {
  /** Id and name of the scenario. */
  scenario: string;
  naam: string;
  station: string;
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
  /** Per arm and in months, for a two-sided test at 5 % with a power of 80 %; null when the draws cannot tell the effect from zero. */
  clientenPerArm: number | null;
  maandenTotZekerheid: number | null;
  /** Whether the pilot itself lasts so long. */
  langGenoeg: boolean;
  stopregel: { naMaanden: number; nettoOnder: number; gestopt: number; doorrekeningen: number } | null;
  /** Persons at the end: what the staff of the pilot did not do elsewhere. */
  verliesPersonen: Estimate;
  /** The effect of the pilot, and both together; null when no causal study says what the effect is. */
  winstPersonen: Estimate | null;
  saldoPersonen: Estimate | null;
}

/** A scenario in the results that hold it. */
interface Run {
  readonly lookup: Lookup;
  readonly index: number;
}

export interface PilotOptions extends Pick<
  PilotSummary,
  'scenario' | 'naam' | 'station' | 'vraag' | 'begin' | 'einde' | 'norm'
> {
  readonly stopRule: { readonly afterMonths: number; readonly netBelow: number } | null;
  /** Whether a causal study says what the pilot does; otherwise its volume is not told. */
  readonly effectKnown: boolean;
  readonly base: Run;
  readonly itself: Run;
  /** The same without the effect of the pilot: the staff is still away. */
  readonly twin: Run;
  readonly end: string;
}

/** `window`: the years of beginning; `starts`: all who began in them. */
interface Cohort {
  readonly window: string;
  readonly months: number;
  readonly starts: Float64Array;
}

interface Share {
  readonly gross: Float64Array;
  readonly without: Float64Array;
}

/** Those who began in any year of which the run sees the outcome, together, at the horizon nearest to `wanted` months. */
function cohort(options: PilotOptions, wanted: number): (Share & Cohort) | null {
  const { itself, twin, station } = options;
  const horizons = trajectoryGroups(itself.lookup, station).flatMap((group) =>
    group.startsWith('uit:') ? [Number(group.slice('uit:'.length))] : [],
  );
  const months = [...horizons].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  if (months === undefined) return null;
  const all = itself.lookup.all('traject').flatMap(({ series }) => (series.place === station ? [series.period] : []));
  const read = (run: Run, group: string, window: string) =>
    trajectory(run.lookup, run.index, { station, group, window }) ?? new Float64Array();
  const windows = [...new Set(all)].filter(
    (window) =>
      interval(read(itself, `uit:${months}`, window)) !== null && mean(Array.from(read(itself, 'start', window))) > 0,
  );
  const [first] = windows;
  if (first === undefined) return null;
  const sum = (run: Run, of: (window: string) => Float64Array): Float64Array => {
    const total = new Float64Array(run.lookup.results.draws);
    for (const window of windows) of(window).forEach((value, draw) => (total[draw] = (total[draw] ?? 0) + value));
    return total;
  };
  // A draw without anyone in a year has no share there, and nobody who left.
  const share = (run: Run): Float64Array => {
    const starts = sum(run, (window) => read(run, 'start', window));
    const off = sum(run, (window) => {
      const began = read(run, 'start', window);
      return read(run, `uit:${months}`, window).map((value, draw) =>
        began[draw] === 0 ? 0 : value * (began[draw] ?? NaN),
      );
    });
    return off.map((value, draw) => value / (starts[draw] ?? NaN));
  };
  return {
    window: `${first.slice(0, 7)}..${(windows.at(-1) ?? first).slice(-7)}`,
    months,
    starts: sum(itself, (window) => read(itself, 'start', window)),
    gross: share(itself),
    without: share(twin),
  };
}

/** Months in which the pilot takes people in within the years of beginning, `2018-10..2019-09`. */
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
  const { base, itself, twin, end, stopRule, effectKnown } = options;
  const found = cohort(options, 12);
  const judged = stopRule === null ? null : cohort(options, stopRule.afterMonths);
  if (found === null) return null;
  const { window, months, starts, gross, without } = found;
  const perMonth = mean(Array.from(starts)) / openMonths(window, options.begin, options.einde);
  const [bruto, zonder] = [estimate(interval(gross)), estimate(interval(without))];
  const netto = estimate(interval(pairedDifference(gross, without)));
  // An effect that the draws themselves cannot tell from zero would give a number of clients made of luck.
  const visible = Math.abs(netto.gemiddelde) > (netto.marge ?? 0);
  const needed = visible ? clientsPerArm(bruto.gemiddelde, zonder.gemiddelde) : Infinity;
  const until = needed / perMonth + months;
  const volume = ({ lookup, index }: Run): Float64Array =>
    findVolume(lookup, index, 'personen', end) ?? new Float64Array();
  const [before, after, idle] = [volume(base), volume(itself), volume(twin)];
  const net = judged === null ? null : pairedDifference(judged.gross, judged.without);
  return {
    scenario: options.scenario,
    naam: options.naam,
    station: options.station,
    vraag: options.vraag,
    begin: options.begin,
    einde: options.einde,
    norm: options.norm,
    venster: window,
    naMaanden: months,
    startsPerMaand: perMonth,
    bruto,
    zonder,
    netto,
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
    verliesPersonen: estimate(interval(pairedDifference(idle, before))),
    winstPersonen: effectKnown ? estimate(interval(pairedDifference(after, idle))) : null,
    saldoPersonen: effectKnown ? estimate(interval(pairedDifference(after, before))) : null,
  };
}
