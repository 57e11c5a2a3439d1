// Capacity that stations share: working hours of staff, caseload places, and plain places.
import { z } from 'zod';
import { amountSchema, nonNegative, share } from './amount.js';

const shrink = z.enum(['finish', 'interrupt']).optional();
const label = z.string().optional();

/** What a rise of fte costs in time; see `staffing`. `moved`: the part of the fte that another pool lends, negative when lent to one. */
const recruitmentSchema = z.strictObject({
  delayMonths: nonNegative,
  learningMonths: nonNegative,
  moved: amountSchema.optional(),
});
export type RecruitmentSpec = z.infer<typeof recruitmentSchema>;

/**
 * `hours`: fte x productive hours a year x share for the primary process; ceil(fte) servers, each at speed fte/ceil(fte).
 * `caseload`: fte x norm places. `places`: seats, rooms, counters; `skills` names what each server can do.
 * `absence` is the share of fte that is away on top of what the productive hours leave out. `spread` is the coefficient of variation of pace
 * between the servers of a team, see `paces`; `speeds` says how fast each place works, 1 where it says nothing.
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
    recruitment: recruitmentSchema.optional(),
    absence: share.optional(),
  }),
  z.strictObject({
    kind: z.literal('caseload'),
    label,
    fte: nonNegative,
    norm: nonNegative,
    shrink,
    recruitment: recruitmentSchema.optional(),
    absence: share.optional(),
  }),
  z.strictObject({
    kind: z.literal('places'),
    label,
    capacity: nonNegative,
    skills: z.array(z.array(z.string())).optional(),
    speeds: z.array(z.number().positive()).optional(),
    shrink,
  }),
]);
export type PoolSpec = z.infer<typeof poolSchema>;

/** `fixed`: who was helped before where this was asked, waits for the same server. */
export const demandSchema = z.strictObject({
  pool: z.string(),
  units: z.int().min(1).optional(),
  skill: z.string().optional(),
  fixed: z.boolean().optional(),
});
export type DemandSpec = z.infer<typeof demandSchema>;
