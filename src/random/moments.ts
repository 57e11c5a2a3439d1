// Mean and variance of a distribution, cut short or not, for arithmetic before a run; a run itself never asks for them.
import { lawOf, type Distribution } from './distribution.js';

/** Steps of the trapezium rule over the logit of u; beyond ±36 a double cannot tell u from 0 or 1. */
const reach = 36;
const steps = 3600;

/**
 * Mean and variance of min(X, cap), as integrals over u of the quantile, by the trapezium rule in z = ln(u / (1 - u)). For smooth quantiles, however
 * long their tail, the error is below a millionth; a jump or a bend in the quantile costs at most a few thousandths.
 */
export function moments(distribution: Distribution, cap = Infinity): { mean: number; variance: number } {
  const law = lawOf(distribution);
  if (distribution.dist === 'constant') return { mean: Math.min(law.mean, cap), variance: 0 };
  const integral = (of: (value: number) => number): number => {
    let sum = 0;
    for (let step = 1; step < steps; step += 1) {
      const z = ((2 * step) / steps - 1) * reach;
      const u = 1 / (1 + Math.exp(-z));
      if (u < 1) sum += of(Math.min(law.quantile(u), cap)) * u * (1 / (1 + Math.exp(z)));
    }
    return (sum * 2 * reach) / steps;
  };
  const mean = cap === Infinity ? law.mean : integral((value) => value);
  return { mean, variance: integral((value) => (value - mean) ** 2) };
}
