// States within a spell, ready to run: how each begins and ends, and what it does to the risks.
import { stationKey } from '../random/keys.js';
import { attributeNamed, type Attribute } from './attributes.js';
import { createHazard, type Hazard } from './hazard.js';
import { amountAt, type Amount } from './spec/amount.js';
import { daysPerMonth } from './spec/duration.js';
import type { SpellsSpec } from './spec/population.js';
import type { Load } from './risks.js';

/** A factor that a state puts on one risk (by index) while it lasts. */
export interface StateEffect {
  readonly risk: number;
  readonly factor: Amount;
}

export interface State {
  readonly id: string;
  readonly index: number;
  readonly key: number;
  readonly begins: Hazard;
  readonly ends: Hazard;
  /** On the way in only: leaving a state is the same for all. */
  readonly loads: readonly Load[];
  readonly effects: readonly StateEffect[];
  /**
   * Chance that a client whose spell has run for `elapsed` days is in the state, for her own multiplier of `begins`. With hazards b and e per
   * rate-month this is b/(b+e) · (1 − exp(−(b+e)·elapsed)): the law of an on-off process that starts off. What the state itself does to the length
   * of a spell is left out.
   */
  chance(elapsed: number, own: number): number;
}

export function compileStates(spec: SpellsSpec, attributes: readonly Attribute[], until: number): State[] {
  const risks = Object.keys(spec.risks);
  return Object.entries(spec.states ?? {}).map(([id, { begins, ends, effects = [] }], index) => {
    const { perMonth, series = 1, load = {} } = begins;
    return {
      id,
      index,
      key: stationKey(id),
      begins: createHazard([{ perMonth }], series, until),
      ends: createHazard([{ perMonth: ends.perMonth }], 1, until),
      loads: Object.entries(load).map(([name, value]) => ({
        attribute: attributeNamed(attributes, name),
        load: value,
      })),
      effects: effects.map(({ risk, factor }) => ({ risk: risks.indexOf(risk), factor })),
      chance(elapsed, own) {
        const entering = own * amountAt(perMonth, 0) * amountAt(series, 0);
        const both = entering + amountAt(ends.perMonth, 0);
        return both > 0 ? (entering / both) * -Math.expm1((-both * elapsed) / daysPerMonth) : 0;
      },
    };
  });
}
