// docs/formaat.md against the readers: every key, column and word that a file may hold is explained, and nothing else.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ijkpuntOperations } from '../../src/analysis/ijkpunt.js';
import { stationSchema } from '../../src/chain/registry.js';
import { chainShape } from '../../src/chain/spec/chain.js';
import { poolSchema } from '../../src/chain/spec/pool.js';
import { attributeSchema } from '../../src/chain/spec/population.js';
import { openStudy } from '../../src/cli/study.js';
import { loadClient } from '../../src/files/load-client.js';
import { ijkingColumns } from '../../src/files/load-ijking.js';
import { ijkpuntColumns } from '../../src/files/load-ijkpunten.js';
import { loadOrganisation } from '../../src/files/load-organisation.js';
import { parameterColumns } from '../../src/files/load-parameters.js';
import { readingColumns } from '../../src/files/load-readings.js';
import { loadScenarios } from '../../src/files/load-scenarios.js';
import { tellingenColumns } from '../../src/files/load-tellingen.js';
import { trendColumns } from '../../src/files/load-trend.js';
import { operationWords } from '../../src/files/scenario-change.js';
import { scenarioColumns } from '../../src/files/scenario-csv.js';
import { knownUnits } from '../../src/files/unit.js';
import { caseClientSchema, checkCaseClient } from '../../src/scenario/case-client.js';
import { parameterDistributions, statuses } from '../../src/scenario/parameter.js';
import { folderWith, rendered, valueOf } from '../files/support.js';
import { fenced, firstColumn, marked, page, root, section } from './page.js';

const text = page('docs/formaat.md');
const { parameters } = valueOf(loadOrganisation({ id: 'arnhem', data: join(root, 'data', 'arnhem') }));
const context = { organisation: 'arnhem', parameters: parameters.byName, start: '2017-10-01' };

interface Words {
  readonly keys: Set<string>;
  readonly values: Set<string>;
}

/** Property names and fixed words in a JSON Schema, at any depth. */
function collect(node: unknown, words: Words): Words {
  if (typeof node !== 'object' || node === null) return words;
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (key === 'properties' && typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) words.keys.add(name);
    }
    for (const word of key === 'enum' && Array.isArray(value) ? (value as unknown[]) : key === 'const' ? [value] : []) {
      if (typeof word === 'string') words.values.add(word);
    }
    collect(value, words);
  }
  return words;
}

function wordsOf(schema: z.ZodType): Words {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return collect(json, { keys: new Set(), values: new Set() });
}

function notIn(found: ReadonlySet<string>, wanted: Iterable<string>): string[] {
  return [...wanted].filter((word) => !found.has(word));
}

/** Without what stands behind a colon: `kind: warm` explains both words. */
function explained(part: string): Set<string> {
  return new Set([...marked(part)].flatMap((word) => [word, ...word.split(/:\s*/)]));
}

describe('werkproces.yaml and bevolking.yaml', () => {
  const { keys, values } = wordsOf(chainShape);

  test('have every key of the schema explained', () => {
    expect(keys.size).toBeGreaterThan(100);
    expect(notIn(explained(text), keys)).toEqual([]);
  });

  test('have every fixed word of the schema explained', () => {
    expect(values.size).toBeGreaterThan(50);
    expect(notIn(explained(text), values)).toEqual([]);
  });

  test('have no key explained that the schema does not know', () => {
    const part = section(text, '## werkproces.yaml and bevolking.yaml'.replace(' and ', ' en '));
    expect(notIn(new Set([...keys, ...values]), firstColumn(part))).toEqual([]);
  });

  test.each(stationSchema.options.map((option) => [option.shape.kind.value, option] as const))(
    'have every key of a %s under its own heading or with those of all stations',
    (kind, option) => {
      const common = explained(section(text, '### Stations: wat elke soort heeft'));
      const own = explained(section(text, `### \`${kind}\``));
      expect(notIn(new Set([...common, ...own]), Object.keys(option.shape))).toEqual([]);
    },
  );

  test.each([
    ['### Pools', poolSchema],
    ['### Kenmerken', attributeSchema],
  ] as const)('have every key and kind under %s', (heading, schema) => {
    const here = explained(section(text, heading));
    const known = wordsOf(schema);
    expect(
      notIn(
        here,
        [...known.keys, ...known.values].filter((word) => !timedOrDuration.has(word)),
      ),
    ).toEqual([]);
  });
  /** Of amounts and durations, which have a place of their own. */
  const timedOrDuration = new Set([
    ...wordsOf(chainShape.shape.arrivals.valueType.shape.interval).keys,
    ...wordsOf(chainShape.shape.arrivals.valueType.shape.interval).values,
    'kind',
    'label',
  ]);
});

