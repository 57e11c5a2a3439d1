// Places stations in layers by longest path from the entry and arrows between them, in the manner of Sugiyama: layers, order, positions.

export interface LayoutNode {
  id: string;
  width: number;
  /** Room kept free to the right of the node. */
  after: number;
}

export interface LayoutEdge {
  from: string;
  to: string;
  /** Width of the arrow. */
  size: number;
  /** Room for its end at the target, at least `size`. */
  slot: number;
}

export interface Box {
  layer: number;
  /** Left side of the node. */
  x: number;
  width: number;
}

export type PlacedEdge<Edge extends LayoutEdge = LayoutEdge> = Edge & {
  /** Centres per layer from the source to the target: where the arrow leaves, passes and arrives. */
  centres: readonly { layer: number; x: number }[];
};

export interface Layout<Edge extends LayoutEdge = LayoutEdge> {
  boxes: ReadonlyMap<string, Box>;
  edges: readonly PlacedEdge<Edge>[];
  /** Arrows that go back to an earlier station. */
  loops: readonly Edge[];
  /** Arrows that pass more layers than was asked for: they are given no place. */
  far: readonly Edge[];
  layers: number;
  width: number;
}

interface Block extends LayoutNode {
  layer: number;
  x: number;
  /** A place where an arrow crosses a layer without stopping. */
  passing: boolean;
}

interface Segment {
  from: Block;
  to: Block;
  weight: number;
}

const GAP = 26;

/** A loop that can be followed along these arrows, or null; looked for in the order given. */
function findLoop<Edge extends LayoutEdge>(ids: readonly string[], edges: readonly Edge[]): Edge[] | null {
  const done = new Set<string>();
  const path: Edge[] = [];
  const visit = (id: string): Edge[] | null => {
    for (const edge of edges.filter(({ from }) => from === id)) {
      const start = path.findIndex(({ from }) => from === edge.to);
      if (start >= 0 || edge.to === id) return [...path.slice(start >= 0 ? start : path.length), edge];
      if (done.has(edge.to)) continue;
      path.push(edge);
      const found = visit(edge.to);
      path.pop();
      if (found !== null) return found;
    }
    done.add(id);
    return null;
  };
  for (const id of ids) {
    const found = done.has(id) ? null : visit(id);
    if (found !== null) return found;
  }
  return null;
}

function isReachable(target: string, entry: string, edges: readonly LayoutEdge[]): boolean {
  const seen = new Set([entry]);
  for (const id of seen) for (const { to } of edges.filter(({ from }) => from === id)) seen.add(to);
  return seen.has(target);
}

/** The arrows that lead back: of every loop the narrowest, so that the main stream runs on, but never the only way to a station. */
export function loopsOf<Edge extends LayoutEdge>(
  ids: readonly string[],
  edges: readonly Edge[],
  entry: string,
): Set<Edge> {
  const back = new Set<Edge>();
  for (;;) {
    const left = edges.filter((edge) => !back.has(edge));
    const loop = findLoop([entry, ...ids], left);
    if (loop === null) return back;
    const spare = loop.filter((edge) =>
      isReachable(
        edge.to,
        entry,
        left.filter((other) => other !== edge),
      ),
    );
    const candidates = spare.length > 0 ? spare : loop;
    back.add(candidates.reduce((least, edge) => (edge.size < least.size ? edge : least)));
  }
}

function longestPaths(ids: readonly string[], forward: readonly LayoutEdge[]): Map<string, number> {
  const layer = new Map(ids.map((id) => [id, 0]));
  // Without loops no path is longer than the number of stations, so this settles.
  ids.forEach(() => {
    for (const { from, to } of forward) {
      layer.set(to, Math.max(layer.get(to) ?? 0, (layer.get(from) ?? 0) + 1));
    }
  });
  return layer;
}

/**
 * Stations that nothing in the next layer waits for may stand there themselves, so that no layer gets too wide for a page; never further than
 * `reach` below where they are come from, because then nothing would hold them in place.
 */
function spread(layerOf: Map<string, number>, forward: readonly LayoutEdge[], perLayer: number, reach: number): void {
  const at = (id: string): number => layerOf.get(id) ?? 0;
  for (let layer = 0; layer <= Math.max(0, ...layerOf.values()); layer += 1) {
    const here = [...layerOf.keys()].filter((id) => at(id) === layer);
    const free = here.filter(
      (id) =>
        !forward.some(({ from, to }) => from === id && at(to) === layer + 1) &&
        forward.some(({ from, to }) => to === id && layer + 1 - at(from) <= reach),
    );
    const over = Math.min(free.length, Math.max(0, here.length - perLayer));
    for (const id of free.slice(free.length - over)) layerOf.set(id, layer + 1);
  }
}

const middle = (block: Block): number => block.x + block.width / 2;

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

