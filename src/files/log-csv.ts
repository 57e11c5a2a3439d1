// Writes an event log as a table for machines, a row per event, under the same names as the attributes of its XES.
import type { LoggedCase, LoggedEvent } from '../measure/log/cases.js';
import { logTime } from './log-time.js';
import { writeRows, writeTable, type Value } from './table-write.js';

interface Column {
  readonly name: string;
  readonly value: (event: LoggedEvent, of: LoggedCase, time: (days: number) => string) => Value | undefined;
}

const euros = (cost: number | undefined): string | undefined => cost?.toFixed(2);

/** `case:` stands before what belongs to a case, as readers of XES write it when they make a table of a log. */
export const logColumns: readonly Column[] = [
  { name: 'case:concept:name', value: (_event, { id }) => id },
  { name: 'concept:name', value: ({ activity }) => activity },
  { name: 'lifecycle:transition', value: ({ transition }) => transition },
  { name: 'time:timestamp', value: (event, _of, time) => time(event.time) },
  { name: 'concept:instance', value: ({ visit }) => visit },
  { name: 'org:resource', value: ({ resource }) => resource },
  { name: 'org:group', value: ({ group }) => group },
  { name: 'cost:total', value: ({ cost }) => euros(cost) },
  { name: 'cost:currency', value: ({ cost }) => (cost === undefined ? undefined : 'EUR') },
  { name: 'station', value: ({ station }) => station },
  { name: 'spoor', value: ({ station, isSide }) => (station === undefined ? undefined : isSide ? 'zij' : 'hoofd') },
  { name: 'naar', value: ({ to }) => to },
  { name: 'reden', value: ({ reason }) => reason },
  { name: 'bestemming', value: ({ destination }) => destination },
  { name: 'case:client', value: (_event, { client }) => client },
  { name: 'case:aanvraag', value: (_event, { application }) => application },
  { name: 'case:bron', value: (_event, { source }) => source },
  { name: 'case:melding', value: (_event, { reported }, time) => time(reported) },
  { name: 'case:cost:total', value: (_event, { cost }) => euros(cost) },
];

/** Rows that are written at a time. */
const AT_ONCE = 2000;

export function* logCsvPieces(start: string, cases: Iterable<LoggedCase>): Generator<string> {
  const time = logTime(start);
  const columns = logColumns.map(({ name }) => name);
  yield writeTable({ columns, rows: [] }, 'machine');
  let rows: Value[][] = [];
  for (const of of cases) {
    for (const event of of.events) rows.push(logColumns.map(({ value }) => value(event, of, time) ?? null));
    if (rows.length < AT_ONCE) continue;
    yield writeRows({ columns, rows });
    rows = [];
  }
  if (rows.length > 0) yield writeRows({ columns, rows });
}
