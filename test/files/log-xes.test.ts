// The event log on paper: XES by the rules of its standard, and the same as a table.
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { logColumns, logCsvPieces } from '../../src/files/log-csv.js';
import { logTime } from '../../src/files/log-time.js';
import { xesPieces } from '../../src/files/log-xes.js';
import type { LoggedCase, LoggedEvent } from '../../src/measure/log/cases.js';
import { createEventLog } from '../../src/measure/log/event-log.js';
import { createStreams } from '../../src/random/streams.js';
import { population } from '../measure/population.js';
import { parse as chain } from '../measure/support.js';
import { readXes, type XesAttribute } from './xes-rules.js';

const spec = chain({ ...population(), money: { pricesOf: '2018-01-01', benefit: { perYear: 14_000 } } });
const log = createEventLog(spec);
simulateChain(spec, createStreams('proef', 0), log.prepare);
const origin = {
  organisation: 'proef',
  scenario: 'a & b',
  draw: 1,
  seed: '1',
  version: '0.0.0',
  start: spec.run.start,
};
const written = [...xesPieces(origin, log.cases())].join('');

const bare: LoggedEvent = {
  activity: 'x',
  transition: 'complete',
  time: 0,
  visit: undefined,
  station: undefined,
  isSide: false,
  resource: undefined,
  group: undefined,
  to: undefined,
  reason: undefined,
  destination: undefined,
  cost: undefined,
};
const one = (event: Partial<LoggedEvent>): LoggedCase => ({
  id: 'a-1-1',
  client: 'a-1',
  application: 1,
  source: 'a',
  reported: 0,
  cost: undefined,
  events: [{ ...bare, ...event }],
});
const valuesOf = (attributes: readonly XesAttribute[] = []): Record<string, string> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value]));

describe('XES', () => {
  test('keeps the rules of the standard, with its five extensions, and holds every case and event', () => {
    const read = readXes(written);
    const cases = [...log.cases()];
    expect(read.extensions).toEqual(['concept', 'lifecycle', 'org', 'time', 'cost']);
    expect(read.traces.length).toBe(cases.length);
    expect(read.traces.flatMap(({ events }) => events).length).toBe(cases.flatMap(({ events }) => events).length);
    expect(read.traces.map(({ attributes }) => valuesOf(attributes)['concept:name'])).toEqual(
      cases.map(({ id }) => id),
    );
    expect(valuesOf(read.attributes)).toMatchObject({
      scenario: 'a & b',
      fictief: 'true',
      'lifecycle:model': 'standard',
    });
  });

  test('is the same text for the same run', () => {
    expect([...xesPieces(origin, log.cases())].join('')).toBe(written);
  });

  test.each([
    ['an attribute without a key', (text: string) => text.replace('key="client"', '')],
    ['an event without what is global', (text: string) => text.replace(/(<event>.*?)<date [^>]*>/, '$1')],
    ['a date that is none', (text: string) => text.replaceAll('T00:00:00.000+00:00', ' middernacht')],
    ['an extension that is not declared', (text: string) => text.replace(/<extension name="Cost"[^>]*>/, '')],
    ['a trace before the globals', (text: string) => text.replace('<global ', '<trace></trace><global ')],
    ['a key twice', (text: string) => text.replace(/(<event>)(<string [^>]*>)/, '$1$2$2')],
    ['a bare ampersand', (text: string) => text.replaceAll('&amp;', '&')],
    ['half a log', (text: string) => text.slice(0, text.length / 2)],
  ])('that is spoiled is refused by these rules: %s', (_what, spoil) => {
    const spoilt = spoil(written);
    expect(spoilt).not.toBe(written);
    expect(() => readXes(spoilt)).toThrow();
  });

  test('gives back any name as it was, and marks what XML cannot hold', () => {
    const activity = 'Werk & "inkomen" <\'s-Gravenhage>\té\n𝄞';
    const read = readXes([...xesPieces(origin, [one({ activity, resource: 'a\u0001b' })])].join(''));
    const event = valuesOf(read.traces[0]?.events[0]);
    expect(event['concept:name']).toBe(activity);
    expect(event['org:resource']).toBe('a\uFFFDb');
  });

  test('leaves out what is not there', () => {
    const read = readXes([...xesPieces(origin, [one({})])].join(''));
    expect(Object.keys(valuesOf(read.traces[0]?.events[0]))).toEqual([
      'concept:name',
      'lifecycle:transition',
      'time:timestamp',
    ]);
    expect(Object.keys(valuesOf(read.traces[0]?.attributes))).not.toContain('cost:total');
  });
});

test('a working day is from nine to five, in summer too', () => {
  const time = logTime('2019-01-01');
  // 1 July 2019 is day 181; a quarter past nine is 9.25 hours.
  expect(time(181 + 9.25 / 24)).toBe('2019-07-01T09:15:00.000+00:00');
  expect(time(181 + 17 / 24)).toBe('2019-07-01T17:00:00.000+00:00');
  expect(time(-1)).toBe('2018-12-31T00:00:00.000+00:00');
});

test('the table has the events of the XES, under the same names, in the same order', () => {
  const table = [...logCsvPieces(spec.run.start, log.cases())].join('');
  expect(table.startsWith(`${logColumns.map(({ name }) => name).join(',')}\n`)).toBe(true);
  expect(table).not.toContain('\r');
  const rows = parse<Record<string, string>>(table, { columns: true });
  const filled = (row: Record<string, string>) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
  const expected = readXes(written).traces.flatMap(({ attributes, events }) => {
    const ofCase = Object.entries(valuesOf(attributes)).filter(([key]) => key !== 'cost:currency');
    const before = Object.fromEntries(ofCase.map(([key, value]) => [`case:${key}`, value]));
    return events.map((event) => ({ ...before, ...valuesOf(event) }));
  });
  expect(rows.map(filled)).toEqual(expected);
});
