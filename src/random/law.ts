// What every distribution can do once its numbers are known, and what a family of distributions has to supply.

/** A distribution with its constants worked out. Times are in whatever unit its numbers are in. */
export interface Law {
  /** The value below which a fraction u lies; never decreasing in u, finite for 2⁻⁵³ ≤ u ≤ 1 − 2⁻⁵³. */
  readonly quantile: (u: number) => number;
  /** P(X ≥ elapsed): the chance not to have ended before `elapsed`. */
  readonly survival: (elapsed: number) => number;
  /** The quantile of X − elapsed given X ≥ elapsed; 0 where nobody lasts that long. */
  readonly residual: (u: number, elapsed: number) => number;
  /** The lower end of the values, −∞ when there is none. */
  readonly lowest: number;
  readonly mean: number;
}

/** One family of distributions: its checks, and the way from its numbers to a law. */
export interface Family<Spec> {
  /** What is wrong with the numbers, in Dutch; `law` may be asked only when nothing is. */
  problems(spec: Spec): string[];
  law(spec: Spec): Law;
}

/**
 * The residual by inverse CDF on the conditional law, worked from the upper tail so that it keeps its digits when
 * hardly anyone lasts as long as `elapsed`.
 * @param upperQuantile the value that a fraction s exceeds
 */
export function residualFromTail(
  law: Pick<Law, 'quantile' | 'survival'>,
  upperQuantile: (s: number) => number,
): Law['residual'] {
  return (u, elapsed) => {
    const surviving = law.survival(elapsed);
    if (surviving >= 1) return law.quantile(u) - elapsed;
    if (surviving <= 0) return 0;
    return Math.max(0, upperQuantile(surviving * (1 - u)) - elapsed);
  };
}
