// A state within a spell: a client can enter it and leave it again while her bijstand runs on, such as working part-time.
import { z } from 'zod';
import { nonNegative } from './amount.js';

/**
 * `begins` and `ends` are hazards per rate-month of entering and of leaving the state; `begins.load` gives exp(load x attribute), `begins.series`
 * multiplies over calendar time. While the state lasts, each of `effects` multiplies the hazard of a risk. Effects of stations may name a state as
 * their `risk`: they then change how often it begins.
 */
export const stateSchema = z.strictObject({
  label: z.string(),
  begins: z.strictObject({
    perMonth: nonNegative,
    load: z.record(z.string(), z.number()).optional(),
    series: nonNegative.optional(),
  }),
  ends: z.strictObject({ perMonth: nonNegative }),
  effects: z.array(z.strictObject({ risk: z.string(), factor: nonNegative })).optional(),
});
export type StateSpec = z.infer<typeof stateSchema>;
