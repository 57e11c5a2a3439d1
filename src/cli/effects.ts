// The effect of every programme from runs that are there already: the base and its twins.
import { programmeEffects, type ProgrammeEffect } from '../analysis/effect.js';
import type { Lookup } from '../analysis/lookup.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import type { Destination } from '../chain/spec/population.js';
import { flowWindow, type Study } from './study.js';
import { findTwin } from './twins.js';

/** What every reason for the end of a spell counts as, risks and marks together. */
export function destinationsOf({ spells }: ChainSpec): ReadonlyMap<string, Destination> {
  const declared = [...Object.entries(spells?.risks ?? {}), ...Object.entries(spells?.marks ?? {})];
  return new Map(declared.map(([reason, { destination }]) => [reason, destination]));
}

/** Reasons for the end of a spell that count as work. */
export function workReasonsOf(spec: ChainSpec): ReadonlySet<string> {
  return new Set(
    [...destinationsOf(spec)].flatMap(([reason, destination]) => (destination === 'werk' ? [reason] : [])),
  );
}

/** Of the cohort of the first measured year, in one scenario of a run that holds the twins too. */
export function effectsOf(study: Study, lookup: Lookup, scenario: number): ProgrammeEffect[] {
  return programmeEffects({
    lookup,
    scenario,
    twin: findTwin(study, lookup.results.scenarios),
    window: flowWindow(study),
    stations: Object.entries(study.spec.stations).map(([id, { label = id }]) => ({ id, label })),
    workReasons: workReasonsOf(study.spec),
    ijkpunten: study.organisation.ijkpunten.ijkpunten,
  });
}
