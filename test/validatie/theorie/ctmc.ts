// Markov chains in continuous time, solved as linear equations: for mechanisms without a closed formula.
import type { Numbers } from './queues.js';

interface Move<State> {
  readonly to: State;
  readonly rate: number;
}

/**
 * The long-run chance of every state that can be reached from `first`: πQ = 0 and Σπ = 1, by elimination without subtraction (Grassmann, Taksar and
 * Heyman 1985), which loses no digits.
 */
function steadyState<State>(first: State, moves: (state: State) => Move<State>[]): { state: State; chance: number }[] {
  const numbers = new Map<string, number>();
  const states: State[] = [];
  const indexOf = (state: State): number => {
    const key = JSON.stringify(state);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, states.length);
    return states.push(state) - 1;
  };
  indexOf(first);
  const rates: number[][] = [];
  // States that turn up on the way are looked at in their turn.
  for (const state of states) {
    const row: number[] = [];
    for (const { to, rate } of moves(state)) {
      const column = indexOf(to);
      row[column] = (row[column] ?? 0) + rate;
    }
    rates.push(row);
  }
  const size = states.length;
  const matrix = rates.map((row) => Float64Array.from({ length: size }, (_, column) => row[column] ?? 0));
  for (let last = size - 1; last > 0; last -= 1) {
    let out = 0;
    for (let column = 0; column < last; column += 1) out += matrix[last]![column]!;
    for (let row = 0; row < last; row += 1) matrix[row]![last]! /= out;
    for (let row = 0; row < last; row += 1) {
      const part = matrix[row]![last]!;
      if (part === 0) continue;
      for (let column = 0; column < last; column += 1) matrix[row]![column]! += part * matrix[last]![column]!;
    }
  }
  const chances = new Float64Array(size);
  chances[0] = 1;
  for (let state = 1; state < size; state += 1) {
    for (let row = 0; row < state; row += 1) chances[state]! += chances[row]! * matrix[row]![state]!;
  }
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  return states.map((state, index) => ({ state, chance: chances[index]! / total }));
}

/** At most so many wait in the equations; the chance of more is below 1e-15 in the cases here. */
const mostWaiting = 150;

/**
 * One room: a session of exponential length starts when at least `a` wait and takes at most `b`. The mean group is λ over the number of sessions per
 * unit of time, which is μ times the part of the time that the room is taken.
 */
export function sessions({ a = 1, b = 1, lambda = 0, mu = 1 }: Numbers) {
  const start = (waiting: number) => (waiting >= a ? [1, waiting - Math.min(waiting, b)] : [0, waiting]);
  const solved = steadyState([0, 0], ([busy = 0, waiting = 0]) => [
    ...(waiting < mostWaiting ? [{ to: busy === 1 ? [1, waiting + 1] : start(waiting + 1), rate: lambda }] : []),
    ...(busy === 1 ? [{ to: start(waiting), rate: mu }] : []),
  ]);
  const Lq = solved.reduce((sum, { state, chance }) => sum + (state[1] ?? 0) * chance, 0);
  const taken = solved.reduce((sum, { state, chance }) => sum + (state[0] ?? 0) * chance, 0);
  return { Lq, Wq: Lq / lambda, group: lambda / (mu * taken) };
}

/** Of one station: how many are there, and whether its server holds finished work that has no room to go to. */
type Stage = readonly [present: number, blocked: 0 | 1];

/** Stations of one exponential server in a row, blocking after service, `buffer` places between them; the first is never without work. */
export function saturated({ stations = 2, buffer = 0, mu = 1 }: Numbers) {
  const room = 1 + buffer;
  const pass = (line: readonly Stage[], at: number): Stage[] => {
    const next = line.map((stage): Stage => [...stage]);
    const to = next[at + 1];
    if (to !== undefined && to[0] >= room) {
      next[at] = [next[at]![0], 1];
      return next;
    }
    if (to !== undefined) next[at + 1] = [to[0] + 1, to[1]];
    next[at] = [at === 0 ? 1 : next[at]![0] - 1, 0];
    return at > 0 && next[at - 1]![1] === 1 ? pass(next, at - 1) : next;
  };
  const first = Array.from({ length: stations }, (_, at): Stage => [at === 0 ? 1 : 0, 0]);
  const works = ([present, blocked]: Stage): boolean => present > 0 && blocked === 0;
  const solved = steadyState<Stage[]>(first, (line) =>
    line.flatMap((stage, at) => (works(stage) ? [{ to: pass(line, at), rate: mu }] : [])),
  );
  const busy = solved.reduce((sum, { state, chance }) => sum + (state.slice(-1).some(works) ? chance : 0), 0);
  return { throughput: mu * busy };
}
