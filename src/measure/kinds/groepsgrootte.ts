// groepsgrootte: with how many a group begins. For chains with their own unit of time.
import type { Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means } from '../samples.js';

function coursesOf({ spec, stations }: Frame): { id: string; index: number }[] {
  return stations.flatMap((id, index) => (spec.stations[id]?.kind === 'course' ? [{ id, index }] : []));
}

function record(frame: Frame): Recorder {
  const { years, year } = frame.periods;
  const places = coursesOf(frame);
  const sizes = new Means(frame.stations.length, years.length);
  return {
    observer: {
      grouped(station, size, now) {
        sizes.add(station.index, year(now), size);
      },
    },
    write(into, at) {
      let next = at;
      for (const { index } of places) for (const column of years.keys()) into[next++] = sizes.mean(index, column);
    },
  };
}

export const groepsgrootte: MeasureKind = {
  texts: [
    {
      id: 'groepsgrootte',
      unit: 'cliënten',
      label: 'Groepsgrootte',
      better: 'geen oordeel',
      explanation: 'Gemiddeld aantal cliënten waarmee een groep begint.',
    },
  ],
  open(frame) {
    const places = coursesOf(frame);
    if (!frame.periods.isOwn || places.length === 0) return undefined;
    return {
      series: places.flatMap(({ id: place }) =>
        frame.periods.years.map(({ period }) => ({
          measure: 'groepsgrootte',
          place,
          group: null,
          period,
          unit: 'cliënten',
        })),
      ),
      record: () => record(frame),
    };
  },
};
