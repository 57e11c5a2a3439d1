// A declared process as Mermaid text: ordinary steps as lines, and side visits, ways past the outcomes and ways back as dashes.
import type { ChainSpec } from '../../chain/spec/chain.js';
import { reasonLabel } from '../labels.js';
import { backWays } from './edges.js';
import { declaredWays, isMain, wayText, type DeclaredWay } from './ways.js';

/** Quotes are the only characters that end a label in Mermaid. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '#quot;')}"`;
}

export function mermaid(spec: ChainSpec): string {
  const ways = declaredWays(spec);
  const back = backWays(spec, ways);
  const nodes = new Map<string, string>();
  const labels: string[] = [];
  // A source, a station and a mark may have the same id: what kind of thing it is keeps them apart.
  const node = (what: 'bron' | 'station' | 'exit', id: string, label: string): string => {
    const known = nodes.get(`${what}/${id}`);
    if (known !== undefined) return known;
    const name = `n${String(nodes.size)}`;
    nodes.set(`${what}/${id}`, name);
    const [open, close] = { bron: ['([', '])'], station: ['[', ']'], exit: ['{{', '}}'] }[what] as [string, string];
    labels.push(`  ${name}${open}${quoted(label)}${close}`);
    return name;
  };
  const from = (way: DeclaredWay): string => {
    if (way.kind === 'bron') return node('bron', way.from, spec.arrivals[way.from]?.label ?? way.from);
    if (way.kind === 'herinstroom') return node('bron', '', spec.spells?.returns?.label ?? 'Herinstroom');
    return node('station', way.from, spec.stations[way.from]?.label ?? way.from);
  };
  const to = ({ to: id, mark }: DeclaredWay): string =>
    id in spec.stations
      ? node('station', id, spec.stations[id]?.label ?? id)
      : node('exit', mark ?? id, mark === undefined ? 'uit de keten' : reasonLabel(mark));
  const lines = ways.map((way) => {
    const isBack = back.has(way);
    const words = [isBack ? 'terug' : '', wayText(way)].filter((text) => text !== '').join(': ');
    const arrow = isMain(way) && !isBack ? '-->' : '-.->';
    return `  ${from(way)} ${arrow}${words === '' ? '' : `|${quoted(words)}|`} ${to(way)}`;
  });
  return ['flowchart LR', ...labels, ...lines].join('\n');
}
