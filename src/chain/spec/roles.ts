// What a population leaves to the process: where each source comes in and where the stock stands. Filled in before the chain is read.

interface Roles {
  readonly stock: unknown;
  readonly sources: unknown;
}

/** The same tree, with the station of `roles.sources` for a source without `to`, and `roles.stock` for a stock without `station`. */
export function withRoles(tree: unknown): unknown {
  if (!isRecord(tree)) return tree;
  const { arrivals, spells } = tree;
  const named = isRecord(tree['roles']) ? tree['roles'] : {};
  const roles: Roles = { stock: named['stock'], sources: named['sources'] };
  return {
    ...tree,
    ...(isRecord(arrivals) ? { arrivals: withEntries(arrivals, roles) } : {}),
    ...(isRecord(spells) ? { spells: withStock(spells, roles) } : {}),
  };
}

function withEntries(arrivals: Tree, { sources }: Roles): Tree {
  if (!isRecord(sources)) return arrivals;
  const entered = Object.entries(arrivals).map(([id, source]) => {
    const to = Object.hasOwn(sources, id) ? sources[id] : undefined;
    return [id, to !== undefined && isRecord(source) && source['to'] === undefined ? { ...source, to } : source];
  });
  return Object.fromEntries(entered) as Tree;
}

function withStock(spells: Tree, { stock: station }: Roles): Tree {
  const { stock } = spells;
  if (!isRecord(stock) || stock['station'] !== undefined || station === undefined) return spells;
  return { ...spells, stock: { ...stock, station } };
}

type Tree = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
