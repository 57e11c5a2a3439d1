// doorstroom curve: one programme over a row of reaches, with staff that grows along and without.
import { resolve } from 'node:path';
import { curve, type CurvePoint, type CurveRun } from '../../analysis/curve.js';
import { Lookup } from '../../analysis/lookup.js';
import { addMonths } from '../../analysis/month.js';
import { dayNumber } from '../../chain/civil-date.js';
import { didYouMean } from '../../chain/nearest.js';
import type { CurveSpec } from '../../chain/spec/curve.js';
import { runExperiment } from '../../experiment/experiment.js';
import type { PlannedScenario } from '../../experiment/plan.js';
import { writeFileAtomically } from '../../files/atomic.js';
import { shownPath } from '../../files/mistake.js';
import type { Change } from '../../scenario/change.js';
import type { TrendMode } from '../../scenario/trend.js';
import { ambitionOf, requireVolume } from '../compare/plan.js';
import type { Context } from '../context.js';
import { bandAt, curveCsv, curveText, type CurveVariant } from '../curve-table.js';
import { workReasonsOf } from '../effects.js';
import { MistakesFound, UsageError } from '../failure.js';
import { changesOf } from '../override.js';
import { measureMonth, openStudy, planOf, unchanged, type Study } from '../study.js';
import { neutralise, twinId } from '../twins.js';

export interface CurveCommandOptions {
  readonly parameter: string | undefined;
  readonly station: string | undefined;
  readonly waarden: string | undefined;
  readonly mee: string | undefined;
  readonly doorrekeningen: number;
  readonly startgetal: string;
  readonly rekenkernen: number;
  readonly trend: TrendMode;
  readonly onzekerheid: boolean;
  readonly map: string | undefined;
  readonly json: boolean;
}

/** Success is told after a year: by then most of the stay is over, and before the counterfactual has caught up. */
const MONTHS = 12;

/** Separated by spaces or `;`, so that decimal commas stay commas. */
function list(text: string): string[] {
  return text.split(/[\s;]+/).filter((part) => part !== '');
}

/** The declared curve that fits what was asked, with what was asked in its place. */
function askedFor(study: Study, options: CurveCommandOptions): CurveSpec {
  const declared = Object.values(study.spec.curves ?? {});
  const found = declared.find(
    ({ parameter, station }) =>
      (options.parameter === undefined || parameter === options.parameter) &&
      (options.station === undefined || station === options.station),
  );
  const parameter = options.parameter ?? found?.parameter;
  const station = options.station ?? found?.station;
  if (parameter === undefined || station === undefined) {
    throw new UsageError(
      `er is geen curve in werkproces.yaml die hierbij past; geef --parameter, --station en --waarden op.`,
    );
  }
  const values =
    options.waarden === undefined
      ? (found?.values ?? [])
      : changesOf(
          list(options.waarden).map((value) => ({
            text: `${parameter}=${value}`,
            parameter,
            operation: 'set' as const,
            value,
          })),
          study,
        ).map(({ value }) => value);
  if (values.length === 0) {
    throw new UsageError('geef --waarden op: twee of meer waarden met een spatie of ; ertussen.');
  }
  const along = options.mee === undefined ? (found?.along ?? []) : list(options.mee);
  const known = study.organisation.parameters.byName;
  for (const name of [parameter, ...along, ...(found?.price === undefined ? [] : [found.price])]) {
    if (!known.has(name)) {
      throw new UsageError(`parameter '${name}' bestaat niet in ${study.folder.id}.${didYouMean(name, known.keys())}`);
    }
  }
  if (twinId(study, station) === undefined) {
    const possible = Object.keys(study.spec.stations).filter((id) => twinId(study, id) !== undefined);
    throw new UsageError(`station '${station}' heeft geen effectParameters; kies uit ${possible.join(', ')}.`);
  }
  return { ...(found ?? {}), parameter, station, values: [...new Set(values)].sort((a, b) => a - b), along };
}

interface Asked {
  readonly run: PlannedScenario;
  readonly twin: PlannedScenario;
}