describe('tables', () => {
  const columnsOf = ({ required, optional }: { required: readonly string[]; optional: readonly string[] }) => [
    ...required,
    ...optional,
  ];

  test.each([
    ['## parameters.csv', columnsOf(parameterColumns)],
    ['## ijkpunten.csv', columnsOf(ijkpuntColumns)],
    ["## Scenario's als CSV", columnsOf(scenarioColumns)],
    ['## ijking.csv', columnsOf(ijkingColumns)],
    ['## trend.csv', columnsOf(trendColumns)],
    ['## tellingen.csv', columnsOf(tellingenColumns)],
  ] as const)('%s explains every column', (heading, columns) => {
    expect(notIn(firstColumn(section(text, heading)), columns)).toEqual([]);
  });

  test('lezingen explains its own columns; the others are those of parameters.csv', () => {
    const known = new Set([...firstColumn(section(text, '## lezingen/\\*.csv')), ...columnsOf(parameterColumns)]);
    expect(notIn(known, columnsOf(readingColumns))).toEqual([]);
  });

  test('a row says ja exactly where the column is required', () => {
    const wrong = [
      ['## parameters.csv', parameterColumns],
      ['## ijkpunten.csv', ijkpuntColumns],
      ["## Scenario's als CSV", scenarioColumns],
      ['## ijking.csv', ijkingColumns],
      ['## trend.csv', trendColumns],
    ] as const;
    for (const [heading, { required }] of wrong) {
      const rows = [...section(text, heading).matchAll(/^\| (`.*?) +\| (ja|nee) /gm)];
      const ja = rows.filter(([, , said]) => said === 'ja').flatMap(([, cell = '']) => [...marked(cell)]);
      expect(ja.sort()).toEqual([...required].sort());
    }
  });

  test('every status, distribution, unit and operation is named', () => {
    const found = explained(text);
    const units = knownUnits.map((unit) => (unit === 'per' ? 'per …' : unit));
    expect(notIn(found, [...statuses, ...parameterDistributions, ...units, ...ijkpuntOperations])).toEqual([]);
  });
});

describe('clienten', () => {
  const part = section(text, '## clienten/\\*.yaml');

  test('have every key explained, and no other', () => {
    expect([...firstColumn(part)].sort()).toEqual([...wordsOf(caseClientSchema).keys].sort());
  });

  test('fit the chain of the organisation as the example stands there', () => {
    const folder = folderWith({ 'piet.yaml': fenced(part, 'yaml')[0] ?? '' });
    const { client } = valueOf(loadClient(join(folder, 'piet.yaml')));
    const { spec } = openStudy('arnhem', [], [root]);
    expect(checkCaseClient(client, 'arnhem', spec)).toEqual([]);
  });
});

describe('scenarios', () => {
  /** The reader itself says which keys there are, when one is nothing like any of them. */
  function keysOf(yaml: string): string[] {
    const folder = folderWith({ 's.yaml': yaml });
    const mistakes = rendered(loadScenarios([join(folder, 's.yaml')], context)).join('\n');
    return /onbekend\. Mogelijk: (.*)/.exec(mistakes)?.[1]?.replace(/\.$/, '').split(', ') ?? [];
  }
  const part = section(text, '## Scenario als YAML');

  test('have every key explained, and no other', () => {
    const keys = keysOf('qqqqqqqqqqqq: 1\n');
    const changeKeys = keysOf('naam: x\nwijzigingen:\n  - qqqqqqqqqqqq: 1\n');
    expect(keys).toContain('naam');
    expect(changeKeys).toEqual(expect.arrayContaining([...operationWords, 'parameter']));
    const inner = ['omslag', 'pilot'].flatMap((key) => keysOf(`naam: x\n${key}:\n  qqqqqqqqqqqq: 1\n`));
    expect(inner).toEqual(expect.arrayContaining(['doel_personen', 'stopregel']));
    expect([...firstColumn(part)].sort()).toEqual([...new Set([...keys, ...changeKeys, ...inner])].sort());
    expect(notIn(marked(part), keysOf('naam: x\npilot:\n  stopregel:\n    qqqqqqqqqqqq: 1\n'))).toEqual([]);
  });

  test('of class B load as the example stands there', () => {
    const folder = folderWith({ 's.yaml': fenced(part, 'yaml')[0] ?? '' });
    const { chosen } = valueOf(loadScenarios([join(folder, 's.yaml')], context));
    expect(chosen[0]?.scenario.shelf).toMatchObject({
      evidence: 'B',
      levers: ['L4'],
      sweep: { parameter: 'terugkeer.nazorg', operation: 'multiply', from: 1, to: 0, goalPersons: 100 },
    });
  });

  test('as rows of a CSV load without mistakes', () => {
    const folder = folderWith({ 's.csv': fenced(section(text, "## Scenario's als CSV"), 'csv')[0] ?? '' });
    const { chosen } = valueOf(loadScenarios([join(folder, 's.csv')], context));
    expect(chosen.map(({ scenario }) => [scenario.name, scenario.changes.length])).toEqual([
      ['BAP naar 30 %', 2],
      ['Kortere termijn', 1],
    ]);
  });
});
