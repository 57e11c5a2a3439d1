// instroom: granted spells, per source, in the month of their melding.
import { isPlaced, sourceSlot } from '../frame.js';
import type { MeasureKind } from '../kind.js';
import { monthlyCount } from '../monthly.js';

/** A spell whose decision is still pending at the end of the run is not counted: the last two months are too low. */
export const instroom: MeasureKind = {
  texts: [
    {
      id: 'instroom',
      unit: 'uitkeringen',
      label: 'Instroom',
      better: 'lager',
      explanation:
        'Toegekende uitkeringen per maand van melding en per bron. Een aanvraag waarover aan het eind van de doorrekening nog niet is besloten, telt niet mee.',
    },
  ],
  open: (frame) =>
    frame.spec.spells === undefined
      ? undefined
      : monthlyCount(frame, {
          measure: 'instroom',
          unit: 'uitkeringen',
          groups: frame.sources,
          listen: (count) => ({
            granted(client) {
              if (!isPlaced(client) && client.spell !== undefined) {
                count(sourceSlot(frame, client), client.spell.startedAt);
              }
            },
          }),
        }),
};
