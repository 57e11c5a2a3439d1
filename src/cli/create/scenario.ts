// doorstroom nieuw scenario: a commented file to fill in, beside the other scenarios of an organisation.
import { basename, join, relative, isAbsolute } from 'node:path';
import { addMonths } from '../../chain/civil-date.js';
import { writeFileAtomically } from '../../files/atomic.js';
import { findData, listShelf, type OrganisationFolder } from '../../files/folders.js';
import { loadTellingen } from '../../files/load-tellingen.js';
import { shownPath } from '../../files/mistake.js';
import { isTaken } from '../../files/taken.js';
import { fillIn, readTemplate } from '../../files/template.js';
import type { Parameter } from '../../scenario/parameter.js';
import { formatValue } from '../../scenario/sentences.js';
import type { Context } from '../context.js';
import { MistakesFound, UsageError } from '../failure.js';
import { measureMonth, openStudy, unchanged, type Study } from '../study.js';
import { checkName, labelOf } from './name.js';

export function createScenario(name: string, organisation: string, context: Context): void {
  const { roots, terminal, workingDirectory } = context;
  checkName(name);
  const study = openStudy(organisation, [], roots);
  const target = join(homeOf(study.folder, workingDirectory), `${name}.yaml`);
  const shown = shownPath(target, workingDirectory);
  refuse(name, target, study, shown, workingDirectory);
  const from = beginOf(study);
  const [parameter, value] = exampleOf(study.organisation.parameters.parameters);
  const text = fillIn(
    readTemplate(findData('landelijk/nieuw/scenario.yaml', roots) ?? ''),
    new Map([
      ['naam', organisation],
      ['titel', labelOf(name)],
      ['bestand', shown],
      ['parameter', parameter],
      ['waarde', value],
      ['vanaf', from],
      ['tot', addMonths(from, 24)],
    ]),
    target,
  );
  const written = writeFileAtomically(target, text);
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);
  terminal.result(
    `Gemaakt: ${shown}. Vul het in en laat het nalezen:\n  doorstroom controleer ${shown} --organisatie ${organisation}`,
  );
}

/**
 * Beside the scenarios that are read already. When those came with the program and the user works elsewhere, a folder of the user's own would take
 * their place; the file then comes where the user is.
 */
function homeOf({ id, scenarios }: OrganisationFolder, workingDirectory: string): string {
  if (scenarios === null) return join(workingDirectory, 'scenarios', id);
  const way = relative(workingDirectory, scenarios);
  return way.startsWith('..') || isAbsolute(way) ? workingDirectory : scenarios;
}

function refuse(name: string, target: string, { folder }: Study, shown: string, workingDirectory: string): void {
  if (isTaken(target)) {
    throw new UsageError(`${shown} bestaat al en wordt niet overschreven. Kies een andere naam.`);
  }
  if (name === unchanged) throw new UsageError(`het scenario '${unchanged}' bestaat altijd. Kies een andere naam.`);
  const same = listShelf(folder).find((file) => basename(file).replace(/\.[^.]*$/, '') === name);
  if (same === undefined) return;
  throw new UsageError(`er is al een scenario '${name}': ${shownPath(same, workingDirectory)}. Kies een andere naam.`);
}

/** Half a year after the last count, when there are counts; otherwise a year after measuring begins. */
function beginOf(study: Study): string {
  const file = join(study.folder.data, 'tellingen.csv');
  const counts = isTaken(file) ? loadTellingen(file) : undefined;
  const last = counts?.state === 'ok' ? counts.value.at(-1)?.month : undefined;
  return last === undefined ? addMonths(`${measureMonth(study)}-01`, 12) : addMonths(`${last}-01`, 7);
}

/** A number that may change from a date, staff when there is any, with the end of its range as the new value. */
function exampleOf(parameters: readonly Parameter[]): readonly [name: string, value: string] {
  const free = parameters.filter(({ startOnly, high }) => !startOnly && high !== null);
  const found = free.find(({ unit }) => unit.startsWith('fte')) ?? free[0] ?? parameters[0];
  return found === undefined ? ['naam', '0'] : [found.name, formatValue(found.high ?? found.value, found.unit)];
}
