// How long something takes, as declared: a number, or a distribution whose parameters may change over time, with a unit.
import { z } from 'zod';
import { compileQuantile, lawOf, mean as meanOf, problems, type Distribution } from '../../random/distribution.js';
import { amountAt, amountSchema, type Amount } from './amount.js';

export const daysPerMonth = 365.25 / 12;

/** Days in each unit; `chain` is the chain's own time unit, whatever it is. */
export const daysPer = { hours: 1 / 24, days: 1, weeks: 7, months: daysPerMonth, years: 365.25 } as const;
export type TimeUnit = keyof typeof daysPer;

const unit = z.enum(['hours', 'days', 'weeks', 'months', 'years']).optional();
const numbers = z.array(z.number()).min(1);

const distributionSchema = z.discriminatedUnion('dist', [
  z.strictObject({ dist: z.literal('constant'), value: amountSchema, unit }),
  z.strictObject({ dist: z.literal('uniform'), low: amountSchema, high: amountSchema, unit }),
  z.strictObject({ dist: z.literal('triangular'), low: amountSchema, mode: amountSchema, high: amountSchema, unit }),
  z.strictObject({ dist: z.literal('exponential'), mean: amountSchema, unit }),
  z.strictObject({ dist: z.literal('gamma'), mean: amountSchema, cv: amountSchema, unit }),
  z.strictObject({ dist: z.literal('erlang'), k: z.int().min(1), mean: amountSchema, unit }),
  z.strictObject({ dist: z.literal('weibull'), shape: amountSchema, scale: amountSchema, unit }),
  z.strictObject({
    dist: z.literal('lognormal'),
    mean: amountSchema.optional(),
    sd: amountSchema.optional(),
    median: amountSchema.optional(),
    p90: amountSchema.optional(),
    unit,
  }),
  z.strictObject({
    dist: z.literal('normal'),
    mean: amountSchema,
    sd: amountSchema,
    floor: z.number().optional(),
    unit,
  }),
  z.strictObject({ dist: z.literal('empirical'), values: numbers, weights: numbers.optional(), unit }),
  z.strictObject({
    dist: z.literal('piecewise'),
    points: z.array(z.strictObject({ p: z.number(), value: z.number() })).min(2),
    unit,
  }),
  z.strictObject({
    dist: z.literal('hazard'),
    pieces: z.array(z.strictObject({ until: z.number().optional(), rate: z.number() })).min(1),
    unit,
  }),
  z.strictObject({ dist: z.literal('trace'), values: numbers, unit }),
]);

/** A bare number is a constant in the chain's own time unit. */
export const durationSchema = z.union([amountSchema, distributionSchema]);
export type DurationSpec = z.infer<typeof durationSchema>;
type DistributionSpec = z.infer<typeof distributionSchema>;

/** Draws one duration, in the chain's time unit: `u` decides, `time` settles timed parameters, `turn` counts uses (only a trace looks at it). */
export type Sampler = (u: number, time: number, turn: number) => number;

/** A median and a 90 % point fix a lognormal: sigma = ln(p90/median)/z(0.9); mean and sd follow. */
function lognormalFromMedian(median: number, p90: number): Distribution {
  const sigma = Math.log(p90 / median) / 1.2815515655446004;
  const mean = median * Math.exp((sigma * sigma) / 2);
  return { dist: 'lognormal', mean, sd: mean * Math.sqrt(Math.expm1(sigma * sigma)) };
}

