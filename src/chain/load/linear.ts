// Exact solution of linear traffic equations, and the loops that keep everybody who comes in.

export interface Solution {
  /** Visits per unit of time, by station; Infinity where clients pile up in a loop, or come from one that does. */
  readonly visits: Float64Array;
  /** Loops from which nobody comes out, or that multiply: the stations of each, in order. */
  readonly traps: readonly (readonly number[])[];
}

/** A pivot this small is a loop whose chance to come back is 1 but for rounding. */
const nothing = 1e-12;

/**
 * Solves x = outside + x * chance, for `chance[from][to]` the expected number of visits to `to` that one visit to `from` gives (rows may add up to
 * more than 1: side visits). Groups of stations that lead to each other are solved one after the other. In a group that gets anybody at all,
 * I - chance is eliminated without exchanging rows; it is an M-matrix, and so its spectral radius is below 1, exactly when every pivot is positive
 * (Berman and Plemmons, Nonnegative Matrices in the Mathematical Sciences, theorem 6.2.3). Otherwise the group keeps everybody: a trap.
 */
export function solveTraffic(outside: ArrayLike<number>, chance: readonly ArrayLike<number>[]): Solution {
  const size = outside.length;
  const visits = new Float64Array(size);
  const traps: number[][] = [];
  for (const group of groupsInOrder(chance)) {
    const coming = group.map((to) => {
      let sum = outside[to]!;
      for (let from = 0; from < size; from += 1) {
        const part = chance[from]![to]!;
        if (part > 0 && visits[from]! > 0 && !group.includes(from)) sum += visits[from]! * part;
      }
      return sum;
    });
    if (coming.every((rate) => rate === 0)) continue;
    const solved = coming.includes(Infinity) ? undefined : eliminate(group, coming, chance);
    if (solved === undefined && !coming.includes(Infinity)) traps.push(group);
    for (const [index, station] of group.entries()) visits[station] = solved?.[index] ?? Infinity;
  }
  return { visits, traps };
}

/** Visits within one group, or undefined when the group keeps everybody. */
function eliminate(group: readonly number[], coming: readonly number[], chance: readonly ArrayLike<number>[]) {
  const size = group.length;
  const rows = group.map((to, row) => {
    const line = new Float64Array(size + 1);
    for (const [column, from] of group.entries()) line[column] = (row === column ? 1 : 0) - chance[from]![to]!;
    line[size] = coming[row]!;
    return line;
  });
  for (let pivot = 0; pivot < size; pivot += 1) {
    const line = rows[pivot]!;
    if (line[pivot]! <= nothing) return undefined;
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = rows[row]![pivot]! / line[pivot]!;
      if (factor === 0) continue;
      for (let column = pivot; column <= size; column += 1) rows[row]![column]! -= factor * line[column]!;
    }
  }
  const solved = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = rows[row]![size]!;
    for (let column = row + 1; column < size; column += 1) rest -= rows[row]![column]! * solved[column]!;
    solved[row] = rest / rows[row]![row]!;
  }
  return solved;
}

/** Strongly connected groups, each before those it leads to: Tarjan (1972), whose groups come out in the opposite order. */
function groupsInOrder(chance: readonly ArrayLike<number>[]): number[][] {
  const size = chance.length;
  const order = new Int32Array(size).fill(-1);
  const lowest = new Int32Array(size);
  const open: number[] = [];
  const isOpen = new Set<number>();
  const groups: number[][] = [];
  let turn = 0;
  const visit = (at: number): void => {
    order[at] = lowest[at] = turn;
    turn += 1;
    open.push(at);
    isOpen.add(at);
    for (let to = 0; to < size; to += 1) {
      if (chance[at]![to]! <= 0) continue;
      if (order[to] === -1) {
        visit(to);
        lowest[at] = Math.min(lowest[at], lowest[to]!);
      } else if (isOpen.has(to)) lowest[at] = Math.min(lowest[at], order[to]!);
    }
    if (lowest[at] !== order[at]) return;
    const group = open.splice(open.indexOf(at)).sort((a, b) => a - b);
    for (const member of group) isOpen.delete(member);
    groups.push(group);
  };
  for (let at = 0; at < size; at += 1) if (order[at] === -1) visit(at);
  return groups.reverse();
}
