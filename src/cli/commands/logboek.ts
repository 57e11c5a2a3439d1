// doorstroom logboek: what happens in one doorrekening, event by event, as XES and as a table.
import { join, resolve } from 'node:path';
import { dayNumber, nextMonth } from '../../chain/civil-date.js';
import { logRun } from '../../experiment/event-log.js';
import type { PlannedScenario } from '../../experiment/plan.js';
import { writeFolderAtomically, type Content } from '../../files/atomic.js';
import { findOrganisation } from '../../files/folders.js';
import { sha256, stableJson } from '../../files/json.js';
import { logCsvPieces } from '../../files/log-csv.js';
import { xesPieces } from '../../files/log-xes.js';
import { shownPath } from '../../files/mistake.js';
import { gzip } from '../../files/table-write.js';
import type { LogPeriod } from '../../measure/log/cases.js';
import type { EventLog } from '../../measure/log/event-log.js';
import type { TrendMode } from '../../scenario/trend.js';
import { scenarioFile } from '../chosen-files.js';
import type { Context } from '../context.js';
import { MistakesFound, UsageError } from '../failure.js';
import { fingerprints } from '../fingerprints.js';
import { count } from '../numbers.js';
import { openStudy, plannedScenario, planOf, unchanged, type Study } from '../study.js';
import { paragraph } from '../text-table.js';

export interface LogOptions {
  readonly scenario: string | undefined;
  /** Counts from 1. */
  readonly doorrekening: number;
  readonly startgetal: string;
  readonly trend: TrendMode;
  readonly onzekerheid: boolean;
  /** Months of applications, both included; all of them, and the stock, when it is not given. */
  readonly periode: { readonly from: string; readonly to: string } | undefined;
  readonly vorm: 'csv' | 'xes' | 'beide';
  readonly gz: boolean;
  readonly map: string;
}

function askedScenario(study: Study): PlannedScenario {
  const [loaded, second] = study.scenarios;
  if (loaded === undefined) return { id: unchanged, name: 'Ongewijzigd beleid', changes: [] };
  if (second === undefined) return plannedScenario(loaded.scenario, study.all);
  const names = study.scenarios.map(({ scenario }) => scenario.id).join(', ');
  throw new UsageError(`--scenario: dit bestand heeft er meer (${names}); een logboek is van één scenario.`);
}

function periodOf(study: Study, { periode }: LogOptions): LogPeriod | undefined {
  if (periode === undefined) return undefined;
  const start = dayNumber(study.spec.run.start);
  return { from: dayNumber(`${periode.from}-01`) - start, to: dayNumber(nextMonth(`${periode.to}-01`)) - start };
}

/** The command that gives this log again; the folder in which it comes changes nothing of it. */
function commandLine(organisation: string, options: LogOptions, file: string | undefined): string {
  const { doorrekening, startgetal, trend, onzekerheid, periode, vorm, gz } = options;
  return [
    `doorstroom logboek ${organisation}`,
    ...(file === undefined ? [] : [`--scenario ${/\s/.test(file) ? `"${file}"` : file}`]),
    `--doorrekening ${String(doorrekening)} --startgetal ${startgetal} --trend ${trend}`,
    ...(onzekerheid ? [] : ['--zonder-onzekerheid']),
    ...(periode === undefined ? [] : [`--periode ${periode.from}..${periode.to}`]),
    `--vorm ${vorm}`,
    ...(gz ? ['--gz'] : []),
  ].join(' ');
}

function countOf(log: EventLog, period: LogPeriod | undefined): { cases: number; events: number } {
  const found = { cases: 0, events: 0 };
  for (const { events } of log.cases(period)) {
    found.cases += 1;
    found.events += events.length;
  }
  return found;
}

export async function writeLog(organisation: string, options: LogOptions, context: Context): Promise<void> {
  const { terminal, roots, workingDirectory, info, signal } = context;
  const folder = findOrganisation(organisation, roots);
  if (folder.state === 'mistakes') throw new MistakesFound(folder.mistakes);
  const files = options.scenario === undefined ? [] : [scenarioFile(options.scenario, folder.value, context)];
  const study = openStudy(organisation, files, roots);
  if (study.spec.run.unit === 'own') {
    throw new UsageError(`${study.spec.label} rekent in een eigen tijdseenheid; een logboek heeft datums nodig.`);
  }
  const scenario = askedScenario(study);
  const plan = planOf(study, {
    scenarios: [scenario],
    draws: options.doorrekening,
    seed: options.startgetal,
    uncertainty: options.onzekerheid ? 'on' : 'off',
    trend: options.trend,
  });
  terminal.note(`Doorrekening ${String(options.doorrekening)} van ${scenario.name}`);
  const { spec, log } = logRun(plan, { scenario: 0, draw: options.doorrekening - 1 });
  signal.throwIfAborted();
  const period = periodOf(study, options);
  const found = countOf(log, period);
  if (found.cases === 0) throw new UsageError('--periode: in deze maanden meldt zich niemand.');

  const { start } = spec.run;
  const origin = {
    organisation,
    scenario: scenario.id,
    draw: options.doorrekening,
    seed: options.startgetal,
    version: info.version,
    start,
  };
  const record = {
    opdracht: commandLine(organisation, options, files[0] && shownPath(files[0], workingDirectory)),
    versie: info.version,
    invoer: fingerprints(study.files, context),
  };
  const texts = new Map<string, () => Iterable<string>>();
  if (options.vorm !== 'xes') texts.set('logboek.csv', () => logCsvPieces(start, log.cases(period)));
  if (options.vorm !== 'csv') texts.set('logboek.xes', () => xesPieces(origin, log.cases(period)));
  const contents = new Map<string, Content>();
  for (const [name, pieces] of texts) {
    if (options.gz) contents.set(`${name}.gz`, await gzip(pieces()));
    else contents.set(name, pieces());
  }
  contents.set('run.json', stableJson({ ...record, zaken: found.cases, gebeurtenissen: found.events }));
  const name = `logboek-${organisation}-${sha256(stableJson(record)).slice(0, 8)}`;
  const written = writeFolderAtomically(resolve(workingDirectory, options.map, name), contents);
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);

  terminal.result(
    paragraph(
      `${count(found.cases)} zaken met ${count(found.events)} gebeurtenissen van fictieve cliënten; niemand in dit logboek bestaat.`,
    ),
  );
  for (const file of contents.keys()) terminal.result(shownPath(join(written.value, file), workingDirectory));
}
