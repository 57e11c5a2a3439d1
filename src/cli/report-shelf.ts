// What the report says of the place of a scenario on the shelf.
import type { ReportScenario } from '../report/input.js';
import type { Parameter } from '../scenario/parameter.js';
import type { Scenario } from '../scenario/scenario.js';
import { sweepValueText } from '../scenario/sweep-text.js';

export function reportShelf(
  { shelf }: Scenario,
  parameters: ReadonlyMap<string, Parameter>,
): Pick<ReportScenario, 'shelf'> {
  if (shelf === undefined) return {};
  const { sweep } = shelf;
  const parameter = parameters.get(sweep?.parameter ?? '');
  const shown = (value: number): string =>
    sweep === null || parameter === undefined ? '' : sweepValueText({ ...sweep, telling: 'waarde' }, value, parameter);
  const range =
    sweep === null || parameter === undefined
      ? ''
      : `Voor het omslagpunt is ${sweep.parameter} geprobeerd van ${shown(sweep.from)} tot ${shown(sweep.to)}.`;
  return {
    shelf: {
      klasse: shelf.evidence,
      reason: shelf.evidenceReason,
      levers: shelf.levers,
      noMeasure: shelf.noMeasure,
      range,
    },
  };
}
