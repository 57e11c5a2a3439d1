// What a comparison computes: the base first, then the scenarios, and the ambition they are laid beside.
import type { Ambition } from '../../analysis/ambition.js';
import { flatTrend } from '../../analysis/flat-trend.js';
import { addMonths } from '../../chain/civil-date.js';
import type { Plan, PlannedScenario } from '../../experiment/plan.js';
import type { NationalSeries } from '../../files/load-trend.js';
import { mistakeAt } from '../../files/mistake.js';
import { seriesText } from '../../report/trend-words.js';
import { MistakesFound, UsageError } from '../failure.js';
import { measureMonth, plannedScenario, planOf, unchanged, type Study } from '../study.js';
import type { CompareOptions } from './options.js';

/** @throws UsageError when nothing can be compared: the chain holds no uitkeringen, or no calendar. */
export function requireVolume({ spec }: Study, organisation: string): void {
  if (spec.spells !== undefined && spec.run.unit !== 'own') return;
  throw new UsageError(
    `'${organisation}' heeft geen uitkeringen (spells) op een kalender, dus er is geen volume te vergelijken.`,
  );
}

/** The base first, then the others in the order of their files; without those of class B and C, of which no volume may be told. */
export function ordered(study: Study, tegen: string): PlannedScenario[] {
  const computed = study.scenarios.filter(({ scenario }) => !['B', 'C'].includes(scenario.shelf?.evidence ?? ''));
  const planned = computed.map(({ scenario }) => plannedScenario(scenario, study.all));
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

/** What is computed with these options; `own` stands in the place of the national trend. */
export function planFor(study: Study, options: CompareOptions, own: NationalSeries | null): Plan {
  const plan = planOf(study, {
    draws: options.doorrekeningen,
    seed: options.startgetal,
    scenarios: ordered(study, options.tegen ?? unchanged),
    uncertainty: options.onzekerheid ? 'on' : 'off',
    trend: options.trend,
  });
  return own === null ? plan : { ...plan, trend: { ...plan.trend, quarters: own.quarters } };
}

/** That the series does not reach over the whole of the ambition; null where it does, and on a flat trend. */
export function trendWarning(trend: Plan['trend'], ambition: Ambition): string | null {
  const flat = flatTrend(trend, ambition);
  return flat && seriesText(flat, { begin: ambition.start, eind: ambition.end });
}

/** How many persons below the trend, and when; without `ambitie.jaren` at the last month that is measured, without `ambitie.personen` only when. */
export function ambitionOf(study: Study): Ambition {
  const { parameters } = study.organisation;
  const start = measureMonth(study);
  const last = String(study.spec.run.end).slice(0, 7);
  const years = parameters.byName.get('ambitie.jaren')?.value;
  const end = years === undefined ? last : addMonths(`${start}-01`, Math.round(12 * years)).slice(0, 7);
  if (end > last || end <= start) {
    const found = `de ambitie loopt van ${start} tot ${end}, maar de doorrekening meet van ${start} tot en met ${last}`;
    throw new MistakesFound([mistakeAt(parameters.placeOf('ambitie.jaren'), found)]);
  }
  return { start, end, reductionPersons: parameters.byName.get('ambitie.personen')?.value ?? null };
}
