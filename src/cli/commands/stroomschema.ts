// doorstroom stroomschema: the process as text, as Mermaid or as a picture, or (knobs.ts) the parameters that can be turned with the shelf.
import { resolve } from 'node:path';
import { writeFileAtomically } from '../../files/atomic.js';
import { shownPath } from '../../files/mistake.js';
import { kindNames } from '../../report/scheme/box.js';
import { mermaid } from '../../report/scheme/mermaid.js';
import { schemePicture } from '../../report/scheme/picture.js';
import { declaredWays, wayText, type DeclaredWay } from '../../report/scheme/ways.js';
import type { Context } from '../context.js';
import { MistakesFound, UsageError } from '../failure.js';
import { knobs, knobsJson } from '../knobs.js';
import { openStudy, type Study } from '../study.js';
import { paragraph } from '../text-table.js';

export interface SchemeOptions {
  readonly knoppen: boolean;
  readonly mermaid: boolean;
  readonly svg?: boolean;
  readonly json: boolean;
  /** A file instead of stdout. */
  readonly naar?: string | undefined;
}

export function scheme(organisation: string, options: SchemeOptions, context: Context): void {
  const forms = [options.knoppen, options.mermaid, options.svg === true];
  if (forms.filter(Boolean).length > 1) throw new UsageError('kies één van --knoppen, --mermaid en --svg.');
  const study = openStudy(organisation, options.knoppen ? 'shelf' : [], context.roots);
  const text = written(study, organisation, options, context);
  if (options.naar === undefined) {
    context.terminal.result(text.trimEnd());
    return;
  }
  const saved = writeFileAtomically(resolve(context.workingDirectory, options.naar), `${text.trimEnd()}\n`);
  if (saved.state === 'mistakes') throw new MistakesFound(saved.mistakes);
  context.terminal.note(`Geschreven: ${shownPath(saved.value, context.workingDirectory)}`);
}

function written(study: Study, organisation: string, options: SchemeOptions, context: Context): string {
  if (options.knoppen) return (options.json ? knobsJson : knobs)(study, context.workingDirectory);
  if (options.svg === true) return schemePicture(study.spec).svg;
  if (options.json) {
    const pijlen = declaredWays(study.spec).map((way) => {
      const { from, to, mark, kind } = way;
      return { van: from, naar: mark ?? to, soort: kind, regel: ruleOf(way) };
    });
    return JSON.stringify({ organisatie: organisation, pijlen }, null, 2);
  }
  return options.mermaid ? mermaid(study.spec) : drawing(study);
}

function ruleOf(way: DeclaredWay): string {
  const words = wayText(way);
  return words === '' ? (way.kind === 'verder' ? 'altijd' : way.kind) : words;
}

function drawing({ spec }: Study): string {
  const lines = [
    `${spec.label}: ${String(Object.keys(spec.stations).length)} stations. Letters als in het stroomschema.`,
    '',
  ];
  const all = declaredWays(spec);
  for (const { from, to, kind } of all) {
    if (kind === 'bron') lines.push(`    bron ${spec.arrivals[from]?.label ?? from} → ${to}`);
    if (kind === 'herinstroom') lines.push(`    ${spec.spells?.returns?.label ?? 'Herinstroom'} → ${to}`);
  }
  for (const [id, station] of Object.entries(spec.stations)) {
    lines.push(
      '',
      `${(station.letter ?? '').padStart(2)}  ${station.label ?? id} [${kindNames[station.kind]}] (${id})`,
    );
    for (const way of all) {
      if (way.from !== id || way.kind === 'bron' || way.kind === 'herinstroom') continue;
      lines.push(`      → ${way.mark ?? way.to}  (${ruleOf(way)})`);
    }
  }
  const risks = Object.values(spec.spells?.risks ?? {}).map(({ label }) => label);
  if (risks.length > 0) lines.push('', paragraph(`Overal kan de uitkering eindigen door: ${risks.join(', ')}.`));
  return lines.join('\n');
}
