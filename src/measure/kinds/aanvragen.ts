// aanvragen: applications that reach the chain, per source and month.
import { sourceSlot } from '../frame.js';
import type { MeasureKind } from '../kind.js';
import { monthlyCount } from '../monthly.js';

export const aanvragen: MeasureKind = {
  texts: [
    {
      id: 'aanvragen',
      unit: 'aanvragen',
      label: 'Aanvragen',
      better: 'geen oordeel',
      explanation:
        'Aanvragen per maand en per bron. Wie eerder een aanvraag deed, telt bij herinstroom en niet bij de oorspronkelijke bron.',
    },
  ],
  open: (frame) =>
    monthlyCount(frame, {
      measure: 'aanvragen',
      unit: 'aanvragen',
      groups: frame.sources,
      listen: (count) => ({
        applied(client, now) {
          count(sourceSlot(frame, client), now);
        },
      }),
    }),
};
