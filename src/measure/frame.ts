// What meters need to know of a chain before it runs: its names in the order of the engine, and its periods. Never a number.
import type { Client } from '../chain/client.js';
import { reserved } from '../chain/applications.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { exit } from '../chain/spec/outcome.js';
import { periodsOf, type Periods } from './periods.js';

/** The source of whoever applies again. */
export const returning = 'herinstroom';

export interface Frame {
  readonly spec: ChainSpec;
  readonly periods: Periods;
  /** Station ids; the position is the station's `index`. */
  readonly stations: readonly string[];
  readonly pools: readonly string[];
  /** Source ids; the position is the client's `source`. Then `herinstroom`, when there are returns. */
  readonly sources: readonly string[];
  /** Risks, marks, and `exit` for a route out of the chain without a mark. */
  readonly reasons: readonly string[];
  readonly risks: number;
}

export function frameOf(spec: ChainSpec): Frame {
  const { spells } = spec;
  const risks = Object.keys(spells?.risks ?? {});
  const marks = Object.keys(spells?.marks ?? {});
  const unmarked = Object.values(spec.stations).some(({ outcomes }) =>
    outcomes.some(({ to, mark }) => to === exit && (mark === undefined || !marks.includes(mark))),
  );
  return {
    spec,
    periods: periodsOf(spec),
    stations: Object.keys(spec.stations).sort(),
    pools: Object.keys(spec.pools).sort(),
    sources: [...Object.keys(spec.arrivals).sort(), ...(spells?.returns === undefined ? [] : [returning])],
    reasons: spells === undefined ? [] : [...risks, ...marks, ...(unmarked ? [exit] : [])],
    risks: risks.length,
  };
}

/** Position in `reasons` of what an observer is told: -1 is a route out without a mark. */
export function reasonSlot({ reasons }: Frame, reason: number): number {
  return reason < 0 ? reasons.length - 1 : reason;
}

/** Position in `sources`; whoever applied before, in this run or before it, is herinstroom. */
export function sourceSlot({ sources }: Frame, client: Client): number {
  const again = client.applications > 1 || client.source === reserved.former;
  return again ? sources.length - 1 : client.source;
}

/** Whether the client stands where she was placed at the start, without an application in this run. */
export function isPlaced(client: Client): boolean {
  return client.source === reserved.initial || (client.source === reserved.stock && client.applications === 1);
}

interface Place {
  readonly id: string;
  readonly index: number;
}

/** Stations where one can wait before it begins. */
export function waitingStations({ spec, stations }: Frame): Place[] {
  return stations.flatMap((id, index) => {
    const kind = spec.stations[id]?.kind;
    return kind === 'service' || kind === 'course' || kind === 'place' ? [{ id, index }] : [];
  });
}

/** Stations where time passes: all but routers. */
export function lastingStations({ spec, stations }: Frame): Place[] {
  return stations.flatMap((id, index) => (spec.stations[id]?.kind === 'router' ? [] : [{ id, index }]));
}

/** Unit of lengths of time: days, or the chain's own. */
export function timeUnit({ periods }: Frame): string {
  return periods.isOwn ? 'tijd' : 'dagen';
}

/**
 * Ends that no policy brings about, left out of the exits as in the sources: an age that is reached (AOW), and death. The destination cannot tell
 * them apart: removal and marriage are `overig` too. Risk ids are common to all organisations.
 */
export function isNatural({ spec }: Frame, reason: string): boolean {
  return reason === 'overlijden' || spec.spells?.risks[reason]?.kind === 'age';
}
