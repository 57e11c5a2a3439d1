// Every conclusion under each reading of the sources: the draws of a comparison, grouped by the reading that they drew.
import { interval } from './interval.js';
import { verdict, verdictText, type Verdict } from './verdict.js';

export interface DrawnSet {
  id: string;
  readings: readonly { id: string; name: string; probability: number }[];
}

/** Keys are Dutch: this is part of the published document. One row per reading; those of one `groep` exclude each other. */
export interface ReadingSummary {
  groep: string;
  lezing: string;
  naam: string;
  /** 0-1, in the judgement of whoever wrote it. */
  kans: number;
  /** Draws that drew this reading. */
  doorrekeningen: number;
  /** How far the base ends above the trend, in persons, over those draws. */
  afstandTotTrend: { gemiddelde: number | null; marge: number | null };
  /**
   * V(scenario) − V(base) at the end, in persons, over those draws. `soort` is null when fewer than ten draws drew the reading: then nothing
   * is said of the direction.
   */
  scenarios: {
    id: string;
    gemiddelde: number | null;
    marge: number | null;
    soort: Verdict['outcome'] | null;
    uitkomst: string;
  }[];
}

const fewest = 10;

/**
 * `distance` of the base to the trend and `differences` by scenario id, one number per draw; `drawn` gives the reading of a set in a draw. Readings that no draw drew are there, with
 * 0 doorrekeningen.
 */
export function perReading(
  sets: readonly DrawnSet[],
  distance: ArrayLike<number>,
  differences: ReadonlyMap<string, ArrayLike<number>>,
  drawn: (draw: number, set: string) => string | undefined,
  threshold: number,
): ReadingSummary[] {
  return sets.flatMap((set) =>
    set.readings.map(({ id, name, probability }): ReadingSummary => {
      const under = (values: ArrayLike<number>): number[] =>
        Array.from(values).filter((_, draw) => drawn(draw, set.id) === id);
      const above = interval(under(distance));
      const rows = [...differences].map(([scenario, values]) => ({ scenario, seen: under(values) }));
      return {
        groep: set.id,
        lezing: id,
        naam: name,
        kans: probability,
        doorrekeningen: under(distance).length,
        afstandTotTrend: { gemiddelde: above?.mean ?? null, marge: above?.halfWidth ?? null },
        scenarios: rows.map(({ scenario, seen }) => {
          const found = interval(seen);
          const judged = seen.length < fewest ? null : verdict(seen, { threshold });
          return {
            id: scenario,
            gemiddelde: found?.mean ?? null,
            marge: found?.halfWidth ?? null,
            soort: judged?.outcome ?? null,
            uitkomst: judged === null ? 'te weinig doorrekeningen' : verdictText(judged),
          };
        }),
      };
    }),
  );
}
