// gezichten: how many people a client meets in the twelve months after her application, at the least.
import { ApplicationCohorts } from '../application-cohorts.js';
import { beginnings, encountersOf, isFace, type Face } from '../encounters.js';
import type { Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Means } from '../samples.js';

/** Employees who are known by number are counted; a function beside them may be one of these, and is one more only when nobody of it is known. */
export function leastNumber(faces: readonly Face[]): number {
  const servers = new Set(faces.flatMap(({ server }) => server ?? []));
  const known = new Set(faces.flatMap(({ who, server }) => (server === undefined ? [] : [who])));
  const others = new Set(faces.flatMap(({ who, server }) => (server === undefined && !known.has(who) ? [who] : [])));
  return servers.size + others.size;
}

function record(frame: Frame): Recorder {
  const { years } = frame.periods;
  const encounters = encountersOf(frame);
  const met = new Set([...encounters.entries()].flatMap(([index, meeting]) => (isFace(meeting) ? [index] : [])));
  const numbers = new Means(1, years.length);
  const cohorts = new ApplicationCohorts<Face[]>(
    frame,
    () => [],
    (faces, column) => {
      numbers.add(0, column, leastNumber(faces));
    },
  );
  return {
    observer: {
      applied: cohorts.applied,
      ...beginnings(frame, met, ({ client }, station, now) => {
        const face = encounters[station]?.face(client);
        if (face !== undefined) cohorts.at(client, now)?.gathered.push(face);
      }),
    },
    write(into, at) {
      cohorts.closeAll();
      for (const column of years.keys()) into[at + column] = cohorts.isWhole(column) ? numbers.mean(0, column) : NaN;
    },
  };
}

export const gezichten: MeasureKind = {
  texts: [
    {
      id: 'gezichten',
      unit: 'aantal',
      label: 'Gezichten per cliënt',
      better: 'geen oordeel',
      explanation:
        'Gemiddeld aantal mensen dat een cliënt in de twaalf maanden na haar aanvraag ten minste spreekt, over alle aanvragen van dat jaar: wie niemand sprak telt als nul. Stations met dezelfde functie zijn één gezicht; met een vaste medewerker telt de medewerker zelf. Brieven tellen niet.',
    },
  ],
  open(frame) {
    if (frame.periods.isOwn || !encountersOf(frame).some(isFace)) return undefined;
    return {
      series: frame.periods.years.map(({ period }) => {
        return { measure: 'gezichten', place: null, group: null, period, unit: 'aantal' };
      }),
      record: () => record(frame),
    };
  },
};
