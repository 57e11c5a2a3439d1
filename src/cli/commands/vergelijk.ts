// doorstroom vergelijk, the main job: scenarios against ongewijzigd beleid, as a table, a report and files.
import { isAbsolute, resolve } from 'node:path';
import type { Ambition } from '../../analysis/ambition.js';
import { summarise, type Summary } from '../../analysis/summary.js';
import { addMonths, dayNumber } from '../../chain/civil-date.js';
import type { ChainSpec } from '../../chain/spec/chain.js';
import type { Destination } from '../../chain/spec/population.js';
import { runExperiment } from '../../experiment/experiment.js';
import type { PlannedScenario } from '../../experiment/plan.js';
import { writeFolderAtomically } from '../../files/atomic.js';
import { hashInputs } from '../../files/inputs.js';
import { sha256, stableJson } from '../../files/json.js';
import { mistakeAt, shownPath } from '../../files/mistake.js';
import { renderReport } from '../../report/report.js';
import { volumeIndex, type TrendMode } from '../../scenario/trend.js';
import { comparisonTable } from '../comparison-table.js';
import type { Context } from '../context.js';
import { MistakesFound, UsageError } from '../failure.js';
import { checkIjkpunten, ijkpuntMistakes } from '../ijkpunten.js';
import { drawsTable, summaryTable } from '../result-files.js';
import { reportInput } from '../report-input.js';
import {
  flowWindow,
  measureMonth,
  openStudy,
  plannedScenario,
  planOf,
  setName,
  unchanged,
  type Study,
} from '../study.js';
import { warningsOf } from '../warnings.js';

export interface CompareOptions {
  readonly organisatie: string;
  readonly tegen: string | undefined;
  readonly doorrekeningen: number;
  readonly startgetal: string;
  readonly rekenkernen: number;
  readonly map: string;
  readonly onzekerheid: boolean;
  readonly trend: TrendMode;
  readonly alles: boolean;
  readonly json: boolean;
}

/** The base first, then the others in the order of their files. */
function ordered(study: Study, tegen: string): PlannedScenario[] {
  const planned = study.scenarios.map(({ scenario }) => plannedScenario(scenario, study.all));
  const base = planned.find(({ id }) => id === tegen);
  if (base === undefined && tegen !== unchanged) {
    throw new UsageError(
      `--tegen ${tegen}: er is geen scenario met die naam. Er zijn: ${planned.map(({ id }) => id).join(', ')}.`,
    );
  }
  return [
    base ?? { id: unchanged, name: 'Ongewijzigd beleid', changes: [] },
    ...planned.filter((scenario) => scenario !== base),
  ];
}

/** How many persons below the trend, and when; without `ambitie.jaren` at the last month that is measured. */
function ambitionOf(study: Study): Ambition {
  const { parameters } = study.organisation;
  const start = measureMonth(study);
  const last = String(study.spec.run.end).slice(0, 7);
  const years = parameters.byName.get('ambitie.jaren')?.value;
  const end = years === undefined ? last : addMonths(`${start}-01`, Math.round(12 * years)).slice(0, 7);
  if (end > last || end <= start) {
    const found = `de ambitie loopt van ${start} tot ${end}, maar de doorrekening meet van ${start} tot en met ${last}`;
    throw new MistakesFound([mistakeAt(parameters.placeOf('ambitie.jaren'), found)]);
  }
  return { start, end, reductionPersons: parameters.byName.get('ambitie.personen')?.value ?? 0 };
}

/** Paths as they stand in a folder with data/ and scenarios/, so that a run says the same wherever its files are. */
function fingerprints(files: readonly string[], { roots, workingDirectory }: Context): Record<string, string> {
  const homeOf = (file: string): string => roots.find((root) => !isAbsolute(shownPath(file, root))) ?? workingDirectory;
  return Object.assign(
    {},
    ...[...new Set(files.map(homeOf))].map((home) =>
      hashInputs(
        files.filter((file) => homeOf(file) === home),
        home,
      ),
    ),
  ) as Record<string, string>;
}

/** What every reason for the end of a spell counts as, risks and marks together. */
function destinationsOf({ spells }: ChainSpec): ReadonlyMap<string, Destination> {
  const declared = [...Object.entries(spells?.risks ?? {}), ...Object.entries(spells?.marks ?? {})];
  return new Map(declared.map(([reason, { destination }]) => [reason, destination]));
}

