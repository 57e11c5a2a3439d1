// router: no time passes; only outcomes.
import { z } from 'zod';
import { commonStation, type StationKind } from '../station.js';

const schema = z.strictObject({ kind: z.literal('router'), ...commonStation });
export type RouterSpec = z.infer<typeof schema>;

export const router: StationKind<typeof schema> = {
  kind: 'router',
  schema,
  pools: () => [],
  targets: () => [],
  open: (_spec, context) => ({
    arrive(visit) {
      context.started(visit);
      context.leave(visit);
    },
    withdraw: () => undefined,
  }),
};
