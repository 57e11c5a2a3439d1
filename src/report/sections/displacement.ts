// What would be left of a scenario if part of its extra work exits only took a place from others on benefit.
import type { ScenarioSummary } from '../../analysis/summary.js';
import { number, percent, signed } from '../words.js';

/** Null where there is no lower volume by more work to lose, or where it was not looked at. */
export function displacementSentence({ verdringing, verschilPersonen }: ScenarioSummary): string | null {
  if (verdringing === undefined || verdringing === null || verschilPersonen.soort !== 'lager') return null;
  if (verdringing.doorWerkPersonen.gemiddelde <= 0) return null;
  const left = verdringing.bij
    .filter(({ aandeel }) => aandeel > 0)
    .map(({ aandeel, verschilPersonen: { gemiddelde } }) => `bij ${percent(aandeel, 0)} nog ${signed(gemiddelde)}`);
  const turning = verdringing.omslagAandeel;
  const end =
    turning === null
      ? 'Ook als al het extra werk ten koste van anderen gaat, blijft er iets over.'
      : `Vanaf ${percent(turning, 0)} is het verschil verwaarloosbaar.`;
  return `Van het verschil komt ${number(verdringing.doorWerkPersonen.gemiddelde)} door meer werk. Als een deel daarvan ten koste gaat van anderen in de bijstand, is het verschil ${left.join(' en ')}. ${end}`;
}
