// What can run but hardly can be meant: pools that cannot keep up, stations nobody comes to, parameters nobody reads.
import { loads } from '../chain/loads.js';
import { runLength } from '../chain/simulate-chain.js';
import type { Study } from './study.js';

/**
 * Dutch sentences, without a full stop. Of a scenario only what ongewijzigd beleid has not: its chain is looked at as it is at the end, when
 * all changes have grown in.
 */
export function warningsOf({ spec, specs }: Pick<Study, 'spec' | 'specs'>): string[] {
  const last = runLength(spec);
  const base = loads(spec);
  const atEnd = loads(spec, last);
  const known = new Set([...base.warnings, ...atEnd.warnings]);
  const ofScenarios = [...specs].flatMap(([id, chain]) => {
    const { warnings, unvisited } = loads(chain, last);
    return [
      ...warnings
        .filter((warning) => !known.has(warning))
        .map((warning) => `in scenario '${id}', als niemand tussentijds vertrekt: ${warning}`),
      ...empty(
        unvisited.filter((station) => !atEnd.unvisited.includes(station)),
        `in scenario '${id}'`,
      ),
    ];
  });
  return [...base.warnings, ...empty(base.unvisited, 'in ongewijzigd beleid'), ...ofScenarios];
}

/** One sentence for all: stations that only a scenario opens are many and meant so. */
function empty(stations: readonly string[], where: string): string[] {
  if (stations.length === 0) return [];
  return [`${where} komt niemand bij ${stations.length === 1 ? 'station' : 'de stations'} ${stations.join(', ')}`];
}

/** Parameters that neither the process nor the population names: turning them changes nothing. */
export function unusedWarnings({ unused }: Pick<Study, 'unused'>): string[] {
  return unused.map((name) => `parameter '${name}' wordt nergens gebruikt in het werkproces of de bevolking`);
}
