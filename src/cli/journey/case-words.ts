// What is told of a case client at one organisation, and of all of them on one page.
import { courseOf, type Course } from '../../analysis/course.js';
import type { AttributeValue } from '../../chain/guests.js';
import type { ChainSpec } from '../../chain/spec/chain.js';
import type { Journey } from '../../measure/journey.js';
import {
  destinationLabel,
  stationLabel,
  type JourneyPage,
  type Prescribed,
  type Timeline,
} from '../../report/journey/timeline.js';
import { capital, number, percent, plural } from '../../report/words.js';
import { weekdays, type CaseClient, type CasePin } from '../../scenario/case-client.js';
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
  const prescribed = (isPinned ? (here?.pins ?? []) : []).map((pin) => prescribedOf(spec, pin));
  // At a choice that takes no time, or where he did not come on this route.
  const hidden = prescribed
    .filter(({ station }) => !course.steps.some((step) => step.station === station))
    .map(({ station, text, source }) => `Ook voorgeschreven, bij ${stationLabel(spec, station)}: ${text} (${source}).`);
  return {
    id,
    title: spec.label,
    spec,
    course,
    weekday: here?.begint === undefined ? null : weekdays.indexOf(here.begint),
    open,
    prescribed,
    remarks: [...remarksOf(here, course), ...hidden],
  };
}

/** A value of a file in words. */
function valueText(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return typeof value === 'number' ? number(value, 2) : value;
}

function prescribedOf(spec: ChainSpec, { station, naar, ziet = {}, bron }: CasePin): Prescribed {
  const to =
    naar === undefined
      ? []
      : [`daarna ${Object.hasOwn(spec.stations, naar) ? 'naar ' : ''}${destinationLabel(spec, naar)}`];
  const seen = Object.entries(ziet).map(
    ([attribute, value]) => `gezien wordt ${spec.attributes[attribute]?.label ?? attribute}: ${valueText(value)}`,
  );
  return { station, sees: Object.keys(ziet), source: bron, text: [...to, ...seen].join('; ') };
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
  const known = Object.entries(client.kenmerken).map(
    ([name, { waarde, bron }]) => `${name} ${valueText(waarde)} (${bron})`,
  );
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
