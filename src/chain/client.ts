// Who moves: a client (one household, possibly with several applications) and her visits to stations.
import type { EventId } from '../kernel/simulation.js';
import type { RequestId } from '../kernel/pools.js';
import type { Exit } from './node.js';
import type { Spell } from './spell.js';
import type { Station } from './station.js';

/** A stay at one station at a time. Every client has one main visit; side visits run beside it. */
export class Visit {
  readonly client: Client;
  readonly main: boolean;
  station: Station | undefined;
  enteredAt = 0;
  startedAt = 0;
  /** How often this client came to this station before; part of the key of every draw here. */
  turn = 0;
  event: EventId | undefined;
  request: RequestId | undefined;
  /** Extra hours that the next service must repeat after a cold handover. */
  repeatHours = 0;
  /** Free for the station that holds the visit: its place in a crowd, no-shows so far, … */
  datum = 0;
  /** Integral of the station's dose when the stay began. */
  doseArea = 0;
  /** Work that may be interrupted: how much there is to do, since when it is done in one go, and when it is to be done. */
  work = 0;
  begunAt = 0;
  /** Pace of whoever does it, where that differs. */
  pace = 1;
  due = 0;
  /** Has come to a station where she must wait until other visits of hers are done. */
  isHeld = false;
  /** Done here, but without room where she goes: by which exit, and in which order of all who were ever blocked. */
  blockedBy: Exit | undefined;
  blockedOrder = 0;
  /** The station whose server or place she still occupies while a router sends her on. */
  heldBy: Station | undefined;

  constructor(client: Client, main: boolean) {
    this.client = client;
    this.main = main;
  }
}

export class Client {
  readonly main: Visit;
  key = 0;
  source = 0;
  readonly attributes: number[];
  sides: Visit[] | undefined;
  spell: Spell | undefined;
  /** Applications so far, this one included. */
  applications = 0;
  appliedAt = 0;
  inside = false;
  /** By pool: the server who helped her where a client keeps the same one. */
  servers: number[] | undefined;
  /** Where her visits are counted. */
  readonly turns: number;

  constructor(attributes: number, turns: number) {
    this.main = new Visit(this, true);
    this.attributes = new Array<number>(attributes).fill(NaN);
    this.turns = turns;
  }
}

/** The station that holds the visit. @throws for a visit that is between stations */
export function stationOf(visit: Visit): Station {
  if (visit.station === undefined) throw new Error('this visit is at no station');
  return visit.station;
}
