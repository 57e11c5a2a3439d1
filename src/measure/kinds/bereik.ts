// bereik: which part of the applicants is reached within twelve months, by whom they are.
import type { Run } from '../../chain/simulate-chain.js';
import { applicantGroups, openApplicantGroups } from '../applicants.js';
import { ApplicationCohorts } from '../application-cohorts.js';
import { aimedAt, beginnings, encountersOf } from '../encounters.js';
import type { Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

interface Reach {
  readonly id: string;
  readonly stations: ReadonlySet<number>;
}

function reachesOf(frame: Frame): Reach[] {
  const spoken = [...encountersOf(frame).entries()].flatMap(([index, meeting]) =>
    meeting?.how === 'personal' || meeting?.how === 'group' ? [index] : [],
  );
  return [
    { id: 'contact', stations: new Set(spoken) },
    { id: 'werk', stations: aimedAt(frame, 'work') },
    { id: 'participatie', stations: aimedAt(frame, 'participation') },
  ].filter(({ stations }) => stations.size > 0);
}

interface Applicant {
  /** Rows of the applicants that she is in: all, and her groups. */
  readonly rows: readonly number[];
  readonly reached: Set<number>;
}

function record(frame: Frame, run: Run, reaches: readonly Reach[]): Recorder {
  const { years } = frame.periods;
  const groupsOf = openApplicantGroups(frame.spec, run.attributes);
  const rows = 1 + applicantGroups(frame.spec).length;
  const applicants = new Tally(rows, years.length);
  const reached = reaches.map(() => new Tally(rows, years.length));
  const cohorts = new ApplicationCohorts<Applicant>(frame, (client, column) => {
    const own = [0, ...groupsOf(client, client.appliedAt).map((group) => group + 1)];
    for (const row of own) applicants.add(row, column);
    return { rows: own, reached: new Set() };
  });
  return {
    observer: {
      applied: cohorts.applied,
      ...beginnings(frame, new Set(reaches.flatMap(({ stations }) => [...stations])), ({ client }, station, now) => {
        const followed = cohorts.at(client, now);
        if (followed === undefined) return;
        for (const [index, { stations }] of reaches.entries()) {
          if (!stations.has(station) || followed.gathered.reached.has(index)) continue;
          followed.gathered.reached.add(index);
          for (const row of followed.gathered.rows) reached[index]?.add(row, followed.column);
        }
      }),
    },
    write(into, at) {
      let next = at;
      for (const counted of reached) {
        for (let row = 0; row < rows; row += 1) {
          for (const column of years.keys()) {
            into[next++] = cohorts.isWhole(column) ? counted.at(row, column) / applicants.at(row, column) : NaN;
          }
        }
      }
    },
  };
}

export const bereik: MeasureKind = {
  texts: [
    {
      id: 'bereik',
      unit: 'aandeel',
      label: 'Wie wordt bereikt',
      better: 'geen oordeel',
      explanation:
        'Deel van de aanvragen van dat jaar waarbij binnen twaalf maanden een gesprek of bijeenkomst (`contact`), een activiteit gericht op werk (`werk`) of op meedoen (`participatie`) begon; ook naar leeftijd, afstand tot de arbeidsmarkt (derden van `bemiddelbaarheid`) en `meervoudig` bij de aanvraag. Leeg als de doorrekening daarvoor te kort is.',
    },
  ],
  open(frame) {
    const reaches = reachesOf(frame);
    if (frame.periods.isOwn || reaches.length === 0) return undefined;
    const groups = applicantGroups(frame.spec);
    return {
      series: reaches.flatMap(({ id }) =>
        [id, ...groups.map((group) => `${id}/${group}`)].flatMap((group) =>
          frame.periods.years.map(({ period }) => {
            return { measure: 'bereik', place: null, group, period, unit: 'aandeel' };
          }),
        ),
      ),
      record: (run) => record(frame, run, reaches),
    };
  },
};
