// Which outcome a client takes: the first of a station's outcomes that matches her.
import { normalQuantile } from '../random/normal.js';
import { purpose } from '../random/keys.js';
import { attributeAt, attributeNamed, compileCondition, type Attribute } from './attributes.js';
import type { Visit } from './client.js';
import { amountAt } from './spec/amount.js';
import type { OutcomeSpec } from './spec/outcome.js';

export type Fate = (visit: Visit, purpose: number, attempt?: number) => number;

/**
 * Compiles outcomes to a choice by position. Shares are intervals of one uniform and ranks thresholds of one score, independent of it; each is
 * scaled by what the other kind has taken before it, so that both are fractions of all who arrive here and are not taken by a
 * `when`, whatever their order. `odds` uses the
 * uniform of the shares, within what these left.
 */
export function compileOutcomes(
  outcomes: readonly OutcomeSpec[],
  attributes: readonly Attribute[],
  fate: Fate,
): (visit: Visit, now: number) => number {
  if (outcomes.length === 1 && outcomes[0]?.rest === true) return () => 0;
  const find = (id: string): Attribute => attributeNamed(attributes, id);
  interface Draw {
    u: number;
    /** Part of the uniform used by shares and odds so far; part of the clients taken by ranks so far. */
    taken: number;
    ranked: number;
  }
  const tests = outcomes.map((outcome): ((visit: Visit, now: number, draw: Draw) => boolean) => {
    const { when, share, rank, odds } = outcome;
    if (when !== undefined) {
      const holds = compileCondition(when, attributes);
      return (visit, now) => holds(visit.client, now);
    }
    if (share !== undefined) {
      return (_visit, now, draw) => {
        draw.taken += amountAt(share, now) / (1 - draw.ranked);
        return draw.u < draw.taken;
      };
    }
    if (rank !== undefined) {
      const by = find(rank.by);
      return (visit, now, draw) => {
        const accuracy = amountAt(rank.accuracy, now);
        const noise = normalQuantile(fate(visit, purpose.score));
        const score = accuracy * attributeAt(by, visit.client, now) + Math.sqrt(1 - accuracy * accuracy) * noise;
        draw.ranked += amountAt(rank.share, now) / (1 - draw.taken);
        const top = draw.ranked;
        if (top <= 0 || top >= 1) return top >= 1;
        return score >= amountAt(rank.mean ?? 0, now) + amountAt(rank.sd ?? 1, now) * normalQuantile(1 - top);
      };
    }
    if (odds !== undefined) {
      const by = find(odds.by);
      return (visit, now, draw) => {
        const logit = amountAt(odds.intercept, now) + amountAt(odds.slope, now) * attributeAt(by, visit.client, now);
        draw.taken += (1 - draw.taken) / (1 + Math.exp(-logit));
        return draw.u < draw.taken;
      };
    }
    return () => true;
  });
  const draw: Draw = { u: 0, taken: 0, ranked: 0 };
  return (visit, now) => {
    draw.u = fate(visit, purpose.outcome);
    draw.taken = 0;
    draw.ranked = 0;
    for (let index = 0; index < tests.length; index += 1) if (tests[index]?.(visit, now, draw) === true) return index;
    throw new Error(`no outcome matches at ${visit.station?.id ?? 'an unknown station'}`);
  };
}
