// The order within a priority: who of those that wait goes first.
import { z } from 'zod';
import type { Terms } from '../../kernel/pools.js';
import { purpose } from '../../random/keys.js';
import type { Visit } from '../client.js';
import type { StationContext } from '../station.js';

/**
 * `fifo`: first come, first served, as it is when nothing is said; `lifo`: who came last; `lot`: the lowest lot, drawn once when she joins the queue.
 * That is not service in random order, where all who wait have the same chance every time: whoever drew a high lot is overtaken again and again.
 */
export const orderSchema = z.enum(['fifo', 'lifo', 'lot']);
type Order = z.infer<typeof orderSchema>;

/** The terms on which a station asks for its pools; undefined for the ordinary ones. */
export function termsOf(
  order: Order | undefined,
  { yields, interrupted }: Pick<Terms, 'yields' | 'interrupted'>,
  context: StationContext,
): Terms | undefined {
  const isOrdinary = order === undefined || order === 'fifo';
  if (isOrdinary && interrupted === undefined) return undefined;
  const lot = (visit: Visit): number => context.fate(visit, purpose.priority);
  return {
    ...(isOrdinary ? {} : { order: order === 'lifo' ? ('latest' as const) : lot }),
    ...(yields === undefined ? {} : { yields }),
    ...(interrupted === undefined ? {} : { interrupted }),
  };
}
