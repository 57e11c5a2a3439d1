// The stock at the start: spells that run already, and former clients who may still come back.
import { clientKey, purpose, stationKey } from '../random/keys.js';
import type { Streams } from '../random/streams.js';
import { reserved, type Applications } from './applications.js';
import type { Attribute } from './attributes.js';
import type { Client } from './client.js';
import type { ClientStore } from './client-store.js';
import type { Flow } from './flow.js';
import type { Returns } from './returns.js';
import { amountAt } from './spec/amount.js';
import { daysPerMonth } from './spec/duration.js';
import type { SpellsSpec, StockSpec } from './spec/population.js';
import { createStockLaw, type StockLaw } from './stock-law.js';
import type { Spells } from './spells.js';

const daysPerYear = 365.25;
const elapsedKey = stationKey('voorraad/duur');

export interface StockOptions {
  readonly spec: SpellsSpec;
  readonly stock: StockSpec;
  readonly spells: Spells;
  readonly streams: Streams;
  readonly flow: Flow;
  readonly applications: Applications;
  readonly clients: ClientStore;
  readonly attributes: readonly Attribute[];
  readonly returns: Returns | undefined;
}

/** Places the declared number of running spells at the stock's station, all granted, with ages and attributes that fit their elapsed time. */
export function placeStock(options: StockOptions): void {
  const { stock, flow, spells, applications, attributes } = options;
  const settled: Settled = new Map();
  const law = createStockLaw(options.spec, stock, options.attributes);
  const node = flow.node(stock.station);
  const count = Math.round(amountAt(stock.count, -1));
  // Twice, for those who come later: room that nobody has used yet costs no memory.
  options.clients.reserve(2 * count);
  for (let number = 0; number < count; number += 1) {
    const client = flow.newClient();
    client.source = reserved.stock;
    client.key = clientKey(reserved.stock, number);
    client.applications = 1;
    const elapsed = settle(client, law, undefined, options, settled);
    applications.drawAttributes(client, attributes, false, settled);
    client.appliedAt = -elapsed;
    spells.start(client, -elapsed, true);
    flow.enter(client.main, node);
  }
  if (options.spec.returns?.former === true && options.returns !== undefined) {
    placeFormer(options, law, count, options.returns);
  }
}

/**
 * Former clients: for every reason as many exits over the horizon as the stationary stock gives, spread evenly over it. Whoever would have
 * returned before the start is part of the stock already; the others may return during the run.
 */
function placeFormer(options: StockOptions, law: StockLaw, stock: number, returns: Returns): void {
  const { spells, flow, spec, applications, attributes } = options;
  const settled: Settled = new Map();
  const horizon = (spec.returns?.horizonMonths ?? 0) * daysPerMonth;
  let number = 0;
  for (const risk of spells.risks) {
    const exits = Math.round(stock * law.exitRate(risk.index) * horizon);
    if (!returns.isPossibleAfter(risk.index)) {
      number += exits;
      continue;
    }
    for (let index = 0; index < exits; index += 1) {
      const client = flow.newClient();
      client.inside = false;
      client.source = reserved.former;
      client.key = clientKey(reserved.former, number);
      client.applications = 1;
      number += 1;
      const ago = ((index + 0.5) / exits) * horizon;
      settle(client, law, risk.index, options, settled);
      // Her age was taken at the exit; attributes hold it as at the start.
      if (law.age !== undefined) {
        client.setAttribute(law.age.index, client.attribute(law.age.index) + ago / daysPerYear);
      }
      const delay = returns.delay(client, risk.index, -ago, 0);
      if (delay > ago && delay < Infinity) {
        // Most former clients never come back: what nobody will see of them is not drawn.
        applications.drawAttributes(client, attributes, false, settled);
        returns.planAt(client, delay - ago);
      } else options.clients.forget(client);
    }
  }
}

/** The uniforms of attributes that the law of the stock settles, by position; one map serves all clients, one after the other. */
type Settled = Map<number, number>;

/** Draws elapsed time, the loaded attribute and the age by one uniform each; returns the elapsed time in days. */
function settle(
  client: Client,
  law: StockLaw,
  exit: number | undefined,
  { streams, applications }: StockOptions,
  settled: Settled,
): number {
  const elapsed = law.elapsed(streams.fate(client.key, elapsedKey, purpose.attribute, 0), exit);
  let loaded = 0.5;
  if (law.loaded !== undefined) {
    loaded = law.loadedRank(applications.attributeFate(client, law.loaded), elapsed, exit);
    client.setAttribute(law.loaded.index, law.loadedAt(loaded));
    settled.set(law.loaded.index, loaded);
  }
  if (law.age !== undefined) {
    const rank = law.ageRank(applications.attributeFate(client, law.age), elapsed, loaded);
    client.setAttribute(law.age.index, law.ageAt(rank, elapsed));
    settled.set(law.age.index, rank);
  }
  return elapsed;
}
