// What a programme adds: gross success, what the same clients would have done without its effect, and the difference.
import type { Ijkpunt } from './ijkpunt.js';
import { interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';
import { ratioInterval } from './ratio.js';
import { parseFormula } from './selector.js';
import { estimate, type Estimate } from './estimate.js';

/** What research found for the net effect at this horizon: the band of an ijkpunt. */
export interface EffectBand {
  laag: number;
  hoog: number;
  bron: string;
}

/** Shares (0–1) of those who began; `marge` as everywhere. Keys are Dutch: this is part of the published document. */
export interface EffectAtHorizon {
  maanden: number;
  /** Off benefit at the horizon. */
  bruto: Estimate;
  /** The same in the twin run, in which the programme does nothing. */
  zonder: Estimate;
  /** `bruto` − `zonder`, per draw. */
  netto: Estimate;
  /** `zonder` / `bruto`: the part of the gross success that would have come anyway (deadweight); null when nobody is off. */
  ookZonder: Estimate | null;
  literatuur: EffectBand | null;
}

export interface ProgrammeEffect {
  station: string;
  naam: string;
  /** Names of other programmes that had no effect in the same twin run, because they share its parameters. */
  tegelijkUit: string[];
  /** The year in which they began, `2018-10..2019-09`. */
  venster: string;
  begonnen: Estimate;
  /** Began in the twin run: the same people at the gate, but places come free later when people stay longer. */
  begonnenZonder: Estimate;
  /** Share of those who began that left benefit during the stay, for work and for another reason; null when the run was too short. */
  tijdens: { werk: TwoRuns; anders: TwoRuns } | null;
  horizonten: EffectAtHorizon[];
}

export interface TwoRuns {
  bruto: Estimate;
  zonder: Estimate;
}

export interface EffectOptions {
  lookup: Lookup;
  scenario: number;
  /** The scenario in which a station has no effect; below 0 when it was not run. */
  twin: (station: string) => number;
  /** The year of the cohort, `2018-10..2019-09`. */
  window: string;
  stations: readonly { id: string; label: string }[];
  /** Reasons for the end of a spell that count as work. */
  workReasons: ReadonlySet<string>;
  ijkpunten: readonly Ijkpunt[];
}

/** Per draw the value of one group of `traject`; null when the run does not have it. */
export function trajectory(
  lookup: Lookup,
  scenario: number,
  at: { station: string; group: string; window: string },
): Float64Array | null {
  const unit = at.group.startsWith('uit:') ? 'aandeel' : 'aanvragen';
  return lookup.sum(scenario, { measure: 'traject', place: at.station, group: at.group, unit }, at.window);
}

/** The groups of `traject` at a station, `uit:6`, `tijdens:werk`, …, in catalogue order. */
export function trajectoryGroups(lookup: Lookup, station: string): string[] {
  return [
    ...new Set(lookup.all('traject').flatMap(({ series }) => (series.place === station ? [series.group] : []))),
  ].filter((group) => group !== null);
}

/** Share of those who began that left during the stay, for a reason in or outside `reasons`. */
export function leftDuring(
  lookup: Lookup,
  scenario: number,
  at: { station: string; window: string; wanted: (reason: string) => boolean },
): Float64Array | null {
  const starts = trajectory(lookup, scenario, { ...at, group: 'start' });
  if (starts === null) return null;
  const left = new Float64Array(starts.length);
  for (const group of trajectoryGroups(lookup, at.station)) {
    const [kind, reason = ''] = group.split(':');
    if (kind !== 'tijdens' || !at.wanted(reason)) continue;
    const values = trajectory(lookup, scenario, { ...at, group });
    values?.forEach((value, draw) => (left[draw] = (left[draw] ?? 0) + value));
  }
  return left.map((value, draw) => value / (starts[draw] ?? NaN));
}

/** The band of the ijkpunt about the net effect at this horizon. */
export function bandOf(ijkpunten: readonly Ijkpunt[], station: string, months: number): EffectBand | null {
  const found = ijkpunten.find(({ operation, numerator }) => {
    if (operation !== 'netto') return false;
    const factors = parseFormula(numerator).terms.flatMap((term) => term.factors);
    const [only] = factors;
    return factors.length === 1 && typeof only === 'object' && only.place === station && only.group === `uit:${months}`;
  });
  return found === undefined ? null : { laag: found.low, hoog: found.high, bron: found.source };
}

/**
 * The effect of every station that is followed and was run without its effect as well. Gross and counterfactual are of the cohort of one
 * year: the same gate, the same luck of each client in both runs.
 */
export function programmeEffects(options: EffectOptions): ProgrammeEffect[] {
  const { lookup, scenario, window, ijkpunten, workReasons } = options;
  return options.stations.flatMap(({ id: station, label: naam }): ProgrammeEffect[] => {
    const twin = options.twin(station);
    const starts = trajectory(lookup, scenario, { station, group: 'start', window });
    const without = twin < 0 ? null : trajectory(lookup, twin, { station, group: 'start', window });
    if (starts === null || without === null) return [];
    const horizonten = trajectoryGroups(lookup, station).flatMap((group): EffectAtHorizon[] => {
      const gross = group.startsWith('uit:') ? trajectory(lookup, scenario, { station, group, window }) : null;
      const other = gross && trajectory(lookup, twin, { station, group, window });
      if (gross === null || other === null || interval(gross) === null) return [];
      const maanden = Number(group.slice('uit:'.length));
      const anyway = ratioInterval(other, gross);
      return [
        {
          maanden,
          bruto: estimate(interval(gross)),
          zonder: estimate(interval(other)),
          netto: estimate(interval(pairedDifference(gross, other))),
          ookZonder: anyway && estimate(anyway),
          literatuur: bandOf(ijkpunten, station, maanden),
        },
      ];
    });
    const during = (wanted: (reason: string) => boolean): TwoRuns | null => {
      const [gross, other] = [scenario, twin].map((run) => leftDuring(lookup, run, { station, window, wanted }));
      const [found, counter] = [interval(gross ?? []), interval(other ?? [])];
      return found === null || counter === null ? null : { bruto: estimate(found), zonder: estimate(counter) };
    };
    const werk = during((reason) => workReasons.has(reason));
    const anders = during((reason) => !workReasons.has(reason));
    return [
      {
        station,
        naam,
        tegelijkUit: options.stations.flatMap(({ id, label }) =>
          id !== station && options.twin(id) === twin ? [label] : [],
        ),
        venster: window,
        begonnen: estimate(interval(starts)),
        begonnenZonder: estimate(interval(without)),
        tijdens: werk === null || anders === null ? null : { werk, anders },
        horizonten,
      },
    ];
  });
}
