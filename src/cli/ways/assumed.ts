// Which assumptions of a process decide its volume: where people go, and what a step does for them.
import type { Parameter } from '../../scenario/parameter.js';
import { isTree, nameIn, treeAt, type Tree } from '../../scenario/rename.js';

/** Parts of a station that bring about conversion (who goes where) or success (what a stay changes). */
const deciding = ['outcomes', 'effects'] as const;

function namesIn(node: unknown): string[] {
  if (typeof node === 'string') return /^-?@/.test(node) ? [node.replace(/^-?@/, '')] : [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(namesIn);
}

/** Those of status `aanname`, in the order of the table. `tree` is the process with the population; names may have the organisation in front. */
export function decidingAssumptions(tree: Tree, own: readonly Parameter[], organisation: string): Parameter[] {
  const stations = Object.values(treeAt(tree, 'stations')).filter(isTree);
  const named = new Set(stations.flatMap((station) => deciding.flatMap((part) => namesIn(station[part]))));
  return own.filter(
    ({ name, status }) => status === 'aanname' && (named.has(name) || named.has(nameIn(organisation, name))),
  );
}
