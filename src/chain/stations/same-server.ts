// A client who keeps the same server: what she asks of a pool once she has been helped, and who it was.
import type { Demand, Pools } from '../../kernel/pools.js';
import type { Visit } from '../client.js';

export interface SameServer {
  /** The demands of this visit: of her own server, or of any as long as she has none. */
  demands(visit: Visit): readonly Demand[];
  /** Whoever helps her now is hers. To be called when a visit is granted. */
  remember(visit: Visit): void;
}

/** `fixed` is the position of the demand whose server is kept; it asks one unit. */
export function keepServer(demands: readonly Demand[], fixed: number, pools: Pools): SameServer {
  const pool = demands[fixed]?.pool ?? 0;
  const first = demands.slice(0, fixed).reduce((sum, { units }) => sum + units, 0);
  const own: (readonly Demand[] | undefined)[] = [];
  const forServer = (server: number): readonly Demand[] =>
    demands.map((demand, index) => (index === fixed ? { ...demand, server } : demand));
  return {
    demands(visit) {
      const server = visit.client.servers?.[pool];
      if (server === undefined) return demands;
      own[server] ??= forServer(server);
      return own[server];
    },
    remember(visit) {
      if (visit.request === undefined) return;
      const server = pools.servers(visit.request)[first];
      if (server === undefined) return;
      visit.client.servers ??= [];
      visit.client.servers[pool] = server;
    },
  };
}
