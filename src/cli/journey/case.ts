// doorstroom clientreis jan: a case client as a guest at several organisations, each over many draws.
import { followGuest } from '../../experiment/journeys.js';
import { listOrganisations } from '../../files/folders.js';
import { findClient, loadClient, type LoadedClient } from '../../files/load-client.js';
import { mistakesOf, sortMistakes, type Loaded, type Mistake } from '../../files/mistake.js';
import type { Journey } from '../../measure/journey.js';
import type { Timeline } from '../../report/journey/timeline.js';
import { plural } from '../../report/words.js';
import { checkCaseClient, guestOf, weekdays, type CaseClient } from '../../scenario/case-client.js';
import type { Context } from '../context.js';
import { MistakesFound, UsageError } from '../failure.js';
import { openStudy, planOf, unchanged, type Study } from '../study.js';
import { casePage, caseTimeline } from './case-words.js';
import { courseJson } from './json.js';
import { putOut, type OutputOptions } from './output.js';

export interface CaseOptions extends OutputOptions {
  readonly organisaties: string | undefined;
  readonly doorrekeningen: number;
  readonly startgetal: string;
  readonly pins: boolean;
  readonly risicos: boolean;
}

/** What an organisation needs to be told of: everything of all of them is checked before anything runs. */
export interface Visit {
  readonly id: string;
  readonly study: Study;
}

function take<T>(loaded: Loaded<T>): T {
  if (loaded.state === 'mistakes') throw new MistakesFound(loaded.mistakes);
  return loaded.value;
}

function askedFor({ client, file }: LoadedClient, asked: string | undefined, context: Context): string[] {
  if (asked !== undefined) {
    const ids = asked.split(',').map((id) => id.trim());
    return [...new Set(ids.filter((id) => id !== ''))];
  }
  const known = new Set(listOrganisations(context.roots).map(({ id }) => id));
  const found = Object.keys(client.organisaties).filter((id) => known.has(id));
  if (found.length > 0) return found;
  throw new UsageError(
    `${file} noemt geen organisatie die er is; kies met --organisaties uit ${[...known].join(', ')}.`,
  );
}

function openAll(loaded: LoadedClient, ids: readonly string[], { roots }: Context): Visit[] {
  const mistakes: Mistake[] = [];
  const visits: Visit[] = [];
  for (const id of ids) {
    try {
      const study = openStudy(id, [], roots);
      if (study.spec.run.unit === 'own') {
        throw new UsageError(`${id} rekent niet in dagen; daar is geen dag van te vertellen.`);
      }
      mistakes.push(...mistakesOf(checkCaseClient(loaded.client, id, study.spec), loaded.placeOf));
      visits.push({ id, study });
    } catch (error) {
      if (!(error instanceof MistakesFound)) throw error;
      mistakes.push(...error.mistakes);
    }
  }
  if (mistakes.length > 0) throw new MistakesFound(sortMistakes(mistakes));
  return visits;
}

export async function tellCase(name: string, options: CaseOptions, context: Context): Promise<void> {
  const loaded = take(loadClient(take(findClient(name, context.roots))));
  const { client } = loaded;
  const visits = openAll(loaded, askedFor(loaded, options.organisaties, context), context);
  const known = new Set(listOrganisations(context.roots).map(({ id }) => id));
  const strange = Object.keys(client.organisaties).filter((id) => !known.has(id));
  if (strange.length > 0) {
    context.terminal.warn(`${loaded.file} noemt organisaties die er niet zijn: ${strange.join(', ')}`);
  }
  const total = visits.length * options.doorrekeningen;
  const progress = context.terminal.progress(
    `${client.naam} volgen bij ${plural(visits.length, 'organisatie', 'organisaties')}`,
  );
  const told: { timeline: Timeline; journeys: Journey[] }[] = [];
  for (const visit of visits) {
    const journeys = await follow(client, visit, options, context.signal, (done) => {
      progress.at(told.length * options.doorrekeningen + done, total);
    });
    told.push({ timeline: caseTimeline(client, visit, journeys, options.pins), journeys });
  }
  progress.done();
  const timelines = told.map(({ timeline }) => timeline);
  const document = {
    client: client.naam,
    fictief: true,
    startgetal: options.startgetal,
    doorrekeningen: options.doorrekeningen,
    voorgeschreven: options.pins,
    risicos: options.risicos,
    organisaties: timelines.map((timeline) => ({ organisatie: timeline.id, ...courseJson(timeline) })),
  };
  putOut(
    { page: casePage(client, timelines, options), document, name: `clientreis-${name.replaceAll(/[^\w-]+/g, '-')}` },
    options,
    context,
  );
}

async function follow(
  client: CaseClient,
  { id, study }: Visit,
  options: CaseOptions,
  signal: AbortSignal,
  onDone: (done: number) => void,
): Promise<Journey[]> {
  const plan = planOf(study, {
    scenarios: [{ id: unchanged, name: 'Ongewijzigd beleid', changes: [] }],
    draws: options.doorrekeningen,
    seed: options.startgetal,
    uncertainty: 'on',
    trend: 'gerealiseerd',
  });
  const guest = guestOf(client, id, { pinned: options.pins, atRisk: options.risicos });
  const begins = client.organisaties[id]?.begint;
  const day = begins === undefined ? undefined : weekdays.indexOf(begins);
  const journeys: Journey[] = [];
  for (let draw = 0; draw < options.doorrekeningen; draw += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    journeys.push(followGuest(plan, { scenario: 0, draw }, guest, day));
    onDone(draw + 1);
  }
  return journeys;
}
