// docs/uitkomsten.md against real output: every measure, column and field that a run gives is defined.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../src/cli/commands/controleer.js';
import { scheme } from '../../src/cli/commands/stroomschema.js';
import { validate } from '../../src/cli/commands/valideer.js';
import { compare } from '../../src/cli/commands/vergelijk.js';
import { compareWays } from '../../src/cli/commands/werkwijzen.js';
import { describeMeasures } from '../../src/measure/meters.js';
import { statuses } from '../../src/scenario/parameter.js';
import { fakeContext, firstColumn, marked, page, root, section } from './page.js';

const text = page('docs/uitkomsten.md');
const scratch = mkdtempSync(join(tmpdir(), 'doorstroom-docs-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const common = { doorrekeningen: 1, startgetal: '1', rekenkernen: 1, json: true };

/** The names of all fields at any depth; of a list, those of its items. */
function fields(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    if (!Array.isArray(value)) found.add(key);
    fields(inner, found);
  }
  return found;
}

function notIn(known: ReadonlySet<string>, wanted: Iterable<string>): string[] {
  return [...wanted].filter((word) => !known.has(word));
}

test('every measure has a row with its unit, and every row is a measure', () => {
  const rows = [...section(text, '## Measures').matchAll(/^\| `([\w-]+)` +\| `([^`]+)` +\|/gm)];
  const listed = new Map(rows.map(([, id = '', unit = '']) => [id, unit]));
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(describeMeasures().map(({ id, unit }) => [id, unit])));
});

describe('a comparison of one scenario', () => {
  test('has every file, column and field defined', async () => {
    const { context, written } = fakeContext(scratch);
    const options = {
      ...common,
      organisatie: 'arnhem',
      tegen: undefined,
      map: 'reports',
      onzekerheid: true,
      trend: 'gerealiseerd',
      alles: false,
    } as const;
    await compare([join(root, 'scenarios', 'arnhem', 'bap-verbreden-zonder-fte.yaml')], options, context);

    const known = marked(section(text, '## vergelijk --json'));
    expect(notIn(known, fields(JSON.parse(written.join('\n'))))).toEqual([]);

    const [folder = ''] = readdirSync(join(scratch, 'reports'));
    const run = join(scratch, 'reports', folder);
    expect(folder).toMatch(/^bap-verbreden-zonder-fte-[0-9a-f]{8}$/);
    expect(readdirSync(run).sort()).toEqual([...firstColumn(section(text, '## A run folder'))].sort());

    const summary = readFileSync(join(run, 'samenvatting.csv'), 'utf8').replace('\ufeff', '').split('\r\n')[0] ?? '';
    expect([...firstColumn(section(text, '## samenvatting.csv'))]).toEqual(summary.split(';'));

    const draws = gunzipSync(readFileSync(join(run, 'doorrekeningen.csv.gz')))
      .toString('utf8')
      .split('\n');
    const part = section(text, '## doorrekeningen.csv.gz');
    expect([...firstColumn(part)]).toEqual(draws[0]?.trim().split(','));
    const measures = new Set(draws.slice(1).flatMap((line) => line.split(',')[2] ?? []));
    expect(notIn(marked(part), measures)).toEqual([]);
  });

  test('is judged by ijkpunten whose fields are defined', async () => {
    const { context, written } = fakeContext();
    await validate('arnhem', { ...common, met: [], lezing: [] }, context);
    expect(notIn(marked(section(text, '## valideer --json')), fields(JSON.parse(written.join('\n'))))).toEqual([]);
  });
});

test('a comparison of ways of working has every file, column and field defined', async () => {
  const { context, written } = fakeContext(scratch);
  const fixture = { ...context, roots: [join(root, 'test', 'fixtures', 'werkwijzen'), root] };
  const asked = { organisaties: ['noord', 'zuid'], bevolking: 'oost', map: 'werkwijzen', onzekerheid: true } as const;
  await compareWays({ ...common, ...asked, doorrekeningen: 10, trend: 'vlak', alles: false }, fixture);

  const part = section(text, '## vergelijk --organisaties');
  const known = new Set([...marked(part), ...marked(section(text, '## vergelijk --json')), ...statuses]);
  expect(notIn(known, fields(JSON.parse(written.join('\n'))))).toEqual([]);
  const [folder = ''] = readdirSync(join(scratch, 'werkwijzen'));
  const run = join(scratch, 'werkwijzen', folder);
  expect(notIn(firstColumn(part), readdirSync(run))).toEqual([]);
  const summary = readFileSync(join(run, 'samenvatting.csv'), 'utf8').replace('\ufeff', '').split('\r\n')[0] ?? '';
  // `eerste_gesprek` stands for its two columns.
  const columns = summary.split(';').filter((column) => !/^eerste_(gesprek|activiteit)_/.test(column));
  expect(notIn(firstColumn(part), columns)).toEqual([]);
});

test('what controleer and stroomschema give as JSON is defined', () => {
  const known = marked(section(text, '## controleer --json and stroomschema --json'));
  const { context, written } = fakeContext();
  check([], 'arnhem', { json: true }, context);
  scheme('arnhem', { knoppen: false, mermaid: false, json: true }, context);
  scheme('arnhem', { knoppen: true, mermaid: false, json: true }, context);
  for (const document of written) expect(notIn(known, fields(JSON.parse(document)))).toEqual([]);
});
