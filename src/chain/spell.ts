// A spell on bijstand: the days from melding on, with competing risks that can end it at any instant.
import type { EventId } from '../kernel/simulation.js';
import type { Visit } from './client.js';

/** A factor on one risk. `visit` is set while it is a stay that gives the effect. */
export interface ActiveEffect {
  readonly risk: number;
  factor: number;
  readonly visit: Visit | undefined;
  event: EventId | undefined;
}

/** Per risk: `left` of the unit-exponential threshold as of `since`, the client's multiplier, and the instant at which the risk strikes. */
export class Spell {
  readonly startedAt: number;
  readonly number: number;
  granted = false;
  grantEvent: EventId | undefined;
  strikeEvent: EventId | undefined;
  strikeTime = Infinity;
  readonly left: Float64Array;
  readonly since: Float64Array;
  readonly own: Float64Array;
  readonly multiplier: Float64Array;
  readonly strikes: Float64Array;
  readonly effects: ActiveEffect[] = [];

  constructor(startedAt: number, number: number, risks: number) {
    this.startedAt = startedAt;
    this.number = number;
    this.left = new Float64Array(risks);
    this.since = new Float64Array(risks);
    this.own = new Float64Array(risks);
    this.multiplier = new Float64Array(risks);
    this.strikes = new Float64Array(risks);
  }
}
