// From a plain tree to a chain of the right shape, or the list of what is wrong with the shape.
import type { z } from 'zod';
import { nearest } from '../nearest.js';
import { chainSchema, type ChainSpec } from '../spec/chain.js';
import type { Issue } from '../spec/issue.js';
import type { Path } from './context.js';
import { allowedKeys, errorMap, expectations, unknownKey, worded, type Found } from './wording.js';

export type ParsedChain =
  | { readonly state: 'ok'; readonly spec: ChainSpec }
  | { readonly state: 'mistakes'; readonly issues: readonly Issue[] };

/**
 * Parses a tree in which every parameter has been bound. Never throws: whatever is wrong with the shape comes back as Dutch issues with the path in
 * the tree. Meaning is not looked at; that is `checkChain`.
 */
export function parseChain(tree: unknown): ParsedChain {
  const parsed = parseDeclared(chainSchema, tree);
  return parsed.state === 'ok' ? { state: 'ok', spec: parsed.value } : parsed;
}

/** The same for any declared data: a value, or Dutch issues with the path in the tree. */
export function parseDeclared<Schema extends z.ZodType>(
  schema: Schema,
  tree: unknown,
):
  | { readonly state: 'ok'; readonly value: z.output<Schema> }
  | { readonly state: 'mistakes'; readonly issues: readonly Issue[] } {
  const parsed = schema.safeParse(tree, { error: errorMap });
  if (parsed.success) return { state: 'ok', value: parsed.data };
  return { state: 'mistakes', issues: issuesIn(parsed.error.issues, tree) };
}

function issuesIn(found: readonly Found[], tree: unknown): Issue[] {
  const flat = found.flatMap((issue) => deepest(issue, []));
  const suggested = new Set<string>();
  for (const issue of flat) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const key of issue.keys) {
      const hint = nearest(key, allowedKeys(issue));
      if (hint !== null) suggested.add(address([...pathOf(issue), hint]));
    }
  }
  return flat.flatMap((issue): Issue[] => {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys') {
      const owner = valueAt(tree, path);
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, allowedKeys(issue), owner) }));
    }
    const value = valueAt(tree, path);
    // A missing key whose misspelling is reported is not reported a second time.
    if (value === undefined && suggested.has(address(path))) return [];
    const last = path.at(-1);
    const name = value === undefined && typeof last === 'string' ? `'${last}' ` : '';
    return [{ path, message: issue.code === 'custom' ? issue.message : `${name}${worded(issue, value)}` }];
  });
}

function address(path: Path): string {
  return JSON.stringify(path);
}

function pathOf(issue: Found): (string | number)[] {
  return issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
}

function valueAt(tree: unknown, path: Path): unknown {
  let value = tree;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/**
 * The issues of the branch of a union that the writer most likely meant, with paths from the root. When the value fits no branch at all, one issue
 * that names what each of them wants.
 */
function deepest(issue: Found, above: readonly PropertyKey[]): Found[] {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }];
  const branches = issue.errors.map((branch) => branch.flatMap((inner) => deepest(inner, path)));
  const costs = branches.map((branch) => branch.reduce((total, inner) => total + cost(inner, path.length), 0));
  const least = Math.min(...costs);
  if (least < misfit) return branches[costs.indexOf(least)] ?? [];
  return [{ code: 'invalid_union', message: issue.message, path, errors: [branches.flat()] }];
}

const misfit = 1000;

/** How far a value is from what a branch wants: of another type altogether, without a key that it needs, with keys it does not know, or near. */
function cost(issue: Found, depth: number): number {
  if (issue.code === 'unrecognized_keys') return 2 * issue.keys.length;
  const wrong = expectations(issue).length > 0;
  if (wrong && issue.path.length === depth) return misfit;
  return issue.code === 'invalid_type' && issue.path.length === depth + 1 ? 3 : 1;
}
