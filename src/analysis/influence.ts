// Which uncertain numbers and readings move an outcome: told from the draws themselves, without an extra run.
import { mean, sampleCorrelation, sampleVariance } from 'simple-statistics';
import { fQuantile } from './f-distribution.js';
import { studentTQuantile } from './student-t.js';

/** What a number was in every draw. */
export interface DrawnNumber {
  readonly kind: 'getal';
  readonly name: string;
  readonly values: readonly number[];
  /** The reading of each draw, when a set of readings gives this number another range: only what differs within a reading counts here. */
  readonly within: readonly string[] | null;
}

/** Which reading of a set was true in every draw. */
export interface DrawnReading {
  readonly kind: 'lezing';
  readonly name: string;
  readonly labels: readonly string[];
}

export type Drawn = DrawnNumber | DrawnReading;

export interface Influence {
  kind: Drawn['kind'];
  name: string;
  /** Pearson's r of the drawn number with the outcome; null for a reading. */
  correlation: number | null;
  /** Part of the variance of the outcome that goes with it, 0–1: r², or for readings the variance between them (η²). */
  share: number;
  /** 95 % interval of the share (Fisher's z); null for a reading. */
  low: number | null;
  high: number | null;
}

export interface Ranking {
  /** How many were looked at, all of which could have come out on top by chance. */
  candidates: number;
  /** An |r| above this is beyond what chance gives the largest of so many, in 95 of 100 runs. */
  threshold: number;
  /** Those beyond it, the largest share first. */
  found: readonly Influence[];
  /** The largest share of all, also when it is not beyond chance; null without candidates. */
  largest: Influence | null;
}

const NONE: Ranking = { candidates: 0, threshold: 1, found: [], largest: null };

/**
 * Ranks what was drawn by the part of the variance of the outcome that goes with it. As many draws as there are numbers always show some
 * correlation, so the level of 5 % is divided by the number of candidates (Bonferroni): r is compared with t/√(n−2+t²), where t is
 * Student's quantile at 1 − 0.025/m with n−2 degrees of freedom, and readings with Fisher's F at 1 − 0.05/m.
 */
export function rankInfluences(drawn: readonly Drawn[], outcome: ArrayLike<number>): Ranking {
  const kept = Array.from(outcome).flatMap((value, draw) => (Number.isNaN(value) ? [] : [draw]));
  const y = kept.map((draw) => outcome[draw]!);
  const n = y.length;
  if (n < 4 || sampleVariance(y) === 0) return NONE;
  const scored = drawn.flatMap((one) => scoreOf(one, kept, y) ?? []);
  const m = scored.length;
  if (m === 0) return NONE;
  const t = studentTQuantile(1 - 0.025 / m, n - 2);
  const threshold = t / Math.sqrt(n - 2 + t * t);
  const isBeyond = ({ influence, groups }: Scored): boolean => {
    if (influence.correlation !== null) return Math.abs(influence.correlation) > threshold;
    if (n <= groups) return false;
    const ratio = influence.share / (groups - 1) / ((1 - influence.share) / (n - groups));
    return ratio > fQuantile(1 - 0.05 / m, groups - 1, n - groups);
  };
  const sorted = [...scored].sort((a, b) => b.influence.share - a.influence.share);
  return {
    candidates: m,
    threshold,
    found: sorted.filter(isBeyond).map(({ influence }) => influence),
    largest: sorted[0]?.influence ?? null,
  };
}

interface Scored {
  influence: Influence;
  groups: number;
}

function scoreOf(drawn: Drawn, kept: readonly number[], y: readonly number[]): Scored | null {
  const { kind, name } = drawn;
  if (kind === 'lezing') {
    const labels = kept.map((draw) => drawn.labels[draw] ?? '');
    const groups = new Set(labels).size;
    if (groups < 2) return null;
    const between = sampleVariance(groupMeans(labels, y)) / sampleVariance([...y]);
    return { influence: { kind, name, correlation: null, share: between, low: null, high: null }, groups };
  }
  const values = kept.map((draw) => drawn.values[draw] ?? NaN);
  const { within } = drawn;
  const centres =
    within === null
      ? null
      : groupMeans(
          kept.map((draw) => within[draw] ?? ''),
          values,
        );
  const x = values.map((value, index) => value - (centres?.[index] ?? 0));
  // Equal values can leave rounding behind once their mean is taken off.
  const size = Math.max(...values.map(Math.abs));
  if (!(sampleVariance(x) > 1e-24 * size * size)) return null;
  const correlation = sampleCorrelation(x, [...y]);
  const [low, high] = shareInterval(correlation, y.length);
  return { influence: { kind, name, correlation, share: correlation * correlation, low, high }, groups: 0 };
}

/** For every draw the mean of its group. */
function groupMeans(labels: readonly string[], values: readonly number[]): number[] {
  const means = new Map(
    [...new Set(labels)].map((label) => [label, mean(values.filter((_, index) => labels[index] === label))]),
  );
  return labels.map((label) => means.get(label) ?? NaN);
}

/** r² over the 95 % interval of r by Fisher's transformation: tanh(artanh r ± 1.96/√(n−3)). */
function shareInterval(r: number, n: number): [number, number] {
  if (Math.abs(r) >= 1) return [1, 1];
  const half = 1.959963984540054 / Math.sqrt(n - 3);
  const ends = [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)].map((end) => end * end);
  const [a = 0, b = 0] = ends;
  const crosses = Math.abs(Math.atanh(r)) < half;
  return [crosses ? 0 : Math.min(a, b), Math.max(a, b)];
}
