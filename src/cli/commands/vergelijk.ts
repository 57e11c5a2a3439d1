// doorstroom vergelijk, the main job: scenarios against ongewijzigd beleid, as a table, a report and files.
import { resolve } from 'node:path';
import { shownPath } from '../../files/mistake.js';
import type { TrendMode } from '../../scenario/trend.js';
import { compute } from '../compare/compute.js';
import { extend } from '../compare/extras.js';
import { withDraws } from '../compare/draws.js';
import { givenSensitivity } from '../compare/given-sensitivity.js';
import type { CompareOptions } from '../compare/options.js';
import { ownTrend } from '../compare/own-trend.js';
import { ambitionOf, planFor, requireVolume, trendWarning } from '../compare/plan.js';
import { cardMistakes } from '../compare/volgkaart.js';
import { writeComparison } from '../compare/write.js';
import { comparisonTable } from '../comparison-table.js';
import { chosenBy } from '../chosen-files.js';
import type { Context } from '../context.js';
import { MistakesFound } from '../failure.js';
import { ijkpuntMistakes } from '../ijkpunten.js';
import { shelfMistakes } from '../shelf-mistakes.js';
import { openStudy, setName } from '../study.js';
import { seriesAdvice } from '../../report/trend-words.js';
import { paragraph } from '../text-table.js';
import { warningsOf } from '../warnings.js';

/** What is asked; without a trend the process decides. */
export type AskedCompare = Omit<CompareOptions, 'trend'> & { readonly trend?: TrendMode };

/** Paths on the command line are seen from the folder of the user; `ownTrend` sees to the trend itself, for whoever asks for one. */
function seenFrom(workingDirectory: string, { volgkaart, gevoeligheid, ...options }: AskedCompare): AskedCompare {
  const seen = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : resolve(workingDirectory, path);
  return { ...options, volgkaart: seen(volgkaart), gevoeligheid: seen(gevoeligheid) };
}

export async function compare(files: readonly string[], given: AskedCompare, context: Context): Promise<void> {
  const { terminal, workingDirectory } = context;
  const seen = seenFrom(workingDirectory, given);
  const started = performance.now();
  const chosen = chosenBy(files, context, seen.plank);
  const study = openStudy(seen.organisatie, chosen, context.roots);
  const isFollowed = study.followsTrend || seen.trendbestand !== undefined;
  const asked: CompareOptions = { ...seen, trend: seen.trend ?? (isFollowed ? 'gerealiseerd' : 'vlak') };
  requireVolume(study, asked.organisatie);
  const ambition = ambitionOf(study);
  const own = ownTrend(asked, workingDirectory);
  const wrong = [...ijkpuntMistakes(study), ...shelfMistakes(study), ...cardMistakes(asked)];
  if (wrong.length > 0) throw new MistakesFound(wrong);
  for (const warning of warningsOf(study)) terminal.warn(warning);
  const uncovered = trendWarning(planFor(study, asked, own).trend, ambition);
  if (uncovered !== null) terminal.warn(`${uncovered}; ${seriesAdvice}`);

  const sensitivity = givenSensitivity(study, asked, context);
  const options = await withDraws(study, asked, own, context);
  const comparison = await compute(study, options, own, context);
  const extended = await extend(comparison);
  const told = { ...extended, report: { ...extended.report, ...sensitivity } };
  const written = await writeComparison(comparison, told, { files, set: setName(study, chosen), started }, context);

  const folder = shownPath(written, workingDirectory);
  if (options.json) {
    terminal.result(JSON.stringify(extended.summary, null, 2));
    terminal.note(`Rapport: ${folder}/rapport.html`);
    return;
  }
  terminal.result(comparisonTable(extended.summary, terminal));
  for (const line of extended.lines) terminal.result(`\n${paragraph(line)}`);
  terminal.result(`\nRapport:            ${folder}/rapport.html\nTabel voor Excel:   ${folder}/samenvatting.csv`);
}
