// What one case costs: the uitkering for as long as it runs, and programmes; by the same prices as the measure `geld`.
import type { Client } from '../../chain/client.js';
import type { Run } from '../../chain/simulate-chain.js';
import { dayNumber } from '../../chain/civil-date.js';
import { amountAt } from '../../chain/spec/amount.js';
import type { MoneySpec } from '../../chain/spec/money.js';
import { benefitPrices } from '../benefit-costs.js';
import type { Frame } from '../frame.js';
import { Account, priceLevels, pricePerDay } from '../prices.js';

/** Since when a granted spell is in each state; NaN where it is not. */
export type Since = number[];

/**
 * Staff is employed whether or not a client comes, and income belongs to nobody: both are left out. So the costs of all cases together are the
 * rows `uitkering` and `programma` of `geld`.
 */
export interface CaseCosts {
  /** A sum when a stay begins; undefined where there is none. */
  readonly start: (station: number, now: number) => number | undefined;
  /** The price of a stay of this length; undefined where there is none. */
  readonly stay: (station: number, from: number, to: number) => number | undefined;
  /** A granted uitkering from its melding, or the start of the run, until `to`, without what states take off. */
  readonly benefit: (client: Client, from: number, to: number) => number;
  /** What being in a state takes off. */
  readonly less: (state: number, from: number, to: number) => number;
  readonly states: number;
}

export function caseCosts({ spec, periods, stations }: Frame, money: MoneySpec, run: Run): CaseCosts {
  const days = Math.ceil(periods.until);
  const reference = dayNumber(money.pricesOf) - dayNumber(spec.run.start);
  const wages = priceLevels(money.wageGrowthPerYear, reference, days);
  const states = Object.keys(spec.spells?.states ?? {});
  const prices = benefitPrices(money, states, priceLevels(money.priceGrowthPerYear, reference, days));
  const single = new Account(prices.single);
  const couple = new Account(prices.couple);
  const less = prices.less.map((perDay) => perDay && new Account(perDay));
  const partner = run.attributes.find(({ id }) => id === spec.persons?.partner)?.index;
  const programmes = stations.map((id) => money.programmes?.[id]);
  const accounts = programmes.map((programme) =>
    programme?.perYear === undefined ? undefined : new Account(pricePerDay(programme.perYear, wages)),
  );
  const between = (account: Account, from: number, to: number): number =>
    account.until(to) - account.until(Math.max(0, from));
  return {
    start(station, now) {
      const perStart = programmes[station]?.perStart;
      return perStart === undefined ? undefined : amountAt(perStart, now) * (wages[Math.floor(now)] ?? 0);
    },
    stay(station, from, to) {
      const account = accounts[station];
      return account && between(account, from, to);
    },
    benefit(client, from, to) {
      const hasPartner = partner !== undefined && client.attribute(partner) > 0;
      return between(hasPartner ? couple : single, from, to);
    },
    less(state, from, to) {
      const account = less[state];
      return account === undefined ? 0 : between(account, from, to);
    },
    states: states.length,
  };
}
