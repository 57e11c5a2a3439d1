// How sure a comparison is: chance and not knowing apart, what moves each outcome, and what must be true to reach the ambition.
import { linearRegression, mean } from 'simple-statistics';
import type { Plan } from '../experiment/plan.js';
import type { Results } from '../measure/series.js';
import { isDrawn } from '../scenario/parameter.js';
import { type Ambition, remainingTask, type TrendIndex, trendLine } from './ambition.js';
import { drawnIn } from './drawn.js';
import { type Drawn, type DrawnNumber, type Influence, type Ranking, rankInfluences } from './influence.js';
import { Lookup } from './lookup.js';
import { pairedDifference } from './paired.js';
import { splitVariance } from './variance-split.js';
import { volumeAt } from './volume-at.js';

/** Spread as standard deviations over draws, in persons. Keys are Dutch: this is part of the published document. */
export interface SplitSummary {
  totaal: number;
  toeval: number;
  nietWeten: number;
  /** Part of the variance that is not knowing, 0–1, with its 95 % interval. */
  aandeelNietWeten: number;
  aandeelLaag: number;
  aandeelHoog: number;
  /** False when the interval reaches 0. */
  teOnderscheiden: boolean;
}

export interface InfluenceSummary {
  soort: 'getal' | 'lezing';
  naam: string;
  correlatie: number | null;
  /** Part of the variance that goes with it, 0–1, with its 95 % interval. */
  aandeel: number;
  laag: number | null;
  hoog: number | null;
}

export interface OutcomeCertainty {
  scenario: string;
  naam: string;
  /** `afstand tot de trend` for the base, `verschil` for every other scenario: persons at the end. */
  uitkomst: 'afstand tot de trend' | 'verschil';
  splitsing: SplitSummary | null;
  /** How many numbers and readings were looked at, and the |r| that chance does not give the largest of so many. */
  bekeken: number;
  drempel: number;
  /** Beyond the threshold, largest first. */
  beweegt: InfluenceSummary[];
  /** The largest when none is beyond the threshold. */
  grootste: InfluenceSummary | null;
}

/** What a number would have to be for the remaining task of a scenario to be nothing, on the straight line through the draws. */
export interface NeededSummary {
  scenario: string;
  naam: string;
  gehaald: number;
  doorrekeningen: number;
  /** `nodig` is null when no value between laag and hoog does it; `overig` is then what remains, in persons, at the best end. */
  getallen: NeededNumber[];
}

export interface NeededNumber {
  naam: string;
  nodig: number | null;
  /** The end of its range at which least remains. */
  beste: number;
  overig: number;
}

export interface Certainty {
  doorrekeningenToeval: number;
  uitkomsten: OutcomeCertainty[];
  /** Names of the numbers to look up first, at most three: the largest mean share of variance over all outcomes. */
  eerstUitzoeken: { naam: string; aandeel: number; beweegt: string[] }[];
  /** Empty without an ambition. */
  nodig: NeededSummary[];
}

export interface CertaintyOptions {
  readonly ambition: Ambition;
  readonly trend: TrendIndex;
}

