// Where the volume at the end comes from, in steps that close: start, trend, ongewijzigd beleid, each group of changes, what they do together.
import { type Ambition, ambitionLine, type TrendIndex, trendLine } from './ambition.js';
import { estimate, type Estimate } from './estimate.js';
import { interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';
import { volumeAt } from './volume-at.js';

/** All in persons. `begin` + `trend` + `ongewijzigdBeleid` + the groups + `wisselwerking` = `eind`, in every draw. */
export interface Decomposition {
  /** Volume of the base at the start. */
  begin: Estimate;
  /** What the national trend does to that volume until the end. */
  trend: Estimate;
  /** How far the base ends from that trend. */
  ongewijzigdBeleid: Estimate;
  /** What the changes of one group of parameters do without the others. */
  groepen: ({ groep: string } & Estimate)[];
  /** What the groups do together beyond the sum of each alone; null with one group. */
  wisselwerking: Estimate | null;
  eind: Estimate;
  /** The volume that was aimed at: the trend line of the base minus the ambition, if there is one. */
  ambitielijn: Estimate;
}

/** A group of changes alone, as a scenario of a run with the same draws as the comparison. */
export interface GroupRun {
  readonly group: string;
  readonly lookup: Lookup;
  readonly scenario: number;
}

export interface DecompositionOptions {
  readonly scenario: number;
  readonly base: number;
  readonly ambition: Ambition;
  readonly trend: TrendIndex;
  /** One for each group; with a single group its run is the scenario itself. */
  readonly groups: readonly GroupRun[];
}

/**
 * Every step is a difference per draw:
 * trend = V0·(i(end)/i(start) − 1), ongewijzigd beleid = Vbase(end) − V0·i(end)/i(start), group g = Vg(end) − Vbase(end),
 * wisselwerking = Vscenario(end) − Vbase(end) − Σg, where V0 is the start of the base and i the national index.
 */
export function decompose(lookup: Lookup, options: DecompositionOptions): Decomposition {
  const { scenario, base, ambition, trend, groups } = options;
  const mean = (values: Float64Array): Estimate => estimate(interval(values));
  const atEnd = (from: Lookup, index: number): Float64Array => volumeAt(from, index, 'personen', ambition.end);
  const start = volumeAt(lookup, base, 'personen', ambition.start);
  const onTrend = start.map((persons) => trendLine(persons, trend, ambition, ambition.end));
  const [baseEnd, end] = [atEnd(lookup, base), atEnd(lookup, scenario)];
  const alone = groups.map((run) => ({
    group: run.group,
    values: pairedDifference(atEnd(run.lookup, run.scenario), baseEnd),
  }));
  const together = alone.reduce((left, { values }) => pairedDifference(left, values), pairedDifference(end, baseEnd));
  return {
    begin: mean(start),
    trend: mean(pairedDifference(onTrend, start)),
    ongewijzigdBeleid: mean(pairedDifference(baseEnd, onTrend)),
    groepen: alone.map(({ group, values }) => ({ groep: group, ...mean(values) })),
    wisselwerking: groups.length < 2 ? null : mean(together),
    eind: mean(end),
    ambitielijn: mean(start.map((persons) => ambitionLine(persons, trend, ambition, ambition.end))),
  };
}
