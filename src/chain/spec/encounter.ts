// What a step of the chain is to a client: whom she meets there, what it is aimed at, and which term was promised.
import { z } from 'zod';

/** Whom a client meets at a station, and how. Stations with the same `who` are one face. */
export const meetsSchema = z.strictObject({
  who: z.string().min(1),
  how: z.enum(['personal', 'group', 'phone', 'writing']),
});
export type MeetsSpec = z.infer<typeof meetsSchema>;

/** What an activity is for. A talk, a decision or a wait is for neither. */
export const aimSchema = z.enum(['work', 'participation']);
export type Aim = z.infer<typeof aimSchema>;

/**
 * A stated term: a stay here begins within `value` of `unit` since the client came here (`arrival`), since her application, or since she left the station
 * that `since` names. It is compared with what happens and changes nothing; `source` says who stated it.
 */
export const normSchema = z.strictObject({
  within: z.strictObject({ value: z.number().positive(), unit: z.enum(['workdays', 'days', 'weeks', 'months']) }),
  since: z.string().min(1),
  source: z.string().min(1),
});
export type NormSpec = z.infer<typeof normSchema>;
