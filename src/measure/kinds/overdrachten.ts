// overdrachten: how often a client is passed on to somebody else in the twelve months after her application.
import { ApplicationCohorts } from '../application-cohorts.js';
import { beginnings, encountersOf, isFace, isSameFace, type Face } from '../encounters.js';
import type { Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means } from '../samples.js';

interface Passing {
  last: Face | undefined;
  handovers: number;
}

/** Along the main visit: a side visit is somebody beside, not somebody after. */
function record(frame: Frame): Recorder {
  const { years } = frame.periods;
  const encounters = encountersOf(frame);
  const met = new Set([...encounters.entries()].flatMap(([index, meeting]) => (isFace(meeting) ? [index] : [])));
  const numbers = new Means(1, years.length);
  const cohorts = new ApplicationCohorts<Passing>(
    frame,
    () => ({ last: undefined, handovers: 0 }),
    ({ handovers }, column) => {
      numbers.add(0, column, handovers);
    },
  );
  return {
    observer: {
      applied: cohorts.applied,
      ...beginnings(frame, met, (visit, station, now) => {
        const face = encounters[station]?.face(visit.client);
        const passing = visit.main ? cohorts.at(visit.client, now)?.gathered : undefined;
        if (face === undefined || passing === undefined) return;
        if (passing.last !== undefined && !isSameFace(passing.last, face)) passing.handovers += 1;
        // Somebody of the same function of whom no number is known may be the one who was.
        const { last } = passing;
        passing.last = last !== undefined && face.server === undefined && last.who === face.who ? last : face;
      }),
    },
    write(into, at) {
      cohorts.closeAll();
      for (const column of years.keys()) into[at + column] = cohorts.isWhole(column) ? numbers.mean(0, column) : NaN;
    },
  };
}

export const overdrachten: MeasureKind = {
  texts: [
    {
      id: 'overdrachten',
      unit: 'aantal',
      label: 'Overdrachten per cliënt',
      better: 'lager',
      explanation:
        'Hoe vaak een cliënt in de twaalf maanden na haar aanvraag van de een naar de ander gaat: het volgende gesprek is met een andere functie, of met een andere vaste medewerker. Gemiddelde over alle aanvragen van dat jaar, langs de hoofdroute.',
    },
  ],
  open(frame) {
    if (frame.periods.isOwn || !encountersOf(frame).some(isFace)) return undefined;
    return {
      series: frame.periods.years.map(({ period }) => {
        return { measure: 'overdrachten', place: null, group: null, period, unit: 'aantal' };
      }),
      record: () => record(frame),
    };
  },
};
