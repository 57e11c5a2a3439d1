// waarneming: what stations saw when they looked at a client again, compared with what was known of her.
import type { Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import type { Run } from '../../chain/simulate-chain.js';
import { Tally } from '../tally.js';

const changes = ['eerste', 'hoger', 'gelijk', 'lager'] as const;

interface Looked {
  readonly place: string;
  readonly index: number;
  readonly attribute: string;
}

/** What each station looks at and has steps, in order of station. A number without steps is never seen twice alike. */
function looksIn({ spec, stations }: Frame): Looked[] {
  return stations.flatMap((place, index) =>
    (spec.stations[place]?.observe ?? []).flatMap((attribute) => {
      const seen = spec.attributes[attribute];
      const isStepless = seen?.kind === 'observation' && seen.cuts === undefined;
      return isStepless ? [] : [{ place, index, attribute }];
    }),
  );
}

function record(frame: Frame, run: Run, looks: readonly Looked[]): Recorder {
  const { years, year } = frame.periods;
  const tally = new Tally(looks.length * changes.length, years.length);
  const rows = new Map<number, number>();
  const slot = (station: number, attribute: number): number => station * run.attributes.length + attribute;
  for (const [row, { index, attribute }] of looks.entries()) {
    const position = run.attributes.find(({ id }) => id === attribute)?.index ?? -1;
    rows.set(slot(index, position), row * changes.length);
  }
  return {
    observer: {
      observed(client, { index }, attribute, before, now) {
        const row = rows.get(slot(index, attribute));
        if (row === undefined) return;
        const value = client.attribute(attribute);
        const change = Number.isNaN(before) ? 0 : value > before ? 1 : value === before ? 2 : 3;
        tally.add(row + change, year(now));
      },
    },
    write(into, at) {
      tally.write(into, at);
    },
  };
}

export const waarneming: MeasureKind = {
  texts: [
    {
      id: 'waarneming',
      unit: 'aanvragen',
      label: 'Beweging op de ladder',
      better: 'geen oordeel',
      explanation:
        'Hoe vaak een station in het jaar een kenmerk bepaalde: voor het eerst (`eerste`), en daarna hoger, gelijk of lager dan wat bekend was. Een deel van de beweging is ruis van het kijken zelf.',
    },
  ],
  open(frame) {
    const looks = looksIn(frame);
    if (looks.length === 0) return undefined;
    return {
      series: looks.flatMap(({ place, attribute }) =>
        changes.flatMap((change) =>
          frame.periods.years.map(({ period }) => ({
            measure: 'waarneming',
            place,
            group: `${attribute}:${change}`,
            period,
            unit: 'aanvragen',
          })),
        ),
      ),
      record: (run) => record(frame, run, looks),
    };
  },
};