/** The distribution as it stands at `time`, in the unit in which it was declared. */
export function distributionAt(spec: Exclude<DistributionSpec, { dist: 'trace' }>, time: number): Distribution {
  const at = (amount: Amount): number => amountAt(amount, time);
  switch (spec.dist) {
    case 'constant':
      return { dist: 'constant', value: at(spec.value) };
    case 'uniform':
      return { dist: 'uniform', low: at(spec.low), high: at(spec.high) };
    case 'triangular':
      return { dist: 'triangular', low: at(spec.low), mode: at(spec.mode), high: at(spec.high) };
    case 'exponential':
      return { dist: 'exponential', mean: at(spec.mean) };
    case 'gamma':
      return { dist: 'gamma', mean: at(spec.mean), cv: at(spec.cv) };
    case 'erlang':
      return { dist: 'erlang', k: spec.k, mean: at(spec.mean) };
    case 'weibull':
      return { dist: 'weibull', shape: at(spec.shape), scale: at(spec.scale) };
    case 'lognormal':
      return spec.median === undefined
        ? { dist: 'lognormal', mean: at(spec.mean ?? NaN), sd: at(spec.sd ?? NaN) }
        : lognormalFromMedian(at(spec.median), at(spec.p90 ?? NaN));
    case 'normal':
      return {
        dist: 'normal',
        mean: at(spec.mean),
        sd: at(spec.sd),
        ...(spec.floor === undefined ? {} : { floor: spec.floor }),
      };
    case 'empirical':
      return {
        dist: 'empirical',
        values: spec.values,
        ...(spec.weights === undefined ? {} : { weights: spec.weights }),
      };
    case 'piecewise':
      return { dist: 'piecewise', points: spec.points };
    case 'hazard':
      // A piece without an end lasts for ever; a file cannot write Infinity.
      return { dist: 'hazard', pieces: spec.pieces.map(({ until, rate }) => ({ until: until ?? Infinity, rate })) };
  }
}

function isTimed(spec: DistributionSpec): boolean {
  return Object.values(spec).some((value) => typeof value === 'object' && 'timed' in value);
}

function factorOf(spec: DistributionSpec): number {
  return spec.unit === undefined ? 1 : daysPer[spec.unit];
}

/** Compiles a declared duration to a sampler; parameters that never change are worked out once. */
export function compileDuration(spec: DurationSpec): Sampler {
  if (typeof spec === 'number') return () => spec;
  if ('timed' in spec) return (_u, time) => amountAt(spec, time);
  const factor = factorOf(spec);
  if (spec.dist === 'trace') {
    const values = spec.values;
    return (_u, _time, turn) => {
      const value = values[turn];
      if (value === undefined) {
        throw new RangeError(`a trace of ${values.length} values was asked for number ${turn + 1}`);
      }
      return value * factor;
    };
  }
  if (isTimed(spec)) return (u, time) => compileQuantile(distributionAt(spec, time))(u) * factor;
  const quantile = compileQuantile(distributionAt(spec, 0));
  return factor === 1 ? quantile : (u) => quantile(u) * factor;
}

/** P(duration < value) as it stands at `time`. */
export function compileCumulative(spec: DurationSpec, time: number): (value: number) => number {
  if (typeof spec === 'number' || 'timed' in spec) return (value) => (amountAt(spec, time) < value ? 1 : 0);
  if (spec.dist === 'trace') throw new Error('a trace has no distribution');
  const { survival } = lawOf(distributionAt(spec, time));
  const factor = factorOf(spec);
  return (value) => 1 - survival(value / factor);
}

/** Expected duration at `time`, in the chain's time unit. */
export function expectedDuration(spec: DurationSpec, time: number): number {
  if (typeof spec === 'number') return spec;
  if ('timed' in spec) return amountAt(spec, time);
  if (spec.dist === 'trace') {
    return (spec.values.reduce((sum, value) => sum + value, 0) / spec.values.length) * factorOf(spec);
  }
  return meanOf(distributionAt(spec, time)) * factorOf(spec);
}

/** What is wrong with a declared duration, in Dutch; empty when nothing is. */
export function durationProblems(spec: DurationSpec): string[] {
  if (typeof spec === 'number') return spec < 0 ? [`een duur mag niet negatief zijn, gevonden ${spec}`] : [];
  if ('timed' in spec) return spec.timed.some((point) => point.value < 0) ? ['een duur mag niet negatief worden'] : [];
  if (spec.dist === 'trace') {
    return spec.values.some((value) => value < 0) ? ['een reeks mag geen negatieve duur bevatten'] : [];
  }
  if (spec.dist === 'lognormal') {
    const byMoments =
      spec.mean !== undefined && spec.sd !== undefined && spec.median === undefined && spec.p90 === undefined;
    const byQuantiles =
      spec.median !== undefined && spec.p90 !== undefined && spec.mean === undefined && spec.sd === undefined;
    if (!byMoments && !byQuantiles) return ['lognormal vraagt `mean` en `sd`, of `median` en `p90`'];
  }
  return problems(distributionAt(spec, 0));
}
