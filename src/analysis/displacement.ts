// Verdringing: what is left of a difference when part of the extra work exits only took a place from someone else on benefit.
//
// It is applied after the simulation. The model has no vacancies: every client has a chance of work of her own, so nobody's job is another's
// lost one, and to let a run take exits away from clients at random would add luck and say no more than this subtraction does.
import { mean } from 'simple-statistics';
import { destinations, type DestinationOf } from './destinations.js';
import { estimate, type Estimate } from './estimate.js';
import { interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';
import { verdict, type Verdict, verdictText } from './verdict.js';
import { findVolume } from './volume-at.js';

/** Keys are Dutch: this is part of the published document. */
export interface Displacement {
  /** How much of the difference at the end is more work exits, in persons; above zero lowers the volume. */
  doorWerkPersonen: Estimate;
  /** The difference at the end in persons when this share of those exits is taken from others. */
  bij: { aandeel: number; verschilPersonen: Estimate; soort: Verdict['outcome']; uitkomst: string }[];
  /** Share from which the lower volume is negligible; null when it never is, or when there is no lower volume to lose. */
  omslagAandeel: number | null;
}

export interface DisplacementOptions {
  readonly scenario: number;
  readonly base: number;
  readonly start: string;
  readonly end: string;
  readonly destinationOf: DestinationOf;
  /** Shares (0–1) to print. */
  readonly shares: readonly number[];
  /** Persons under which a difference is negligible. */
  readonly threshold: number;
}

/**
 * Per draw D(v) = ΔV + v · W, with ΔV the difference in persons at the end (below zero is a gain) and W the part of it that is more work
 * exits. The break-even is the v at which the mean of D is `threshold` below zero: (−mean ΔV − threshold) / mean W. Whoever is displaced
 * counts as one who stays on benefit to the end, which is the most it can cost.
 */
export function displacement(lookup: Lookup, options: DisplacementOptions): Displacement | null {
  const { scenario, base, end, threshold } = options;
  const found = destinations(lookup, options);
  const work = found?.parts.find(({ id }) => id === 'werk')?.perDraw;
  const before = findVolume(lookup, base, 'personen', end);
  const after = findVolume(lookup, scenario, 'personen', end);
  const households = findVolume(lookup, base, 'uitkeringen', end);
  if (found === null || work === undefined || before === null || after === null || households === null) return null;
  const perBenefit = (draw: number): number =>
    found.counting === 'personen' ? 1 : (before[draw] ?? NaN) / (households[draw] ?? NaN);
  const difference = pairedDifference(after, before);
  const persons = work.map((exits, draw) => exits * perBenefit(draw));
  const [gain, byWork] = [-mean(Array.from(difference)), mean(Array.from(persons))];
  const turning = (gain - threshold) / byWork;
  return {
    doorWerkPersonen: estimate(interval(persons)),
    bij: options.shares.map((aandeel) => {
      const left = difference.map((value, draw) => value + aandeel * (persons[draw] ?? NaN));
      const judged = verdict(left, { threshold });
      return {
        aandeel,
        verschilPersonen: estimate(interval(left)),
        soort: judged.outcome,
        uitkomst: verdictText(judged),
      };
    }),
    omslagAandeel: gain > threshold && byWork > 0 && turning <= 1 ? turning : null,
  };
}
