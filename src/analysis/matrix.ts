// The little linear algebra that a fit needs: symmetric systems of a handful of unknowns.

export type Vector = readonly number[];
/** Rows of equal length. */
export type Matrix = readonly Vector[];

export function dot(a: Vector, b: Vector): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0);
}

/** `JᵀJ`: how much the columns of J have in common. */
export function gram(rows: Matrix, columns: number): number[][] {
  return Array.from({ length: columns }, (_, i) =>
    Array.from({ length: columns }, (__, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
}

/**
 * Solves A x = b for a symmetric positive definite A by Cholesky's A = L Lᵀ (Golub and Van Loan, Matrix Computations, §4.2). Throws a
 * RangeError when A is not positive definite.
 */
export function solveSymmetric(a: Matrix, b: Vector): number[] {
  const n = b.length;
  const lower: number[][] = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let left = a[i]![j]!;
      for (let k = 0; k < j; k += 1) left -= lower[i]![k]! * lower[j]![k]!;
      if (i === j && !(left > 0)) throw new RangeError('the matrix is not positive definite');
      lower[i]![j] = i === j ? Math.sqrt(left) : left / lower[j]![j]!;
    }
  }
  const x = [...b];
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/** An eigenvalue with its eigenvector of length 1. */
export interface Axis {
  readonly value: number;
  readonly vector: Vector;
}

/** Eigenvalues of a symmetric matrix, largest first, by Jacobi's cyclic rotations (Golub and Van Loan, §8.5). */
export function symmetricAxes(matrix: Matrix): Axis[] {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  const rotate = (rows: number[][], i: number, j: number, k: number, l: number, c: number, s: number): void => {
    const [first, second] = [rows[i]![j]!, rows[k]![l]!];
    rows[i]![j] = c * first - s * second;
    rows[k]![l] = s * first + c * second;
  };
  for (let sweep = 0; sweep < 60; sweep += 1) {
    for (let p = 0; p < n; p += 1) {
      for (let q = p + 1; q < n; q += 1) {
        const off = a[p]![q]!;
        if (Math.abs(off) < 1e-15 * (Math.abs(a[p]![p]!) + Math.abs(a[q]![q]!)) || off === 0) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        for (let k = 0; k < n; k += 1) rotate(a, k, p, k, q, c, t * c);
        for (let k = 0; k < n; k += 1) rotate(a, p, k, q, k, c, t * c);
        for (let k = 0; k < n; k += 1) rotate(v, k, p, k, q, c, t * c);
      }
    }
  }
  const axes = a.map((row, i): Axis => ({ value: row[i]!, vector: v.map((line) => line[i]!) }));
  return axes.sort((first, second) => second.value - first.value);
}
