// What can run but hardly can be meant: pools that cannot keep up, stations nobody comes to, parameters nobody reads.
import { loadCourse } from '../chain/load/course.js';
import { unreachable } from '../chain/load/reach.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { loadFacts, type LoadFacts, type PoolFacts } from './load-facts.js';
import { lengthOf, long, part } from './load-table.js';
import type { Study } from './study.js';

/** What is known before anything is calculated, of ongewijzigd beleid and of every scenario by id. */
export interface Beforehand {
  readonly base: LoadFacts;
  readonly scenarios: ReadonlyMap<string, LoadFacts>;
}

export function beforehand({ spec, specs }: Pick<Study, 'spec' | 'specs'>): Beforehand {
  const factsOf = (chain: ChainSpec): LoadFacts => loadFacts(chain, loadCourse(chain));
  return { base: factsOf(spec), scenarios: new Map([...specs].map(([id, chain]) => [id, factsOf(chain)])) };
}

/** Dutch sentences, without a full stop. Of a scenario only what ongewijzigd beleid has not. */
export function warningsOf(
  { spec, specs }: Pick<Study, 'spec' | 'specs'>,
  known: Beforehand = beforehand({ spec, specs }),
): string[] {
  const base = [...tooBusy(spec, known.base), ...trapped(known.base)];
  const unvisited = unreachable(spec);
  const ofScenarios = [...specs].flatMap(([id, chain]) => {
    const facts = known.scenarios.get(id);
    const found = facts === undefined ? [] : [...tooBusy(chain, facts), ...trapped(facts)];
    return [
      ...found.filter((warning) => !base.includes(warning)).map((warning) => `in scenario '${id}': ${warning}`),
      ...empty(
        unreachable(chain).filter((station) => !unvisited.includes(station)),
        `in scenario '${id}'`,
      ),
    ];
  });
  return [...base, ...empty(unvisited, 'in ongewijzigd beleid'), ...ofScenarios];
}

/** Pools whose queue grows, from when, how fast, and what that means. */
function tooBusy(spec: ChainSpec, { pools }: LoadFacts): string[] {
  const inDays = spec.run.unit === 'days';
  const clients = new Intl.NumberFormat('nl-NL', { maximumSignificantDigits: 3 });
  const sentence = (facts: PoolFacts): string => {
    const { pool, belastingHoogst, groei, wachtrijEind, wachttijdEind } = facts;
    const asked =
      belastingHoogst === null
        ? 'er is geen capaciteit'
        : `er wordt tot ${part(belastingHoogst)} van de capaciteit gevraagd`;
    const from = long(facts.volVanaf ?? 0);
    const during = facts.volTot === null ? `vanaf ${from}` : `van ${from} tot ${long(facts.volTot)}`;
    const queue =
      wachtrijEind < 0.5
        ? 'die rij is aan het eind weer weg'
        : `aan het eind wachten er ${clients.format(Math.round(wachtrijEind))}` +
          (wachttijdEind === null ? '' : ` en duurt het wachten ${lengthOf(wachttijdEind, inDays)}`);
    const unless = spec.spells === undefined ? '' : ' (als niemand tussentijds vertrekt)';
    return (
      `pool '${pool}' kan het werk niet aan ${during}: ${asked}, dus de wachtrij groeit met ` +
      `${clients.format(groei)} cliënten per ${inDays ? 'maand' : 'tijdseenheid'}; ${queue}${unless}`
    );
  };
  return pools.filter(({ groei, volVanaf }) => groei > 0 && volVanaf !== null).map(sentence);
}

function trapped({ lussen }: LoadFacts): string[] {
  return lussen.map((stations) =>
    stations.length === 1
      ? `wie bij station '${stations.join()}' komt, komt er niet meer weg: elke uitkomst leidt terug`
      : `wie bij een van de stations ${stations.join(', ')} komt, komt er niet meer weg: elke uitkomst leidt terug`,
  );
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
