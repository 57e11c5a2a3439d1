// doorstroom gevoeligheid: what moves the conclusion, one number at a time, and which numbers do nothing.
import { resolve } from 'node:path';
import { dayNumber } from '../../chain/civil-date.js';
import { didYouMean } from '../../chain/nearest.js';
import { writeFileAtomically } from '../../files/atomic.js';
import { shownPath } from '../../files/mistake.js';
import { writeTable, type Value } from '../../files/table-write.js';
import { labelWithId, type Parameter } from '../../scenario/parameter.js';
import { formatValue } from '../../scenario/sentences.js';
import { volumeIndex } from '../../scenario/trend.js';
import { chosenBy } from '../chosen-files.js';
import { usualSensitivity } from '../compare/given-sensitivity.js';
import { ambitionOf, ordered, requireVolume, trendWarning } from '../compare/plan.js';
import type { Context } from '../context.js';
import { MistakesFound, UsageError } from '../failure.js';
import { fingerprintOf } from '../fingerprints.js';
import { count, signed, withMargin } from '../numbers.js';
import { KEPT, largest, sensitivity, type Moved, type Sensitivity } from '../sensitivity.js';
import { openStudy, planOf, unchanged } from '../study.js';
import { paragraph, textTable } from '../text-table.js';

export interface SensitivityCommandOptions {
  readonly doorrekeningen: number;
  readonly startgetal: string;
  readonly rekenkernen: number;
  readonly parameters: string | undefined;
  readonly naar: string | undefined;
}

/** `bap.*,werk.fte`: names, in which `*` stands for anything. */
function chosenParameters(parameters: readonly Parameter[], wanted: string | undefined): readonly Parameter[] {
  if (wanted === undefined) return parameters;
  const patterns = wanted.split(',').map((text) => text.trim());
  const found = patterns.map((pattern) => {
    const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
    const matching = parameters.filter(({ name }) => new RegExp(`^${parts.join('.*')}$`).test(name));
    if (matching.length > 0) return new Set(matching);
    const names = parameters.map(({ name }) => name);
    throw new UsageError(`--parameters ${pattern}: die parameter bestaat niet.${didYouMean(pattern, names)}`);
  });
  return parameters.filter((parameter) => found.some((matching) => matching.has(parameter)));
}

