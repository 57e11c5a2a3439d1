// dosis: which part of the contact that they need the clients of a station get, per month.
import type { Frame } from '../frame.js';
import type { MeasureKind } from '../kind.js';

/** Contact is shared out only where spells run: without them there is nothing for it to act on. */
function contactStations({ spec, stations }: Frame): { id: string; index: number }[] {
  if (spec.spells === undefined || spec.run.unit === 'own') return [];
  return stations.flatMap((id, index) => (spec.stations[id]?.contact === undefined ? [] : [{ id, index }]));
}

export const dosis: MeasureKind = {
  texts: [
    {
      id: 'dosis',
      unit: 'aandeel',
      label: 'Gegeven deel van het nodige contact',
      better: 'hoger',
      explanation:
        'Welk deel van de contacturen die cliënten van een station nodig hebben, zij in die maand krijgen. Vastgesteld op de eerste van de maand.',
    },
  ],
  open(frame) {
    const { months, month } = frame.periods;
    const places = contactStations(frame);
    const rowOf = new Int16Array(frame.stations.length).fill(-1);
    for (const [row, { index }] of places.entries()) rowOf[index] = row;
    return {
      series: places.flatMap(({ id: place }) =>
        months.map(({ period }) => ({ measure: 'dosis', place, group: null, period, unit: 'aandeel' })),
      ),
      record() {
        const doses = new Float64Array(places.length * (months.length + 1)).fill(NaN);
        return {
          observer: {
            dosed(station, dose, now) {
              doses[rowOf[station.index]! * (months.length + 1) + month(now)] = dose;
            },
          },
          write(into, at) {
            for (const row of places.keys()) {
              const from = row * (months.length + 1);
              into.set(doses.subarray(from, from + months.length), at + row * months.length);
            }
          },
        };
      },
    };
  },
};
