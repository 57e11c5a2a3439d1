// Stations that look: attributes that are hidden until somebody looks, and seen anew, through fresh noise, at every look.
import type { Simulation } from '../kernel/simulation.js';
import { purpose, stationKey } from '../random/keys.js';
import type { Streams } from '../random/streams.js';
import { attributeAt, attributeNamed, type Attribute } from './attributes.js';
import { stationOf, type Visit } from './client.js';
import type { Observer } from './observer.js';
import type { Fate } from './routing.js';
import type { ChainSpec } from './spec/chain.js';

export interface LooksOptions {
  readonly spec: ChainSpec;
  readonly attributes: readonly Attribute[];
  readonly simulation: Simulation;
  readonly streams: Streams;
  readonly observer: Observer;
  readonly fate: Fate;
  /** What is settled about a guest instead of seen by luck. */
  readonly seen?: ((visit: Visit, attribute: string) => number | undefined) | undefined;
}

/** What the luck of one look hangs on, besides the client and which visit it is. */
export function lookKey(station: string, attribute: string): string {
  return `observe/${station}/${attribute}`;
}

/** Positions of the attributes that some station looks for. */
export function lookedForIn(spec: ChainSpec, attributes: readonly Attribute[]): Set<number> {
  const names = Object.values(spec.stations).flatMap(({ observe }) => observe ?? []);
  return new Set(names.map((name) => attributeNamed(attributes, name).index));
}

/** By station: looks at all that it observes, and brings up to date what maps these; undefined for a station that does not look. */
export function createLooks(options: LooksOptions): (station: string) => ((visit: Visit) => void) | undefined {
  const { spec, attributes, simulation, streams, observer, fate, seen } = options;
  const byIndex = new Map(attributes.map((attribute) => [attribute.index, attribute]));
  return (id) => {
    const observed = spec.stations[id]?.observe ?? [];
    if (observed.length === 0) return undefined;
    const looks = observed.map((name) => {
      const attribute = attributeNamed(attributes, name);
      const sameNoise = attribute.spec.kind === 'observation' && attribute.spec.noise === 'score';
      return {
        attribute,
        of: attribute.of === undefined ? undefined : byIndex.get(attribute.of),
        key: stationKey(lookKey(id, name)),
        sameNoise,
        mappings: attributes.filter((other) => other.spec.kind === 'mapping' && other.of === attribute.index),
      };
    });
    return (visit) => {
      const { client } = visit;
      const now = simulation.now;
      for (const { attribute, of, key, sameNoise, mappings } of looks) {
        const { index, spec: own } = attribute;
        const before = client.attribute(index);
        const settled = seen?.(visit, attribute.id);
        if (settled !== undefined) client.setAttribute(index, settled);
        // Once found is known for good.
        else if (own.kind !== 'finding' || before !== 1) {
          const u = sameNoise
            ? fate(visit, purpose.score)
            : streams.fate(client.key, key, purpose.attribute, visit.turn & 0xfff);
          client.setAttribute(index, attribute.draw(u, now, of === undefined ? 0 : attributeAt(of, client, now)));
        }
        observer.observed?.(client, stationOf(visit), index, before, now);
        for (const mapping of mappings) {
          const previous = client.attribute(mapping.index);
          client.setAttribute(mapping.index, mapping.draw(0, now, client.attribute(index)));
          observer.observed?.(client, stationOf(visit), mapping.index, previous, now);
        }
      }
    };
  };
}
