// Names of parameters in a tree of their own, and the capacity of a process on the scale of another municipality.
import type { Parameter } from './parameter.js';
import type { ReadingSet } from './reading.js';

export type Tree = Readonly<Record<string, unknown>>;

export function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

export function treeAt(tree: Tree, key: string): Tree {
  const value = Object.hasOwn(tree, key) ? tree[key] : undefined;
  return isTree(value) ? value : {};
}

/** The name of a parameter of an organisation beside those of another. */
export function nameIn(organisation: string, name: string): string {
  return `${organisation}/${name}`;
}

/** By how much the capacity of an organisation is multiplied. */
export function scaleName(organisation: string): string {
  return nameIn(organisation, 'schaal');
}

/** The course of the national trend is computed, and the same for everyone. */
function isShared(name: string): boolean {
  return name.startsWith('trend.');
}

/** The same tree, with the organisation's id in front of every name: in `'@name'` and `'-@name'`, and where `effectParameters` lists them. */
export function renamed(node: unknown, organisation: string): unknown {
  const other = (name: string): string => (isShared(name) ? name : nameIn(organisation, name));
  const walk = (part: unknown, key: string): unknown => {
    if (typeof part === 'string') {
      if (key === 'effectParameters') return other(part);
      const [, sign = '', name = ''] = /^(-?)@(.+)$/s.exec(part) ?? [];
      return name === '' ? part : `${sign}@${other(name)}`;
    }
    if (Array.isArray(part)) return part.map((item: unknown) => walk(item, key));
    if (!isTree(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, walk(value, name)]));
  };
  return walk(node, '');
}

export function renamedParameters(parameters: readonly Parameter[], organisation: string): Parameter[] {
  return parameters.map((parameter) => ({ ...parameter, name: nameIn(organisation, parameter.name) }));
}

/** Readings of an organisation's own sources; they move its own numbers only. */
export function renamedReadings(sets: readonly ReadingSet[], organisation: string): ReadingSet[] {
  return sets.map(({ id, readings }) => ({
    id: nameIn(organisation, id),
    readings: readings.map((reading) => ({
      ...reading,
      overlays: reading.overlays.map((overlay) => ({ ...overlay, parameter: nameIn(organisation, overlay.parameter) })),
    })),
  }));
}

/** The amount times a named parameter; a course in time is multiplied point by point, because `bind` reads no other. */
function times(amount: unknown, scale: string): unknown {
  if (!isTree(amount)) return { product: [`@${scale}`, amount] };
  const course = ['timed', 'steps'].find((key) => Array.isArray(amount[key]));
  if (course === undefined) return { product: [`@${scale}`, amount] };
  const points = amount[course] as readonly unknown[];
  return {
    ...amount,
    [course]: points.map((point) => (isTree(point) ? scaledFields(point, ['value'], scale) : point)),
  };
}

function scaledFields(tree: Tree, fields: readonly string[], scale: string): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, fields.includes(key) ? times(value, scale) : value]),
  );
}

/** What each place can do or how fast it works, in the same pattern for as many places as there will be. */
function repeated(list: readonly unknown[], factor: number): unknown[] {
  const length = Math.ceil(list.length * Math.max(1, factor));
  return Array.from({ length }, (_, place) => list[place % list.length]);
}

/**
 * Fte of teams and numbers of places; what a team lends another is part of its fte. How long things take and who may come stays as it is. `factor`
 * is the value of `scale`: lists of places (`skills`, `speeds`) go on in their own pattern.
 */
export function scaledPools(pools: Tree, scale: string, factor: number): Tree {
  return Object.fromEntries(
    Object.entries(pools).map(([id, pool]) => {
      if (!isTree(pool)) return [id, pool];
      const { recruitment } = pool;
      const moved = isTree(recruitment) ? { recruitment: scaledFields(recruitment, ['moved'], scale) } : {};
      const lists = ['skills', 'speeds'].flatMap((key) => {
        const list = pool[key];
        return Array.isArray(list) && list.length > 0 ? [[key, repeated(list, factor)] as const] : [];
      });
      return [id, { ...scaledFields(pool, ['fte', 'capacity'], scale), ...moved, ...Object.fromEntries(lists) }];
    }),
  );
}

/** A call that takes so many at set times is capacity too; one that fills a group or a free place takes what fits there. */
export function scaledStations(stations: Tree, scale: string): Tree {
  return Object.fromEntries(
    Object.entries(stations).map(([id, station]) => {
      if (!isTree(station) || !Array.isArray(station['calls'])) return [id, station];
      const calls = station['calls'].map((call: unknown) =>
        isTree(call) && (call['every'] !== undefined || call['at'] !== undefined)
          ? scaledFields(call, ['take'], scale)
          : call,
      );
      return [id, { ...station, calls }];
    }),
  );
}