/** Sets a layer's blocks near where their neighbours pull them, in order and without overlap. */
function settle(layer: Block[], segments: readonly Segment[], reorder: boolean): void {
  const wanted = new Map(layer.map((block) => [block, pull(block, segments)]));
  const want = (block: Block): number => wanted.get(block) ?? 0;
  if (reorder) layer.sort((a, b) => want(a) - want(b));
  let end = -Infinity;
  let shift = 0;
  for (const block of layer) {
    block.x = Math.max(want(block) - block.width / 2, end);
    end = block.x + block.width + block.after + GAP;
    shift += want(block) - middle(block);
  }
  for (const block of layer) block.x += shift / layer.length;
}

/** Sets the ends of arrows side by side along a box, in the order of their other ends. */
function stack(box: Box, ends: readonly { width: number; other: number }[]): number[] {
  const total = ends.reduce((sum, { width }) => sum + width, 0);
  let x = box.x + (box.width - total) / 2;
  const order = ends.map((_, i) => i).sort((a, b) => ends[a]!.other - ends[b]!.other);
  const centres = new Array<number>(ends.length).fill(0);
  for (const i of order) {
    centres[i] = x + ends[i]!.width / 2;
    x += ends[i]!.width;
  }
  return centres;
}

/** Lays out a stroomschema. Coordinates are in the unit of the heights given; layers count from 0. */
export function layout<Edge extends LayoutEdge>(
  nodes: readonly LayoutNode[],
  edges: readonly Edge[],
  entry: string,
  { perLayer = Infinity, reach = Infinity }: { readonly perLayer?: number; readonly reach?: number } = {},
): Layout<Edge> {
  const ids = nodes.map(({ id }) => id);
  const loops = loopsOf(ids, edges, entry);
  const forward = edges.filter((edge) => !loops.has(edge));
  const layerOf = longestPaths(ids, forward);
  spread(layerOf, forward, perLayer, reach);
  const layers: Block[][] = Array.from({ length: Math.max(0, ...layerOf.values()) + 1 }, () => []);
  const put = (node: LayoutNode, layer: number, passing: boolean): Block => {
    const block = { ...node, layer, x: layers[layer]!.length * 200, passing };
    layers[layer]!.push(block);
    return block;
  };
  const blocks = new Map(nodes.map((node) => [node.id, put(node, layerOf.get(node.id) ?? 0, false)]));
  const segments: Segment[] = [];
  const span = ({ from, to }: Edge): number => (layerOf.get(to) ?? 0) - (layerOf.get(from) ?? 0);
  const routes = forward
    .filter((edge) => span(edge) <= reach)
    .map((edge) => {
      const [from, to] = [blocks.get(edge.from), blocks.get(edge.to)];
      if (from === undefined || to === undefined) {
        throw new Error(`arrow ${edge.from}>${edge.to} joins no two stations`);
      }
      const route = [from];
      for (let layer = from.layer + 1; layer < to.layer; layer += 1) {
        route.push(put({ id: '', width: edge.size, after: 0 }, layer, true));
      }
      route.push(to);
      for (let i = 1; i < route.length; i += 1) {
        segments.push({ from: route[i - 1]!, to: route[i]!, weight: edge.size + 1 });
      }
      return { edge, route };
    });

  for (let sweep = 0; sweep < 40; sweep += 1) {
    const order = sweep % 2 === 0 ? layers : [...layers].reverse();
    for (const layer of order) settle(layer, segments, sweep < 24);
  }
  const least = Math.min(...layers.flat().map(({ x }) => x));
  for (const block of layers.flat()) block.x -= least;

  const centres = routes.map(({ route }) => route.map((block) => ({ layer: block.layer, x: middle(block) })));
  for (const block of blocks.values()) {
    const out = routes.flatMap(({ route }, i) => (route[0] === block ? [i] : []));
    const into = routes.flatMap(({ route }, i) => (route.at(-1) === block ? [i] : []));
    const outEnds = out.map((i) => ({ width: routes[i]!.edge.size + 3, other: centres[i]![1]!.x }));
    const inEnds = into.map((i) => ({ width: routes[i]!.edge.slot, other: centres[i]!.at(-2)?.x ?? 0 }));
    stack(block, outEnds).forEach((x, k) => (centres[out[k]!]![0]!.x = x));
    stack(block, inEnds).forEach((x, k) => (centres[into[k]!]![centres[into[k]!]!.length - 1]!.x = x));
  }
  return {
    boxes: new Map([...blocks].map(([id, { layer, x, width }]) => [id, { layer, x, width }])),
    edges: routes.map(({ edge }, i) => ({ ...edge, centres: centres[i]! })),
    loops: [...loops],
    far: forward.filter((edge) => span(edge) > reach),
    layers: layers.length,
    width: Math.max(...layers.flat().map(({ x, width, after }) => x + width + after)),
  };
}
