// Who moves: a client (one household, possibly with several applications) and her visits to stations.
import type { EventId } from '../kernel/simulation.js';
import type { RequestId } from '../kernel/pools.js';
import type { Exit } from './node.js';
import { column, type Records } from './records.js';
import type { Rows } from './rows.js';
import type { Spell } from './spell.js';
import type { Station } from './station.js';

/** A stay at one station at a time. Every client has one main visit; side visits run beside it. */
export class Visit {
  readonly client: Client;
  readonly main: boolean;
  /** Where its numbers stand in its rows. */
  readonly at: number;
  station: Station | undefined;
  /** How often this client came to this station before; part of the key of every draw here. */
  turn = 0;
  event: EventId | undefined;
  request: RequestId | undefined;
  /** Free for the station that holds the visit: its place in a crowd, no-shows so far, … */
  datum = 0;
  /** Has come to a station where she must wait until other visits of hers are done. */
  isHeld = false;
  /** Done here, but without room where she goes: by which exit, and in which order of all who were ever blocked. */
  blockedBy: Exit | undefined;
  blockedOrder = 0;
  /** The station whose server or place she still occupies while a router sends her on. */
  heldBy: Station | undefined;
  private readonly rows: Rows;

  constructor(client: Client, main: boolean, rows: Rows, at: number) {
    this.client = client;
    this.main = main;
    this.rows = rows;
    this.at = at;
    rows.values.fill(0, at, at + 7);
    this.pace = 1;
  }

  get enteredAt(): number {
    return this.rows.values[this.at]!;
  }
  set enteredAt(time: number) {
    this.rows.values[this.at] = time;
  }

  get startedAt(): number {
    return this.rows.values[this.at + 1]!;
  }
  set startedAt(time: number) {
    this.rows.values[this.at + 1] = time;
  }

  /** Integral of the station's dose when the stay began. */
  get doseArea(): number {
    return this.rows.values[this.at + 2]!;
  }
  set doseArea(area: number) {
    this.rows.values[this.at + 2] = area;
  }

  /** Extra hours that the next service must repeat after a cold handover. */
  get repeatHours(): number {
    return this.rows.values[this.at + 3]!;
  }
  set repeatHours(hours: number) {
    this.rows.values[this.at + 3] = hours;
  }

  /** Work that may be interrupted: how much there is to do, since when it is done in one go, and when it is to be done. */
  get work(): number {
    return this.rows.values[this.at + 4]!;
  }
  set work(work: number) {
    this.rows.values[this.at + 4] = work;
  }
  get begunAt(): number {
    return this.rows.values[this.at + 5]!;
  }
  set begunAt(time: number) {
    this.rows.values[this.at + 5] = time;
  }
  get due(): number {
    return this.rows.values[this.at + 6]!;
  }
  set due(time: number) {
    this.rows.values[this.at + 6] = time;
  }

  /** Pace of whoever does the work, where that differs. */
  get pace(): number {
    return this.rows.values[this.at + 7]!;
  }
  set pace(pace: number) {
    this.rows.values[this.at + 7] = pace;
  }
}

export class Client {
  readonly main: Visit;
  source = 0;
  sides: Visit[] | undefined;
  spell: Spell | undefined;
  /** Applications so far, this one included. */
  applications = 0;
  inside = false;
  /** By pool: the server who helped her where a client keeps the same one. */
  servers: number[] | undefined;
  /** Where her row begins. */
  readonly at: number;
  /** The record that all her spells use, one after the other; it stays when a spell ends. */
  spellRecord: Spell | undefined;
  private readonly rows: Rows;

  /** Her attributes are unknown (NaN) until they are drawn. */
  constructor({ rows, turnsAt }: Records) {
    this.rows = rows;
    this.at = rows.open();
    this.main = new Visit(this, true, rows, this.at);
    this.key = 0;
    this.appliedAt = 0;
    rows.values.fill(NaN, this.at + column.attributes, this.at + turnsAt);
  }

  get key(): number {
    return this.rows.values[this.at + column.key]!;
  }
  set key(key: number) {
    this.rows.values[this.at + column.key] = key;
  }

  get appliedAt(): number {
    return this.rows.values[this.at + column.appliedAt]!;
  }
  set appliedAt(time: number) {
    this.rows.values[this.at + column.appliedAt] = time;
  }

  /** As stored (attributes.ts); NaN as long as it is unknown. */
  attribute(index: number): number {
    return this.rows.values[this.at + column.attributes + index]!;
  }

  setAttribute(index: number, value: number): void {
    this.rows.values[this.at + column.attributes + index] = value;
  }
}

/** The station that holds the visit. @throws for a visit that is between stations */
export function stationOf(visit: Visit): Station {
  if (visit.station === undefined) throw new Error('this visit is at no station');
  return visit.station;
}
