// blootstelling and uitstroom-duur: months on bijstand and exits per band of duration, so that their ratio is the hazard per month.
import { daysPerMonth } from '../../chain/spec/duration.js';
import { bandAt, bandEnd, bandNames } from '../bands.js';
import { isNatural, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

function record(frame: Frame): Recorder {
  const { years, year } = frame.periods;
  const exposure = new Tally(bandNames.length, years.length);
  const exits = new Tally(bandNames.length, years.length);
  const counted = frame.reasons.map((reason) => !isNatural(frame, reason));
  const first = years[0]?.from ?? 0;
  const last = years.at(-1)?.to ?? 0;
  // As with volume: entered at the decision as if the spell never ended, and corrected at its end.
  const expose = (start: number, from: number, sign: 1 | -1): void => {
    const begin = Math.max(from, first);
    for (let band = bandAt(begin - start), at = begin; at < last; band += 1) {
      const to = Math.min(last, bandEnd(start, band));
      for (let column = 0; column < years.length; column += 1) {
        const span = years[column]!;
        const length = Math.min(to, span.to) - Math.max(at, span.from);
        if (length > 0) exposure.add(band, column, (sign * length) / daysPerMonth);
      }
      at = to;
    }
  };
  return {
    observer: {
      granted(client) {
        if (client.spell !== undefined) expose(client.spell.startedAt, client.spell.startedAt, 1);
      },
      spellEnded(client, reason, now) {
        if (client.spell?.granted !== true) return;
        expose(client.spell.startedAt, now, -1);
        if (counted[reason] ?? true) exits.add(bandAt(now - client.spell.startedAt), year(now));
      },
    },
    write(into, at) {
      exits.write(into, exposure.write(into, at));
    },
  };
}

export const duur: MeasureKind = {
  texts: [
    {
      id: 'blootstelling',
      unit: 'maanden',
      label: 'Maanden in de uitkering',
      better: 'geen oordeel',
      explanation: 'Maanden dat toegekende uitkeringen liepen, per jaar en naar duur sinds de melding.',
    },
    {
      id: 'uitstroom-duur',
      unit: 'uitkeringen',
      label: 'Uitstroom naar duur',
      better: 'hoger',
      explanation:
        'Beëindigde uitkeringen per jaar en naar duur sinds de melding, zonder AOW en overlijden. Gedeeld door de maanden in de uitkering is dit de uitstroomkans per maand.',
    },
  ],
  open(frame) {
    const { years, isOwn } = frame.periods;
    if (frame.spec.spells === undefined || isOwn) return undefined;
    const rows = (measure: string, unit: string) =>
      bandNames.flatMap((group) => years.map(({ period }) => ({ measure, place: null, group, period, unit })));
    return {
      series: [...rows('blootstelling', 'maanden'), ...rows('uitstroom-duur', 'uitkeringen')],
      record: () => record(frame),
    };
  },
};
