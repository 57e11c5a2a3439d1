// The joint law of a stationary stock: elapsed time, the loaded attribute and age, on a fixed grid.
import type { Attribute } from './attributes.js';
import { chanceBelow, tiedRank } from './copula.js';
import { amountAt } from './spec/amount.js';
import { compileCumulative, compileDuration, daysPerMonth } from './spec/duration.js';
import type { RiskSpec, SpellsSpec, StockSpec } from './spec/population.js';

const cells = 400;
const daysPerYear = 365.25;
/** Months of elapsed time: by month for ten years, by half year up to fifty. */
const months: readonly number[] = [
  ...Array.from({ length: 121 }, (_, m) => m),
  ...Array.from({ length: 80 }, (_, k) => 126 + 6 * k),
];

/**
 * In a stationary stock the density of (elapsed e, attribute z) is proportional to f(z) exp(-sum of H_r(e; z)) P(age at entry < limit - e/12 | z);
 * base hazards at the start of the run hold for the past. Everything is drawn by inversion on equal-probability cells of z. Where z and age go
 * together (a correlation), both the chance not to have reached the limit and the age itself are those given z: nothing is approximated but
 * the grid. `Rank` is the uniform of an attribute in the population that applies, so that what is tied to it can follow.
 */
export interface StockLaw {
  readonly loaded: Attribute | undefined;
  readonly age: Attribute | undefined;
  /** Elapsed days for uniform `u`: of a running spell, or of a spell at its exit by risk `exit`. */
  elapsed(u: number, exit: number | undefined): number;
  loadedRank(u: number, elapsed: number, exit: number | undefined): number;
  loadedAt(rank: number): number;
  /** Of someone `elapsed` days after her entry, given that she is below the limit and given the rank of her loaded attribute. */
  ageRank(u: number, elapsed: number, loaded: number): number;
  /** The stored age (as at time 0). */
  ageAt(rank: number, elapsed: number): number;
  /** Exits by a risk per client in stock per day. */
  exitRate(risk: number): number;
}

/** Integrated base hazard of one risk from the start to each grid month, for multiplier 1. */
function baseHazard(risk: RiskSpec): readonly number[] {
  if (risk.kind === 'age') return months.map(() => 0);
  const pieces = (risk.pieces ?? [{ perMonth: risk.perMonth ?? 0 }]).map((piece) => ({
    until: 'untilMonths' in piece ? (piece.untilMonths ?? Infinity) : Infinity,
    rate: amountAt(piece.perMonth, -1) * amountAt(risk.series ?? 1, -1),
  }));
  return months.map((month) => {
    let sum = 0;
    let from = 0;
    for (const { until, rate } of pieces) {
      if (month <= from) break;
      sum += rate * (Math.min(month, until) - from);
      from = until;
    }
    return sum;
  });
}

/** Inverse of a piecewise-linear distribution function given at `points` with cumulative weights `sums`. */
function invert(points: readonly number[], sums: Float64Array, u: number): number {
  const target = u * sums[sums.length - 1]!;
  let low = 0;
  let high = sums.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sums[middle]! <= target) low = middle;
    else high = middle;
  }
  const width = sums[high]! - sums[low]!;
  const part = width > 0 ? (target - sums[low]!) / width : 0;
  return points[low]! + part * (points[high]! - points[low]!);
}

