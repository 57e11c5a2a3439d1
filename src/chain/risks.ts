// The risks that may end a spell, ready to run: how each runs over time, and what a client's own multiplier of it is.
import { stationKey } from '../random/keys.js';
import { attributeAt, attributeNamed, type Attribute } from './attributes.js';
import type { Client } from './client.js';
import { createHazard, type Hazard } from './hazard.js';
import type { SpellsSpec } from './spec/population.js';

export const daysPerYear = 365.25;

/** exp(load x attribute), for a client's own multiplier. */
export interface Load {
  readonly attribute: Attribute;
  readonly load: number;
}

/** A risk ready to run. An `age` risk has no hazard: it strikes on the day the attribute reaches `years`. */
export interface Risk {
  readonly id: string;
  readonly index: number;
  readonly key: number;
  readonly hazard: Hazard | undefined;
  readonly age: { attribute: Attribute; years: number } | undefined;
  readonly loads: readonly Load[];
}

export function compileRisks(spec: SpellsSpec, attributes: readonly Attribute[], until: number): Risk[] {
  const find = (id: string): Attribute => attributeNamed(attributes, id);
  return Object.entries(spec.risks).map(([id, risk], index) => {
    const common = { id, index, key: stationKey(id) };
    if (risk.kind === 'age') {
      return { ...common, hazard: undefined, age: { attribute: find(risk.attribute), years: risk.years }, loads: [] };
    }
    const pieces = risk.pieces ?? [{ perMonth: risk.perMonth ?? 0 }];
    return {
      ...common,
      hazard: createHazard(pieces, risk.series ?? 1, until),
      age: undefined,
      loads: Object.entries(risk.load ?? {}).map(([attribute, load]) => ({ attribute: find(attribute), load })),
    };
  });
}

/** exp(sum of load x attribute) at `time`: the client's own multiplier of a risk or a state. */
export function multiplierOf(loads: readonly Load[], client: Client, time: number): number {
  let sum = 0;
  for (const { attribute, load } of loads) sum += load * attributeAt(attribute, client, time);
  return sum === 0 ? 1 : Math.exp(sum);
}

/** The instant at which what is `left` of a threshold is used up, at `multiplier` times the hazard; Infinity when never. */
export function strikeOf(
  hazard: Hazard | undefined,
  startedAt: number,
  now: number,
  left: number,
  multiplier: number,
): number {
  return multiplier > 0 && hazard !== undefined
    ? hazard.reach(startedAt, now, Math.max(0, left) / multiplier)
    : Infinity;
}
