// What is told of a case client at one organisation, and of all of them on one page.
import { courseOf, type Course } from '../../analysis/course.js';
import type { Journey } from '../../measure/journey.js';
import { destinationLabel, stationLabel, type JourneyPage, type Timeline } from '../../report/journey/timeline.js';
import { capital, number, percent, plural } from '../../report/words.js';
import { weekdays, type CaseClient } from '../../scenario/case-client.js';
import type { CaseOptions, Visit } from './case.js';

export function caseTimeline(
  client: CaseClient,
  { id, study: { spec } }: Visit,
  journeys: readonly Journey[],
  isPinned: boolean,
): Timeline {
  const here = client.organisaties[id];
  const open = here?.open === undefined || !isPinned ? null : { after: here.open.na, source: here.open.bron };
  const applications = journeys.flatMap(({ applications: [first] }) => first ?? []);
  const course = courseOf(spec, applications, { openAfter: open?.after });
  const pins = isPinned ? (here?.pins ?? []) : [];
  return {
    id,
    title: spec.label,
    spec,
    course,
    weekday: here?.begint === undefined ? null : weekdays.indexOf(here.begint),
    open,
    prescribed: pins.map(({ station, naar, ziet, bron }) => ({
      station,
      source: bron,
      text: [
        ...(naar === undefined
          ? []
          : [`daarna ${naar in spec.stations ? `naar ${stationLabel(spec, naar)}` : destinationLabel(spec, naar)}`]),
        ...Object.entries(ziet ?? {}).map(([attribute, value]) => {
          const shown = typeof value === 'boolean' ? (value ? 'ja' : 'nee') : String(value);
          return `gezien wordt ${spec.attributes[attribute]?.label ?? attribute}: ${shown}`;
        }),
      ].join('; '),
    })),
    remarks: remarksOf(here, course),
  };
}

function remarksOf(here: CaseClient['organisaties'][string] | undefined, course: Course): string[] {
  const { draws, times } = course;
  const all = plural(draws, 'doorrekening', 'doorrekeningen');
  const route =
    times === draws
      ? `Alle ${all} volgen deze weg.`
      : `De weg die het vaakst voorkomt: ${number(times)} van de ${all} (${percent(times / draws, 0)}) volgen hem zo ver als hij hier is verteld.`;
  const begins =
    here?.begint === undefined
      ? 'Begint in elke doorrekening op een volgende werkdag van de week; geen bron noemt de dag.'
      : `Begint op een ${here.begint} (voorgeschreven, ${here.bron}).`;
  return [begins, route];
}

export function casePage(
  client: CaseClient,
  timelines: readonly Timeline[],
  { doorrekeningen, pins, risicos, startgetal }: CaseOptions,
): JourneyPage {
  const known = Object.entries(client.kenmerken).map(([name, { waarde, bron }]) => {
    const shown =
      typeof waarde === 'boolean' ? (waarde ? 'ja' : 'nee') : typeof waarde === 'number' ? number(waarde, 2) : waarde;
    return `${name} ${shown} (${bron})`;
  });
  const spared = risicos
    ? 'De risico’s waardoor een uitkering eindigt (werk, verhuizing en dergelijke) gelden hier ook voor deze cliënt.'
    : 'De risico’s waardoor een uitkering eindigt (werk, verhuizing en dergelijke) gelden niet voor deze cliënt: anders brak het verhaal op een toevallig moment af. Met --met-risicos gelden zij wel.';
  return {
    title: `De weg van ${client.naam}`,
    lead: [`${capital(client.omschrijving)} (${client.bron})`],
    timelines,
    remarks: [
      `${client.naam} is een fictieve cliënt, ingevoegd in de gewone instroom van elke organisatie: de wachttijden komen uit de wachtrijen van dat moment. Elke dag is de middelste van ${plural(doorrekeningen, 'doorrekening', 'doorrekeningen')} (startgetal ${startgetal}), met tussen haakjes 10 en 90 %.`,
      pins
        ? 'Wat voorgeschreven heet, staat in de bron van de casus; alle dagen en wachttijden rekent het model. Met --zonder-pins volgt ook de weg uit het model.'
        : 'Er is niets voorgeschreven: ook de weg komt uit het model, en dan is de vaakst voorkomende verteld.',
      spared,
      `Kenmerken: ${known.join('; ')}.`,
      'Dit is geen voorspelling voor een inwoner en geen oordeel over een cliënt of een organisatie.',
    ],
  };
}