export function createStockLaw(spec: SpellsSpec, stock: StockSpec, attributes: readonly Attribute[]): StockLaw {
  const risks = Object.values(spec.risks);
  const find = (id: string | undefined): Attribute | undefined => attributes.find((attribute) => attribute.id === id);
  const loaded = find(risks.flatMap((risk) => (risk.kind === 'hazard' ? Object.keys(risk.load ?? {}) : []))[0]);
  const limit = risks.find((risk) => risk.kind === 'age');
  const age = find(limit?.attribute);
  const quantile = valueOf(loaded);
  const ageAtEntry = valueOf(age);

  const bases = risks.map(baseHazard);
  const loads = risks.map((risk) =>
    risk.kind === 'hazard' && loaded !== undefined ? (risk.load?.[loaded.id] ?? 0) : 0,
  );
  const values = Float64Array.from({ length: cells }, (_, cell) => quantile((cell + 0.5) / cells));
  const factors = loads.map((load) => values.map((value) => Math.exp(load * value)));
  const same = new Float64Array(cells).fill(1);
  /** How much likelier a client of each cell is to leave by a risk: what the hazard does over time is the same for all. */
  const factorsOf = (exit: number | undefined): Float64Array => (exit === undefined ? same : (factors[exit] ?? same));

  /** P(age at entry + month/12 < limit). */
  const belowLimit =
    limit === undefined || age === undefined ? () => 1 : belowOf(ageAtEntry, cumulativeOf(age), limit.years);
  const rho = correlationOf(loaded, age);
  const reach = months.map(belowLimit);

  /** Per month and cell: still there, and with a correlation below the limit as well; without one that is the same for all cells. */
  const survivals = months.map((_, index) => {
    const passed = new Float64Array(cells);
    for (const [risk, base] of bases.entries()) {
      const upTo = base[index] ?? 0;
      const factor = factorsOf(risk);
      for (let cell = 0; cell < cells; cell += 1) passed[cell]! += upTo * factor[cell]!;
    }
    if (rho === 0) return passed.map((sum) => Math.exp(-sum));
    return passed.map((sum, cell) => Math.exp(-sum) * chanceBelow(reach[index]!, (cell + 0.5) / cells, rho));
  });
  /** Cumulative weight over elapsed time, for the stock or for exits by one risk; bands weigh both in the same way. */
  function elapsedSums(exit: number | undefined, weights: Float64Array | undefined): Float64Array {
    const factor = factorsOf(exit);
    const density = survivals.map((surviving, index) => {
      let sum = 0;
      for (let cell = 0; cell < cells; cell += 1) sum += surviving[cell]! * factor[cell]!;
      return (sum / cells) * (rho === 0 ? (reach[index] ?? 1) : 1);
    });
    // Those who leave are weighed by the hazard of the interval itself, because it may jump at either end.
    const passed = exit === undefined ? months : (bases[exit] ?? []);
    const sums = new Float64Array(months.length);
    for (let index = 1; index < months.length; index += 1) {
      const width = (passed[index] ?? 0) - (passed[index - 1] ?? 0);
      const mass = (((density[index] ?? 0) + (density[index - 1] ?? 0)) / 2) * width;
      sums[index] = sums[index - 1]! + mass * (weights?.[index] ?? 1);
    }
    return sums;
  }
  const counted = bandWeights(stock, elapsedSums(undefined, undefined));
  const sumsOf = new Map<number | undefined, Float64Array>();
  const sums = (exit: number | undefined): Float64Array => {
    const known = sumsOf.get(exit) ?? elapsedSums(exit, counted);
    sumsOf.set(exit, known);
    return known;
  };
  const total = (exit: number | undefined): number => sums(exit)[months.length - 1] ?? 0;
  const uniform = Array.from({ length: cells + 1 }, (_, cell) => cell / cells);
  const conditional = new Map<number | undefined, Float64Array[]>();

  /** Cumulative weights of the cells of z at the grid month nearest to `elapsed`. */
  function cellSums(elapsed: number, exit: number | undefined): Float64Array {
    const month = elapsed / daysPerMonth;
    const index = month <= 120 ? Math.round(month) : Math.min(months.length - 1, 120 + Math.round((month - 120) / 6));
    let known = conditional.get(exit);
    if (known === undefined) conditional.set(exit, (known = []));
    return (known[index] ??= sumsOfCells(survivals[index]!, factorsOf(exit)));
  }

  return {
    loaded,
    age,
    elapsed: (u, exit) => invert(months, sums(exit), u) * daysPerMonth,
    loadedRank: (u, elapsed, exit) => invert(uniform, cellSums(elapsed, exit), u),
    loadedAt: quantile,
    ageRank(u, elapsed, given) {
      const below = belowLimit(elapsed / daysPerMonth);
      return tiedRank(u * chanceBelow(below, given, rho), given, rho);
    },
    ageAt: (rank, elapsed) => ageAtEntry(rank) + elapsed / daysPerYear,
    exitRate: (risk) => total(risk) / total(undefined) / daysPerMonth,
  };
}

