// delay: time passes, and nobody is needed for it.
import { z } from 'zod';
import { rank } from '../../kernel/ranks.js';
import { purpose } from '../../random/keys.js';
import type { Visit } from '../client.js';
import { compileDuration, durationSchema } from '../spec/duration.js';
import { commonStation, type StationKind } from '../station.js';

const schema = z.strictObject({ kind: z.literal('delay'), duration: durationSchema, ...commonStation });
export type DelaySpec = z.infer<typeof schema>;

export const delay: StationKind<typeof schema> = {
  kind: 'delay',
  schema,
  pools: () => [],
  targets: () => [],
  open(spec, context) {
    const { simulation } = context;
    const duration = compileDuration(spec.duration);
    let uses = 0;
    function over(visit: Visit): void {
      visit.event = undefined;
      context.leave(visit);
    }
    return {
      arrive(visit) {
        context.started(visit);
        const wait = duration(context.fate(visit, purpose.duration), simulation.now, uses);
        uses += 1;
        visit.event = simulation.schedule(simulation.now + wait, rank.finish, over, visit, 0);
      },
      withdraw(visit) {
        if (visit.event !== undefined) simulation.cancel(visit.event);
        visit.event = undefined;
      },
    };
  },
};
