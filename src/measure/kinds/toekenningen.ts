// toekenningen: granted spells, per source, in the month of the decision, which is when a municipality counts them.
import { isPlaced, sourceSlot } from '../frame.js';
import type { MeasureKind } from '../kind.js';
import { monthlyCount } from '../monthly.js';

export const toekenningen: MeasureKind = {
  texts: [
    {
      id: 'toekenningen',
      unit: 'uitkeringen',
      label: 'Toekenningen',
      better: 'lager',
      explanation:
        'Toegekende uitkeringen per maand van het besluit en per bron. Wie er bij de start al was, telt niet mee.',
    },
  ],
  open: (frame) =>
    frame.spec.spells === undefined
      ? undefined
      : monthlyCount(frame, {
          measure: 'toekenningen',
          unit: 'uitkeringen',
          groups: frame.sources,
          listen: (count) => ({
            granted(client, now) {
              if (!isPlaced(client)) count(sourceSlot(frame, client), now);
            },
          }),
        }),
};
