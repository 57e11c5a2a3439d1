// Former clients who apply again, as a steady flow: what the stock at the start and its exits bring back, by arithmetic.
import { compileAttributes } from '../attributes.js';
import { amountAt } from '../spec/amount.js';
import type { ChainSpec } from '../spec/chain.js';
import type { ReturnsSpec } from '../spec/population.js';
import { createStockLaw } from '../stock-law.js';

export interface Former {
  /** Station where they apply again. */
  readonly to: string;
  /** Applications per day by former clients whose spell ended by a risk, with aftercare as at `time`. */
  rate(time: number): number;
  /** Chance to apply again after an exit for this reason at `time`. */
  chance(reason: string, time: number): number;
}

/** Chance of coming back within the horizon; that death, a removal or the AOW age may come first is left out. */
function chanceOf(spec: ReturnsSpec, reason: string, time: number): number {
  const pieces = spec.after[reason] ?? spec.after['default'];
  if (pieces === undefined || spec.never.includes(reason)) return 0;
  const { aftercare } = spec;
  const cared = aftercare?.reasons.includes(reason) === true ? aftercare.months : 0;
  const factor = aftercare === undefined ? 1 : amountAt(aftercare.factor, time);
  let sum = 0;
  let from = 0;
  for (const { untilMonths = Infinity, perMonth } of pieces) {
    const until = Math.min(untilMonths, spec.horizonMonths);
    const rate = amountAt(perMonth, 0);
    const inside = Math.max(0, Math.min(until, cared) - from);
    sum += rate * (factor * inside + Math.max(0, until - from - inside));
    from = Math.max(from, until);
  }
  return -Math.expm1(-sum);
}

/**
 * Exits by risks come as often as the stationary law of the stock at the start gives them, during the whole run and in the five years (or whatever
 * the horizon is) before it; a flow of returns that is steady follows. Exits at the gate are part of the traffic itself: `chance` of their reason.
 * Undefined for a chain whose clients never come back.
 */
export function formerClients({ spells, attributes, correlations, roles }: ChainSpec): Former | undefined {
  const returns = spells?.returns;
  if (spells === undefined || returns === undefined) return undefined;
  const { stock } = spells;
  const law =
    stock === undefined || returns.former !== true
      ? undefined
      : createStockLaw(spells, stock, compileAttributes(attributes, correlations));
  const count = stock === undefined ? 0 : amountAt(stock.count, -1);
  const exits = Object.keys(spells.risks).map((reason, risk) => ({
    reason,
    rate: law === undefined ? 0 : count * law.exitRate(risk),
  }));
  const chance = (reason: string, time: number): number => chanceOf(returns, reason, time);
  return {
    to: returns.to ?? roles.entry,
    rate: (time) => exits.reduce((sum, { reason, rate }) => sum + rate * chance(reason, time), 0),
    chance,
  };
}
