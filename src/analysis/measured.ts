// The series that a scenario names as its meetpunt: does the run measure it, and in which columns?
import { didYouMean } from '../chain/nearest.js';
import type { Column, Lookup } from './lookup.js';
import { parseFormula } from './selector.js';

export type Measured =
  | { readonly columns: readonly Column[]; readonly problem: null }
  | { readonly columns: null; readonly problem: string };

/** Counts of people may be added over places and groups; a share, a wait or a duration may not. */
const additive = new Set(['uitkeringen', 'aanvragen', 'personen', 'cliënten']);
const households = ['uitkeringen', 'aanvragen'];

/**
 * All columns, of every period, of `maat|plaats|groep|eenheid` (as in an ijkpunt, one series without arithmetic; a period may stand behind
 * it). The problem is a Dutch sentence that names what is near.
 */
export function measured(selector: string, lookup: Lookup): Measured {
  const fail = (problem: string): Measured => ({ columns: null, problem });
  const { terms, problems } = parseFormula(selector);
  if (problems[0] !== undefined) return fail(problems[0]);
  const factor = terms[0]?.factors[0];
  if (terms.length !== 1 || terms[0]?.factors.length !== 1 || typeof factor !== 'object') {
    return fail(`'${selector}' is geen enkele reeks: schrijf maat, maat|plaats of maat|plaats|groep`);
  }
  const all = lookup.all(factor.measure);
  if (all.length === 0) {
    const names = new Set(lookup.results.catalogue.map(({ measure }) => measure));
    return fail(`maat '${factor.measure}' bestaat niet.${near(factor.measure, names)}`);
  }
  const units = lookup.units(factor.measure);
  const unit = factor.unit ?? (units.length === 1 ? units[0] : units.find((name) => households.includes(name)));
  if (unit === undefined || !units.includes(unit)) {
    const asked = factor.unit === null ? `is in meer eenheden geteld` : `is niet in '${factor.unit}' geteld`;
    return fail(`maat '${factor.measure}' ${asked}: kies ${units.join(', ')}`);
  }
  let columns = all.filter(({ series }) => series.unit === unit);
  for (const [part, word] of [
    ['place', 'plaats'],
    ['group', 'groep'],
  ] as const) {
    const wanted = factor[part];
    const known = new Set(columns.flatMap(({ series }) => series[part] ?? []));
    const totals = columns.filter(({ series }) => series[part] === null);
    if (wanted === '*') columns = columns.filter(({ series }) => series[part] !== null);
    else if (wanted !== null) columns = columns.filter(({ series }) => series[part] === wanted);
    else if (totals.length > 0) columns = totals;
    else if (!additive.has(unit) && known.size > 1) {
      return fail(`'${selector}' kiest meer reeksen tegelijk; noem een ${word}: ${listed(known)}`);
    }
    if (columns.length === 0) {
      return fail(`${word} '${wanted ?? ''}' heeft '${factor.measure}' niet.${near(wanted ?? '', known)}`);
    }
  }
  const { period } = factor;
  if (period !== null) columns = columns.filter(({ series }) => series.period === period);
  if (columns.length === 0) return fail(`'${factor.measure}' is niet gemeten in ${period ?? ''}`);
  return { columns, problem: null };
}

function near(name: string, known: ReadonlySet<string>): string {
  const found = didYouMean(name, known);
  return found === '' ? ` Mogelijk: ${listed(known)}` : found;
}

function listed(known: ReadonlySet<string>): string {
  const names = [...known].sort();
  return names.length <= 12 ? names.join(', ') : `${names.slice(0, 12).join(', ')} …`;
}
