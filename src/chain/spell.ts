// A spell on bijstand: the days from melding on, with competing risks that can end it at any instant.
import type { EventId } from '../kernel/simulation.js';
import type { Visit } from './client.js';
import type { EffectSpec } from './spec/effect.js';
import type { StateEffect } from './states.js';
import type { Thresholds } from './thresholds.js';

/** A factor on one risk, or on how often a state begins. `visit` is set while it is a stay that gives the effect. */
export interface ActiveEffect {
  readonly risk: number;
  factor: number;
  readonly visit: Visit | undefined;
  /** What it comes from: the declared effect of a station, or that of a state. */
  readonly spec: EffectSpec | StateEffect;
  event: EventId | undefined;
  /** The effect that was given after this one. */
  next: ActiveEffect | undefined;
}

/** A client's days on bijstand. Her record is used again for later spells, because a run has tens of thousands. */
export class Spell {
  /** Where its numbers stand, for `Thresholds`. */
  readonly at: number;
  number = 0;
  granted = false;
  grantEvent: EventId | undefined;
  strikeEvent: EventId | undefined;
  /** One bit per state that the client is in. */
  inStates = 0;
  /** In the order in which they were given; few enough to go along, and a list of its own would weigh more than they do. */
  firstEffect: ActiveEffect | undefined;
  private readonly thresholds: Thresholds;

  constructor(thresholds: Thresholds, at: number) {
    this.thresholds = thresholds;
    this.at = at;
  }

  get startedAt(): number {
    return this.thresholds.startedAt(this.at);
  }

  /** Makes the record that of a new spell; the per-risk values are set by whoever opens it. */
  open(startedAt: number, number: number, granted: boolean): void {
    this.number = number;
    this.granted = granted;
    this.grantEvent = undefined;
    this.strikeEvent = undefined;
    this.firstEffect = undefined;
    this.inStates = 0;
    this.thresholds.begin(this.at, startedAt);
  }

  /** How often the state has been set, the beginning of the spell included. */
  timesSet(state: number): number {
    return this.thresholds.turns(this.at, state);
  }

  isIn(state: number): boolean {
    return (this.inStates & (1 << state)) !== 0;
  }

  addEffect(effect: ActiveEffect): void {
    let last = this.firstEffect;
    if (last === undefined) {
      this.firstEffect = effect;
      return;
    }
    while (last.next !== undefined) last = last.next;
    last.next = effect;
  }

  removeEffect(effect: ActiveEffect): void {
    if (this.firstEffect === effect) {
      this.firstEffect = effect.next;
      return;
    }
    for (let before = this.firstEffect; before !== undefined; before = before.next) {
      if (before.next === effect) before.next = effect.next;
    }
  }

  /** The effect that comes from `spec`, by this stay when one is given. */
  effectOf(spec: ActiveEffect['spec'], visit?: Visit): ActiveEffect | undefined {
    let effect = this.firstEffect;
    while (effect !== undefined && (effect.spec !== spec || effect.visit !== visit)) effect = effect.next;
    return effect;
  }
}
