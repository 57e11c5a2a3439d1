// Writes the folder of a comparison of ways of working: the report, the tables, what went in and how it went.
import { resolve } from 'node:path';
import { writeFolderAtomically } from '../../files/atomic.js';
import { sha256, stableJson } from '../../files/json.js';
import { renderWays } from '../../report/ways/report.js';
import { ownTrendLabel } from '../compare/own-trend.js';
import { courseOf } from '../compare/write.js';
import type { Context } from '../context.js';
import { MistakesFound } from '../failure.js';
import { fingerprints } from '../fingerprints.js';
import { processOf, trendLabels } from '../report-input.js';
import { drawsTable } from '../result-files.js';
import type { ComputedWays } from './compute.js';
import { recordedWays, waysCommandLine } from './options.js';
import { waysLongTable, waysSummaryTable } from './tables.js';

/** Returns the folder; throws MistakesFound when it could not be written, and then nothing of it is there. */
export async function writeWays(
  { ways, options, own, results, summary }: ComputedWays,
  started: number,
  context: Context,
): Promise<string> {
  const { info, signal, workingDirectory } = context;
  const { population } = ways;
  const command = waysCommandLine(options, workingDirectory);
  const files = new Set([...population.files, ...ways.ways.flatMap(({ home }) => home.files)]);
  const inputs = fingerprints([...files, ...(own === null ? [] : [own.file])], context);
  const record = {
    opdracht: command,
    versie: info.version,
    invoer: inputs,
    opties: recordedWays(options),
    schaal: Object.fromEntries(summary.werkwijzen.map(({ id, schaal }) => [id, schaal])),
    bibliotheken: info.libraries,
  };
  const set = `werkwijzen-${options.bevolking}`;
  const folder = resolve(workingDirectory, options.map, `${set}-${sha256(stableJson(record)).slice(0, 8)}`);
  const { start, end, measureFrom } = population.spec.run;
  const html = renderWays({
    summary,
    details: ways.ways.map(({ spec, own: parameters }) => ({ process: processOf(spec), parameters })),
    trendLabel: own === null ? trendLabels[options.trend] : ownTrendLabel(own),
    run: {
      command,
      version: info.version,
      startDate: start,
      measureFrom: String(measureFrom ?? start),
      endDate: String(end),
      initial: null,
      inputs: Object.entries(inputs).map(([path, hash]) => ({ path, sha256: hash })),
      software: info.libraries,
    },
  });
  signal.throwIfAborted();
  const written = writeFolderAtomically(
    folder,
    new Map<string, string | Uint8Array>([
      ['rapport.html', html],
      ['samenvatting.csv', waysSummaryTable(summary)],
      ['werkwijzen.csv', waysLongTable(summary)],
      ['doorrekeningen.csv.gz', await drawsTable(results, options.alles)],
      ['run.json', stableJson(record)],
      ['verloop.json', stableJson(courseOf(started, options))],
    ]),
  );
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);
  return folder;
}
