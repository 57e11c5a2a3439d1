// Writes the folder of a comparison: the report, the tables, what went in and how it went.
import { join, resolve } from 'node:path';
import { writeFolderAtomically } from '../../files/atomic.js';
import { differsOnDisk } from '../../files/differs.js';
import { sha256, stableJson } from '../../files/json.js';
import { shownPath } from '../../files/mistake.js';
import { renderReport } from '../../report/report.js';
import type { Context } from '../context.js';
import { MistakesFound } from '../failure.js';
import { fingerprints } from '../fingerprints.js';
import { reportInput } from '../report-input.js';
import { drawsTable, summaryTable } from '../result-files.js';
import type { Comparison, Extended } from './comparison.js';
import { ownTrendLabel } from './own-trend.js';
import { commandLine, recorded, type CompareOptions } from './options.js';
import { cardName } from './volgkaart.js';

/** What differs from run to run; kept apart, so that all other files are the same bytes for the same input. */
export function courseOf(
  started: number,
  options: Pick<CompareOptions, 'rekenkernen'>,
): Readonly<Record<string, unknown>> {
  return {
    geschreven: new Date().toISOString(),
    seconden: Math.round((performance.now() - started) / 100) / 10,
    rekenkernen: options.rekenkernen,
    node: process.version,
    systeem: `${process.platform} ${process.arch}`,
  };
}

/** Same folder, same input, same bands: a card that differs was filled in, and is kept as it is. */
function withoutFilledCard(added: Extended['files'], folder: string): Extended['files'] {
  const fresh = added.get(cardName);
  if (typeof fresh !== 'string' || !differsOnDisk(join(folder, cardName), fresh)) return added;
  return new Map([...added].filter(([name]) => name !== cardName));
}

export interface WriteOptions {
  /** The scenario files as they were named on the command line; none: all of the organisation. */
  readonly files: readonly string[];
  /** The first part of the folder's name. */
  readonly set: string;
  /** When the command began, by `performance.now()`. */
  readonly started: number;
}

/** Returns the folder that was written; throws MistakesFound when it could not be, and then nothing of it is there. */
export async function writeComparison(
  { study, options, own, results, ijkpunten }: Comparison,
  { summary, report, files: added }: Extended,
  { files, set, started }: WriteOptions,
  context: Context,
): Promise<string> {
  const { info, signal, workingDirectory } = context;
  const shown = files.map((file) => shownPath(file, workingDirectory));
  const command = commandLine(shown, options, workingDirectory);
  const given = [options.volgkaart, options.gevoeligheid].flatMap((file) => (file === undefined ? [] : [file]));
  const inputs = fingerprints([...study.files, ...(own === null ? [] : [own.file]), ...given], context);
  const record = {
    opdracht: command,
    versie: info.version,
    invoer: inputs,
    opties: recorded(options),
    bibliotheken: info.libraries,
  };
  const folder = resolve(workingDirectory, options.map, `${set}-${sha256(stableJson(record)).slice(0, 8)}`);
  const gathered = reportInput({ study, summary, ijkpunten, command, inputs, info, trend: options.trend });
  const html = await renderReport({
    ...gathered,
    ...report,
    ...(own === null ? {} : { trendLabel: ownTrendLabel(own) }),
  });
  signal.throwIfAborted();
  const written = writeFolderAtomically(
    folder,
    new Map<string, string | Uint8Array>([
      ['rapport.html', html],
      ['samenvatting.csv', summaryTable(summary, study)],
      ['doorrekeningen.csv.gz', await drawsTable(results, options.alles)],
      ...withoutFilledCard(added, folder),
      ['run.json', stableJson(record)],
      ['verloop.json', stableJson(courseOf(started, options))],
    ]),
  );
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);
  return folder;
}