interface Persons {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

function personsOf(lookup: Lookup, scenario: number, { start, end }: Ambition): Persons {
  return {
    start: volumeAt(lookup, scenario, 'personen', start),
    end: volumeAt(lookup, scenario, 'personen', end),
  };
}

/** The outcome of every scenario, the first being the base: its distance to the trend, and the differences with it. */
export function outcomesOf(results: Results, { ambition, trend }: CertaintyOptions): Float64Array[] {
  const lookup = new Lookup(results);
  const base = personsOf(lookup, 0, ambition);
  return results.scenarios.map((_, scenario) =>
    scenario === 0
      ? pairedDifference(
          base.end,
          base.start.map((start) => trendLine(start, trend, ambition, ambition.end)),
        )
      : pairedDifference(personsOf(lookup, scenario, ambition).end, base.end),
  );
}

/**
 * `results` are those of the plan; `chanceOnly` the same scenarios with every number at its value, or null when the plan itself is so. The
 * first scenario is the base.
 */
export function certainty(
  plan: Plan,
  results: Results,
  chanceOnly: Results | null,
  options: CertaintyOptions,
): Certainty {
  const outcomes = outcomesOf(results, options);
  const chance = chanceOnly === null ? null : outcomesOf(chanceOnly, options);
  const drawn = drawnIn(plan);
  const uitkomsten = outcomes.map((values, index): OutcomeCertainty => {
    const { id = '', name = '' } = results.scenarios[index] ?? {};
    const ranking = rankInfluences(drawn, values);
    return {
      scenario: id,
      naam: name,
      uitkomst: index === 0 ? 'afstand tot de trend' : 'verschil',
      splitsing: splitOf(values, chance?.[index]),
      ...rankingOf(ranking),
    };
  });
  return {
    doorrekeningenToeval: chanceOnly?.draws ?? 0,
    uitkomsten,
    eerstUitzoeken: firstToFind(uitkomsten),
    nodig: neededOf(plan, drawn, results, options),
  };
}

function splitOf(values: Float64Array, chance: Float64Array | undefined): SplitSummary | null {
  const split = chance === undefined ? null : splitVariance(values, chance);
  return (
    split && {
      totaal: split.total,
      toeval: split.chance,
      nietWeten: split.notKnowing,
      aandeelNietWeten: split.share,
      aandeelLaag: split.low,
      aandeelHoog: split.high,
      teOnderscheiden: split.told,
    }
  );
}

function influenceOf({ kind, name, correlation, share, low, high }: Influence): InfluenceSummary {
  return { soort: kind, naam: name, correlatie: correlation, aandeel: share, laag: low, hoog: high };
}

function rankingOf({ candidates, threshold, found, largest }: Ranking) {
  return {
    bekeken: candidates,
    drempel: threshold,
    beweegt: found.map(influenceOf),
    grootste: found.length > 0 || largest === null ? null : influenceOf(largest),
  };
}

/** Numbers only: a reading is not looked up but decided. What is not beyond chance for an outcome counts as nothing there. */
function firstToFind(outcomes: readonly OutcomeCertainty[]): Certainty['eerstUitzoeken'] {
  const moved = outcomes.filter(({ bekeken }) => bekeken > 0);
  const found = new Map<string, { sum: number; moves: string[] }>();
  for (const { scenario, beweegt } of moved) {
    for (const { soort, naam, aandeel } of beweegt) {
      if (soort !== 'getal') continue;
      const known = found.get(naam) ?? { sum: 0, moves: [] };
      found.set(naam, { sum: known.sum + aandeel, moves: [...known.moves, scenario] });
    }
  }
  return [...found]
    .map(([naam, { sum, moves }]) => ({ naam, aandeel: sum / moved.length, beweegt: moves }))
    .sort((a, b) => b.aandeel - a.aandeel)
    .slice(0, 3);
}

/**
 * For every scenario the numbers that move its remaining task most, two at most, and those that move its difference with the base. What a
 * number does to the difference is clearer there than in the whole, so the base is then taken at its mean.
 */
function neededOf(
  plan: Plan,
  drawn: readonly Drawn[],
  results: Results,
  { ambition, trend }: CertaintyOptions,
): NeededSummary[] {
  const lookup = new Lookup(results);
  const persons = results.scenarios.map((_, scenario) => personsOf(lookup, scenario, ambition));
  const remaining = persons.flatMap(({ start, end }) => remainingTask(start, end, trend, ambition) ?? []);
  if (remaining.length === 0) return [];
  const base = remaining[0] ?? new Float64Array();
  const baseMean = mean(Array.from(base));
  return results.scenarios.map(({ id, name }, scenario) => {
    const whole = remaining[scenario] ?? new Float64Array();
    const most = topOf(drawn, whole).map((number) => needed(number, plan, whole));
    const difference = scenario === 0 ? whole : pairedDifference(whole, base).map((gain) => baseMean + gain);
    const own = scenario === 0 ? [] : topOf(drawn, difference).map((number) => needed(number, plan, difference));
    const getallen = [...most, ...own.filter(({ naam }) => most.every((other) => other.naam !== naam))];
    const gehaald = whole.filter((left) => left <= 0).length;
    return { scenario: id, naam: name, gehaald, doorrekeningen: whole.length, getallen };
  });
}

function topOf(drawn: readonly Drawn[], outcome: ArrayLike<number>): DrawnNumber[] {
  const names = rankInfluences(drawn, outcome).found.map(({ name }) => name);
  const numbers = drawn.filter((one) => one.kind === 'getal');
  return names.flatMap((name) => numbers.find((number) => number.name === name) ?? []).slice(0, 2);
}

/** Where the least-squares line of the remaining task over the drawn values reaches zero, when that lies between laag and hoog. */
function needed({ name, values }: DrawnNumber, plan: Plan, remaining: ArrayLike<number>): NeededNumber {
  const parameter = plan.parameters.find((one) => one.name === name);
  if (parameter === undefined || !isDrawn(parameter)) throw new RangeError(`'${name}' is not drawn`);
  const { m, b } = linearRegression(values.map((value, draw) => [value, remaining[draw] ?? NaN]));
  const { value, low, high } = parameter;
  const best = m > 0 ? low : high;
  const left = b + m * best;
  if (left > 0) return { naam: name, nodig: null, beste: best, overig: left };
  // The value nearest to the present one: that one itself when the line lies below zero there already.
  return { naam: name, nodig: b + m * value <= 0 ? value : -b / m, beste: best, overig: 0 };
}
