// Where to next: the outcomes of a station, of which the first that matches wins.
import { z } from 'zod';
import { amountSchema, nonNegative, share, type Amount } from './amount.js';
import { conditionSchema, type Condition } from './condition.js';
import { durationSchema, type DurationSpec } from './duration.js';
import { effectSchema, type EffectSpec } from './effect.js';

export const exit = 'exit';

/**
 * How a client is handed to the next station. Warm costs nothing. Cold takes `delay`, loses a share `lost` of the clients to the station
 * `lostTo`, and makes the receiver repeat `repeatHours` of talk.
 */
export type HandoverSpec =
  | { kind: 'warm' }
  | {
      kind: 'cold';
      delay?: DurationSpec | undefined;
      lost?: Amount | undefined;
      lostTo?: string | undefined;
      repeatHours?: Amount | undefined;
    };

/**
 * Exactly one of `when`, `share`, `rank`, `odds`, `rest`. Shares and ranks are fractions of the clients who arrive at this station
 * and were not taken by a `when` before.
 * `rank` takes the top `share` by a score with correlation `accuracy` to attribute `by`; the score is assumed normal with the calibrated `mean`
 * and `sd` of those who arrive in the base, so that a larger share lowers the threshold and nothing is ever ranked on line.
 * `odds` is logistic: P = 1 / (1 + exp(-(intercept + slope * attribute))).
 * `grant` settles the decision: granted this long after the application, but not before now.
 */
export interface OutcomeSpec {
  readonly when?: Condition | undefined;
  readonly share?: Amount | undefined;
  readonly rank?:
    { by: string; accuracy: Amount; share: Amount; mean?: Amount | undefined; sd?: Amount | undefined } | undefined;
  readonly odds?: { by: string; intercept: Amount; slope: Amount } | undefined;
  readonly rest?: true | undefined;
  readonly to: string;
  readonly mark?: string | undefined;
  readonly effects?: EffectSpec[] | undefined;
  readonly handover?: HandoverSpec | undefined;
  readonly grant?: DurationSpec | undefined;
  readonly side?: string[] | undefined;
}

const handoverSchema: z.ZodType<HandoverSpec> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('warm') }),
  z.strictObject({
    kind: z.literal('cold'),
    delay: durationSchema.optional(),
    lost: share.optional(),
    lostTo: z.string().optional(),
    repeatHours: nonNegative.optional(),
  }),
]);

const rules = ['when', 'share', 'rank', 'odds', 'rest'] as const;

export const outcomeSchema: z.ZodType<OutcomeSpec> = z
  .strictObject({
    when: conditionSchema.optional(),
    share: share.optional(),
    rank: z
      .strictObject({
        by: z.string(),
        accuracy: share,
        share,
        mean: amountSchema.optional(),
        sd: nonNegative.optional(),
      })
      .optional(),
    odds: z.strictObject({ by: z.string(), intercept: amountSchema, slope: amountSchema }).optional(),
    rest: z.literal(true).optional(),
    to: z.string(),
    mark: z.string().optional(),
    effects: z.array(effectSchema).optional(),
    handover: handoverSchema.optional(),
    grant: durationSchema.optional(),
    side: z.array(z.string()).optional(),
  })
  .superRefine((outcome, context) => {
    const used = rules.filter((rule) => outcome[rule] !== undefined);
    if (used.length !== 1) {
      context.addIssue({
        code: 'custom',
        message: `een uitkomst heeft precies één regel uit ${rules.join(', ')}; gevonden: ${used.length === 0 ? 'geen' : used.join(' en ')}`,
      });
    }
  });

export const outcomesSchema = z.array(outcomeSchema).min(1);