const finest = 2 ** 30;
const nearby = 2;

/**
 * The largest multiple of 2⁻³⁰ at which a quantile function, `month`/12 later, is below `years`, by halving. The distribution function says where
 * to look; where it and the quantile function do not agree to the last digits, the whole range is halved.
 */
function belowOf(
  quantile: (u: number) => number,
  cumulative: (value: number) => number,
  years: number,
): (month: number) => number {
  return (month) => {
    const isBelow = (step: number): boolean => quantile(step / finest) + month / 12 < years;
    const guess = Math.floor(cumulative(years - month / 12) * finest);
    let low = Math.max(guess - nearby, 0);
    let high = Math.min(Math.max(guess, 0) + nearby, finest);
    if (low > 0 && !isBelow(low)) low = 0;
    if (high < finest && isBelow(high)) high = finest;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (isBelow(middle)) low = middle;
      else high = middle;
    }
    return low / finest;
  };
}

/** P(X < value) of an attribute that is drawn from a distribution, as it stands before the start. */
function cumulativeOf({ spec }: Attribute): (value: number) => number {
  if (spec.kind !== 'number' && spec.kind !== 'age') return () => 1;
  return compileCumulative(spec.dist, -1);
}

function sumsOfCells(surviving: Float64Array, factor: Float64Array): Float64Array {
  const sums = new Float64Array(cells + 1);
  for (let cell = 0; cell < cells; cell += 1) sums[cell + 1] = sums[cell]! + surviving[cell]! * factor[cell]!;
  return sums;
}

function valueOf(attribute: Attribute | undefined): (u: number) => number {
  if (attribute === undefined) return () => 0;
  const { spec } = attribute;
  const inside = (u: number): number => Math.min(Math.max(u, 1e-12), 1 - 1e-12);
  // A flag or a category is a function of one uniform as well.
  if (spec.kind !== 'number' && spec.kind !== 'age') return (u) => attribute.draw(inside(u), -1, 0);
  const dist = compileDuration(spec.dist);
  return (u) => dist(inside(u), -1, 0);
}

/** Correlation of the normal scores of the loaded attribute and the age at the start, whichever of them is tied to the other. */
function correlationOf(loaded: Attribute | undefined, age: Attribute | undefined): number {
  if (loaded === undefined || age === undefined) return 0;
  const tie = age.tie?.to === loaded.index ? age.tie : loaded.tie?.to === age.index ? loaded.tie : undefined;
  return tie === undefined ? 0 : amountAt(tie.rho, -1);
}

/** Counted bands: within each band the stationary law, weighed so that the band has its share. Per grid interval, by its upper end. */
function bandWeights(stock: StockSpec, stationary: Float64Array): Float64Array | undefined {
  const { elapsed } = stock;
  if (elapsed === 'stationary') return undefined;
  const weights = new Float64Array(stationary.length);
  let from = 0;
  for (const { untilMonths, share } of elapsed.bands) {
    const last = lastIndexUpTo(untilMonths);
    const mass = (stationary[last] ?? 0) - (stationary[from] ?? 0);
    if (mass > 0) weights.fill(amountAt(share, -1) / mass, from + 1, last + 1);
    from = last;
  }
  return weights;
}

function lastIndexUpTo(month: number): number {
  const beyond = months.findIndex((value) => value > month);
  return beyond === -1 ? months.length - 1 : beyond - 1;
}
