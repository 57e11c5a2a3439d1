// The competing risks at work: thresholds, effects, decisions, and the end of a spell.
import type { Simulation } from '../kernel/simulation.js';
import { rank } from '../kernel/ranks.js';
import { purpose } from '../random/keys.js';
import type { Streams } from '../random/streams.js';
import { attributeAt, type Attribute } from './attributes.js';
import type { Client } from './client.js';
import type { Hazard } from './hazard.js';
import type { Observer } from './observer.js';
import type { SpellsSpec } from './spec/population.js';
import type { Records } from './records.js';
import { compileRisks, daysPerYear, multiplierOf, strikeOf, type Risk } from './risks.js';
import { Spell, type ActiveEffect } from './spell.js';
import { compileStates, type State } from './states.js';
import { Thresholds } from './thresholds.js';
import { amountAt } from './spec/amount.js';

export interface SpellOptions {
  readonly spec: SpellsSpec;
  readonly attributes: readonly Attribute[];
  readonly records: Records;
  readonly simulation: Simulation;
  readonly streams: Streams;
  readonly observer: Observer;
  readonly until: number;
  /** Whether no risk ends this client's spell; undefined when that goes for nobody. */
  readonly spared?: ((client: Client) => boolean) | undefined;
  /** The spell has ended: take the client out of everything; she may return later. */
  readonly ended: (client: Client, reason: number, spell: Spell) => void;
}

export class Spells {
  readonly risks: Risk[];
  /** Reasons for the end of a spell, by index: the risks, then the marks of routes that leave the chain. */
  readonly reasons: string[];
  readonly states: readonly State[];
  private readonly options: SpellOptions;
  private readonly thresholds: Thresholds;
  private readonly hasStates: boolean;

  constructor(options: SpellOptions) {
    this.options = options;
    const { records } = options;
    this.risks = compileRisks(options.spec, options.attributes, options.until);
    this.reasons = [...this.risks.map(({ id }) => id), ...Object.keys(options.spec.marks ?? {})];
    this.states = compileStates(options.spec, options.attributes, options.until);
    this.thresholds = new Thresholds(records.rows, this.risks.length, this.states.length);
    this.hasStates = this.states.length > 0;
  }

  /** The slot of a risk or a state in the records of a spell: risks first, then states. */
  slotOf(id: string): number {
    return [...this.risks, ...this.states].findIndex((one) => one.id === id);
  }

  /** Opens the client's spell as of `startedAt`; thresholds are fresh, so for a spell already running only what is still to come counts. */
  start(client: Client, startedAt: number, granted: boolean): void {
    const { simulation, streams, observer } = this.options;
    const now = simulation.now;
    const { thresholds } = this;
    client.spellRecord ??= new Spell(thresholds, client.at + this.options.records.spellAt);
    const spell = client.spellRecord;
    const { at } = spell;
    spell.open(startedAt, client.applications - 1, granted);
    client.spell = spell;
    // A multiplier of 0 is never reached, and no factor makes it anything else.
    const isSpared = this.options.spared?.(client) === true;
    for (const { index, age, key, hazard, loads } of this.risks) {
      if (age !== undefined) {
        const years = age.years - attributeAt(age.attribute, client, now);
        thresholds.strikeAt(at, index, isSpared ? Infinity : now + Math.max(0, years) * daysPerYear);
        continue;
      }
      const own = isSpared ? 0 : multiplierOf(loads, client, now);
      const left = -Math.log(streams.fate(client.key, key, purpose.threshold, spell.number));
      thresholds.leave(at, index, left, now);
      thresholds.setOwn(at, index, own);
      thresholds.setProduct(at, index, own);
      thresholds.strikeAt(at, index, strikeOf(hazard, startedAt, now, left, own));
    }
    observer.spellStarted?.(client, now);
    if (granted) observer.granted?.(client, now);
    if (this.hasStates) for (const state of this.states) this.openState(client, spell, state, now);
    this.schedule(client, spell);
  }

  /** Grants the spell at `time`, or now when that has passed. */
  grantAt(client: Client, time: number): void {
    const spell = client.spell;
    if (spell === undefined || spell.granted || spell.grantEvent !== undefined) return;
    const { simulation } = this.options;
    spell.grantEvent = simulation.schedule(Math.max(time, simulation.now), rank.finish, this.grant, client, 0);
  }

  private readonly grant = (client: Client): void => {
    const spell = client.spell;
    if (spell === undefined) return;
    spell.grantEvent = undefined;
    spell.granted = true;
    this.options.observer.granted?.(client, this.options.simulation.now);
  };

  /** Nothing comes of a factor 1, or for a client whose spell is over. `visit` is the stay that gives the effect, if one does. */
  addEffect(
    client: Client,
    { risk, factor, visit, spec }: Omit<ActiveEffect, 'event' | 'next'>,
  ): ActiveEffect | undefined {
    const spell = client.spell;
    if (spell === undefined || factor === 1) return undefined;
    const effect: ActiveEffect = { risk, factor, visit, spec, event: undefined, next: undefined };
    spell.addEffect(effect);
    this.refresh(client, spell, risk);
    return effect;
  }

  /** Gives an effect another factor; 1 takes it away. */
  changeEffect(client: Client, effect: ActiveEffect, factor: number): void {
    const spell = client.spell;
    if (spell === undefined || effect.factor === factor) return;
    effect.factor = factor;
    if (factor === 1) spell.removeEffect(effect);
    this.refresh(client, spell, effect.risk);
  }