/** A value and its twin, from the first measured month on. */
function pointOf(study: Study, spec: CurveSpec, value: number, along: readonly string[]): Asked {
  const from = dayNumber(`${measureMonth(study)}-01`) - dayNumber(study.spec.run.start);
  const at = { from, through: null, ramp: 0 } as const;
  const now = study.organisation.parameters.byName.get(spec.parameter)?.value ?? NaN;
  const changes: Change[] = [
    { parameter: spec.parameter, operation: 'set', value, ...at },
    ...along.map((parameter): Change => ({ parameter, operation: 'multiply', value: value / now, ...at })),
  ];
  const id = `${String(value)}${along.length > 0 ? ' mee' : ''}`;
  return {
    run: { id, name: id, changes },
    twin: { id: `${id} zonder`, name: id, changes: [...changes, ...neutralise(study, spec.station)] },
  };
}

export async function drawCurve(organisation: string, options: CurveCommandOptions, context: Context): Promise<void> {
  const { terminal, signal } = context;
  const study = openStudy(organisation, [], context.roots);
  requireVolume(study, organisation);
  const spec = askedFor(study, options);
  const ambition = ambitionOf(study);
  const variants = spec.along === undefined || spec.along.length === 0 ? [[]] : [spec.along, []];
  const asked = variants.map((along) => spec.values.map((value) => pointOf(study, spec, value, along)));
  const scenarios: PlannedScenario[] = [
    { id: unchanged, name: 'Ongewijzigd beleid', changes: [] },
    ...asked.flat().flatMap(({ run, twin }) => [run, twin]),
  ];
  const plan = planOf(study, {
    scenarios,
    draws: options.doorrekeningen,
    seed: options.startgetal,
    uncertainty: options.onzekerheid ? 'on' : 'off',
    trend: options.trend,
  });
  const progress = terminal.progress('Doorrekenen van de curve');
  const results = await runExperiment(plan, { threads: options.rekenkernen, onProgress: progress.at, signal });
  progress.done();
  const lookup = new Lookup(results);
  // In the first year the places still fill up; the second, when the run sees its outcome, is as it will stay.
  const second = addMonths(measureMonth(study), 12);
  const first = addMonths(second, 24) <= String(study.spec.run.end).slice(0, 7) ? second : measureMonth(study);
  const common = {
    lookup,
    base: 0,
    station: spec.station,
    window: `${first}..${addMonths(first, 11)}`,
    months: MONTHS,
    start: ambition.start,
    end: ambition.end,
    goalPersons: ambition.reductionPersons,
    threshold: 25,
    workReasons: workReasonsOf(study.spec),
  };
  const index = (id: string): number => results.scenarios.findIndex((scenario) => scenario.id === id);
  const found = asked.map((points, variant): CurveVariant => {
    const runs = points.map(({ run, twin }, i): CurveRun => ({
      value: spec.values[i] ?? NaN,
      scenario: index(run.id),
      twin: index(twin.id),
    }));
    const along = variants[variant] ?? [];
    return { mee: along, punten: curve(common, runs).map((point) => withPrice(study, spec, along, point)) };
  });
  const document = {
    organisatie: study.folder.id,
    parameter: spec.parameter,
    station: spec.station,
    venster: common.window,
    maanden: MONTHS,
    startgetal: options.startgetal,
    doorrekeningen: options.doorrekeningen,
    onderzoek: bandAt(study, spec.station, ambition),
    ambitie: { eind: ambition.end, personenMinder: ambition.reductionPersons },
    varianten: found,
  };
  const unit = study.organisation.parameters.byName.get(spec.parameter)?.unit ?? '';
  const label = spec.label ?? study.spec.stations[spec.station]?.label ?? spec.station;
  terminal.result(options.json ? JSON.stringify(document, null, 2) : curveText(document, { label, unit }));
  if (options.map === undefined) return;
  const written = writeFileAtomically(resolve(context.workingDirectory, options.map, 'curve.csv'), curveCsv(document));
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);
  terminal.note(`Tabel voor Excel: ${shownPath(written.value, context.workingDirectory)}`);
}

/** Units that grow along, and their price per extra client a year, at the values of the tables. */
function withPrice(study: Study, spec: CurveSpec, along: readonly string[], point: CurvePoint) {
  const of = (name: string): number => study.organisation.parameters.byName.get(name)?.value ?? NaN;
  const extra = along.reduce((sum, name) => sum + of(name) * (point.waarde / of(spec.parameter) - 1), 0);
  const price = spec.price === undefined || along.length === 0 ? null : extra * of(spec.price);
  const more = point.extraPerJaar.gemiddelde;
  return {
    ...point,
    extraMee: extra,
    euroPerExtra: price === null || point.behaaldNetto === null ? null : price / more,
  };
}
