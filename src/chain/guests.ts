// Guests: single clients with attributes of their own, who are put into an ordinary run at a moment of their own, and may have steps settled.
import { rank } from '../kernel/ranks.js';
import type { Simulation } from '../kernel/simulation.js';
import { clientKey, purpose } from '../random/keys.js';
import { reserved, type Applications } from './applications.js';
import { attributeNamed, compileAttributes, encoded, type Attribute } from './attributes.js';
import { stationOf, type Client, type Visit } from './client.js';
import type { Flow } from './flow.js';
import type { Fate } from './routing.js';
import type { ChainSpec } from './spec/chain.js';
import type { OutcomeSpec } from './spec/outcome.js';

export type AttributeValue = number | string | boolean;

/** What is settled at a station instead of drawn: where she goes from there, and what is seen of her. The first pin of a station is for her
 * first visit there, the second for her second; the last goes for all visits after it too. */
export interface Pin {
  readonly station: string;
  /** A station, a mark or `exit`: one of the outcomes of the station, or where its no-shows go. Whoever is pinned to an outcome turns up. */
  readonly to?: string | undefined;
  /** Values of attributes that the station looks for. */
  readonly sees?: Readonly<Record<string, AttributeValue>> | undefined;
}

/**
 * A client beside those of the population. She takes a place in queues like anybody else, and her luck has keys of its own, so that nobody else's
 * changes. Meters count by source and do not know her: measure other things in a run without guests.
 */
export interface Guest {
  /** When she applies, in the chain's unit of time. */
  readonly at: number;
  /** The source whose way in, and whose distributions of whatever is not given, are hers; by default those of the chain. */
  readonly source?: string | undefined;
  /** Ages as on the day of the application. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly pins: readonly Pin[];
  /** No risk ends her spell; only a route that leaves the chain does. */
  readonly spared: boolean;
}

/** The key of the `index`-th guest of a run, by which an observer knows her. */
export function guestKey(index: number): number {
  return clientKey(reserved.guests, index);
}

/** A uniform that no share reaches, short of all. */
const nearlyOne = 1 - 2 ** -33;
const daysPerYear = 365.25;

/** Small shares of bad luck for which a high uniform is good luck. */
const settledByPins: ReadonlySet<number> = new Set([purpose.noShow, purpose.lost, purpose.balk, purpose.patience]);

/** Position of the first outcome that a pin names; -1 when the station has no such outcome. */
export function pinnedOutcome(outcomes: readonly OutcomeSpec[], to: string): number {
  return outcomes.findIndex((outcome) => leadsTo(outcome, to));
}

/** An outcome with a mark goes by that mark, for several may lead out of the chain. */
function leadsTo(outcome: OutcomeSpec | undefined, to: string): boolean {
  return (outcome?.mark ?? outcome?.to) === to;
}

/** What a run needs of its guests; made only when there are any. */
export class Guests {
  private readonly guests: readonly Guest[];
  private readonly spec: ChainSpec;
  private readonly attributes: readonly Attribute[];

  constructor(guests: readonly Guest[], spec: ChainSpec, attributes: readonly Attribute[]) {
    this.guests = guests;
    this.spec = spec;
    this.attributes = attributes;
  }

  readonly spared = (client: Client): boolean => this.guestOf(client)?.spared === true;

  /** The stored value that a station sees of her, when that is settled. */
  readonly seen = (visit: Visit, name: string): number | undefined => {
    const value = this.pinAt(visit)?.sees?.[name];
    return value === undefined ? undefined : encoded(attributeNamed(this.attributes, name).spec, value);
  };

  /** The draws of a run, with those that decide whether a guest turns up, stays and is not lost settled by her pins. */
  fate(drawn: Fate): Fate {
    return (visit, of, attempt) => {
      if (visit.client.source === reserved.guests && settledByPins.has(of)) {
        const to = this.pinAt(visit)?.to;
        if (to !== undefined) {
          const isAway = of === purpose.noShow && pinnedOutcome(stationOf(visit).spec.outcomes, to) < 0;
          return isAway ? 1 - nearlyOne : nearlyOne;
        }
      }
      return drawn(visit, of, attempt);
    };
  }

  /** The choice between the outcomes of a station, settled for guests who are pinned there. */
  choice(
    outcomes: readonly OutcomeSpec[],
    drawn: (visit: Visit, now: number) => number,
  ): (visit: Visit, now: number) => number {
    return (visit, now) => {
      const own = drawn(visit, now);
      const to = this.pinAt(visit)?.to;
      // Of several outcomes to the same place the one that is hers by luck or attributes.
      if (to === undefined || leadsTo(outcomes[own], to)) return own;
      const settled = pinnedOutcome(outcomes, to);
      return settled < 0 ? own : settled;
    };
  }

  /** Plans the application of every guest, after those of all sources. */
  announce({ simulation, flow, applications }: Host): void {
    for (const [index, guest] of this.guests.entries()) {
      simulation.schedule(
        guest.at,
        rank.arrive,
        () => this.arrive(index, guest, { simulation, flow, applications }),
        guest,
        0,
      );
    }
  }

  private arrive(index: number, guest: Guest, { simulation, flow, applications }: Host): void {
    const client = flow.newClient();
    client.source = reserved.guests;
    client.key = guestKey(index);
    const source = guest.source === undefined ? undefined : this.spec.arrivals[guest.source];
    const specs = { ...this.spec.attributes, ...source?.attributes };
    const attributes = compileAttributes(specs, this.spec.correlations);
    const settled = new Map<number, number>();
    for (const [name, value] of Object.entries(guest.attributes)) {
      const attribute = attributeNamed(attributes, name);
      const stored = encoded(attribute.spec, value);
      const own = attribute.spec.kind === 'age' ? stored - simulation.now / daysPerYear : stored;
      client.setAttribute(attribute.index, own);
      settled.set(attribute.index, rankOf(attribute, own, simulation.now));
    }
    applications.drawAttributes(client, attributes, true, settled);
    applications.apply(client, flow.node(source?.to ?? this.spec.roles.entry));
  }

  private guestOf(client: Client): Guest | undefined {
    return client.source === reserved.guests ? this.guests[client.key - guestKey(0)] : undefined;
  }

  private pinAt(visit: Visit): Pin | undefined {
    const guest = this.guestOf(visit.client);
    if (guest === undefined) return undefined;
    const { id } = stationOf(visit);
    const here = guest.pins.filter(({ station }) => station === id);
    return here[Math.min(visit.turn, here.length - 1)];
  }
}

interface Host {
  readonly simulation: Simulation;
  readonly flow: Flow;
  readonly applications: Applications;
}

/** The middle of the uniforms that give this value, for whatever is tied to it: every attribute goes one way in its uniform. */
function rankOf(attribute: Attribute, value: number, now: number): number {
  const at = (u: number): number => attribute.draw(u, now, 0);
  const sign = at(nearlyOne) >= at(1 - nearlyOne) ? 1 : -1;
  const first = (holds: (drawn: number) => boolean): number => {
    let [low, high] = [0, 1];
    for (let step = 0; step < 40; step += 1) {
      const middle = (low + high) / 2;
      if (holds(sign * at(middle))) high = middle;
      else low = middle;
    }
    return high;
  };
  const middle = (first((drawn) => drawn >= sign * value) + first((drawn) => drawn > sign * value)) / 2;
  return Math.min(nearlyOne, Math.max(1 - nearlyOne, middle));
}
