// The tables that a comparison leaves behind: a summary for Dutch Excel, and every draw for R and Python.
import type { Summary } from '../analysis/summary.js';
import type { Results } from '../measure/series.js';
import { gzip, writeRows, writeTable, type Value } from '../files/table-write.js';
import type { Study } from './study.js';
import { shelfRows, summaryColumns } from './summary-columns.js';

/** One line per scenario, in the order of the comparison. */
export function summaryTable(summary: Summary, study: Study): string {
  const columns = summaryColumns(summary, study.folder.id);
  const rows = summary.scenarios.map((scenario) => columns.map(({ value }) => value(scenario)));
  const shelf = shelfRows(summary, study.folder.id).map((row) => columns.map(({ name }) => row.get(name) ?? null));
  return writeTable({ columns: columns.map(({ name }) => name), rows: [...rows, ...shelf] }, 'excel');
}

/** Measures that everybody asks for; the rest only with `--alles`. */
const common = new Set([
  'volume',
  'aanvragen',
  'instroom',
  'uitstroom',
  'voorkomen',
  'traject',
  'wachttijd',
  'dosis',
  'eerste-contact',
  'eerste-gesprek',
  'eerste-activiteit',
  'gezichten',
  'overdrachten',
  'bereik',
  'termijn-gehaald',
]);

const columns = ['scenario', 'doorrekening', 'maat', 'plaats', 'groep', 'periode', 'eenheid', 'waarde'];

/**
 * Every draw of every scenario in long form, of one run or of several, each with series of its own. Without `all`: the common measures, and of
 * monthly ones the totals only.
 */
export function drawsTable(results: Results | readonly Results[], all: boolean): Promise<Uint8Array> {
  // A whole shelf has ten million rows and more: they are written draw by draw.
  function* pieces(): Generator<string> {
    yield writeTable({ columns, rows: [] }, 'machine');
    for (const run of 'catalogue' in results ? [results] : results) yield* drawsOf(run, all);
  }
  return gzip(pieces());
}

function* drawsOf(results: Results, all: boolean): Generator<string> {
  const wanted = results.catalogue.flatMap((series, index) =>
    all || (common.has(series.measure) && (series.group === null || !/^\d{4}-\d{2}$/.test(series.period)))
      ? [{ series, index }]
      : [],
  );
  for (const [scenario, { id }] of results.scenarios.entries()) {
    for (let draw = 0; draw < results.draws; draw += 1) {
      const values = results.values[scenario]?.[draw];
      const rows = wanted.map(({ series: { measure, place, group, period, unit }, index }): Value[] => {
        const value = values?.[index] ?? NaN;
        return [id, draw + 1, measure, place, group, period, unit, Number.isNaN(value) ? null : value];
      });
      yield writeRows({ columns, rows });
    }
  }
}
