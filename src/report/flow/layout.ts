// Places stations in columns by longest path from the entry and arrows between them, in the manner of Sugiyama: layers, order, positions.

export interface LayoutNode {
  id: string;
  height: number;
  /** Room kept free under the node. */
  below: number;
}

export interface LayoutEdge {
  from: string;
  to: string;
  /** Width of the arrow. */
  size: number;
  /** Height of its place at the target, at least `size`. */
  slot: number;
}

export interface Box {
  column: number;
  /** Top of the node. */
  y: number;
  height: number;
}

export interface PlacedEdge extends LayoutEdge {
  /** Centres per column from the source to the target: where the arrow leaves, passes and arrives. */
  centres: readonly { column: number; y: number }[];
}

export interface Layout {
  boxes: ReadonlyMap<string, Box>;
  edges: readonly PlacedEdge[];
  /** Arrows that go back to an earlier station. */
  loops: readonly LayoutEdge[];
  columns: number;
  height: number;
}

interface Block extends LayoutNode {
  column: number;
  y: number;
  /** A place where an arrow crosses a column without stopping. */
  passing: boolean;
}

interface Segment {
  from: Block;
  to: Block;
  weight: number;
}

const GAP = 26;

/** Splits arrows into those that go on and those that close a loop, by depth-first search in the order given. */
function withoutLoops(ids: readonly string[], edges: readonly LayoutEdge[], entry: string): Set<LayoutEdge> {
  const state = new Map<string, 'open' | 'done'>();
  const loops = new Set<LayoutEdge>();
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const edge of edges.filter(({ from }) => from === id)) {
      const seen = state.get(edge.to);
      if (seen === 'open') loops.add(edge);
      else if (seen === undefined) visit(edge.to);
    }
    state.set(id, 'done');
  };
  for (const id of [entry, ...ids]) if (!state.has(id)) visit(id);
  return loops;
}

function longestPaths(ids: readonly string[], forward: readonly LayoutEdge[]): Map<string, number> {
  const column = new Map(ids.map((id) => [id, 0]));
  // Without loops no path is longer than the number of stations, so this settles.
  ids.forEach(() => {
    for (const { from, to } of forward) {
      column.set(to, Math.max(column.get(to) ?? 0, (column.get(from) ?? 0) + 1));
    }
  });
  return column;
}

const middle = (block: Block): number => block.y + block.height / 2;

/** Weighted mean of the centres of the neighbours, or the block's own centre when it has none. */
function pull(block: Block, segments: readonly Segment[]): number {
  let [sum, weight] = [0, 0];
  for (const { from, to, weight: w } of segments) {
    if (from !== block && to !== block) continue;
    sum += w * middle(from === block ? to : from);
    weight += w;
  }
  return weight === 0 ? middle(block) : sum / weight;
}

/** Sets a column's blocks near where their neighbours pull them, in order and without overlap. */
function settle(column: Block[], segments: readonly Segment[], reorder: boolean): void {
  const wanted = new Map(column.map((block) => [block, pull(block, segments)]));
  const want = (block: Block): number => wanted.get(block) ?? 0;
  if (reorder) column.sort((a, b) => want(a) - want(b));
  let bottom = -Infinity;
  let shift = 0;
  for (const block of column) {
    block.y = Math.max(want(block) - block.height / 2, bottom);
    bottom = block.y + block.height + block.below + GAP;
    shift += want(block) - middle(block);
  }
  for (const block of column) block.y += shift / column.length;
}

/** Stacks the ends of arrows along a side of a box, in the order of their other ends. */
function stack(box: Box, ends: readonly { height: number; other: number }[]): number[] {
  const total = ends.reduce((sum, { height }) => sum + height, 0);
  let y = box.y + (box.height - total) / 2;
  const order = ends.map((_, i) => i).sort((a, b) => ends[a]!.other - ends[b]!.other);
  const centres = new Array<number>(ends.length).fill(0);
  for (const i of order) {
    centres[i] = y + ends[i]!.height / 2;
    y += ends[i]!.height;
  }
  return centres;
}

/** Lays out a stroomschema. Coordinates are in the unit of the heights given; columns count from 0. */
export function layout(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], entry: string): Layout {
  const ids = nodes.map(({ id }) => id);
  const loops = withoutLoops(ids, edges, entry);
  const forward = edges.filter((edge) => !loops.has(edge));
  const columnOf = longestPaths(ids, forward);
  const columns: Block[][] = Array.from({ length: Math.max(0, ...columnOf.values()) + 1 }, () => []);
  const put = (node: LayoutNode, column: number, passing: boolean): Block => {
    const block = { ...node, column, y: columns[column]!.length * 80, passing };
    columns[column]!.push(block);
    return block;
  };
  const blocks = new Map(nodes.map((node) => [node.id, put(node, columnOf.get(node.id) ?? 0, false)]));
  const segments: Segment[] = [];
  const routes = forward.map((edge) => {
    const [from, to] = [blocks.get(edge.from), blocks.get(edge.to)];
    if (from === undefined || to === undefined) throw new Error(`arrow ${edge.from}>${edge.to} joins no two stations`);
    const route = [from];
    for (let column = from.column + 1; column < to.column; column += 1) {
      route.push(put({ id: '', height: edge.size, below: 0 }, column, true));
    }
    route.push(to);
    for (let i = 1; i < route.length; i += 1) {
      segments.push({ from: route[i - 1]!, to: route[i]!, weight: edge.size + 1 });
    }
    return { edge, route };
  });

  for (let sweep = 0; sweep < 40; sweep += 1) {
    const order = sweep % 2 === 0 ? columns : [...columns].reverse();
    for (const column of order) settle(column, segments, sweep < 24);
  }
  const top = Math.min(...columns.flat().map(({ y }) => y));
  for (const block of columns.flat()) block.y -= top;

  const centres = routes.map(({ route }) => route.map((block) => ({ column: block.column, y: middle(block) })));
  for (const block of blocks.values()) {
    const out = routes.flatMap(({ route }, i) => (route[0] === block ? [i] : []));
    const into = routes.flatMap(({ route }, i) => (route.at(-1) === block ? [i] : []));
    const outEnds = out.map((i) => ({ height: routes[i]!.edge.size + 3, other: centres[i]![1]!.y }));
    const inEnds = into.map((i) => ({ height: routes[i]!.edge.slot, other: centres[i]!.at(-2)?.y ?? 0 }));
    stack(block, outEnds).forEach((y, k) => (centres[out[k]!]![0]!.y = y));
    stack(block, inEnds).forEach((y, k) => (centres[into[k]!]![centres[into[k]!]!.length - 1]!.y = y));
  }
  return {
    boxes: new Map([...blocks].map(([id, { column, y, height }]) => [id, { column, y, height }])),
    edges: routes.map(({ edge }, i) => ({ ...edge, centres: centres[i]! })),
    loops: [...loops],
    columns: columns.length,
    height: Math.max(...columns.flat().map(({ y, height, below }) => y + height + below)),
  };
}
