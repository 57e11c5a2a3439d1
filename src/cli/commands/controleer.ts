// doorstroom controleer: what is wrong in scenario files, in words what they change, and how busy it gets before anything is calculated.
import { allChanges } from '../../scenario/scenario.js';
import { dayNumber, isoDate } from '../../chain/civil-date.js';
import { changeSentences } from '../../scenario/sentences.js';
import { findOrganisation } from '../../files/folders.js';
import { chosenBy } from '../chosen-files.js';
import type { Context } from '../context.js';
import { MistakesFound } from '../failure.js';
import { changedFrom, legend, loadTable } from '../load-table.js';
import { ijkpuntMistakes } from '../ijkpunten.js';
import { shelfMistakes } from '../shelf-mistakes.js';
import { openStudy, unchanged, type Study } from '../study.js';
import { paragraph } from '../text-table.js';
import { beforehand, unusedWarnings, warningsOf, type Beforehand } from '../warnings.js';

/** Reads everything that the files touch; mistakes are thrown, all at once. The first of `named` may be an organisation, as with other commands. */
export function check(
  named: readonly string[],
  usual: string,
  options: { json: boolean; plank?: boolean },
  context: Context,
): void {
  const { terminal } = context;
  const own = named[0] !== undefined && isOrganisation(named[0], context);
  const organisation = own ? (named[0] ?? usual) : usual;
  const files = own ? named.slice(1) : named;
  const study = openStudy(organisation, chosenBy(files, context, options.plank), context.roots);
  const wrong = [...ijkpuntMistakes(study), ...shelfMistakes(study)];
  if (wrong.length > 0) throw new MistakesFound(wrong);
  const known = beforehand(study);
  const warnings = [...warningsOf(study, known), ...unusedWarnings(study)];
  const sentences = study.scenarios.map((loaded) => ({
    id: loaded.scenario.id,
    naam: loaded.scenario.name,
    wijzigingen: sentencesOf(study, loaded.scenario.id),
  }));
  if (options.json) {
    terminal.result(
      JSON.stringify(
        {
          organisatie: organisation,
          scenarios: sentences,
          waarschuwingen: warnings,
          belasting: [
            { scenario: unchanged, ...known.base },
            ...[...known.scenarios]
              .filter(([id]) => id !== unchanged)
              .map(([id, facts]) => ({ scenario: id, ...facts })),
          ],
        },
        null,
        2,
      ),
    );
    return;
  }
  for (const { id, naam, wijzigingen } of sentences) {
    terminal.result(`${terminal.strong(naam)} (${id})`);
    if (wijzigingen.length === 0) terminal.result('  Verandert niets.');
    for (const sentence of wijzigingen) terminal.result(paragraph(sentence, '  - '));
  }
  printLoads(study, known, context);
  for (const warning of warnings) terminal.warn(warning);
  terminal.result(
    `\nIn orde: ${String(sentences.length)} ${sentences.length === 1 ? 'scenario' : "scenario's"} van ${study.spec.label}.`,
  );
}

/** A bare word that names an organisation and no file. */
function isOrganisation(word: string, { roots }: Context): boolean {
  return /^[\w-]+$/.test(word) && findOrganisation(word, roots).state === 'ok';
}

/** The changes of a scenario, those it builds on first, each with its first and its last day. */
export function sentencesOf(study: Study, id: string): string[] {
  const scenario = study.all.find((candidate) => candidate.id === id);
  if (scenario === undefined) return [];
  const { start, end } = study.spec.run;
  return changeSentences(allChanges(scenario, study.all), study.organisation.parameters.byName, {
    start,
    // A run may end after a number of days; in a chain with its own unit no change has a date, so any day will do.
    end: typeof end === 'number' ? isoDate(dayNumber(start) + Math.ceil(end)) : end,
  });
}

/** The table of ongewijzigd beleid, and of each scenario the pools that differ from it. */
function printLoads({ spec, scenarios }: Study, { base, scenarios: others }: Beforehand, { terminal }: Context): void {
  const inDays = spec.run.unit === 'days';
  const table = loadTable(base, inDays);
  if (table === undefined) return;
  terminal.result(`\n${terminal.strong('Hoe druk het wordt, vooraf berekend')}: ongewijzigd beleid\n${table}`);
  for (const { scenario } of scenarios) {
    const facts = others.get(scenario.id);
    const changed = facts === undefined ? undefined : loadTable(changedFrom(facts, base), inDays);
    if (changed !== undefined) terminal.result(`\n${terminal.strong(scenario.name)}: wat anders is\n${changed}`);
  }
  terminal.result(`\n${terminal.faint(paragraph(legend(spec.spells !== undefined)))}`);
}
