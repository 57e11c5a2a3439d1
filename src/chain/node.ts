// A station as the route knows it: its exits, and which of them may keep a client from going on.
import type { Visit } from './client.js';
import type { Sampler } from './spec/duration.js';
import type { OutcomeSpec } from './spec/outcome.js';
import type { Station } from './station.js';

/** A station with its compiled outcomes. */
export interface Node extends Station {
  readonly choose: (visit: Visit, now: number) => number;
  /** Looks for what is hidden about the client, before her outcome is chosen. */
  readonly look: ((visit: Visit) => void) | undefined;
  readonly exits: readonly Exit[];
  /** Some of its exits lead, perhaps past routers, to a station that blocks. */
  keeps: boolean;
  /** Stations where the client must not be on another visit before this one is taken in. */
  readonly after: readonly string[] | undefined;
}

export interface Exit {
  readonly spec: OutcomeSpec;
  readonly to: Node | undefined;
  readonly grant: Sampler | undefined;
  readonly delay: Sampler | undefined;
}

/** A cold handover brings her out of the station first: she comes as anybody from outside. */
export function leadsAtOnce({ spec }: Exit): boolean {
  return spec.handover?.kind !== 'cold';
}

export function mustWait(visit: Visit, after: readonly string[]): boolean {
  const { client } = visit;
  for (const other of [client.main, ...(client.sides ?? [])]) {
    if (other !== visit && other.station !== undefined && after.includes(other.station.id)) return true;
  }
  return false;
}

function mayBlock(way: Exit): boolean {
  const { to } = way;
  if (to === undefined || !leadsAtOnce(way)) return false;
  return to.mechanism.door?.blocking === true || (to.spec.kind === 'router' && to.keeps);
}

/** Marks the stations from which a client may find no room. To be called once all exits are known. */
export function findBlocking(nodes: ReadonlyMap<string, Node>): void {
  for (let again = true; again;) {
    again = false;
    for (const node of nodes.values()) {
      if (node.keeps || !node.exits.some(mayBlock)) continue;
      node.keeps = true;
      again = true;
    }
  }
}
