// Effects at work: what a stay does to a client's risks, scaled by the contact she gets, and how it fades afterwards.
import { rank } from '../kernel/ranks.js';
import type { Simulation } from '../kernel/simulation.js';
import type { Client, Visit } from './client.js';
import { hasCourse, type Doses } from './dose.js';
import { amountAt } from './spec/amount.js';
import { daysPerMonth } from './spec/duration.js';
import type { EffectSpec } from './spec/effect.js';
import type { ActiveEffect } from './spell.js';
import type { Spells } from './spells.js';
import type { Station } from './station.js';

/** The factor that remains of `factor` when only a part `dose` of the contact is given: its distance from 1 in proportion. */
export function dosed(factor: number, dose: number): number {
  return 1 + (factor - 1) * dose;
}

interface Fading {
  readonly client: Client;
  readonly effect: ActiveEffect;
  readonly factor: number;
  readonly steps: number;
  step: number;
}

/** A declared effect with its risk looked up. */
interface Compiled {
  readonly spec: EffectSpec;
  readonly risk: number;
}

const none: readonly Compiled[] = [];

export class Effects {
  private readonly simulation: Simulation;
  private readonly spells: Spells;
  private readonly doses: Doses;
  private readonly compiled: (readonly Compiled[])[] = [];

  constructor(options: { simulation: Simulation; spells: Spells; doses: Doses }) {
    this.simulation = options.simulation;
    this.spells = options.spells;
    this.doses = options.doses;
  }

  /** The stay proper begins: its `during` factors start, at the dose of the moment. */
  begin(visit: Visit, station: Station): void {
    if (station.spec.contact !== undefined) this.doses.join(visit, station);
    for (const { spec, risk } of this.of(station)) {
      if (spec.during === undefined) continue;
      const factor = dosed(amountAt(spec.during, this.simulation.now), this.doseFor(spec, station));
      this.spells.addEffect(visit.client, { risk, factor, visit, spec });
    }
  }

  /** The dose of the station or a factor with a course has changed: the factors follow for a client who is there. */
  redose(visit: Visit, station: Station): void {
    for (const { spec, risk } of this.of(station)) {
      if (spec.during === undefined || (spec.dose !== true && !hasCourse(spec.during))) continue;
      const active = visit.client.spell?.effectOf(spec, visit);
      const factor = dosed(amountAt(spec.during, this.simulation.now), this.doseFor(spec, station));
      if (active === undefined) this.spells.addEffect(visit.client, { risk, factor, visit, spec });
      else this.spells.changeEffect(visit.client, active, factor);
    }
  }

  /** The stay ends by its route: `during` stops and `after` starts, at the mean dose of the stay. */
  leave(visit: Visit, station: Station): void {
    const effects = this.of(station);
    if ((effects.length === 0 && station.spec.contact === undefined) || visit.startedAt === Infinity) return;
    const mean = this.doses.leave(visit, station);
    if (effects.length === 0) return;
    const { client } = visit;
    for (let active = client.spell?.firstEffect; active !== undefined; active = active.next) {
      if (active.visit === visit) this.spells.changeEffect(client, active, 1);
    }
    for (const { spec } of effects) this.giveAfter(client, spec, spec.dose === true ? mean : 1);
  }

  private of(station: Station): readonly Compiled[] {
    const { effects } = station.spec;
    if (effects === undefined) return none;
    const known = this.compiled[station.index];
    if (known !== undefined) return known;
    const compiled = effects.map((spec) => ({ spec, risk: this.risk(spec) }));
    this.compiled[station.index] = compiled;
    return compiled;
  }

  /** Effects that an outcome gives, apart from any stay. */
  give(client: Client, effects: readonly EffectSpec[], dose: number): void {
    for (const effect of effects) this.giveAfter(client, effect, dose);
  }

  /** The stay is cut short by the end of the spell: nothing remains to be changed but the head count. */
  drop(visit: Visit, station: Station): void {
    if (visit.startedAt !== Infinity) this.doses.leave(visit, station);
  }

  private doseFor(effect: EffectSpec, station: Station): number {
    return effect.dose === true ? this.doses.dose(station) : 1;
  }

  private risk(effect: EffectSpec): number {
    return this.spells.slotOf(effect.risk);
  }

  private giveAfter(client: Client, spec: EffectSpec, dose: number): void {
    if (spec.after === undefined || client.spell === undefined) return;
    const now = this.simulation.now;
    const months = amountAt(spec.after.months, now);
    const factor = dosed(amountAt(spec.after.factor, now), dose);
    if (months <= 0 || factor === 1) return;
    const effect = this.spells.addEffect(client, { risk: this.risk(spec), factor, visit: undefined, spec });
    if (effect === undefined) return;
    const steps = spec.after.steps ?? 1;
    this.planFade({ client, effect, factor, steps, step: 1 }, (months * daysPerMonth) / steps);
  }

  private planFade(fading: Fading, every: number): void {
    fading.effect.event = this.simulation.schedule(this.simulation.now + every, rank.finish, this.fade, fading, every);
  }

  private readonly fade = (fading: Fading, every: number): void => {
    const { client, effect, factor, steps, step } = fading;
    effect.event = undefined;
    this.spells.changeEffect(client, effect, step >= steps ? 1 : dosed(factor, 1 - step / steps));
    fading.step += 1;
    if (step < steps) this.planFade(fading, every);
  };
}
