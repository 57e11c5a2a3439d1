// The ways of a declared process as the edges of a drawing: those that look the same between two boxes are one, and some lead back.
import type { ChainSpec } from '../../chain/spec/chain.js';
import { loopsOf, type LayoutEdge } from '../flow/layout.js';
import { SOURCE } from '../flow/model.js';
import type { DeclaredWay, WayKind } from './ways.js';

export type Look = 'route' | 'oproep' | 'zij' | 'langs';

const looks: Readonly<Record<WayKind, Look>> = {
  bron: 'route',
  herinstroom: 'route',
  verder: 'route',
  oproep: 'oproep',
  zijbezoek: 'zij',
  kwijt: 'langs',
  vol: 'langs',
  drukte: 'langs',
  ongeduld: 'langs',
  'niet verschenen': 'langs',
};

export interface SchemeEdge extends LayoutEdge {
  readonly look: Look;
  readonly ways: readonly DeclaredWay[];
}

/** Thicker where more belongs to the main route, so that of every loop it is the call or the way past that is drawn as a way back. */
const sizes: Readonly<Record<Look, number>> = { route: 2, oproep: 1.6, zij: 1.5, langs: 1.4 };

/** `slotOf` gives the room that the words of an edge take at its target. */
export function edgesOf(
  spec: ChainSpec,
  ways: readonly DeclaredWay[],
  slotOf: (ways: readonly DeclaredWay[]) => number,
): SchemeEdge[] {
  const groups = new Map<string, DeclaredWay[]>();
  for (const way of ways) {
    if (!(way.to in spec.stations)) continue;
    const from = way.kind === 'bron' || way.kind === 'herinstroom' ? SOURCE : way.from;
    const key = JSON.stringify([from, way.to, looks[way.kind]]);
    groups.set(key, [...(groups.get(key) ?? []), way]);
  }
  return [...groups].map(([key, together]) => {
    const [from, to, look] = JSON.parse(key) as [string, string, Look];
    return { from, to, look, ways: together, size: sizes[look], slot: slotOf(together) };
  });
}

/** Feedback: the ways that lead to an earlier station. The same in a drawing and in a text. */
export function backWays(spec: ChainSpec, ways: readonly DeclaredWay[]): ReadonlySet<DeclaredWay> {
  const edges = edgesOf(spec, ways, () => 1);
  const loops = loopsOf([SOURCE, ...Object.keys(spec.stations)], edges, SOURCE);
  return new Set([...loops].flatMap((edge) => edge.ways));
}
