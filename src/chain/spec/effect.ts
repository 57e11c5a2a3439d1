// What a stay does to the ways in which a spell can end: a factor on a risk during the stay and after it.
import { z } from 'zod';
import { nonNegative, type Amount } from './amount.js';

/**
 * `during` and `after.factor` multiply the hazard of `risk`; below 1 is lock-in. `after` lasts `months` rate-months and fades in `steps` equal
 * steps back to 1. With `dose` true the distance from 1 is scaled by the contact that clients of the station really get.
 */
export interface EffectSpec {
  readonly risk: string;
  readonly during?: Amount | undefined;
  readonly after?:
    { readonly factor: Amount; readonly months: Amount; readonly steps?: number | undefined } | undefined;
  readonly dose?: boolean | undefined;
}

export const effectSchema: z.ZodType<EffectSpec> = z.strictObject({
  risk: z.string(),
  during: nonNegative.optional(),
  after: z
    .strictObject({ factor: nonNegative, months: nonNegative, steps: z.int().min(1).max(48).optional() })
    .optional(),
  dose: z.boolean().optional(),
});

/** Contact a client of the station needs, in hours per rate-month, from an hours pool; a lower `rank` is served first when hours are short. */
export const contactSchema = z.strictObject({
  pool: z.string(),
  hoursPerMonth: nonNegative,
  ceiling: nonNegative.optional(),
  rank: z.int().optional(),
});
export type ContactSpec = z.infer<typeof contactSchema>;
