// doorstroom nieuw organisatie: a working minimal folder for a municipality of this size, and two scenarios; all of it or nothing.
import { join, resolve } from 'node:path';
import type { Counted } from '../../analysis/backtest.js';
import { createTogether } from '../../files/create-together.js';
import { findData } from '../../files/folders.js';
import { loadIjking } from '../../files/load-ijking.js';
import { loadTellingen } from '../../files/load-tellingen.js';
import { loadTrend } from '../../files/load-trend.js';
import { type Loaded } from '../../files/mistake.js';
import { writeTable } from '../../files/table-write.js';
import { isTaken } from '../../files/taken.js';
import { fillIn, readTemplates } from '../../files/template.js';
import { readBytes } from '../../files/text.js';
import type { Context } from '../context.js';
import { MistakesFound, UsageError } from '../failure.js';
import { ijkpuntMistakes } from '../ijkpunten.js';
import { count } from '../numbers.js';
import { openStudy } from '../study.js';
import { fillingOf } from './filling.js';
import { checkFlows, countedFlows, exampleCounts, givenFlows, type Flows, type Given } from './flows.js';
import { checkName, labelOf } from './name.js';

export interface OrganisationOptions extends Given {
  readonly tellingen: string | undefined;
  readonly label: string | undefined;
}

export function createOrganisation(name: string, options: OrganisationOptions, context: Context): void {
  const { roots, terminal, workingDirectory } = context;
  checkName(name);
  const folders = [`data/${name}`, `scenarios/${name}`];
  refuseTaken(folders, context);
  const file = options.tellingen === undefined ? undefined : resolve(workingDirectory, options.tellingen);
  const counts = file === undefined ? undefined : ownCounts(file, options);
  const flows = counts === undefined ? givenFlows(options, new Date().getFullYear()) : countedFlows(counts);
  checkFlows(flows);
  const national = take(loadTrend(findData('landelijk/trend.csv', roots) ?? 'data/landelijk/trend.csv'));
  const filling = fillingOf(name, checkLabel(options.label ?? labelOf(name)), flows, national.quarters);
  const files = new Map<string, string | Uint8Array>();
  for (const [path, template] of readTemplates(findData('landelijk/nieuw/organisatie', roots) ?? '')) {
    files.set(path.replace(/^(data|scenarios)\//, `$1/${name}/`), fillIn(template, filling, path));
  }
  files.set(`data/${name}/tellingen.csv`, file === undefined ? exampleTable(flows) : readBytes(file));
  take(
    createTogether(workingDirectory, folders, files, (scratch) => {
      readThrough(name, [scratch, ...roots]);
    }),
  );
  terminal.result(said(name, files.size, flows));
  if (!flows.counted) {
    terminal.warn(
      `data/${name}/tellingen.csv is een rekenvoorbeeld zonder toeval, geen telling; vervang het door de eigen tellingen`,
    );
  } else if ((counts?.length ?? 0) < 13) {
    terminal.warn(
      'kalibreer --tellingen heeft ten minste twaalf maanden nodig, en een terugtoets ten minste één daarna',
    );
  }
}

function take<T>(loaded: Loaded<T>): T {
  if (loaded.state === 'mistakes') throw new MistakesFound(loaded.mistakes);
  return loaded.value;
}

function refuseTaken(folders: readonly string[], { roots, workingDirectory }: Context): void {
  const there = folders.filter((folder) => isTaken(join(workingDirectory, folder)));
  if (there.length > 0) {
    const verb = there.length === 1 ? 'bestaat al en wordt' : 'bestaan al en worden';
    throw new UsageError(`${there.join(' en ')} ${verb} niet overschreven; er is niets gemaakt. Kies een andere naam.`);
  }
  if (roots.some((root) => folders.some((folder) => isTaken(join(root, folder))))) {
    throw new UsageError(
      `${folders[0] ?? ''} kwam met het programma mee, en een eigen map met die naam zou daarvoor in de plaats komen; er is niets gemaakt. Kies een andere naam.`,
    );
  }
}

function ownCounts(file: string, { volume, instroom }: Given): readonly Counted[] {
  if (volume !== undefined || instroom !== undefined) {
    throw new UsageError(
      'kies: --tellingen, of --volume en --instroom. De tellingen zeggen al hoe groot het volume is.',
    );
  }
  return take(loadTellingen(file));
}

function checkLabel(label: string): string {
  const plain = label.trim();
  if (plain === '' || plain.length > 60 || /[\p{Cc}«»]/u.test(plain)) {
    throw new UsageError(
      `--label: gevonden '${label}'; verwacht een naam van hoogstens 60 tekens, zoals "Gemeente Voorbeeld".`,
    );
  }
  return plain;
}

function exampleTable(flows: Flows): string {
  const note = 'rekenvoorbeeld, geen telling: vervang door de eigen tellingen';
  return writeTable(
    {
      columns: ['maand', 'volume', 'instroom', 'uitstroom', 'toelichting'],
      rows: exampleCounts(flows).map(({ month, volume, inflow, outflow }) => [month, volume, inflow, outflow, note]),
    },
    'excel',
  );
}

/** As the other commands will read it; a template of one's own may have mistakes. */
function readThrough(name: string, roots: readonly string[]): void {
  const study = openStudy(name, 'all', roots);
  const wrong = ijkpuntMistakes(study);
  if (wrong.length > 0) throw new MistakesFound(wrong);
  const { parameters, ijkpunten } = study.organisation;
  take(
    loadIjking(join(study.folder.data, 'ijking.csv'), {
      parameters: parameters.byName,
      ijkpunten: ijkpunten.ijkpunten,
    }),
  );
}

function said(name: string, files: number, { volume, inflow, outflow, first, last, counted }: Flows): string {
  const size = `${count(volume)} uitkeringen, ${count(inflow)} toekenningen en ${count(outflow)} beëindigingen per jaar`;
  return [
    `Gemaakt: data/${name} en scenarios/${name}, samen ${String(files)} bestanden.`,
    `Omvang: ${size}. Tellingen: ${first} tot en met ${last}${counted ? '' : ', een voorbeeld'}.`,
    '',
    'Vul eerst in wat in parameters.csv bij de groep "eerst invullen" staat. Daarna:',
    `  doorstroom controleer --organisatie ${name}`,
    `  doorstroom valideer ${name}`,
    `  doorstroom kalibreer ${name} --terugtoets`,
    `  doorstroom vergelijk --organisatie ${name}`,
  ].join('\n');
}