export async function compare(files: readonly string[], options: CompareOptions, context: Context): Promise<void> {
  const { terminal, signal, workingDirectory } = context;
  const started = performance.now();
  const chosen = files.length === 0 ? 'all' : files;
  const study = openStudy(options.organisatie, chosen, context.roots);
  if (study.spec.spells === undefined || study.spec.run.unit === 'own') {
    throw new UsageError(
      `'${options.organisatie}' heeft geen uitkeringen (spells) op een kalender, dus er is geen volume te vergelijken.`,
    );
  }
  const ambition = ambitionOf(study);
  const wrong = ijkpuntMistakes(study);
  if (wrong.length > 0) throw new MistakesFound(wrong);
  for (const warning of warningsOf(study)) terminal.warn(warning);
  const tegen = options.tegen ?? unchanged;
  const uncertainty = options.onzekerheid ? 'on' : 'off';
  const common = { draws: options.doorrekeningen, seed: options.startgetal };
  const plan = planOf(study, { ...common, scenarios: ordered(study, tegen), uncertainty, trend: options.trend });

  const computing = terminal.progress(`Doorrekenen van ${String(plan.scenarios.length)} scenario's`);
  const results = await runExperiment(plan, { threads: options.rekenkernen, onProgress: computing.at, signal });
  computing.done();
  const checking = terminal.progress('IJkpunten narekenen');
  // Enough to tell binnen from buiten; `valideer` is there for a narrower margin.
  const ijkpunten = await checkIjkpunten(study, {
    ...common,
    draws: Math.min(options.doorrekeningen, 40),
    threads: options.rekenkernen,
    changes: [],
    onProgress: checking.at,
    signal,
  });
  checking.done();

  const trend = (month: string): number => volumeIndex(plan.trend, dayNumber(`${month}-01`));
  const summary = summarise(results, {
    base: plan.scenarios[0]?.id ?? unchanged,
    ambition,
    flowWindow: flowWindow(study),
    trend,
    uncertainty: options.onzekerheid,
    destinationOf: destinationsOf(study.spec),
  });
  const command = commandLine(
    files.map((file) => shownPath(file, workingDirectory)),
    options,
  );
  const inputs = fingerprints(study.files, context);
  const set = setName(study, chosen);
  const record = {
    opdracht: command,
    versie: context.info.version,
    invoer: inputs,
    opties: recorded(options),
    bibliotheken: context.info.libraries,
  };
  const folder = resolve(workingDirectory, options.map, `${set}-${sha256(stableJson(record)).slice(0, 8)}`);

  const html = await renderReport(
    reportInput({ study, summary, ijkpunten, command, inputs, info: context.info, trend: options.trend }),
  );
  signal.throwIfAborted();
  const written = writeFolderAtomically(
    folder,
    new Map<string, string | Uint8Array>([
      ['rapport.html', html],
      ['samenvatting.csv', summaryTable(summary, study)],
      ['doorrekeningen.csv.gz', drawsTable(results, options.alles)],
      ['run.json', stableJson(record)],
      ['verloop.json', stableJson(courseOf(started, options))],
    ]),
  );
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);
  report(summary, shownPath(folder, workingDirectory), options, context);
}

function report(summary: Summary, folder: string, options: CompareOptions, { terminal }: Context): void {
  if (options.json) {
    terminal.result(JSON.stringify(summary, null, 2));
    terminal.note(`Rapport: ${folder}/rapport.html`);
    return;
  }
  terminal.result(comparisonTable(summary, terminal));
  terminal.result(`\nRapport:            ${folder}/rapport.html\nTabel voor Excel:   ${folder}/samenvatting.csv`);
}

/** The options that decide what comes out; the number of threads and the folder do not. */
function recorded(options: CompareOptions): Readonly<Record<string, string | number | boolean | null>> {
  const { organisatie, tegen, doorrekeningen, startgetal, onzekerheid, trend, alles } = options;
  return { organisatie, tegen: tegen ?? null, doorrekeningen, startgetal, onzekerheid, trend, alles };
}

function commandLine(files: readonly string[], options: CompareOptions): string {
  const parts = [
    'doorstroom vergelijk',
    ...files.map((file) => (/\s/.test(file) ? `"${file}"` : file)),
    `--organisatie ${options.organisatie}`,
  ];
  if (options.tegen !== undefined) parts.push(`--tegen ${options.tegen}`);
  parts.push(`--doorrekeningen ${String(options.doorrekeningen)}`, `--startgetal ${options.startgetal}`);
  if (options.trend !== 'gerealiseerd') parts.push(`--trend ${options.trend}`);
  if (!options.onzekerheid) parts.push('--zonder-onzekerheid');
  if (options.alles) parts.push('--alles');
  return parts.join(' ');
}

/** What differs from run to run; kept apart, so that all other files are the same bytes for the same input. */
function courseOf(started: number, options: CompareOptions): Readonly<Record<string, unknown>> {
  return {
    geschreven: new Date().toISOString(),
    seconden: Math.round((performance.now() - started) / 100) / 10,
    rekenkernen: options.rekenkernen,
    node: process.version,
    systeem: `${process.platform} ${process.arch}`,
  };
}
