// How often stated terms were kept, over all stays with a term together.
import type { WaySummary } from '../../analysis/ways-summary.js';

/** Null when no term is stated, or no stay with a term began. */
export function keptShare({ termijnen }: Pick<WaySummary, 'termijnen'>): number | null {
  const stays = termijnen.reduce((sum, { bezoeken }) => sum + bezoeken.gemiddelde, 0);
  if (stays === 0) return null;
  return termijnen.reduce((sum, { gehaald, bezoeken }) => sum + gehaald.gemiddelde * bezoeken.gemiddelde, 0) / stays;
}
