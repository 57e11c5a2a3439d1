// Who flows: attributes, sources of applications, the risks that end a spell, returns, and the stock at the start.
import { z } from 'zod';
import { amountBetween, nonNegative, share } from './amount.js';
import { durationSchema } from './duration.js';
import { stateSchema } from './state.js';

/**
 * `number`: drawn once; `age`: years, grows with time; `flag`: true for a share; `category`: one of several. Three look at another: `observation`
 * sees it through noise (`cuts` make steps of it, which `names` may name; with noise `score` it sees what a rank at the same station sees),
 * `finding` comes upon a flag by chance, and `mapping` writes the steps of one ladder as numbers of another.
 */
export const attributeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), label: z.string().optional(), dist: durationSchema }),
  z.strictObject({ kind: z.literal('age'), label: z.string().optional(), dist: durationSchema }),
  z.strictObject({ kind: z.literal('flag'), label: z.string().optional(), share }),
  z.strictObject({ kind: z.literal('category'), label: z.string().optional(), shares: z.record(z.string(), share) }),
  z.strictObject({
    kind: z.literal('observation'),
    label: z.string().optional(),
    of: z.string(),
    accuracy: share,
    cuts: z.array(z.number()).optional(),
    names: z.array(z.string()).optional(),
    noise: z.enum(['own', 'score']).optional(),
  }),
  z.strictObject({ kind: z.literal('finding'), label: z.string().optional(), of: z.string(), chance: share }),
  z.strictObject({
    kind: z.literal('mapping'),
    label: z.string().optional(),
    of: z.string(),
    table: z.record(z.string(), z.number()),
  }),
]);
export type AttributeSpec = z.infer<typeof attributeSchema>;

/** Kinds of attributes that are seen by a station, and not part of who somebody is. */
export const observingKinds: readonly string[] = ['observation', 'finding', 'mapping'];

/** What an attribute looks at: undefined for one that is drawn by itself. */
export function observedBy(spec: AttributeSpec): string | undefined {
  return 'of' in spec ? spec.of : undefined;
}

/** The names of the steps that an attribute has, by its stored value; undefined when it has no steps or they are mere numbers. */
export function stepNames(spec: AttributeSpec): readonly string[] | undefined {
  if (spec.kind === 'category') return Object.keys(spec.shares);
  if (spec.kind === 'observation' && spec.cuts !== undefined) {
    return spec.names ?? Array.from({ length: spec.cuts.length + 1 }, (_, step) => String(step));
  }
  return undefined;
}

/** The second attribute follows the first: `value` is the correlation of their normal scores (Gaussian copula). */
export const correlationSchema = z.strictObject({
  between: z.tuple([z.string(), z.string()]),
  value: amountBetween(-1, 1),
});
export type CorrelationSpec = z.infer<typeof correlationSchema>;

/**
 * A source of applications. `rate` is Poisson, by inversion of the cumulative rate; `perYear` counts 365.25 days, `perUnit` the chain's own unit;
 * `series` multiplies, and so does `profile`, which repeats. `interval` is a renewal process; `times` lists instants. `attributes` replaces distributions for this source.
 */
export const arrivalSchema = z
  .strictObject({
    label: z.string().optional(),
    rate: z
      .strictObject({
        perYear: nonNegative.optional(),
        perUnit: nonNegative.optional(),
        series: nonNegative.optional(),
        profile: z.strictObject({ every: z.int().positive(), values: z.array(z.number().min(0)).min(1) }).optional(),
      })
      .optional(),
    interval: durationSchema.optional(),
    first: z.number().optional(),
    times: z.array(z.number()).optional(),
    batch: durationSchema.optional(),
    from: z.number().optional(),
    until: z.number().optional(),
    limit: z.int().min(0).optional(),
    to: z.string().optional(),
    attributes: z.record(z.string(), attributeSchema).optional(),
  })
  .superRefine((source, context) => {
    const ways = [source.rate, source.interval, source.times].filter((way) => way !== undefined).length;
    if (ways !== 1) {
      context.addIssue({ code: 'custom', message: 'een bron heeft precies één van rate, interval, times' });
    }
  });
export type ArrivalSpec = z.infer<typeof arrivalSchema>;

/** Clients who are already at a station when the run starts (chains without spells); `attributes` replaces distributions for them. */
export const initialSchema = z.strictObject({
  station: z.string(),
  count: z.int().min(0),
  attributes: z.record(z.string(), attributeSchema).optional(),
});

/** What an ended spell counts as: only `werk`, `opleiding` and `inkomen` are results anywhere. */
export const destination = z.enum([
  'werk',
  'opleiding',
  'inkomen',
  'zonder-bekend-inkomen',
  'geen-recht',
  'later-opnieuw',
  'overig',
]);
export type Destination = z.infer<typeof destination>;

const pieces = z.array(z.strictObject({ untilMonths: z.number().positive().optional(), perMonth: nonNegative })).min(1);

/** A way in which a spell can end: h(t) = base(months on bijstand) * exp(load * attribute) * series(t) * effects; or the AOW date of an age. */
export const riskSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hazard'),
    label: z.string(),
    perMonth: nonNegative.optional(),
    pieces: pieces.optional(),
    load: z.record(z.string(), z.number()).optional(),
    series: nonNegative.optional(),
    destination,
  }),
  z.strictObject({ kind: z.literal('age'), label: z.string(), attribute: z.string(), years: z.number(), destination }),
]);
export type RiskSpec = z.infer<typeof riskSchema>;

/** Former clients who apply again: hazards by months since the exit, per reason of exit (`default` for the others). */
export const returnsSchema = z.strictObject({
  label: z.string().optional(),
  to: z.string().optional(),
  horizonMonths: z.number().positive(),
  after: z.record(z.string(), pieces),
  never: z.array(z.string()),
  endedBy: z.array(z.string()),
  aftercare: z.strictObject({ factor: nonNegative, months: z.number(), reasons: z.array(z.string()) }).optional(),
  former: z.boolean().optional(),
});
export type ReturnsSpec = z.infer<typeof returnsSchema>;

/** Spells that run already at the start; `stationary` elapsed times follow from inflow and hazards, `bands` are counted (months). */
export const stockSchema = z.strictObject({
  count: nonNegative,
  station: z.string(),
  elapsed: z.union([
    z.literal('stationary'),
    z.strictObject({ bands: z.array(z.strictObject({ untilMonths: z.number().positive(), share })).min(1) }),
  ]),
});
export type StockSpec = z.infer<typeof stockSchema>;

export const spellsSchema = z.strictObject({
  risks: z.record(z.string(), riskSchema),
  states: z.record(z.string(), stateSchema).optional(),
  termDays: z.number().positive().optional(),
  returns: returnsSchema.optional(),
  stock: stockSchema.optional(),
  marks: z.record(z.string(), z.strictObject({ label: z.string(), destination })).optional(),
});
export type SpellsSpec = z.infer<typeof spellsSchema>;
