// doorstroom stroomschema: the process as text, or (knobs.ts) the parameters that can be turned with the shelf of scenarios.
import { formatValue } from '../../scenario/sentences.js';
import type { Context } from '../context.js';
import { knobs, knobsJson } from '../knobs.js';
import { openStudy, type Study } from '../study.js';
import { paragraph } from '../text-table.js';

export interface SchemeOptions {
  readonly knoppen: boolean;
  readonly mermaid: boolean;
  readonly json: boolean;
}

export function scheme(organisation: string, options: SchemeOptions, context: Context): void {
  const study = openStudy(organisation, options.knoppen ? 'shelf' : [], context.roots);
  if (options.knoppen) {
    const show = options.json ? knobsJson : knobs;
    context.terminal.result(show(study, context.workingDirectory));
  } else if (options.json) {
    context.terminal.result(JSON.stringify({ organisatie: organisation, pijlen: arrows(study) }, null, 2));
  } else context.terminal.result(options.mermaid ? mermaid(study) : drawing(study));
}

interface Arrow {
  readonly van: string;
  readonly naar: string;
  readonly regel: string;
}

function rule(outcome: Study['spec']['stations'][string]['outcomes'][number]): string {
  const share = (value: unknown): string => (typeof value === 'number' ? formatValue(value, 'aandeel') : 'wisselend');
  if (outcome.share !== undefined) return share(outcome.share);
  if (outcome.rank !== undefined) return `bovenste ${share(outcome.rank.share)} naar ${outcome.rank.by}`;
  if (outcome.odds !== undefined) return `kans naar ${outcome.odds.by}`;
  return outcome.when === undefined ? 'overigen' : 'als voldaan';
}

function arrows({ spec }: Study): Arrow[] {
  const sources = Object.entries(spec.arrivals).map(([id, source]) => ({
    van: id,
    naar: source.to ?? spec.roles.entry,
    regel: 'bron',
  }));
  const routes = Object.entries(spec.stations).flatMap(([van, station]) => [
    ...station.outcomes.map((outcome) => ({ van, naar: outcome.mark ?? outcome.to, regel: rule(outcome) })),
    ...(station.kind === 'stay' ? (station.calls ?? []).map(({ to }) => ({ van, naar: to, regel: 'op oproep' })) : []),
  ]);
  return [...sources, ...routes];
}

const kindNames = {
  router: 'keuze',
  service: 'wachtrij',
  course: 'groep',
  place: 'plaats',
  delay: 'duur',
  stay: 'voorraad',
} as const;

function drawing(study: Study): string {
  const { spec } = study;
  const lines = [
    `${spec.label}: ${String(Object.keys(spec.stations).length)} stations. Letters als in het stroomschema.`,
    '',
  ];
  const all = arrows(study);
  for (const id of Object.keys(spec.arrivals)) {
    lines.push(`    bron ${spec.arrivals[id]?.label ?? id} → ${all.find(({ van }) => van === id)?.naar ?? ''}`);
  }
  for (const [id, station] of Object.entries(spec.stations)) {
    lines.push(
      '',
      `${(station.letter ?? '').padStart(2)}  ${station.label ?? id} [${kindNames[station.kind]}] (${id})`,
    );
    for (const { naar, regel } of all.filter(({ van }) => van === id)) lines.push(`      → ${naar}  (${regel})`);
  }
  const risks = Object.values(spec.spells?.risks ?? {}).map(({ label }) => label);
  if (risks.length > 0) lines.push('', paragraph(`Overal kan de uitkering eindigen door: ${risks.join(', ')}.`));
  return lines.join('\n');
}

/** Quotes are the only characters that end a label in Mermaid. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '#quot;')}"`;
}

function mermaid(study: Study): string {
  const ids = new Map<string, string>();
  const node = (name: string): string => {
    const known = ids.get(name) ?? `n${String(ids.size)}`;
    ids.set(name, known);
    return known;
  };
  const lines = arrows(study).map(({ van, naar, regel }) => `  ${node(van)} -->|${quoted(regel)}| ${node(naar)}`);
  const { stations, arrivals } = study.spec;
  const labels = [...ids].map(
    ([name, id]) => `  ${id}[${quoted(stations[name]?.label ?? arrivals[name]?.label ?? name)}]`,
  );
  return ['flowchart LR', ...labels, ...lines].join('\n');
}
