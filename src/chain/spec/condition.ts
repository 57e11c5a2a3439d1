// A condition on a client: compared attributes, months on bijstand, joined by all, any and not.
import { z } from 'zod';

export type Condition =
  | { attribute: string; is: number | string | boolean }
  | { attribute: string; atLeast?: number | undefined; below?: number | undefined }
  | { monthsOnBenefit: { atLeast?: number | undefined; below?: number | undefined } }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const range = { atLeast: z.number().optional(), below: z.number().optional() };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ attribute: z.string(), is: z.union([z.number(), z.string(), z.boolean()]) }),
    z.strictObject({ attribute: z.string(), ...range }),
    z.strictObject({ monthsOnBenefit: z.strictObject(range) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** Every attribute that a condition looks at. */
export function attributesIn(condition: Condition): string[] {
  if ('attribute' in condition) return [condition.attribute];
  if ('all' in condition) return condition.all.flatMap(attributesIn);
  if ('any' in condition) return condition.any.flatMap(attributesIn);
  if ('not' in condition) return attributesIn(condition.not);
  return [];
}
