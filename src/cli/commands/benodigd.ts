// doorstroom benodigd: how far must one number go to end so many persons lower? A grid of runs with the same luck.
import { band } from '../../analysis/bands.js';
import { interval } from '../../analysis/interval.js';
import { dayNumber } from '../../chain/civil-date.js';
import { runExperiment } from '../../experiment/experiment.js';
import type { PlannedScenario } from '../../experiment/plan.js';
import { findOrganisation } from '../../files/folders.js';
import { longDate } from '../../scenario/dates.js';
import { labelWithId, type Parameter } from '../../scenario/parameter.js';
import { formatValue } from '../../scenario/sentences.js';
import type { Sweep } from '../../scenario/shelf.js';
import { sweepValueText } from '../../scenario/sweep-text.js';
import type { TrendMode } from '../../scenario/trend.js';
import { askedSweep, sweptScenario, type SweepOptions } from '../asked-sweep.js';
import { breakEvenText, gridFor, readGrid, type GridResult } from '../break-even.js';
import { ambitionOf, requireVolume } from '../compare/plan.js';
import { scenarioFile } from '../chosen-files.js';
import type { Context } from '../context.js';
import { MistakesFound } from '../failure.js';
import { count, signed, withMargin } from '../numbers.js';
import { shelfMistakes } from '../shelf-mistakes.js';
import { openStudy, plannedScenario, planOf, unchanged } from '../study.js';
import { paragraph, textTable } from '../text-table.js';

export interface NeededOptions extends SweepOptions {
  readonly scenario?: string;
  readonly trend: TrendMode;
  readonly doorrekeningen: number;
  readonly startgetal: string;
  readonly rekenkernen: number;
  readonly json: boolean;
}

export async function needed(organisation: string, options: NeededOptions, context: Context): Promise<void> {
  const { terminal, roots, signal } = context;
  const folder = findOrganisation(organisation, roots);
  if (folder.state === 'mistakes') throw new MistakesFound(folder.mistakes);
  const files = options.scenario === undefined ? [] : [scenarioFile(options.scenario, folder.value, context)];
  const study = openStudy(organisation, files, roots);
  requireVolume(study, organisation);
  const wrong = shelfMistakes(study);
  if (wrong.length > 0) throw new MistakesFound(wrong);
  const { end } = ambitionOf(study);
  const sweep = askedSweep(options, study, study.spec.run.start);
  const [loaded] = study.scenarios;
  const changes = loaded === undefined ? [] : plannedScenario(loaded.scenario, study.all).changes;
  const base: PlannedScenario = { id: unchanged, name: 'Ongewijzigd beleid', changes: [] };
  const swept = sweptScenario(loaded, sweep);
  const grid = gridFor(sweep, { ...swept, changes }, base.changes);
  const planned = planOf(study, {
    draws: options.doorrekeningen,
    seed: options.startgetal,
    scenarios: [base, ...grid.scenarios],
    uncertainty: 'on',
    trend: options.trend,
  });
  const plan = { ...planned, measures: ['volume'] };
  const progress = terminal.progress(`Doorrekenen van ${String(plan.scenarios.length)} stappen`);
  const results = await runExperiment(plan, { threads: options.rekenkernen, onProgress: progress.at, signal });
  progress.done();
  const read = readGrid(results, sweep, grid, end);
  const parameter = study.organisation.parameters.byName.get(sweep.parameter);
  if (parameter === undefined) throw new Error(`no parameter '${sweep.parameter}'`);
  const found = {
    organisation,
    name: swept.name,
    sweep,
    values: grid.values,
    read,
    parameter,
    end,
    seed: options.startgetal,
  };
  terminal.result(options.json ? asJson(found) : asText(found, terminal));
}

interface Found {
  readonly organisation: string;
  /** The subject of the sentence. */
  readonly name: string;
  readonly sweep: Sweep;
  readonly values: readonly number[];
  readonly read: GridResult;
  readonly parameter: Parameter;
  readonly end: string;
  readonly seed: string;
}

const operationNames = { multiply: 'maal', set: 'wordt', add: 'plus' } as const;

function asText({ name, sweep, values, read, parameter, end, seed }: Found, terminal: Context['terminal']): string {
  const { found, differences } = read;
  const shown = (value: number): string => sweepValueText(sweep, value, parameter);
  const rows = values.map((value, index) => {
    const points = differences[index] ?? new Float64Array();
    const mean = interval(points);
    const { p10, p90 } = band(points);
    return [
      shown(value),
      mean === null ? '-' : withMargin(mean.mean, mean.halfWidth, signed).replace('± +', '± '),
      `${signed(p10)} tot ${signed(p90)}`,
    ];
  });
  const columns = [
    { title: sweep.telling === 'procent' ? 'verandering' : parameter.name, align: 'right' },
    { title: 'verschil in personen', align: 'right' },
    { title: 'acht van de tien keer', align: 'right' },
  ] as const;
  const start = `${parameter.label === '' ? `${parameter.name} is nu` : `${labelWithId(parameter)}: nu`} ${formatValue(parameter.value, parameter.unit)}.`;
  const day = longDate(dayNumber(`${end}-01`));
  return [
    terminal.strong(
      paragraph(`Doel: ${count(sweep.goalPersons)} personen lager op ${day} dan bij ongewijzigd beleid.`),
    ),
    paragraph(`${name} ${breakEvenText(found, sweep, parameter)}.`),
    '',
    textTable(columns, rows),
    '',
    terminal.faint(
      paragraph(
        `${start} ${count(found.draws)} keer doorgerekend per stap, startgetal ${seed}; tussen de stappen is per doorrekening een rechte lijn getrokken. Dit is geen voorspelling: er staat hoe ver het getal moet gaan, niet of dat kan.`,
      ),
    ),
  ].join('\n');
}

function asJson({ organisation, sweep, values, read, end, seed, parameter }: Found): string {
  const { found, differences } = read;
  const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const document = {
    organisatie: organisation,
    parameter: sweep.parameter,
    eenheid: parameter.unit,
    bewerking: operationNames[sweep.operation],
    van: sweep.from,
    tot: sweep.to,
    doelPersonen: sweep.goalPersons,
    eind: end,
    startgetal: seed,
    doorrekeningen: found.draws,
    nodig: { mediaan: orNull(found.median), p10: orNull(found.p10), p90: orNull(found.p90) },
    nietGehaald: found.missed,
    tekst: breakEvenText(found, sweep, parameter),
    stappen: values.map((waarde, index) => {
      const points = differences[index] ?? new Float64Array();
      const mean = interval(points);
      const { p10, p90 } = band(points);
      return {
        waarde,
        verschilPersonen: { gemiddelde: mean?.mean ?? null, marge: mean?.halfWidth ?? null, p10, p90 },
      };
    }),
  };
  return JSON.stringify(document, null, 2);
}
