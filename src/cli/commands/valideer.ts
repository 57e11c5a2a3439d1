// doorstroom valideer: every ijkpunt beside what the model gives.
import type { ProgrammeEffect } from '../../analysis/effect.js';
import type { IjkpuntResult } from '../../analysis/ijkpunt.js';
import type { Context } from '../context.js';
import { effectTable } from '../effect-table.js';
import { exitCode } from '../failure.js';
import { checkIjkpunten } from '../ijkpunten.js';
import { inUnit, withMargin } from '../numbers.js';
import type { Override } from '../override-option.js';
import { changesOf } from '../override.js';
import { choicesText, type ReadingChoice } from '../reading-option.js';
import { underReadings } from '../reading.js';
import { openStudy, type Study } from '../study.js';
import { paragraph, textTable } from '../text-table.js';
import { warmUp, warmUpTable, type WarmUpRow } from '../warm-up.js';

export interface ValidateOptions {
  readonly doorrekeningen: number;
  readonly startgetal: string;
  readonly rekenkernen: number;
  readonly json: boolean;
  readonly met: readonly Override[];
  readonly lezing: readonly ReadingChoice[];
  /** Whether the chain has come up to speed where measuring begins. */
  readonly inlooptijd?: boolean;
}

const closing =
  'Het model geeft de cijfers terug waarop het is afgesteld. Of het ook voorspelt, blijkt alleen uit een terugtoets.';

export async function validate(organisation: string, options: ValidateOptions, context: Context): Promise<void> {
  const { terminal, signal } = context;
  const study = underReadings(openStudy(organisation, [], context.roots), options.lezing);
  const changes = changesOf(options.met, study);
  const progress = terminal.progress('Doorrekenen');
  const { rows: results, effects } = await checkIjkpunten(study, {
    draws: options.doorrekeningen,
    seed: options.startgetal,
    threads: options.rekenkernen,
    changes,
    onProgress: progress.at,
    signal,
  });
  const { doorrekeningen: draws, startgetal: seed, rekenkernen: threads } = options;
  const beginning = options.inlooptijd === true ? await warmUp(study, { draws, seed, threads, signal }) : undefined;
  progress.done();
  const passed = results.every(({ outcome }) => outcome !== 'buiten');
  terminal.result(
    options.json ? asJson(organisation, results, effects, passed, beginning) : asText(study, options, results, effects),
  );
  if (beginning !== undefined && !options.json) terminal.result(`\n${warmUpTable(beginning)}`);
  if (!passed) context.exit(exitCode.outside);
}

function asJson(
  organisatie: string,
  results: readonly IjkpuntResult[],
  effecten: readonly ProgrammeEffect[],
  geslaagd: boolean,
  inlooptijd: readonly WarmUpRow[] | undefined,
): string {
  const ijkpunten = results.map(({ ijkpunt, interval, outcome }) => ({
    id: ijkpunt.id,
    omschrijving: ijkpunt.description,
    soort: ijkpunt.kind,
    eenheid: ijkpunt.unit,
    band: [ijkpunt.low, ijkpunt.high],
    gemiddelde: interval?.mean ?? null,
    marge: interval?.halfWidth ?? null,
    uitkomst: outcome,
    bron: ijkpunt.source,
  }));
  return JSON.stringify({ organisatie, geslaagd, ijkpunten, effecten, inlooptijd }, null, 2);
}

function asText(
  study: Study,
  options: ValidateOptions,
  results: readonly IjkpuntResult[],
  effects: readonly ProgrammeEffect[],
): string {
  const rows = results.map(({ ijkpunt, interval, outcome }) => {
    const size = Math.max(Math.abs(ijkpunt.low), Math.abs(ijkpunt.high), Math.abs(interval?.mean ?? 0));
    const show = (value: number): string => inUnit(value, ijkpunt.unit, size);
    return [
      ijkpunt.description,
      ijkpunt.kind,
      `${show(ijkpunt.low)} – ${show(ijkpunt.high)}`,
      interval === null ? '-' : withMargin(interval.mean, interval.halfWidth, show),
      outcome,
    ];
  });
  const outside = results.filter(({ outcome }) => outcome === 'buiten').length;
  const unsure = results.filter(({ outcome }) => outcome === 'te onzeker').length;
  const follows = results.filter(({ ijkpunt }) => ijkpunt.kind === 'volgt').length;
  const table = textTable(
    [
      { title: 'ijkpunt', width: 46 },
      { title: 'soort' },
      { title: 'band', align: 'right' },
      { title: 'model', align: 'right' },
      { title: 'uitkomst' },
    ],
    rows,
  );
  const verdict =
    follows < 3
      ? 'Te weinig om te toetsen: minder dan drie ijkpunten volgen uit het model.'
      : `${String(results.length - outside - unsure)} binnen, ${String(unsure)} te onzeker, ${String(outside)} buiten.`;
  const draws = `${study.spec.label}: ${String(options.doorrekeningen)} keer doorgerekend, startgetal ${options.startgetal}${choicesText(options.lezing)}, vlakke trend tenzij anders vermeld.`;
  const programmes = effects.length === 0 ? '' : `\n\n${effectTable(effects)}`;
  return `${draws}\n\n${table}${programmes}\n\n${verdict}\n${paragraph(closing)}`;
}
