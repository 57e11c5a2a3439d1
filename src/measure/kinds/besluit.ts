// besluit-binnen-termijn: the share of grants that come within the legal term.
import { isPlaced, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means } from '../samples.js';

/** By the year of the decision. Refusals are not in it, nor are applications that ended or still wait without a decision. */
function record({ spec, periods }: Frame): Recorder {
  const { years, year } = periods;
  const term = spec.spells?.termDays ?? Infinity;
  const inTime = new Means(1, years.length);
  return {
    observer: {
      granted(client, now) {
        if (client.spell === undefined || isPlaced(client)) return;
        inTime.add(0, year(now), now - client.spell.startedAt <= term ? 1 : 0);
      },
    },
    write(into, at) {
      for (const column of years.keys()) into[at + column] = inTime.mean(0, column);
    },
  };
}

export const besluit: MeasureKind = {
  texts: [
    {
      id: 'besluit-binnen-termijn',
      unit: 'aandeel',
      label: 'Besluit binnen de wettelijke termijn',
      better: 'hoger',
      explanation: 'Aandeel van de toekenningen in het jaar waarbij het besluit binnen de wettelijke termijn viel.',
    },
  ],
  open(frame) {
    if (frame.spec.spells?.termDays === undefined) return undefined;
    return {
      series: frame.periods.years.map(({ period }) => ({
        measure: 'besluit-binnen-termijn',
        place: null,
        group: null,
        period,
        unit: 'aandeel',
      })),
      record: () => record(frame),
    };
  },
};
