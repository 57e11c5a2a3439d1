// Writes an event log as XES, the standard of IEEE 1849-2016 for event logs, in pieces of one case each.
import type { LoggedCase, LoggedEvent } from '../measure/log/cases.js';
import { logTime } from './log-time.js';

/** What the log is of. */
export interface LogOrigin {
  readonly organisation: string;
  readonly scenario: string;
  /** Counts from 1. */
  readonly draw: number;
  readonly seed: string;
  readonly version: string;
  /** First day of the run, ISO. */
  readonly start: string;
}

/** The only money there is. */
const currency = 'EUR';

const extensions = [
  ['Concept', 'concept'],
  ['Lifecycle', 'lifecycle'],
  ['Organizational', 'org'],
  ['Time', 'time'],
  ['Cost', 'cost'],
] as const;

const classifiers = [
  ['Activiteit', 'event', 'concept:name'],
  ['ActiviteitEnOvergang', 'event', 'concept:name lifecycle:transition'],
  ['Bron', 'trace', 'bron'],
] as const;

type Kind = 'string' | 'date' | 'int' | 'float' | 'boolean';

/** White space is written as a reference, because a reader of XML would make a space of it; what XML cannot hold becomes the replacement character. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"\t\n\r]/g, (character) => {
      const named = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }[character];
      return named ?? `&#${character.charCodeAt(0)};`;
    });
}

/** An attribute, or nothing for a value that is not there. */
function attribute(kind: Kind, key: string, value: string | number | boolean | undefined): string {
  return value === undefined ? '' : `<${kind} key="${key}" value="${escaped(String(value))}"/>`;
}

/** Euros with their cents, and the currency beside them. */
function costs(cost: number | undefined): string {
  return cost === undefined
    ? ''
    : attribute('float', 'cost:total', cost.toFixed(2)) + attribute('string', 'cost:currency', currency);
}

function eventText(event: LoggedEvent, time: (days: number) => string): string {
  const { activity, transition, visit, resource, group, cost, station, isSide, to, reason, destination } = event;
  return [
    '<event>',
    attribute('string', 'concept:name', activity),
    attribute('string', 'lifecycle:transition', transition),
    attribute('date', 'time:timestamp', time(event.time)),
    attribute('string', 'concept:instance', visit),
    attribute('string', 'org:resource', resource),
    attribute('string', 'org:group', group),
    costs(cost),
    attribute('string', 'station', station),
    attribute('string', 'spoor', station === undefined ? undefined : isSide ? 'zij' : 'hoofd'),
    attribute('string', 'naar', to),
    attribute('string', 'reden', reason),
    attribute('string', 'bestemming', destination),
    '</event>\n',
  ].join('');
}

function head({ organisation, scenario, draw, seed, version }: LogOrigin, time: (days: number) => string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1849.2016">',
    ...extensions.map(
      ([name, prefix]) =>
        `<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
    ),
    '<global scope="trace">' +
      attribute('string', 'concept:name', 'onbekend') +
      attribute('string', 'client', 'onbekend') +
      attribute('int', 'aanvraag', 0) +
      attribute('string', 'bron', 'onbekend') +
      attribute('date', 'melding', time(0)) +
      '</global>',
    '<global scope="event">' +
      attribute('string', 'concept:name', 'onbekend') +
      attribute('string', 'lifecycle:transition', 'complete') +
      attribute('date', 'time:timestamp', time(0)) +
      '</global>',
    ...classifiers.map(([name, scope, keys]) => `<classifier name="${name}" scope="${scope}" keys="${keys}"/>`),
    attribute('string', 'concept:name', `${organisation}, ${scenario}, doorrekening ${draw}`),
    attribute('string', 'lifecycle:model', 'standard'),
    attribute('boolean', 'fictief', true),
    attribute('string', 'organisatie', organisation),
    attribute('string', 'scenario', scenario),
    attribute('int', 'doorrekening', draw),
    attribute('string', 'startgetal', seed),
    attribute('date', 'begin', time(0)),
    attribute('string', 'doorstroom', version),
    '',
  ].join('\n');
}

/** The same bytes for the same log. Valid against the schema of the standard: docs/logboek.md says how that was looked at. */
export function* xesPieces(origin: LogOrigin, cases: Iterable<LoggedCase>): Generator<string> {
  const time = logTime(origin.start);
  yield head(origin, time);
  for (const { id, client, application, source, reported, cost, events } of cases) {
    const attributes = [
      attribute('string', 'concept:name', id),
      attribute('string', 'client', client),
      attribute('int', 'aanvraag', application),
      attribute('string', 'bron', source),
      attribute('date', 'melding', time(reported)),
      costs(cost),
    ];
    yield `<trace>\n${attributes.join('')}\n${events.map((event) => eventText(event, time)).join('')}</trace>\n`;
  }
  yield '</log>\n';
}
