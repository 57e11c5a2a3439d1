// What uitkeringen cost per month, by household and state, and how long they ran.
import type { Client } from '../chain/client.js';
import type { Run } from '../chain/simulate-chain.js';
import { amountAt } from '../chain/spec/amount.js';
import type { MoneySpec } from '../chain/spec/money.js';
import type { Frame } from './frame.js';
import type { Recorder } from './kind.js';
import { Account, pricePerDay, Runs } from './prices.js';

interface BenefitCosts {
  readonly observer: Recorder['observer'];
  /** Euro per month. */
  readonly costs: () => Float64Array;
  /** Uitkering-years per month. */
  readonly years: () => Float64Array;
}

/** What a uitkering costs per day, by the day. */
export interface BenefitPrices {
  readonly single: Float64Array;
  readonly couple: Float64Array;
  /** What a uitkering costs less while its client is in a state, by the position of the state. */
  readonly less: readonly (Float64Array | undefined)[];
}

/** Prices per day such that the mean is the declared price when the declared shares hold. */
export function benefitPrices({ benefit }: MoneySpec, states: readonly string[], levels: Float64Array): BenefitPrices {
  const { couple, states: cheaper = {} } = benefit;
  const less = states.map((id) => {
    const state = cheaper[id];
    return state && levels.map((level, day) => (amountAt(state.lessPerMonth, day) * 12 * level) / 365.25);
  });
  const full = pricePerDay(benefit.perYear, levels).map((mean, day) =>
    states.reduce((sum, id, state) => sum + amountAt(cheaper[id]?.share ?? 0, day) * (less[state]?.[day] ?? 0), mean),
  );
  if (couple === undefined) return { single: full, couple: full, less };
  const ratio = (day: number): number => amountAt(couple.ratio, day);
  const single = full.map((price, day) => price / (1 + amountAt(couple.share, day) * (ratio(day) - 1)));
  return { single, couple: single.map((price, day) => price * ratio(day)), less };
}

/**
 * A uitkering costs from its melding to its end, once it is granted: at its decision it is booked as if it never ended, and at its end what was
 * too much is taken back. A state makes it cheaper from the decision on. `levels` is the price level of every day.
 */
export function benefitCosts(frame: Frame, money: MoneySpec, run: Run, levels: Float64Array): BenefitCosts {
  const { months, month } = frame.periods;
  const states = Object.keys(frame.spec.spells?.states ?? {});
  const prices = benefitPrices(money, states, levels);
  const runs = (perDay: Float64Array): Runs => new Runs(new Account(perDay), months, month);
  const single = runs(prices.single);
  const couple = runs(prices.couple);
  const less = prices.less.map((perDay) => perDay && runs(perDay));
  const years = runs(pricePerDay(1, new Float64Array(levels.length).fill(1)));
  const partner = run.attributes.find(({ id }) => id === frame.spec.persons?.partner)?.index;
  const book = (client: Client, units: number, time: number): void => {
    const hasPartner = partner !== undefined && client.attribute(partner) > 0;
    (hasPartner ? couple : single).change(units, time);
    years.change(units, time);
  };
  const bookStates = ({ spell }: Client, units: number, now: number): void => {
    if (spell === undefined || spell.inStates === 0) return;
    for (const [state, cheaper] of less.entries()) if (spell.isIn(state)) cheaper?.change(units, now);
  };
  const hasStates = less.some((cheaper) => cheaper !== undefined);
  return {
    observer: {
      granted(client, now) {
        if (client.spell === undefined) return;
        book(client, 1, client.spell.startedAt);
        if (hasStates) bookStates(client, 1, now);
      },
      spellEnded(client, _reason, now) {
        if (client.spell?.granted !== true) return;
        book(client, -1, now);
        if (hasStates) bookStates(client, -1, now);
      },
      ...(hasStates && {
        stateChanged(client: Client, state: number, isIn: boolean, now: number) {
          if (client.spell?.granted === true) less[state]?.change(isIn ? 1 : -1, now);
        },
      }),
    },
    costs() {
      const costs = single.costs();
      for (const [column, euro] of couple.costs().entries()) costs[column]! += euro;
      for (const cheaper of less) for (const [column, euro] of cheaper?.costs().entries() ?? []) costs[column]! -= euro;
      return costs;
    },
    years: () => years.costs(),
  };
}
