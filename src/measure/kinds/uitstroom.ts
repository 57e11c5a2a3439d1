// uitstroom and voorkomen: spells that end, per reason and month; the first after the decision, the second before it.
import { reasonSlot, type Frame } from '../frame.js';
import type { MeasureKind, Meter } from '../kind.js';
import { monthlyCount } from '../monthly.js';

function ended(frame: Frame, measure: string, unit: string, granted: boolean): Meter | undefined {
  if (frame.spec.spells === undefined) return undefined;
  return monthlyCount(frame, {
    measure,
    unit,
    groups: frame.reasons,
    listen: (count) => ({
      spellEnded(client, reason, now) {
        if (client.spell?.granted === granted) count(reasonSlot(frame, reason), now);
      },
    }),
  });
}

export const uitstroom: MeasureKind = {
  texts: [
    {
      id: 'uitstroom',
      unit: 'uitkeringen',
      label: 'Uitstroom',
      better: 'hoger',
      explanation: 'Beëindigde uitkeringen per maand en per reden, van wie de uitkering was toegekend.',
    },
  ],
  open: (frame) => ended(frame, 'uitstroom', 'uitkeringen', true),
};

export const voorkomen: MeasureKind = {
  texts: [
    {
      id: 'voorkomen',
      unit: 'aanvragen',
      label: 'Geëindigd vóór het besluit',
      better: 'geen oordeel',
      explanation:
        'Aanvragen die eindigden voordat een uitkering was toegekend, per maand en per reden: afgewezen, ingetrokken, of werk gevonden terwijl de aanvraag liep.',
    },
  ],
  open: (frame) => ended(frame, 'voorkomen', 'aanvragen', false),
};
