// One fit of parameters to ijkpunten from start to end, and what came out as a table and as text.
import { fit, type Fit } from '../analysis/fit.js';
import type { IjkpuntResult } from '../analysis/ijkpunt.js';
import type { Matrix } from '../analysis/matrix.js';
import type { Ijking } from '../files/load-ijking.js';
import { writeTable, type Value } from '../files/table-write.js';
import { holdsInBase } from '../scenario/reading.js';
import { formatValue } from '../scenario/sentences.js';
import { knobOf, lookAt, memberValue, residualsOf } from './calibration.js';
import type { Context } from './context.js';
import { inUnit, withMargin } from './numbers.js';
import type { Study } from './study.js';
import { textTable } from './text-table.js';

export interface FitRunOptions {
  readonly doorrekeningen: number;
  readonly hellingen: number;
  readonly rondes: number;
  readonly startgetal: string;
  readonly rekenkernen: number;
}

export interface Found {
  readonly fitted: Fit;
  readonly before: readonly IjkpuntResult[];
  readonly after: readonly IjkpuntResult[];
}

/** The ijking with only those ijkpunten that hold under the readings that the study assumes. */
export function inForce(ijking: Ijking, { organisation }: Study): Ijking {
  const targets = ijking.targets.filter(({ ijkpunt }) => holdsInBase(ijkpunt.id, organisation.readings));
  return { ...ijking, targets };
}

/** The fit, with its progress on the terminal. */
export async function search(study: Study, ijking: Ijking, options: FitRunOptions, context: Context): Promise<Found> {
  const { terminal, signal } = context;
  const levels: { readonly point: readonly number[]; readonly results: IjkpuntResult[] }[] = [];
  const residuals = async (points: Matrix, purpose: 'level' | 'slopes'): Promise<Matrix> => {
    const progress = terminal.progress(purpose === 'level' ? 'Doorrekenen' : 'Hellingen meten');
    const found = await lookAt(study, ijking, points, {
      draws: purpose === 'level' ? options.doorrekeningen : options.hellingen,
      seed: options.startgetal,
      threads: options.rekenkernen,
      onProgress: (done, total) => {
        progress.at(done, total);
      },
      signal,
    });
    progress.done();
    if (purpose === 'level') levels.push(...points.map((point, index) => ({ point, results: found[index] ?? [] })));
    return found.map((results) => residualsOf(ijking.targets, results));
  };
  const fitted = await fit(
    { knobs: ijking.knobs.map(knobOf), residuals },
    {
      rounds: options.rondes,
      onRound: ({ misfit, state }) => {
        terminal.note(`${state === 'begin' ? 'Nu' : state}: kwadratensom ${misfit.toFixed(2)}`);
      },
    },
  );
  const before = levels[0]?.results ?? [];
  return { fitted, before, after: levels.find(({ point }) => point === fitted.values)?.results ?? before };
}

/** One row per parameter and per ijkpunt that was aimed at; `was` is the value before. */
export function foundTable(ijking: Ijking, { fitted, before, after }: Found): string {
  const columns = ['soort', 'naam', 'waarde', 'was', 'eenheid', 'status', 'doel', 'laag', 'hoog', 'marge', 'uitkomst'];
  const loose = new Set(fitted.loose.flatMap(({ parts }) => parts.map(({ name }) => name)));
  const parameters = ijking.knobs.flatMap((knob, k) =>
    knob.members.map((member): Value[] => {
      const value = memberValue(knob, member, fitted.values[k] ?? NaN);
      const remark = loose.has(knob.name) ? 'niet apart te bepalen' : 'bepaald';
      return [
        'parameter',
        member.name,
        value,
        member.value,
        member.unit,
        'gekalibreerd',
        null,
        null,
        null,
        null,
        remark,
      ];
    }),
  );
  const rounded = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : Number(value.toPrecision(5));
  const ijkpunten = ijking.targets.map(({ ijkpunt, goal }, index): Value[] => {
    const result = after[index];
    const { mean, halfWidth } = result?.interval ?? { mean: null, halfWidth: null };
    const was = rounded(before[index]?.interval?.mean);
    const { id, unit, low, high } = ijkpunt;
    return [
      'ijkpunt',
      id,
      rounded(mean),
      was,
      unit,
      null,
      rounded(goal),
      low,
      high,
      rounded(halfWidth),
      result?.outcome ?? null,
    ];
  });
  return writeTable({ columns, rows: [...parameters, ...ijkpunten] }, 'excel');
}

/** What was found, for the terminal. */
export function foundText(
  study: Study,
  ijking: Ijking,
  options: FitRunOptions,
  { fitted, before, after }: Found,
): string {
  const parameters = textTable(
    [{ title: 'parameter' }, { title: 'was', align: 'right' }, { title: 'wordt', align: 'right' }],
    ijking.knobs.flatMap((knob, k) =>
      knob.members.map((member) => {
        const show = (value: number): string => formatValue(value, member.unit);
        return [member.name, show(member.value), show(memberValue(knob, member, fitted.values[k] ?? NaN))];
      }),
    ),
  );
  const ijkpunten = textTable(
    [
      { title: 'ijkpunt', width: 50 },
      { title: 'doel', align: 'right' },
      { title: 'band', align: 'right' },
      { title: 'was', align: 'right' },
      { title: 'wordt', align: 'right' },
      { title: 'uitkomst' },
    ],
    ijking.targets.map(({ ijkpunt, goal }, index) => {
      const show = (value: number): string => inUnit(value, ijkpunt.unit);
      const now = after[index];
      return [
        ijkpunt.description,
        show(goal),
        `${show(ijkpunt.low)} – ${show(ijkpunt.high)}`,
        show(before[index]?.interval?.mean ?? NaN),
        withMargin(now?.interval?.mean ?? NaN, now?.interval?.halfWidth ?? null, show),
        now?.outcome ?? '',
      ];
    }),
  );
  const begin = fitted.rounds[0]?.misfit ?? NaN;
  const head = `${study.spec.label}: ${String(options.doorrekeningen)} doorrekeningen per punt, startgetal ${options.startgetal}. Kwadratensom van de afwijkingen in halve banden: ${begin.toFixed(2)} werd ${fitted.misfit.toFixed(2)}.`;
  return [head, parameters, ijkpunten, looseText(fitted)].join('\n\n');
}

function looseText({ loose }: Fit): string {
  if (loose.length === 0) return 'De ijkpunten leggen alle parameters vast.';
  const directions = loose.map(({ parts }) => {
    const names = parts.map(({ name, part }) => `${name} (${part > 0 ? '+' : '-'}${Math.abs(part).toFixed(1)} stap)`);
    return `- ${names.join(' samen met ')}`;
  });
  return `Deze ijkpunten leggen niet vast:\n${directions.join('\n')}`;
}
