// Twin runs: the same clients with the same luck, but without the effect of one programme.
import { loads } from '../chain/loads.js';
import type { PlannedScenario } from '../experiment/plan.js';
import type { Change } from '../scenario/change.js';
import type { Study } from './study.js';

type WithSpec = Pick<Study, 'spec'>;

/** The same clients without the effect of one station: its `effectParameters` at 1. */
function withoutEffect(station: string): string {
  return `zonder effect: ${station}`;
}

/** Stations that have the same `effectParameters` have one twin, named after the first of them. */
function leaders({ spec }: WithSpec): ReadonlyMap<string, { leader: string; parameters: readonly string[] }> {
  const bySet = new Map<string, string>();
  const found = new Map<string, { leader: string; parameters: readonly string[] }>();
  for (const [id, { effectParameters: parameters = [] }] of Object.entries(spec.stations)) {
    if (parameters.length === 0) continue;
    const set = [...parameters].sort().join(' ');
    const leader = bySet.get(set) ?? id;
    bySet.set(set, leader);
    found.set(id, { leader, parameters });
  }
  return found;
}

/** The id of the twin run of a station; undefined when the station has no `effectParameters`. */
export function twinId(study: WithSpec, station: string): string | undefined {
  const found = leaders(study).get(station);
  return found === undefined ? undefined : withoutEffect(found.leader);
}

/** Where the twin run of a station stands among scenarios, -1 when it is not there; `prefix` when the twins of several points were run. */
export function findTwin(
  study: WithSpec,
  scenarios: readonly { readonly id: string }[],
  prefix = '',
): (station: string) => number {
  return (station) => {
    const id = twinId(study, station);
    return id === undefined ? -1 : scenarios.findIndex((scenario) => scenario.id === prefix + id);
  };
}

/** The changes that take away the effect of a station, for the whole run. */
export function neutralise(study: WithSpec, station: string): Change[] {
  return (leaders(study).get(station)?.parameters ?? []).map((parameter) => ({
    parameter,
    operation: 'set',
    value: 1,
    from: null,
    through: null,
    ramp: 0,
  }));
}

/**
 * For every programme with `effectParameters`: these changes, and none of its effect. A programme that nobody comes to in ongewijzigd beleid, such
 * as a pilot that a scenario opens, has no effect to take away and is not run.
 */
export function twins(study: WithSpec, changes: readonly Change[]): PlannedScenario[] {
  const open = new Set(loads(study.spec).stations.flatMap(({ id, visits }) => (visits > 0 ? [id] : [])));
  const ids = new Set([...leaders(study)].flatMap(([id, { leader }]) => (open.has(id) ? [leader] : [])));
  return [...ids].map((station) => {
    const id = withoutEffect(station);
    return { id, name: id, changes: [...changes, ...neutralise(study, station)] };
  });
}
