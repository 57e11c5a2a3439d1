// By which attributes outcomes are split.
import { z } from 'zod';

/** A split by the steps of an attribute, or by `bands` of a number or age: `[27, 45]` makes `<27`, `27-45` and `45+`. */
export const groupSchema = z.strictObject({ attribute: z.string(), bands: z.array(z.number()).min(1).optional() });
export type GroupSpec = z.infer<typeof groupSchema>;
