// A spell on bijstand: the days from melding on, with competing risks that can end it at any instant.
import type { EventId } from '../kernel/simulation.js';
import type { Visit } from './client.js';
import type { EffectSpec } from './spec/effect.js';
import type { StateEffect } from './states.js';

/** A factor on one risk, or on how often a state begins. `visit` is set while it is a stay that gives the effect. */
export interface ActiveEffect {
  readonly risk: number;
  factor: number;
  readonly visit: Visit | undefined;
  /** What it comes from: the declared effect of a station, or that of a state. */
  readonly spec: EffectSpec | StateEffect;
  event: EventId | undefined;
}

/** A client's days on bijstand. Records are used again for later spells, because a run has tens of thousands. */
export class Spell {
  /** Where her numbers stand in the thresholds of all spells. */
  readonly at: number;
  startedAt = 0;
  number = 0;
  granted = false;
  grantEvent: EventId | undefined;
  strikeEvent: EventId | undefined;
  strikeTime = Infinity;
  /** One bit per state that the client is in. */
  inStates = 0;
  /** How often each state has been set, the beginning of the spell included. */
  readonly turns: number[];
  readonly effects: ActiveEffect[] = [];

  constructor(at: number, states: number) {
    this.at = at;
    this.turns = new Array<number>(states).fill(0);
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
    this.inStates = 0;
    const { turns } = this;
    for (let state = 0; state < turns.length; state += 1) turns[state] = 0;
  }

  isIn(state: number): boolean {
    return (this.inStates & (1 << state)) !== 0;
  }
}
