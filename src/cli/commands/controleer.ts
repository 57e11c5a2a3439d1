// doorstroom controleer: what is wrong in scenario files, and in words what they change.
import { allChanges } from '../../scenario/scenario.js';
import { changeSentences } from '../../scenario/sentences.js';
import { chosenBy } from '../chosen-files.js';
import type { Context } from '../context.js';
import { MistakesFound } from '../failure.js';
import { ijkpuntMistakes } from '../ijkpunten.js';
import { shelfMistakes } from '../shelf-mistakes.js';
import { openStudy, type Study } from '../study.js';
import { paragraph } from '../text-table.js';
import { unusedWarnings, warningsOf } from '../warnings.js';

/** Reads everything that the files touch; mistakes are thrown, all at once. */
export function check(
  files: readonly string[],
  organisation: string,
  options: { json: boolean; plank?: boolean },
  context: Context,
): void {
  const { terminal } = context;
  const study = openStudy(organisation, chosenBy(files, options.plank), context.roots);
  const wrong = [...ijkpuntMistakes(study), ...shelfMistakes(study)];
  if (wrong.length > 0) throw new MistakesFound(wrong);
  const warnings = [...warningsOf(study), ...unusedWarnings(study)];
  const sentences = study.scenarios.map((loaded) => ({
    id: loaded.scenario.id,
    naam: loaded.scenario.name,
    wijzigingen: sentencesOf(study, loaded.scenario.id),
  }));
  if (options.json) {
    terminal.result(
      JSON.stringify({ organisatie: organisation, scenarios: sentences, waarschuwingen: warnings }, null, 2),
    );
    return;
  }
  for (const { id, naam, wijzigingen } of sentences) {
    terminal.result(`${terminal.strong(naam)} (${id})`);
    if (wijzigingen.length === 0) terminal.result('  Verandert niets.');
    for (const sentence of wijzigingen) terminal.result(paragraph(sentence, '  - '));
  }
  for (const warning of warnings) terminal.warn(warning);
  terminal.result(
    `\nIn orde: ${String(sentences.length)} ${sentences.length === 1 ? 'scenario' : "scenario's"} van ${study.spec.label}.`,
  );
}

/** The changes of a scenario, those it builds on first, each with its first and its last day. */
export function sentencesOf(study: Study, id: string): string[] {
  const scenario = study.all.find((candidate) => candidate.id === id);
  if (scenario === undefined) return [];
  const { start, end } = study.spec.run;
  return changeSentences(allChanges(scenario, study.all), study.organisation.parameters.byName, {
    start,
    end: String(end),
  });
}
