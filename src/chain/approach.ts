// Reads ahead: what the next events will ask of their clients is fetched from memory together, before the first of them happens.
import type { Pools } from '../kernel/pools.js';
import type { Approach } from '../kernel/event-calendar.js';
import { Client, Visit } from './client.js';
import type { Records } from './records.js';

/**
 * A hundred thousand clients do not fit in the cache of a processor, and what one event needs of one client lies in several places. Asked for one after
 * the other the processor waits for each of them. Asked for some dozens of clients at a time, in a loop in which nobody waits for anybody, they come
 * at once.
 */
export function createApproach({ rows }: Records, pools: Pools): Approach {
  const clients: Client[] = [];
  return (subjects, count) => {
    let found = 0;
    for (let at = 0; at < count; at += 1) {
      const subject = subjects[at];
      const client = subject instanceof Client ? subject : subject instanceof Visit ? subject.client : undefined;
      if (client === undefined) continue;
      clients[found] = client;
      found += 1;
    }
    // Returned, so that no compiler can leave the reading out.
    let read = 0;
    for (let at = 0; at < found; at += 1) {
      const { main, spell } = clients[at]!;
      if (spell !== undefined) read += spell.firstEffect?.factor ?? 0;
      if (main.request !== undefined) read += pools.touch(main.request);
      read += rows.touch(main.at);
    }
    return read;
  };
}
