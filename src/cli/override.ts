// `--met naam=waarde`: a parameter at another value for the whole run, written on the command line and read as in a scenario file.
import { mistakeInFile, type Mistake } from '../files/mistake.js';
import { readChange } from '../files/scenario-change.js';
import type { Change } from '../scenario/change.js';
import { checkScenario, type Scenario } from '../scenario/scenario.js';
import { MistakesFound } from './failure.js';
import type { Override } from './override-option.js';
import type { Study } from './study.js';

/**
 * The changes that the overrides stand for.
 * @throws MistakesFound when a parameter does not exist or a value is not allowed
 */
export function changesOf(overrides: readonly Override[], { organisation }: Pick<Study, 'organisation'>): Change[] {
  const parameters = organisation.parameters.byName;
  const mistakes: Mistake[] = [];
  const changes = overrides.map(({ text, parameter, operation, value }): Change => {
    const at = { file: optionWith(text), line: 1, column: 1 };
    const written = {
      place: at,
      parameter: { ...at, text: parameter },
      operation,
      value: { ...at, text: value },
      from: null,
      through: null,
      ramp: null,
      decimal: ',',
    } as const;
    // A change of the whole run has no date, so its start does not matter.
    return readChange(written, { parameters, start: '2000-01-01' }, mistakes);
  });
  const unread = new Set(mistakes.map(({ file }) => file));
  const scenario: Scenario = {
    id: '',
    name: '',
    explanation: '',
    source: '',
    organisation: organisation.id,
    requestedDecision: null,
    buildsOn: null,
    changes,
  };
  for (const { path, message } of checkScenario(scenario, parameters, [scenario])) {
    const option = optionWith(overrides[Number(path[1])]?.text ?? '');
    if (!unread.has(option)) mistakes.push(mistakeInFile(option, message));
  }
  // The place is the option itself: there are no lines in it.
  if (mistakes.length > 0) throw new MistakesFound(mistakes.map((mistake) => ({ ...mistake, at: null })));
  return changes;
}

function optionWith(text: string): string {
  return `--met ${text}`;
}
