// Capacity that stations share: working hours of staff, caseload places, and plain places.
import { z } from 'zod';
import { nonNegative } from './amount.js';

const shrink = z.enum(['finish', 'interrupt']).optional();
const label = z.string().optional();

/**
 * `hours`: fte x productive hours a year x share for the primary process; ceil(fte) servers, each at speed fte/ceil(fte).
 * `caseload`: fte x norm places. `places`: seats, rooms, counters; `skills` names what each server can do.
 * `spread` (coefficient of variation of speed between servers), `recruitment`, `absence` are described but not yet calculated.
 */
export const poolSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hours'),
    label,
    fte: nonNegative,
    productiveHoursPerYear: nonNegative,
    share: nonNegative,
    shrink,
    spread: nonNegative.optional(),
    recruitment: z.strictObject({ delayMonths: nonNegative, learningMonths: nonNegative }).optional(),
    absence: nonNegative.optional(),
  }),
  z.strictObject({ kind: z.literal('caseload'), label, fte: nonNegative, norm: nonNegative, shrink }),
  z.strictObject({
    kind: z.literal('places'),
    label,
    capacity: nonNegative,
    skills: z.array(z.array(z.string())).optional(),
    shrink,
  }),
]);
export type PoolSpec = z.infer<typeof poolSchema>;

export const demandSchema = z.strictObject({
  pool: z.string(),
  units: z.int().min(1).optional(),
  skill: z.string().optional(),
});
export type DemandSpec = z.infer<typeof demandSchema>;
