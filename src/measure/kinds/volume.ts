// volume: granted spells that run at the first of each month, in uitkeringen and persons, and by time on bijstand.
import { amountAt } from '../../chain/spec/amount.js';
import { bandAt, bandEnd, bandNames } from '../bands.js';
import { isPlaced, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

/**
 * The stand at 00:00 on the first of the month, before anything that happens at that instant. A spell counts from its melding: when it is granted
 * it counts at every first since then, also at those before the decision. A spell that ends before the decision never counts, nor does one whose
 * decision is still pending at the end of the run, so the last two months of a run are a little too low. Persons are uitkeringen times
 * `persons.perBenefit` at that instant (1 when the chain declares none).
 */
function record({ spec, periods }: Frame): Recorder {
  const { stands, until, standAfter } = periods;
  // Changes from one stand to the next per band. A spell is entered at its decision as if it never ended; at its end, what was too much goes.
  const changes = new Tally(bandNames.length, stands.length);
  const enter = (start: number, from: number, sign: 1 | -1): void => {
    for (let band = bandAt(from - start), at = from; at < until; band += 1) {
      const to = Math.min(until, bandEnd(start, band));
      changes.add(band, standAfter(at), sign);
      changes.add(band, standAfter(to), -sign);
      at = to;
    }
  };
  return {
    observer: {
      granted(client) {
        const start = client.spell?.startedAt;
        // Who is placed at the start stands there at the first instant, also when that is when her spell began.
        if (start !== undefined) enter(start, isPlaced(client) ? Math.min(start, -1e-9) : start, 1);
      },
      spellEnded(client, _reason, now) {
        if (client.spell?.granted === true) enter(client.spell.startedAt, now, -1);
      },
    },
    write(into, at) {
      const running = new Float64Array(bandNames.length);
      for (const [stand, { time }] of stands.entries()) {
        let total = 0;
        for (const band of bandNames.keys()) {
          running[band]! += changes.at(band, stand);
          total += running[band]!;
          into[at + (2 + band) * stands.length + stand] = running[band]!;
        }
        into[at + stand] = total;
        into[at + stands.length + stand] = total * amountAt(spec.persons?.perBenefit ?? 1, time);
      }
    },
  };
}

export const volume: MeasureKind = {
  texts: [
    {
      id: 'volume',
      unit: 'uitkeringen, personen',
      label: 'Volume',
      better: 'lager',
      explanation:
        'Lopende uitkeringen op de eerste dag van de maand. Een toegekende uitkering telt vanaf de melding. Ook naar duur in maanden sinds de melding, en aan het begin van elk jaar naar leeftijd, trede, wijk en andere groepen.',
    },
  ],
  open(frame) {
    const { stands } = frame.periods;
    if (frame.spec.spells === undefined || stands.length === 0) return undefined;
    const row = (group: string | null, unit: string) =>
      stands.map(({ period }) => ({ measure: 'volume', place: null, group, period, unit }));
    return {
      series: [
        ...row(null, 'uitkeringen'),
        ...row(null, 'personen'),
        ...bandNames.flatMap((band) => row(band, 'uitkeringen')),
      ],
      record: () => record(frame),
    };
  },
};