  /** Ends the spell for `reason`; scheduled decisions and effects go with it. */
  end(client: Client, reason: number): void {
    const spell = client.spell;
    if (spell === undefined) return;
    const { simulation, observer, ended } = this.options;
    if (spell.strikeEvent !== undefined) simulation.cancel(spell.strikeEvent);
    if (spell.grantEvent !== undefined) simulation.cancel(spell.grantEvent);
    for (let effect = spell.firstEffect; effect !== undefined; effect = effect.next) {
      if (effect.event !== undefined) simulation.cancel(effect.event);
    }
    observer.spellEnded?.(client, reason, simulation.now);
    client.spell = undefined;
    ended(client, reason, spell);
  }

  /** Whoever begins bijstand is in no state; of those who are placed, each is by her own chance. */
  private openState(client: Client, spell: Spell, state: State, now: number): void {
    const elapsed = now - spell.startedAt;
    const chance = elapsed > 0 ? state.chance(elapsed, multiplierOf(state.loads, client, now)) : 0;
    const isIn =
      chance > 0 && this.options.streams.fate(client.key, state.key, purpose.attribute, spell.number) < chance;
    this.setState(client, spell, state, isIn, now);
  }

  /** In or out: a fresh threshold for the way back, and the factors on the risks. Draws are numbered by spell and by turn within it. */
  private setState(client: Client, spell: Spell, state: State, isIn: boolean, now: number): void {
    const { streams, observer } = this.options;
    const { thresholds } = this;
    const slot = this.risks.length + state.index;
    const bit = 1 << state.index;
    const wasIn = spell.isIn(state.index);
    spell.inStates = isIn ? spell.inStates | bit : spell.inStates & ~bit;
    thresholds.setOwn(spell.at, slot, isIn ? 1 : multiplierOf(state.loads, client, now));
    const draw = ((spell.number & 63) << 6) | (thresholds.turns(spell.at, state.index) & 63);
    thresholds.turn(spell.at, state.index);
    const left = -Math.log(streams.fate(client.key, state.key, purpose.threshold, draw));
    thresholds.leave(spell.at, slot, left, now);
    this.multiply(spell, slot);
    this.aim(spell, slot, now);
    if (isIn === wasIn) return;
    observer.stateChanged?.(client, state.index, isIn, now);
    for (const spec of state.effects) {
      const active = spell.effectOf(spec);
      if (isIn) this.addEffect(client, { risk: spec.risk, factor: amountAt(spec.factor, now), visit: undefined, spec });
      else if (active !== undefined) this.changeEffect(client, active, 1);
    }
  }

  /** The hazard that runs in a slot; undefined for an age, which has none. */
  private hazardOf(spell: Spell, slot: number): Hazard | undefined {
    const risk = this.risks[slot];
    if (risk !== undefined) return risk.hazard;
    const state = this.states[slot - this.risks.length];
    return state !== undefined && spell.isIn(state.index) ? state.ends : state?.begins;
  }

  /** Brings the threshold of one slot up to date, takes the product of its factors anew, and looks when it strikes now. */
  private refresh(client: Client, spell: Spell, slot: number): void {
    const hazard = this.hazardOf(spell, slot);
    if (hazard === undefined) return;
    const { thresholds } = this;
    const { at } = spell;
    const now = this.options.simulation.now;
    const passed = hazard.between(spell.startedAt, thresholds.since(at, slot), now);
    thresholds.leave(at, slot, thresholds.left(at, slot) - thresholds.product(at, slot) * passed, now);
    this.multiply(spell, slot);
    this.aim(spell, slot, now);
    this.schedule(client, spell);
  }

  /** An effect on a state is one on its beginning: whoever is in it leaves it at her own pace. */
  private multiply(spell: Spell, slot: number): void {
    let product = this.thresholds.own(spell.at, slot);
    const follows = slot < this.risks.length || !spell.isIn(slot - this.risks.length);
    for (let effect = follows ? spell.firstEffect : undefined; effect !== undefined; effect = effect.next) {
      if (effect.risk === slot) product *= effect.factor;
    }
    this.thresholds.setProduct(spell.at, slot, product);
  }

  private aim(spell: Spell, slot: number, now: number): void {
    const { thresholds } = this;
    const { at, startedAt } = spell;
    const hazard = this.hazardOf(spell, slot);
    const product = thresholds.product(at, slot);
    thresholds.strikeAt(at, slot, strikeOf(hazard, startedAt, now, thresholds.left(at, slot), product));
  }

  private schedule(client: Client, spell: Spell): void {
    const { thresholds } = this;
    const time = thresholds.strikes(spell.at, thresholds.first(spell.at));
    if (spell.strikeEvent !== undefined) {
      if (time === thresholds.strikeTime(spell.at)) return;
      this.options.simulation.cancel(spell.strikeEvent);
      spell.strikeEvent = undefined;
    }
    thresholds.setStrikeTime(spell.at, time);
    // A strike after the run has no consequence that anyone can see.
    if (time > this.options.until) return;
    spell.strikeEvent = this.options.simulation.schedule(
      Math.max(time, this.options.simulation.now),
      rank.finish,
      this.strike,
      client,
      0,
    );
  }

  private readonly strike = (client: Client): void => {
    const spell = client.spell;
    if (spell === undefined) return;
    spell.strikeEvent = undefined;
    const first = this.thresholds.first(spell.at);
    const state = this.states[first - this.risks.length];
    if (state === undefined) {
      this.end(client, first);
      return;
    }
    this.setState(client, spell, state, !spell.isIn(state.index), this.options.simulation.now);
    this.schedule(client, spell);
  };
}
