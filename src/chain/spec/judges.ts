// A station that judges: which of its ways say "soon off bijstand", which say "not soon", and by what it is proved right.
import { z } from 'zod';

/** Right is whoever was sent a `positive` way and left bijstand by one of `reasons` within `months`, or was sent a `negative` way and did not. */
export const judgesSchema = z.strictObject({
  months: z.number().positive(),
  reasons: z.array(z.string()).min(1),
  positive: z.array(z.string()).min(1),
  negative: z.array(z.string()).min(1),
});
export type JudgesSpec = z.infer<typeof judgesSchema>;
