// A curve that an organisation asks for by default: one parameter over a row of values, and what a programme does at each.
import { z } from 'zod';

/**
 * `values` are of `parameter`, `station` is the programme that is followed. Parameters in `along` grow in proportion to the value in one of
 * two variants and stay in the other; `price` is the parameter with the price of one unit of them a year.
 */
export const curveSchema = z.strictObject({
  label: z.string().optional(),
  parameter: z.string(),
  station: z.string(),
  values: z.array(z.number()).min(1),
  along: z.array(z.string()).optional(),
  price: z.string().optional(),
});

export type CurveSpec = z.infer<typeof curveSchema>;
