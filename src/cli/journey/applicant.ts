// doorstroom clientreis --client 1234: one client of the population under several scenarios, with the same luck, side by side.
import { courseOf, running } from '../../analysis/course.js';
import { paired, parting, type Parting } from '../../analysis/parting.js';
import { dayNumber, weekday } from '../../chain/civil-date.js';
import { followApplicant, measuredFrom } from '../../experiment/journeys.js';
import type { Plan } from '../../experiment/plan.js';
import { findOrganisation } from '../../files/folders.js';
import { clientOf } from '../../random/keys.js';
import type { Application, Journey } from '../../measure/journey.js';
import { destinationLabel, type JourneyPage, type Timeline } from '../../report/journey/timeline.js';
import { number, plural } from '../../report/words.js';
import { longDate } from '../../scenario/dates.js';
import { scenarioFile } from '../chosen-files.js';
import type { Context } from '../context.js';
import { MistakesFound, UsageError } from '../failure.js';
import { openStudy, plannedScenario, planOf, unchanged, type Study } from '../study.js';
import { courseJson } from './json.js';
import { putOut, type OutputOptions } from './output.js';

export interface ApplicantOptions extends OutputOptions {
  readonly client: number;
  readonly scenario: string | undefined;
  readonly organisatie: string;
  readonly doorrekening: number;
  readonly startgetal: string;
}

/** The chains under ongewijzigd beleid and under scenarios that change nothing are the same. */
function specOf(study: Study, id: string): Study['spec'] {
  return study.specs.get(id) ?? study.spec;
}

function openAsked({ organisatie, scenario }: ApplicantOptions, context: Context): { study: Study; ids: string[] } {
  const { roots } = context;
  const folder = findOrganisation(organisatie, roots);
  if (folder.state === 'mistakes') throw new MistakesFound(folder.mistakes);
  const asked = (scenario ?? unchanged).split(',').map((name) => name.trim());
  const named = asked.filter((name) => name !== '');
  const files = named.map((name) => ({
    name,
    file: name === unchanged ? null : scenarioFile(name, folder.value, context),
  }));
  const study = openStudy(organisatie, [...new Set(files.flatMap(({ file }) => file ?? []))], roots);
  const ids = files.map(({ file }) => study.scenarios.find((one) => one.file === file)?.scenario.id ?? unchanged);
  if (study.spec.run.unit === 'own') {
    throw new UsageError(`${organisatie} rekent niet in dagen; daar is geen dag van te vertellen.`);
  }
  return { study, ids: [...new Set(ids)] };
}

interface Told {
  readonly id: string;
  readonly name: string;
  readonly journey: Journey | undefined;
}

export function tellApplicant(options: ApplicantOptions, context: Context): void {
  const { study, ids } = openAsked(options, context);
  const scenarios = ids.map((id) => {
    const found = study.scenarios.find(({ scenario }) => scenario.id === id);
    if (found === undefined) return { id, name: 'Ongewijzigd beleid', changes: [] };
    return plannedScenario(found.scenario, study.all);
  });
  const plan = planOf(study, {
    scenarios,
    draws: options.doorrekening,
    seed: options.startgetal,
    uncertainty: 'on',
    trend: 'gerealiseerd',
  });
  const told = follow(plan, options);
  const pairs = told.slice(1).map((other) => ({ other, texts: partingTexts(study, told[0]!, other) }));
  const page = pageOf(
    study,
    told,
    pairs.flatMap(({ texts }) => texts),
    options,
  );
  const document = {
    organisatie: study.folder.id,
    client: options.client,
    fictief: true,
    doorrekening: options.doorrekening,
    startgetal: options.startgetal,
    scenarios: told.map(({ id, journey }) => ({
      scenario: id,
      aanvragen: (journey?.applications ?? []).map((application, index) => ({
        datum: dateOf(study, application.appliedAt),
        ...courseJson(timelineOf(study, { id, name: id, journey }, application, index)),
      })),
    })),
    verschil: pairs.map(({ other, texts }) => ({ tegen: ids[0], scenario: other.id, tekst: texts })),
  };
  putOut({ page, document, name: `clientreis-${study.folder.id}-${String(options.client)}` }, options, context);
}

/** The number counts applications under the first scenario; under the others the same client is looked for by her key. */
function follow(plan: Plan, { client, doorrekening, organisatie }: ApplicantOptions): Told[] {
  const draw = doorrekening - 1;
  const { journey: found, counted } = followApplicant(plan, { scenario: 0, draw }, { number: client });
  if (found === undefined) {
    const range = counted === 0 ? 'vraagt niemand aan' : `zijn er de nummers 1 tot en met ${number(counted)}`;
    throw new UsageError(
      `--client ${String(client)}: die cliënt bestaat niet. In doorrekening ${String(doorrekening)} van ${organisatie} ${range}, in volgorde van aanvraag.`,
    );
  }
  return plan.scenarios.map(({ id, name }, scenario) => ({
    id,
    name,
    journey: scenario === 0 ? found : followApplicant(plan, { scenario, draw }, { key: found.key }).journey,
  }));
}

