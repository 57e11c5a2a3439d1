// `valideer --inlooptijd`: is measuring begun late enough, station by station, now that the chain has had its time to fill?
import { Lookup } from '../analysis/lookup.js';
import { marginalStandardError } from '../analysis/warm-up.js';
import { runExperiment, type RunOptions } from '../experiment/experiment.js';
import { measureMonth, planOf, unchanged, type Study } from './study.js';
import { paragraph, textTable } from './text-table.js';

/** One station. Periods are months, or the instants of a chain with its own unit of time. */
export interface WarmUpRow {
  readonly station: string;
  /** First period that the rule keeps. */
  readonly opGangVanaf: string;
  readonly gemetenVanaf: string;
  readonly oordeel: 'op tijd' | 'beweegt nog' | 'blijft bewegen';
}

/** The rule takes fives where ten of them are left; a shorter series is taken one by one. */
const enoughForFives = 50;

/**
 * The mean number at every station over the draws (Welch's course), cut by the marginal standard error rule, on a flat trend and at the values of the
 * tables. A station that is cut at the half of the run has not come to rest in it.
 */
export async function warmUp(
  study: Study,
  { draws, seed, ...options }: RunOptions & { readonly draws: number; readonly seed: string },
): Promise<WarmUpRow[]> {
  const base = { id: unchanged, name: 'Ongewijzigd beleid', changes: [] };
  const plan = planOf(study, { scenarios: [base], draws, seed, uncertainty: 'off', trend: 'vlak' });
  const lookup = new Lookup(await runExperiment(plan, options));
  const isOwn = study.spec.run.unit === 'own';
  const columns = lookup.all(isOwn ? 'aanwezig-op' : 'aanwezig');
  const from = isOwn ? String(study.spec.run.measureFrom ?? 0) : measureMonth(study);
  const stations = [...new Set(columns.flatMap(({ series }) => series.place ?? []))];
  return stations.flatMap((station): WarmUpRow[] => {
    const own = columns.filter(({ series }) => series.place === station);
    const course = own.map((column) => lookup.total(0, [column]).reduce((sum, value) => sum + value, 0) / draws);
    const batch = course.length >= enoughForFives ? 5 : 1;
    if (course.length < 2 * batch || course.every((value) => value === 0)) return [];
    const { values } = marginalStandardError(course, batch);
    const first = own[values]?.series.period ?? '';
    const isLate = isOwn ? Number(first) <= Number(from) : first <= from;
    const half = Math.floor(Math.floor(course.length / batch) / 2) * batch;
    const oordeel = values === 0 || isLate ? 'op tijd' : values >= half ? 'blijft bewegen' : 'beweegt nog';
    return [{ station, opGangVanaf: first, gemetenVanaf: from, oordeel }];
  });
}

const closing =
  "Op gang: vanaf dan schommelt het aantal alleen nog. Bij 'beweegt nog' loopt een station in de meettijd nog vol, of verandert het om een reden die u bedoelt, zoals een dalend bestand. Is het vollopen, zet dan run.measureFrom later. Wat 'blijft bewegen' komt in deze looptijd niet tot rust.";

export function warmUpTable(rows: readonly WarmUpRow[]): string {
  if (rows.length === 0) {
    return 'Er is geen verloop om naar te kijken. In een keten met een eigen tijdseenheid geeft `run.instants` de momenten.';
  }
  const table = textTable(
    [{ title: 'station' }, { title: 'op gang vanaf' }, { title: 'gemeten vanaf' }, { title: 'oordeel' }],
    rows.map(({ station, opGangVanaf, gemetenVanaf, oordeel }) => [station, opGangVanaf, gemetenVanaf, oordeel]),
  );
  return `${table}\n\n${paragraph(closing)}`;
}
