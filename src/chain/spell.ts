// A spell on bijstand: the days from melding on, with competing risks that can end it at any instant.
import type { EventId } from '../kernel/simulation.js';
import type { Visit } from './client.js';
import type { EffectSpec } from './spec/effect.js';

/** A factor on one risk. `visit` is set while it is a stay that gives the effect. */
export interface ActiveEffect {
  readonly risk: number;
  factor: number;
  readonly visit: Visit | undefined;
  /** The declared effect that it comes from. */
  readonly spec: EffectSpec;
  event: EventId | undefined;
}

/**
 * Per risk: `left` of the unit-exponential threshold as of `since`, the client's `own` multiplier, its product with all effects, and the instant at
 * which the risk strikes. Records are used again for later spells, because a run has tens of thousands.
 */
export class Spell {
  startedAt = 0;
  number = 0;
  granted = false;
  grantEvent: EventId | undefined;
  strikeEvent: EventId | undefined;
  strikeTime = Infinity;
  readonly left: number[];
  readonly since: number[];
  readonly own: number[];
  readonly multiplier: number[];
  readonly strikes: number[];
  readonly effects: ActiveEffect[] = [];

  constructor(risks: number) {
    const none = (): number[] => new Array<number>(risks).fill(NaN);
    this.left = none();
    this.since = none();
    this.own = none();
    this.multiplier = none();
    this.strikes = none();
  }

  /** Makes the record that of a new spell; the per-risk values are set by whoever opens it. */
  open(startedAt: number, number: number, granted: boolean): void {
    this.startedAt = startedAt;
    this.number = number;
    this.granted = granted;
    this.grantEvent = undefined;
    this.strikeEvent = undefined;
    this.strikeTime = Infinity;
    this.effects.length = 0;
  }
}