export async function examineSensitivity(
  organisation: string,
  files: readonly string[],
  options: SensitivityCommandOptions,
  context: Context,
): Promise<void> {
  const { terminal, signal, workingDirectory } = context;
  const started = performance.now();
  const study = openStudy(organisation, chosenBy(files, context), context.roots);
  requireVolume(study, organisation);
  const chosen = chosenParameters(study.organisation.parameters.parameters, options.parameters);
  const ambition = ambitionOf(study);
  const plan = planOf(study, {
    scenarios: ordered(study, unchanged),
    draws: options.doorrekeningen,
    seed: options.startgetal,
    uncertainty: 'off',
    trend: 'gerealiseerd',
  });
  const uncovered = ambition.reductionPersons === null ? null : trendWarning(plan.trend, ambition);
  if (uncovered !== null) terminal.warn(uncovered);
  const progress = terminal.progress('Elk getal op laag en op hoog');
  const found = await sensitivity(plan, chosen, {
    ambition,
    trend: (month) => volumeIndex(plan.trend, dayNumber(`${month}-01`)),
    draws: options.doorrekeningen,
    threads: options.rekenkernen,
    signal,
    onProgress: progress.at,
  });
  progress.done();
  const target = resolve(workingDirectory, options.naar ?? usualSensitivity(organisation));
  const written = writeFileAtomically(target, asTable(found, plan.scenarios, fingerprintOf(study.files, context)));
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);
  terminal.result(asText(found, plan.scenarios, ambition.reductionPersons));
  terminal.result(`\nAlle getallen: ${shownPath(target, workingDirectory)}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  terminal.note(`Rekentijd: ${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`);
}

type Named = readonly { readonly id: string; readonly name: string }[];

function asTable({ moved, unread, fixed, refused }: Sensitivity, scenarios: Named, fingerprint: string): string {
  const columns = [
    'parameter',
    'eenheid',
    'laag',
    'waarde',
    'hoog',
    'toestand',
    'scenario',
    'uitkomst',
    'bij_laag',
    'bij_waarde',
    'bij_hoog',
    'verandering_laag',
    'marge_laag',
    'verandering_hoog',
    'marge_hoog',
    'opgave_laag',
    'opgave_waarde',
    'opgave_hoog',
    'doorrekeningen',
    'invoer',
  ];
  const rounded = (value: number | null | undefined): number | null =>
    value === null || value === undefined || Number.isNaN(value) ? null : Math.round(value * 100) / 100;
  const head = ({ name, unit, low, value, high }: Parameter, state: string): Value[] => [
    name,
    unit,
    low,
    value,
    high,
    state,
  ];
  const without = (parameter: Parameter, state: string): Value[] => [
    ...head(parameter, state),
    ...columns.slice(6, -1).map(() => null),
    fingerprint,
  ];
  const rows = moved.flatMap(({ parameter, state, draws, swings }): Value[][] =>
    state === 'dood'
      ? [without(parameter, 'dood')]
      : swings.map(({ value, low, high, toLow, toHigh, left }, index) => [
          ...head(parameter, state),
          scenarios[index]?.id ?? null,
          index === 0 ? 'personen aan het eind' : 'verschil in personen',
          ...[low, value, high].map(rounded),
          rounded(toLow?.mean),
          rounded(toLow?.halfWidth),
          rounded(toHigh?.mean),
          rounded(toHigh?.halfWidth),
          ...[left?.low, left?.value, left?.high].map(rounded),
          draws,
          fingerprint,
        ]),
  );
  return writeTable(
    {
      columns,
      rows: [
        ...rows,
        ...refused.map(({ parameter }) => without(parameter, 'niet door te rekenen')),
        ...unread.map((parameter) => without(parameter, 'niet gebruikt')),
        ...fixed.map((parameter) => without(parameter, 'vast')),
      ],
    },
    'excel',
  );
}

const TOP = 10;

function tornado(moved: readonly Moved[], scenarios: Named, index: number): string {
  const rows = moved
    .flatMap((one) => {
      const swing = one.swings[index];
      return swing === undefined || swing.size === 0 ? [] : [{ ...one, swing }];
    })
    .sort((a, b) => b.draws - a.draws || b.swing.size - a.swing.size)
    .slice(0, TOP);
  const title = `${scenarios[index]?.name ?? ''}: ${index === 0 ? 'verandering van het volume aan het eind' : 'verandering van het verschil'}, in personen`;
  if (rows.length === 0) return `${title}\nGeen enkel getal verandert dit.`;
  const table = textTable(
    [
      { title: 'getal', width: 34 },
      { title: 'laag – hoog', align: 'right' },
      { title: 'bij laag', align: 'right' },
      { title: 'bij hoog', align: 'right' },
    ],
    rows.map(({ parameter, swing }) => [
      labelWithId(parameter),
      `${formatValue(parameter.low, parameter.unit)} – ${formatValue(parameter.high, parameter.unit)}`,
      ...[swing.toLow, swing.toHigh].map((change) =>
        withMargin(change?.mean ?? NaN, change?.halfWidth ?? null, signed).replace('± +', '± '),
      ),
    ]),
  );
  return `${title}\n${table}`;
}

/** Of the numbers that move most: whether an end of their range reaches the ambition. */
function reaches(moved: readonly Moved[], scenarios: Named, goal: number): string {
  const lines = scenarios.map(({ name }, index) => {
    const swings = moved.slice(0, KEPT).flatMap(({ parameter, swings: all }) => {
      const left = all[index]?.left;
      return left === undefined || left === null
        ? []
        : [{ name: labelWithId(parameter), least: Math.min(left.low, left.high), left }];
    });
    const [best] = [...swings].sort((a, b) => a.least - b.least);
    if (best === undefined) return `- ${name}: geen enkel getal verandert dit.`;
    const enough = swings.filter(({ least }) => least <= 0);
    if (enough.length > 0) {
      return `- ${name}: ja, met ${enough.map((one) => one.name).join(', ')} aan een eind van het bereik.`;
    }
    const end = best.left.low < best.left.high ? 'laag' : 'hoog';
    return `- ${name}: nee. Het dichtst bij komt ${best.name} op ${end}: dan resteren nog ${count(best.least)} personen.`;
  });
  const asked = goal === 0 ? 'volgen van de trend' : `${count(goal)} minder`;
  return [`Haalt één getal alleen de ambitie van ${asked}?`, ...lines].join('\n');
}

function asText({ moved, unread, fixed, refused }: Sensitivity, scenarios: Named, goal: number | null): string {
  const alive = moved.filter(({ state }) => state === 'beweegt');
  const names = (parameters: readonly Parameter[]): string => parameters.map(({ name }) => name).join(', ');
  const dead = moved.filter(({ state }) => state === 'dood').map(({ parameter }) => parameter);
  const quiet = alive.filter((one) => largest(one) === 0).map(({ parameter }) => parameter);
  const lists = [
    ['Dood: geen enkele reeks verandert tussen laag en hoog, in geen enkel scenario', names(dead)],
    ['Verandert iets, maar niet het aantal personen aan het eind', names(quiet)],
    ['Niet gebruikt door het werkproces of de bevolking', names(unread)],
    ['Vast: heeft geen bereik', names(fixed)],
    ['Niet door te rekenen', refused.map(({ parameter, reason }) => `${parameter.name} (${reason})`).join('; ')],
  ] as const;
  return [
    ...scenarios.map((_, index) => tornado(alive, scenarios, index)),
    ...(goal === null ? [] : [reaches(alive, scenarios, goal)]),
    ...lists.filter(([, text]) => text !== '').map(([title, text]) => paragraph(`${title}: ${text}.`)),
  ].join('\n\n');
}
