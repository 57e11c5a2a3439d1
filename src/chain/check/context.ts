// What every check needs: the chain, a place to report to, and the one way in which an unknown name is reported.
import { written } from '../../random/checks.js';
import { didYouMean, nearest } from '../nearest.js';
import type { ChainSpec } from '../spec/chain.js';
import type { Issue, Report } from '../spec/issue.js';

export type Path = readonly (string | number)[];

export interface Check {
  readonly spec: ChainSpec;
  readonly report: Report;
  readonly issues: readonly Issue[];
}

export function createCheck(spec: ChainSpec): Check {
  const issues: Issue[] = [];
  return {
    spec,
    issues,
    report: (path, message) => {
      issues.push({ path: [...path], message });
    },
  };
}

/** A thing by its Dutch name, with the ids there are. */
interface Kind {
  readonly noun: string;
  readonly ids: readonly string[];
}

export function stationIds({ spec }: Check): Kind {
  return { noun: 'station', ids: Object.keys(spec.stations) };
}

export function attributeIds({ spec }: Check): Kind {
  return { noun: 'kenmerk', ids: Object.keys(spec.attributes) };
}

export function riskIds({ spec }: Check): Kind {
  return { noun: 'risico', ids: Object.keys(spec.spells?.risks ?? {}) };
}

export function stateIds({ spec }: Check): Kind {
  return { noun: 'toestand', ids: Object.keys(spec.spells?.states ?? {}) };
}

/** Reasons why a spell ends: risks, and marks of routes that leave the chain. */
export function reasonIds({ spec }: Check): Kind {
  return { noun: 'reden', ids: [...Object.keys(spec.spells?.risks ?? {}), ...Object.keys(spec.spells?.marks ?? {})] };
}

/** Reports a name that does not exist; true when it does exist. */
export function exists(check: Check, kind: Kind, id: string, path: Path): boolean {
  if (kind.ids.includes(id)) return true;
  const hint = didYouMean(id, kind.ids);
  const known = kind.ids.length === 0 ? ' Er is er nog geen beschreven.' : ` Bekend: ${listed(kind.ids)}.`;
  check.report(path, `${kind.noun} '${id}' bestaat niet.${hint === '' ? known : hint}`);
  return false;
}

/** The station that is meant: the id itself, or the one that its misspelling is nearest to, so that one mistake is not reported twice. */
export function meant({ spec }: Check, id: string): string | undefined {
  if (Object.hasOwn(spec.stations, id)) return id;
  return nearest(id, Object.keys(spec.stations)) ?? undefined;
}

/** `a, b of c`; a long list is cut off after fifteen. */
export function listed(names: readonly string[]): string {
  if (names.length > 15) return `${names.slice(0, 15).join(', ')} en nog ${names.length - 15} andere`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} of ${last}`;
}

/** A number for a Dutch reader, without the digits that floating point adds. */
export function shown(value: number): string {
  return written(Number(value.toPrecision(6)));
}
