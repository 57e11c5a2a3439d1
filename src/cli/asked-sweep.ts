// The sweep that `benodigd` is asked for: from the options, or from the omslag of a scenario; read and checked as in a scenario file.
import type { LoadedScenario } from '../files/load-scenarios.js';
import { mistakeInFile, type Mistake } from '../files/mistake.js';
import type { Field } from '../files/cells.js';
import { readSweep } from '../files/scenario-shelf.js';
import { checkSweep } from '../scenario/check-sweep.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Sweep } from '../scenario/shelf.js';
import { MistakesFound, UsageError } from './failure.js';
import type { Study } from './study.js';

export interface SweepOptions {
  readonly parameter?: string;
  readonly van?: string;
  readonly tot?: string;
  readonly bewerking?: string;
  readonly vanaf?: string;
  readonly doel?: string;
}

/** @throws UsageError when something is missing, MistakesFound when a value is wrong. */
export function askedSweep(options: SweepOptions, study: Study, start: string): Sweep {
  const declared = study.scenarios[0]?.scenario.shelf?.sweep ?? null;
  const { parameter, van, tot, doel } = options;
  if (parameter === undefined) {
    if (declared === null) {
      throw new UsageError('noem --parameter met --van en --tot, of een --scenario waarin een omslag staat.');
    }
    if (van !== undefined || tot !== undefined) throw new UsageError('bij --van en --tot hoort --parameter.');
    return doel === undefined ? declared : { ...declared, goalPersons: wholeGoal(doel) };
  }
  if (van === undefined || tot === undefined) throw new UsageError('bij --parameter horen --van en --tot.');
  const mistakes: Mistake[] = [];
  const field = (name: string, text: string | undefined): Field | null =>
    text === undefined ? null : { file: `--${name} ${text}`, line: 1, column: 1, text };
  const fields = {
    parameter: field('parameter', parameter),
    from: field('van', van),
    to: field('tot', tot),
    operation: field('bewerking', options.bewerking),
    day: field('vanaf', options.vanaf),
    goal: field('doel', doel),
  };
  const place = { file: '--parameter', line: 1, column: 1 };
  const written = { ...fields, place, sentence: null, telling: field('toon', 'waarde'), decimal: ',' } as const;
  const context = { parameters: study.organisation.parameters.byName, start };
  const read = readSweep(written, context, mistakes);
  const sweep = { ...read, sentence: read.operation === 'add' ? 'het met {x} veranderen' : 'het op {x} brengen' };
  const unread = new Set(mistakes.map(({ file }) => file));
  const scenario: Scenario = study.scenarios[0]?.scenario ?? nothing(study.folder.id);
  for (const { path, message } of checkSweep(scenario, sweep, context.parameters, [scenario, ...study.all])) {
    const at = path[1] === 'goalPersons' ? fields.goal : fields[path[1] as keyof typeof fields];
    const option = (at ?? place).file;
    if (!unread.has(option)) mistakes.push(mistakeInFile(option, message));
  }
  // The place is the option itself: there are no lines in it.
  if (mistakes.length > 0) throw new MistakesFound(mistakes.map((mistake) => ({ ...mistake, at: null })));
  return sweep;
}

function wholeGoal(text: string): number {
  const goal = Number(text);
  if (Number.isInteger(goal) && goal > 0) return goal;
  throw new UsageError(`--doel ${text}: verwacht een geheel getal boven 0.`);
}

function nothing(organisation: string): Scenario {
  return {
    id: '',
    name: '',
    explanation: '',
    source: '',
    organisation,
    requestedDecision: null,
    buildsOn: null,
    changes: [],
  };
}

/** What is turned, as the subject of a sentence. */
export function sweptScenario(loaded: LoadedScenario | undefined, sweep: Sweep): { id: string; name: string } {
  return loaded === undefined
    ? { id: sweep.parameter, name: `Wie aan ${sweep.parameter} draait,` }
    : { id: loaded.scenario.id, name: loaded.scenario.name };
}
