// Applications: clients who appear, from every source, and take their first step.
import { rank } from '../kernel/ranks.js';
import type { Simulation } from '../kernel/simulation.js';
import { clientKeysOf, purpose, stationKey } from '../random/keys.js';
import type { Streams } from '../random/streams.js';
import { compileAttributes, type Attribute } from './attributes.js';
import type { Client } from './client.js';
import { tiedRank } from './copula.js';
import type { Flow } from './flow.js';
import type { Node } from './node.js';
import type { Observer } from './observer.js';
import { createRateClock } from './rate-clock.js';
import { amountAt } from './spec/amount.js';
import type { ChainSpec } from './spec/chain.js';
import { compileDuration } from './spec/duration.js';
import type { ArrivalSpec } from './spec/population.js';
import type { Spells } from './spells.js';

/** Numbers of sources that no file declares: guests, clients placed at the start, and group events. Declared sources count from 0. */
export const reserved = { guests: 59, initial: 60, former: 61, stock: 62, groups: 63 } as const;

export interface ApplicationsOptions {
  readonly simulation: Simulation;
  readonly streams: Streams;
  readonly observer: Observer;
  readonly flow: Flow;
  readonly spells: Spells | undefined;
  readonly attributes: readonly Attribute[];
  /** Positions of attributes that stations look for. */
  readonly lookedFor: ReadonlySet<number>;
  readonly until: number;
}

interface Source {
  readonly index: number;
  readonly keyOf: (client: number) => number;
  readonly to: Node;
  readonly attributes: readonly Attribute[];
  readonly nextTime: () => number;
  readonly batch: () => number;
  readonly limit: number;
  count: number;
}

export class Applications {
  private readonly options: ApplicationsOptions;
  private readonly attributeKeys: number[] = [];
  /** Uniforms of the client whose attributes are drawn at the moment. */
  private readonly ranks: Float64Array;

  constructor(options: ApplicationsOptions) {
    this.options = options;
    this.ranks = new Float64Array(options.attributes.length);
    for (const { id, index } of options.attributes) this.attributeKeys[index] = stationKey(`attribute/${id}`);
  }

  /** Schedules the first arrival of every declared source, in order of id. */
  open({ arrivals, attributes: specs, correlations }: ChainSpec, entry: string): void {
    const { flow, simulation } = this.options;
    for (const [index, id] of Object.keys(arrivals).sort().entries()) {
      const spec = arrivals[id];
      if (spec === undefined) continue;
      const attributes =
        spec.attributes === undefined
          ? this.options.attributes
          : compileAttributes({ ...specs, ...spec.attributes }, correlations);
      const source: Source = {
        index,
        keyOf: clientKeysOf(index),
        to: flow.node(spec.to ?? entry),
        attributes,
        nextTime: this.process(id, spec),
        batch: this.batches(id, spec),
        limit: spec.limit ?? Infinity,
        count: 0,
      };
      const first = source.nextTime();
      if (first < Infinity && source.limit > 0) simulation.schedule(first, rank.arrive, this.arrive, source, 0);
    }
  }

  /**
   * Draws the attributes of a client; those in `settled` were settled otherwise, at the uniform given. What stations look for is unknown (NaN) of
   * whoever `isNew`; who was there before the start has been seen once.
   */
  drawAttributes(
    client: Client,
    attributes: readonly Attribute[],
    isNew: boolean,
    settled?: ReadonlyMap<number, number>,
  ): void {
    const { ranks } = this;
    const { simulation, lookedFor } = this.options;
    for (const attribute of attributes) {
      const { index, tie, of } = attribute;
      const known = settled?.get(index);
      if (known !== undefined) {
        ranks[index] = known;
        continue;
      }
      if (isNew && lookedFor.has(index)) {
        client.setAttribute(index, NaN);
        continue;
      }
      const own = this.attributeFate(client, attribute);
      const u = tie === undefined ? own : tiedRank(own, ranks[tie.to]!, amountAt(tie.rho, simulation.now));
      ranks[index] = u;
      client.setAttribute(index, attribute.draw(u, simulation.now, of === undefined ? 0 : client.attribute(of)));
    }
  }

  /** The uniform that settles one attribute of a client, whatever it is tied to. */
  attributeFate(client: Client, { index }: Attribute): number {
    return this.options.streams.fate(client.key, this.attributeKeys[index] ?? 0, purpose.attribute, 0);
  }

  /** An application, first or renewed: the spell starts at melding, and the client comes to `to`. */
  apply(client: Client, to: Node): void {
    const { simulation, observer, spells, flow } = this.options;
    client.applications += 1;
    client.appliedAt = simulation.now;
    client.inside = true;
    if (observer.applied !== undefined) observer.applied(client, simulation.now);
    if (spells !== undefined) spells.start(client, simulation.now, false);
    // A spell that ends at once (an age already reached) never comes to a station; its end is an event of its own.
    flow.enter(client.main, to);
  }

  /** A client who is there from the start, at a station of her own: no application. */
  place(client: Client, at: Node, attributes: readonly Attribute[] = this.options.attributes): void {
    this.drawAttributes(client, attributes, false);
    client.appliedAt = this.options.simulation.now;
    this.options.flow.enter(client.main, at);
  }

  private readonly arrive = (source: Source): void => {
    const { flow, simulation } = this.options;
    const size = source.batch();
    for (let member = 0; member < size && source.count < source.limit; member += 1) {
      const client = flow.newClient();
      client.source = source.index;
      client.key = source.keyOf(source.count);
      source.count += 1;
      if (source.attributes.length > 0) this.drawAttributes(client, source.attributes, true);
      this.apply(client, source.to);
    }
    if (source.count >= source.limit) return;
    const next = source.nextTime();
    if (next < Infinity) simulation.schedule(next, rank.arrive, this.arrive, source, 0);
  };

  private process(id: string, spec: ArrivalSpec): () => number {
    const { streams, until } = this.options;
    const uniform = streams.sequence(`arrivals/${id}`);
    const from = spec.from ?? 0;
    const stop = spec.until ?? Infinity;
    const { rate, interval, times } = spec;
    if (times !== undefined) {
      let turn = 0;
      return () => times[turn++] ?? Infinity;
    }
    if (interval !== undefined) {
      const gap = compileDuration(interval);
      let time = from;
      let turn = 0;
      return () => {
        if (turn === 0 && spec.first !== undefined) time = spec.first;
        else time += gap(uniform(), time, spec.first === undefined ? turn : turn - 1);
        turn += 1;
        return time < stop ? time : Infinity;
      };
    }
    const perTime = rate?.perYear ?? rate?.perUnit ?? 0;
    const window = spec.from === undefined && spec.until === undefined ? undefined : { from, until: stop };
    const clock = createRateClock(
      [perTime, rate?.series ?? 1],
      rate?.perYear === undefined ? 1 : 1 / 365.25,
      until,
      window,
      rate?.profile,
    );
    let epoch = 0;
    return () => {
      epoch -= Math.log(uniform());
      return clock.reach(epoch);
    };
  }

  private batches(id: string, spec: ArrivalSpec): () => number {
    if (spec.batch === undefined) return () => 1;
    const size = compileDuration(spec.batch);
    const uniform = this.options.streams.sequence(`batch/${id}`);
    let turn = 0;
    return () => Math.max(0, Math.round(size(uniform(), this.options.simulation.now, turn++)));
  }
}
