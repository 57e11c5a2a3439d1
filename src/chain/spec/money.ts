// What a chain costs and brings in, in euros: declared beside the process, counted without touching it.
import { z } from 'zod';
import { isDate } from '../civil-date.js';
import { amountBetween, amountSchema, nonNegative, share } from './amount.js';

/** A growth per year as a share: 0.02 is two percent. Below -1 nothing would be left. */
const growth = amountBetween(-0.99, Infinity);

/**
 * All amounts are in the prices of `pricesOf` and grow by themselves every day: a uitkering with `priceGrowthPerYear`, wages and programmes with
 * `wageGrowthPerYear`. `budgets` are amounts as they were voted and do not grow.
 *
 * `benefit.perYear` is the mean over all uitkeringen when a part `share` of them has a partner (`persons.partner`); with `couple`, a uitkering with a
 * partner costs `ratio` times one without, and the mean at that share stays `perYear`.
 * `states`: while a client is in such a state, part-time work say, her uitkering is `lessPerMonth` lower; the mean stays `perYear` when a part
 * `share` of the uitkeringen is in it.
 * `staff`: fte that are employed, whether or not they have learned the work yet; a vacancy costs nothing but `perNewFte` once it is filled.
 * `besidesFte` are paid with a pool and do not work in it (or, below zero, are counted in it and not paid).
 * `income` is what the organisation receives: `perYear` times `volume`, growing with the price of a uitkering.
 */
export const moneySchema = z.strictObject({
  pricesOf: z.string().refine(isDate, { message: 'geen geldige datum; verwacht jjjj-mm-dd' }),
  priceGrowthPerYear: growth.default(0),
  wageGrowthPerYear: growth.default(0),
  benefit: z.strictObject({
    perYear: nonNegative,
    couple: z.strictObject({ ratio: nonNegative, share }).optional(),
    states: z.record(z.string(), z.strictObject({ lessPerMonth: nonNegative, share })).optional(),
  }),
  staff: z
    .strictObject({
      pools: z.record(z.string(), z.strictObject({ perFte: nonNegative, besidesFte: amountSchema.optional() })),
      overhead: nonNegative.optional(),
      perNewFte: nonNegative.optional(),
    })
    .optional(),
  programmes: z
    .record(z.string(), z.strictObject({ perStart: nonNegative.optional(), perYear: nonNegative.optional() }))
    .optional(),
  budgets: z.record(z.string(), z.strictObject({ label: z.string().optional(), perYear: nonNegative })).optional(),
  income: z
    .strictObject({ label: z.string().optional(), perYear: nonNegative, volume: nonNegative.default(1) })
    .optional(),
});
export type MoneySpec = z.output<typeof moneySchema>;