function dateOf({ spec }: Study, time: number): string {
  return longDate(dayNumber(spec.run.start) + Math.floor(time));
}

function timelineOf(study: Study, { id, name, journey }: Told, application: Application, index: number): Timeline {
  const spec = specOf(study, id);
  const several = (journey?.applications.length ?? 0) > 1;
  return {
    id: index === 0 ? id : `${id}-${String(index + 1)}`,
    title: several ? `${name}, aanvraag ${String(index + 1)}` : name,
    spec,
    course: courseOf(spec, [application]),
    weekday: weekday(dayNumber(spec.run.start) + Math.floor(application.appliedAt)),
    prescribed: [],
    open: null,
    remarks: [`Vraagt aan op ${dateOf(study, application.appliedAt)}.`],
  };
}

function partingTexts(study: Study, first: Told, second: Told): string[] {
  const spec = specOf(study, first.id);
  const other = specOf(study, second.id);
  const names = { first: `Bij ‘${first.name}’`, second: `bij ‘${second.name}’` };
  if (second.journey === undefined) return [`Onder ‘${second.name}’ vraagt deze cliënt niet aan.`];
  return paired(first.journey, second.journey).flatMap(([a, b], index) => {
    const which = index === 0 ? '' : `Aanvraag ${String(index + 1)}: `;
    if (a === null || b === null) {
      const only = a === null ? second.name : first.name;
      return [`${which}alleen onder ‘${only}’ vraagt deze cliënt opnieuw aan.`];
    }
    const texts = partText(
      parting(a, b, running),
      (id) => destinationLabel(id in spec.stations ? spec : other, id),
      names,
    );
    return texts.map((text) => `${which}${text}`);
  });
}

const moments = { arrival: 'aankomst bij', start: 'begin van', end: 'einde van' } as const;

function partText(
  { time, route, end }: Parting,
  label: (id: string) => string,
  names: { readonly first: string; readonly second: string },
): string[] {
  const texts: string[] = [];
  if (time !== null) {
    const days = plural(Math.max(1, Math.round(Math.abs(time.days))), 'dag', 'dagen');
    texts.push(
      `De verhalen gaan uiteen bij het ${moments[time.at]} ${label(time.station)}: ${names.second} ${days} ${time.days > 0 ? 'later' : 'eerder'}.`,
    );
  }
  if (route !== null) {
    const from = route.after === null ? 'Meteen' : `Na ${label(route.after)}`;
    texts.push(
      `${from} lopen de wegen uiteen. ${names.first}: ${label(route.first)}; ${names.second}: ${label(route.second)}.`,
    );
  }
  if (end !== null) {
    const [a, b] = [end.first ?? running, end.second ?? running].map(label);
    const days =
      end.days === null
        ? ''
        : ` (${plural(Math.abs(Math.round(end.days)), 'dag', 'dagen')} ${end.days > 0 ? 'later' : 'eerder'})`;
    texts.push(`Het einde verschilt. ${names.first}: ${a ?? ''}; ${names.second}: ${b ?? ''}${days}.`);
  }
  return texts.length === 0 ? [`${names.first} en ${names.second} gebeurt hetzelfde, op dezelfde dagen.`] : texts;
}

function pageOf(
  study: Study,
  told: readonly Told[],
  differences: readonly string[],
  options: ApplicantOptions,
): JourneyPage {
  const { spec } = study;
  const first = told[0]?.journey;
  const { source, client } = clientOf(first?.key ?? 0);
  const [id = ''] = Object.keys(spec.arrivals)
    .sort()
    .slice(source, source + 1);
  const label = spec.arrivals[id]?.label ?? id;
  const from = dateOf(study, measuredFrom(spec));
  return {
    title: `Fictieve cliënt ${number(options.client)} in ${spec.label}`,
    lead: [
      `Een cliënt die niet bestaat: nummer ${number(client + 1)} van de bron ‘${label}’, en de ${number(options.client)}e die sinds ${from} voor het eerst aanvraagt onder ‘${told[0]?.name ?? ''}’. Dezelfde cliënt, met hetzelfde toeval, in doorrekening ${String(options.doorrekening)} (startgetal ${options.startgetal}).`,
      ...differences,
    ],
    timelines: told.flatMap((one) =>
      (one.journey?.applications ?? []).map((application, index) => timelineOf(study, one, application, index)),
    ),
    remarks: [
      'Deze cliënt is door het model bedacht. Het verhaal zegt hoe een weg kan lopen, niet hoe hij voor een inwoner loopt, en geeft niemand een score of een plaats op een lijst.',
      'Eén doorrekening is één loop van het toeval. Voor wat een scenario doet, is doorstroom vergelijk met honderd doorrekeningen.',
      `Het nummer telt wie sinds ${from} voor het eerst aanvraagt, in volgorde van aanvraag onder het eerste scenario van --scenario; onder de andere is het dezelfde cliënt.`,
    ],
  };
}
