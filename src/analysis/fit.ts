// Fits a few numbers to a few targets when every look at the model is a costly simulation.
import { dot, gram, solveSymmetric, symmetricAxes, type Matrix, type Vector } from './matrix.js';

/** A number that may move, between `low` and `high`; `step` is how far it moves in order to see what it does, and the scale of "far". */
export interface Knob {
  readonly name: string;
  readonly start: number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

export interface FitProblem {
  readonly knobs: readonly Knob[];
  /**
   * How far each target is missed at each of the points, in half bands, with its weight. The same point must always give the same answer
   * (common random numbers). Points asked for `slopes` are only compared with each other, so they may be run with fewer draws.
   */
  readonly residuals: (points: Matrix, purpose: 'level' | 'slopes') => Promise<Matrix>;
}

export interface FitOptions {
  /** Looks at a new point, at most. */
  readonly rounds?: number;
  /** A step below this part of every knob's own step ends the fit. */
  readonly settled?: number;
  readonly onRound?: (round: FitRound) => void;
}

export interface FitRound {
  /** Sum of squared residuals at the point that was tried. */
  readonly misfit: number;
  readonly state: 'begin' | 'beter' | 'slechter';
}

/** Numbers that can move together, by these parts of a step (length 1), while no target notices much. */
export interface LooseDirection {
  /** Residuals, together, over one step along it. */
  readonly strength: number;
  readonly parts: readonly { readonly name: string; readonly part: number }[];
}

export interface Fit {
  readonly values: Vector;
  readonly residuals: Vector;
  readonly misfit: number;
  readonly rounds: readonly FitRound[];
  /** Change of each residual over one step of each knob, at the end. */
  readonly slopes: Matrix;
  readonly loose: readonly LooseDirection[];
}

/** A whole step along a loose direction moves all residuals together by less than a fifth of a half band. */
const LOOSE = 0.2;

/**
 * Levenberg-Marquardt in its secant form (Madsen, Nielsen and Tingleff, Methods for Non-Linear Least Squares Problems, 2004, §3.5): slopes
 * by finite differences at the start, kept up to date with Broyden's formula, and measured again when a step with updated slopes makes
 * things worse. Knobs are measured in their own steps, so the damping λ keeps what no target sees where it is. Knobs that reach an end of
 * their range stay there for that step, and the others are solved for again.
 */
export async function fit(problem: FitProblem, options: FitOptions = {}): Promise<Fit> {
  const { rounds: most = 8, settled = 0.02, onRound } = options;
  const { knobs } = problem;
  const rounds: FitRound[] = [];
  const tell = (round: FitRound): void => {
    rounds.push(round);
    onRound?.(round);
  };
  let point: Vector = knobs.map(({ start }) => start);
  let residuals = (await problem.residuals([point], 'level'))[0] ?? [];
  tell({ misfit: dot(residuals, residuals), state: 'begin' });
  let slopes = await measureSlopes(problem, point);
  let fresh = true;
  let damping = 0.05;
  for (let round = 0; round < most; round += 1) {
    const move = boundedMove(slopes, residuals, damping, knobs, point);
    if (move.every((part) => Math.abs(part) < settled)) break;
    const next = point.map((value, k) => clamp(value + move[k]! * knobs[k]!.step, knobs[k]!));
    const there = (await problem.residuals([next], 'level'))[0] ?? [];
    const better = dot(there, there) < dot(residuals, residuals);
    tell({ misfit: dot(there, there), state: better ? 'beter' : 'slechter' });
    if (better) {
      slopes = broyden(slopes, move, residuals, there);
      [point, residuals] = [next, there];
      fresh = false;
      damping /= 3;
    } else {
      damping *= 5;
      if (!fresh) slopes = await measureSlopes(problem, point);
      fresh = true;
    }
  }
  return {
    values: point,
    residuals,
    misfit: dot(residuals, residuals),
    rounds,
    slopes,
    loose: looseDirections(slopes, knobs),
  };
}

const clamp = (value: number, { low, high }: Knob): number => Math.min(high, Math.max(low, value));

/** All knobs in one call, each moved by its step, towards the inside when the range ends. */
async function measureSlopes({ knobs, residuals }: FitProblem, point: Vector): Promise<Matrix> {
  const signs = knobs.map(({ high, step }, k) => (point[k]! + step <= high ? 1 : -1));
  const moved = knobs.map(({ step }, k) => point.map((value, j) => (j === k ? value + signs[k]! * step : value)));
  const [here = [], ...there] = await residuals([point, ...moved], 'slopes');
  return here.map((value, target) => there.map((row, k) => (row[target]! - value) * signs[k]!));
}

/** The damped step, in steps of the knobs: (JᵀJ + λI) s = −Jᵀr, with knobs that would leave their range held at its end. */
function boundedMove(
  slopes: Matrix,
  residuals: Vector,
  damping: number,
  knobs: readonly Knob[],
  point: Vector,
): number[] {
  const move = knobs.map(() => 0);
  let free = knobs.map((_, k) => k);
  while (free.length > 0) {
    const rows = slopes.map((row) => free.map((k) => row[k]!));
    const left = residuals.map((value, target) =>
      move.reduce((sum, part, k) => (free.includes(k) ? sum : sum + part * slopes[target]![k]!), value),
    );
    const normal = gram(rows, free.length).map((row, i) => row.map((value, j) => (i === j ? value + damping : value)));
    const steps = solveSymmetric(
      normal,
      free.map((_, i) => -rows.reduce((sum, row, target) => sum + row[i]! * left[target]!, 0)),
    );
    const stopped = new Set<number>();
    for (const [i, k] of free.entries()) {
      const { low, high, step } = knobs[k]!;
      const [least, most] = [(low - point[k]!) / step, (high - point[k]!) / step];
      move[k] = Math.min(most, Math.max(least, steps[i]!));
      if (steps[i]! < least || steps[i]! > most) stopped.add(k);
    }
    if (stopped.size === 0) break;
    free = free.filter((k) => !stopped.has(k));
  }
  return move;
}

/** The smallest change of the slopes that explains what the last move did. */
function broyden(slopes: Matrix, move: Vector, before: Vector, after: Vector): Matrix {
  const length = dot(move, move);
  return slopes.map((row, target) => {
    const unexplained = after[target]! - before[target]! - dot(row, move);
    return row.map((slope, k) => slope + (unexplained * move[k]!) / length);
  });
}

/** Axes of JᵀJ whose singular value is small; knobs with a part below 0.4 hardly belong to one. */
function looseDirections(slopes: Matrix, knobs: readonly Knob[]): LooseDirection[] {
  return symmetricAxes(gram(slopes, knobs.length))
    .map(({ value, vector }) => ({ strength: Math.sqrt(Math.max(0, value)), vector }))
    .filter(({ strength }) => strength < LOOSE)
    .map(({ strength, vector }) => ({
      strength,
      parts: vector
        .map((part, k) => ({ name: knobs[k]!.name, part }))
        .filter(({ part }) => Math.abs(part) >= 0.4)
        .sort((a, b) => Math.abs(b.part) - Math.abs(a.part)),
    }));
}
