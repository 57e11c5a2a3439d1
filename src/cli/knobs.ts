// stroomschema --knoppen: the numbers that can be turned, which scenarios turn them, and the shelf by folder. At most 80 columns wide.
import { basename, dirname } from 'node:path';
import type { LoadedScenario } from '../files/load-scenarios.js';
import { compareText, shownPath } from '../files/mistake.js';
import { dutch, isShare, type Parameter } from '../scenario/parameter.js';
import { formatValue } from '../scenario/sentences.js';
import type { Study } from './study.js';
import { wrap } from './text-table.js';

const width = 80;

function indented(text: string, first: string, next = ' '.repeat(first.length)): string[] {
  return wrap(text, width - next.length).map((line, index) => (index === 0 ? first : next) + line);
}

function range({ low, high, unit }: Parameter): string {
  if (low === null || high === null) return 'vast';
  return isShare(unit) ? `${dutch(100 * low)} – ${formatValue(high, 'aandeel')}` : `${dutch(low)} – ${dutch(high)}`;
}

/** A share with what it is a share of: `19,4 % (aandeel van toekenningen)`. */
function valueOf({ value, unit }: Parameter): string {
  return isShare(unit) && unit.includes(' ') ? `${formatValue(value, unit)} (${unit})` : formatValue(value, unit);
}

/** Ids of the scenarios that turn a parameter themselves, by a change or by their break-even. */
function turning(name: string, scenarios: readonly LoadedScenario[]): string[] {
  return scenarios
    .filter(
      ({ scenario: { changes, shelf } }) =>
        changes.some(({ parameter }) => parameter === name) || shelf?.sweep?.parameter === name,
    )
    .map(({ scenario }) => scenario.id);
}

function parameterLines(parameter: Parameter, scenarios: readonly LoadedScenario[]): string[] {
  const star = parameter.startOnly ? ' *' : '';
  const known = turning(parameter.name, scenarios);
  return [
    `${parameter.name}${star}`,
    ...(parameter.label === '' ? [] : indented(parameter.label, '    ')),
    ...indented(`${valueOf(parameter)}; ${range(parameter)}; ${parameter.status}`, '    '),
    ...(known.length === 0 ? [] : indented(`draaien eraan: ${known.join(', ')}`, '    ', '      ')),
  ];
}

/** Scenarios by folder, in order of path. */
function folders({ scenarios }: Study): [string, LoadedScenario[]][] {
  const found = new Map<string, LoadedScenario[]>();
  for (const one of scenarios) found.set(dirname(one.file), [...(found.get(dirname(one.file)) ?? []), one]);
  return [...found].sort(([a], [b]) => compareText(a, b));
}

function shelfLines(study: Study, workingDirectory: string): string[] {
  return folders(study).flatMap(([folder, scenarios]) => [
    '',
    `${shownPath(folder, workingDirectory)}/`,
    ...scenarios.flatMap(({ file, scenario: { name, shelf } }) => {
      const levers = shelf?.levers.join(' ') ?? '';
      const mark = `  ${shelf?.evidence ?? '-'}  ${levers.padEnd(5)} `;
      return [...indented(name, mark, ' '.repeat(11)), `${' '.repeat(11)}${basename(file)}`];
    }),
  ]);
}

export function knobs(study: Study, workingDirectory: string): string {
  const { organisation, spec, scenarios } = study;
  const { parameters } = organisation.parameters;
  const exception = parameters.some(({ startOnly }) => startOnly)
    ? ', behalve die met een * (alleen voor de hele doorrekening)'
    : '';
  const groups = [...new Set(parameters.map(({ group }) => group))];
  return [
    ...indented(`Knoppen van ${spec.label}: elk getal kan in een scenario vanaf een datum veranderen${exception}.`, ''),
    ...indented('Achter elk getal staat waartussen het ligt (vast: geen bereik) en wat voor getal het is.', ''),
    ...groups.flatMap((group) => [
      '',
      group === '' ? 'OVERIG' : group.toUpperCase(),
      ...parameters.filter((one) => one.group === group).flatMap((one) => parameterLines(one, scenarios)),
    ]),
    '',
    ...indented(`Bron en toelichting van elk getal: ${shownPath(organisation.parameters.file, workingDirectory)}`, ''),
    '',
    ...indented(
      'De plank: klasse A heeft een effect uit onderzoek, van klasse B is alleen een omslagpunt te noemen, klasse C is niet te berekenen. Een streepje: klasse niet ingevuld.',
      '',
    ),
    ...shelfLines(study, workingDirectory),
  ].join('\n');
}

export function knobsJson(study: Study, workingDirectory: string): string {
  const { organisation, scenarios } = study;
  const parameters = organisation.parameters.parameters.map((parameter) => ({
    parameter: parameter.name,
    naam: parameter.label,
    waarde: parameter.value,
    laag: parameter.low,
    hoog: parameter.high,
    eenheid: parameter.unit,
    status: parameter.status,
    bron: parameter.source,
    ingevuldDoor: parameter.filledInBy,
    groep: parameter.group,
    verdeling: parameter.distribution,
    alleenBegin: parameter.startOnly,
    toelichting: parameter.note,
    scenarios: turning(parameter.name, scenarios),
  }));
  const plank = folders(study).map(([folder, inside]) => ({
    map: shownPath(folder, workingDirectory),
    scenarios: inside.map(({ file, scenario: { id, name, shelf } }) => ({
      id,
      naam: name,
      klasse: shelf?.evidence ?? null,
      reden: shelf?.evidenceReason ?? '',
      hefboom: shelf?.levers ?? [],
      bestand: basename(file),
    })),
  }));
  return JSON.stringify({ organisatie: organisation.id, parameters, plank }, null, 2);
}
