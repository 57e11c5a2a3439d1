// A transplant: the way of working of one organisation with the people of another, as one tree. Every station, team and rule comes from the one;
// who applies, how a spell ends, who returns, the stock and the dates of the run from the other.
import { didYouMean } from '../chain/nearest.js';
import type { Issue } from '../chain/spec/issue.js';
import { observingKinds } from '../chain/spec/population.js';
import { isTree, renamed, scaledPools, scaledStations, scaleName, treeAt, type Tree } from './rename.js';

export type Path = readonly (string | number)[];
export type Origin = 'process' | 'population';

/** One organisation: its declared tree with `@names`, and the id that its names get in front. */
export interface Part {
  readonly id: string;
  readonly tree: Tree;
}

export interface Transplant {
  readonly tree: Tree;
  /** From which of the two trees a path of the new one comes. */
  readonly originOf: (path: Path) => Origin;
  /** What cannot be brought together; the names themselves are checked with the chain. */
  readonly issues: readonly Issue[];
}

/** What a process is; `organisation`, `label`, `description` and `author` say whose it is. Money and curves belong to one municipality and stay there. */
const ofProcess = ['organisation', 'label', 'description', 'author', 'calendar', 'roles', 'pools', 'stations'] as const;
const ofPopulation = ['run', 'persons', 'arrivals', 'correlations', 'spells'] as const;

/**
 * Names of parameters in the process get the id of its organisation in front (`id/name`), so that two tables never clash; those of the population stay
 * what they are. At home, where both parts are one organisation, there is one table and nothing is renamed, so that every draw is the same too.
 * Capacity of the process is multiplied by the parameter `scaleName(id)`, whose value is `factor`.
 */
export function transplant(process: Part, population: Part, factor = 1): Transplant {
  const isHome = process.id === population.id;
  const own = isHome ? process.tree : (renamed(process.tree, process.id) as Tree);
  const issues: Issue[] = [];
  const looks = looksOf(own, population.tree, issues);
  const scale = scaleName(process.id);
  const people = peopleOf(population.tree);
  checkRoles(own, people, issues);
  for (const key of ['initial'] as const) {
    if (Object.hasOwn(population.tree, key)) {
      issues.push({
        path: [key],
        message: `wie al bij een station staat (\`${key}\`) kan niet mee naar een ander werkproces`,
      });
    }
  }
  const tree: Tree = {
    ...Object.fromEntries(ofProcess.flatMap((key) => (Object.hasOwn(own, key) ? [[key, own[key]]] : []))),
    ...people,
    pools: scaledPools(treeAt(own, 'pools'), scale, factor),
    stations: scaledStations(treeAt(own, 'stations'), scale),
    attributes: { ...looks.kept, ...looks.brought },
    groups: { ...groupsOn(population.tree, looks.kept), ...groupsOn(own, looks.brought) },
  };
  return { tree, issues, originOf: (path) => originOf(path, looks.brought, treeAt(own, 'groups'), tree) };
}

/** Where a source comes in, where the stock stands and where returns go is for the process to say. */
function peopleOf(population: Tree): Tree {
  const people = Object.fromEntries(
    ofPopulation.flatMap((key) => (Object.hasOwn(population, key) ? [[key, population[key]]] : [])),
  );
  const arrivals = Object.entries(treeAt(population, 'arrivals')).map(([id, source]) => [id, without(source, 'to')]);
  const { spells } = population;
  if (!isTree(spells)) return { ...people, arrivals: Object.fromEntries(arrivals) };
  return {
    ...people,
    arrivals: Object.fromEntries(arrivals),
    spells: {
      ...spells,
      ...(spells['stock'] === undefined ? {} : { stock: without(spells['stock'], 'station') }),
      ...(spells['returns'] === undefined ? {} : { returns: without(spells['returns'], 'to') }),
    },
  };
}

function without(node: unknown, key: string): unknown {
  if (!isTree(node)) return node;
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== key));
}

function isLook(spec: unknown): boolean {
  return isTree(spec) && observingKinds.includes(String(spec['kind']));
}

/** Names that some station looks for. */
function observedIn(tree: Tree): Set<string> {
  const looks = Object.values(treeAt(tree, 'stations')).flatMap((station): readonly unknown[] => {
    const observed = isTree(station) ? station['observe'] : undefined;
    return Array.isArray(observed) ? observed : [];
  });
  return new Set(looks.map(String));
}

/**
 * `brought`: what the process sees. `kept`: who people are; a look of the population's own organisation is left behind where its stations made it, where
 * the process has one of that name, and where what it looks at is left behind.
 */
function looksOf(process: Tree, population: Tree, issues: Issue[]): { readonly brought: Tree; readonly kept: Tree } {
  const brought = Object.fromEntries(Object.entries(treeAt(process, 'attributes')).filter(([, spec]) => isLook(spec)));
  const seen = observedIn(population);
  const kept: Record<string, unknown> = {};
  for (const [id, spec] of Object.entries(treeAt(population, 'attributes'))) {
    const of = isLook(spec) && isTree(spec) ? String(spec['of']) : undefined;
    if (of === undefined) {
      kept[id] = spec;
      if (!Object.hasOwn(brought, id)) continue;
      const message = `'${id}' is in de bevolking een kenmerk van mensen; geef wat hier wordt waargenomen een andere naam`;
      issues.push({ path: ['attributes', id], message });
    } else if (!seen.has(id) && !Object.hasOwn(brought, id) && Object.hasOwn(kept, of)) kept[id] = spec;
  }
  return { brought, kept };
}

function groupsOn(tree: Tree, attributes: Tree): Tree {
  const groups = Object.entries(treeAt(tree, 'groups'));
  return Object.fromEntries(
    groups.filter(([, group]) => isTree(group) && Object.hasOwn(attributes, String(group['attribute']))),
  );
}

/** A source or a stock that the two do not share; stations and entries are checked with the chain. */
function checkRoles(process: Tree, people: Tree, issues: Issue[]): void {
  const roles = treeAt(process, 'roles');
  const sources = Object.keys(treeAt(people, 'arrivals'));
  for (const id of Object.keys(treeAt(roles, 'sources')).filter((source) => !sources.includes(source))) {
    const message = `bron '${id}' bestaat niet in de bevolking.${didYouMean(id, sources)} Er zijn: ${sources.join(', ')}`;
    issues.push({ path: ['roles', 'sources', id], message });
  }
  if (Object.hasOwn(treeAt(people, 'spells'), 'stock') && roles['stock'] === undefined) {
    const message = 'de bevolking heeft een voorraad bij de start; noem met `stock` het station waar zij staat';
    issues.push({ path: ['roles'], message });
  }
}

function originOf([key = '', id]: Path, looks: Tree, groups: Tree, tree: Tree): Origin {
  if (key === 'attributes') return Object.hasOwn(looks, String(id)) ? 'process' : 'population';
  if (key === 'groups') {
    const group = treeAt(tree, 'groups')[String(id)];
    return Object.hasOwn(groups, String(id)) && isTree(group) && Object.hasOwn(looks, String(group['attribute']))
      ? 'process'
      : 'population';
  }
  return (ofPopulation as readonly (string | number)[]).includes(key) || key === 'initial' ? 'population' : 'process';
}
