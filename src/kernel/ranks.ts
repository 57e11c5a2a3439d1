// The order of events that fall on the same instant; within a rank the order of scheduling decides.

/**
 * First the number of servers changes, then work ends, then waiting work starts, then newcomers arrive, then observers look.
 * So whoever arrives at the instant at which a server comes free stands behind those who were already waiting.
 */
export const rank = { capacity: 0, finish: 1, start: 2, arrive: 3, observe: 4 } as const;
export type Rank = (typeof rank)[keyof typeof rank];

/** Room below each rank for the order of scheduling: rank x 2^50 + order is exact in a double. */
const ORDERS_PER_RANK = 2 ** 50;

/** One number that sorts by rank first and by order of scheduling second. */
export function sortKey(ofRank: Rank, order: number): number {
  return ofRank * ORDERS_PER_RANK + order;
}

/** Sort keys from here on belong to ranks after the start phase. */
export const AFTER_START = (rank.start + 1) * ORDERS_PER_RANK;
