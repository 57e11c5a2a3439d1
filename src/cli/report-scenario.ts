// What the report says about one scenario: the author's words, its changes as sentences, the fte it moves.
import type { Summary } from '../analysis/summary.js';
import { dayNumber } from '../chain/civil-date.js';
import type { LoadedScenario } from '../files/load-scenarios.js';
import type { ReportScenario } from '../report/input.js';
import { allChanges } from '../scenario/scenario.js';
import { sentencesOf } from './commands/controleer.js';
import { reportShelf } from './report-shelf.js';
import { staffChanges } from './staff-changes.js';
import type { Study } from './study.js';

export function reportScenario(
  { scenario, legal, author }: LoadedScenario,
  study: Study,
  { ambitie, tegen }: Pick<Summary, 'ambitie' | 'tegen'>,
): ReportScenario {
  const end = dayNumber(`${ambitie.eind}-01`) - dayNumber(study.spec.run.start);
  const chainOf = (id: string): Study['spec'] => study.specs.get(id) ?? study.spec;
  return {
    id: scenario.id,
    name: scenario.name,
    explanation: scenario.explanation,
    source: scenario.source,
    changes: sentencesOf(study, scenario.id),
    decision: scenario.requestedDecision ?? '',
    legal,
    author,
    staff: staffChanges(chainOf(scenario.id), chainOf(tegen), end),
    ...reportShelf(scenario, study.organisation.parameters.byName),
    touches: [...new Set(allChanges(scenario, study.all).map(({ parameter }) => parameter))],
  };
}
