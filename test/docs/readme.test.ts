// The front page against the program: commands, options, the example scenario, paths and words.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCode } from '../../src/cli/failure.js';
import { createProgram } from '../../src/cli/program.js';
import { loadOrganisation } from '../../src/files/load-organisation.js';
import { loadScenarios } from '../../src/files/load-scenarios.js';
import { valueOf } from '../files/support.js';
import { fakeContext, fenced, marked, page, root, section } from './page.js';

const readme = page('README.md');
const documents = [
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((path) => path.endsWith('.md'));
const program = createProgram(fakeContext().context);
const arnhem = loadOrganisation({ id: 'arnhem', data: join(root, 'data', 'arnhem') });

/** Command lines in a page: `doorstroom` with what follows on its line. */
function commandLines(text: string): string[][] {
  const code = [...fenced(text, 'sh').flatMap((block) => block.split('\n')), ...marked(text)];
  return code.flatMap((line) => {
    const found = /^(?:npx )?doorstroom (.+?)(?:\s#.*)?$/.exec(line)?.[1];
    return found === undefined ? [] : [found.trim().split(/\s+/)];
  });
}

describe('the commands that the documents name', () => {
  const lines = documents.flatMap((path) => commandLines(page(path)).map((words) => ({ path, words })));

  test('there are some, so the rules below are not empty', () => {
    expect(lines.length).toBeGreaterThan(8);
  });

  test('exist, with their options', () => {
    const wrong = lines.filter(({ words: [name = '', ...rest] }) => {
      const first = program.commands.find((candidate) => candidate.name() === name);
      if (first === undefined) return !['--help', '--versie'].includes(name);
      const command = first.commands.find((candidate) => candidate.name() === rest[0]) ?? first;
      if (first.commands.length > 0 && command === first) return true;
      const known = ['--help', ...command.options.map(({ long }) => long)];
      return rest.some((word) => word.startsWith('--') && !known.includes(word));
    });
    expect(wrong).toEqual([]);
  });

  test('are all the commands and all their options', () => {
    const words = section(readme, '## Commands');
    const named = program.commands.flatMap((command) =>
      command.commands.length === 0
        ? [{ command, name: command.name() }]
        : command.commands.map((kind) => ({ command: kind, name: `${command.name()} ${kind.name()}` })),
    );
    const missing = named.flatMap(({ command, name }) => [
      ...(words.includes(`doorstroom ${name} `) ? [] : [name]),
      ...command.options.flatMap(({ long }) => (typeof long === 'string' && !words.includes(long) ? [long] : [])),
    ]);
    expect(missing).toEqual([]);
  });

  test('end with the exit codes of the table', () => {
    const rows = [...section(readme, '## Commands').matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code));
    expect(rows).toEqual(Object.values(exitCode));
  });

  test('in scripts are scripts of package.json', () => {
    const { scripts } = JSON.parse(page('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap((path) =>
      [...page(path).matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = '']) => name),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('the example scenario loads without mistakes and changes what its text says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-docs-'));
  const file = join(folder, 'nazorg.yaml');
  writeFileSync(file, fenced(readme, 'yaml')[0] ?? '');
  const { parameters } = valueOf(arnhem);
  const loaded = loadScenarios([file], { organisation: 'arnhem', parameters: parameters.byName, start: '2017-10-01' });
  rmSync(folder, { recursive: true });
  // 2017-10-01 to 2019-07-01 is 92 + 365 + 181 = 638 days; to 2020-01-01 another 184; to 2022-06-30 it is 1733.
  expect(valueOf(loaded).chosen.map(({ scenario }) => scenario.changes)).toEqual([
    [
      { parameter: 'terugkeer.nazorg', operation: 'set', value: 0.8, from: 638, through: null, ramp: 184 },
      { parameter: 'werk.primair', operation: 'add', value: -0.01, from: 638, through: 1733, ramp: 0 },
    ],
  ]);
});

describe('what the documents point at', () => {
  /** Made by the reader, or by a run. */
  const made = /^scenarios\/arnhem\/nazorg\.yaml$|^data\/arnhem\/lezingen$|^(data|scenarios)\/voorbeeldstad\b/;

  test('by a link is there', () => {
    const broken = documents.flatMap((path) =>
      [...page(path).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^(https?:|#)/.test(target))
        .filter((target) => !existsSync(join(root, dirname(path), target.replace(/#.*$/, ''))))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('by a path is there', () => {
    const paths = documents.flatMap((path) =>
      [...page(path).matchAll(/(?<![\w/.-])(?:src|data|scenarios|test|docs|\.ci)\/[\w./*<…-]*[\w*>…]/g)]
        .map(([found]) => found)
        .filter((found) => !/[*<>…]/.test(found) && !made.test(found))
        .map((found) => ({ path, found })),
    );
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter(({ found }) => !existsSync(join(root, found)))).toEqual([]);
  });
});

test('every floor of src/ has a line in the drawing and a paragraph', () => {
  const floors = readdirSync(join(root, 'src'));
  const text = section(readme, '## The floors');
  expect(floors.filter((name) => !new RegExp(`^ \\d  ${name} `, 'm').test(text))).toEqual([]);
  expect(floors.filter((name) => !text.includes(`\n- **${name}** `))).toEqual([]);
});

test('every word of the glossary is used in the code, the data or the scenarios', () => {
  const used = ['src', 'data', 'scenarios']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|yaml|csv)$/.test(name))
        .map((name) => readFileSync(join(root, folder, name), 'utf8')),
    )
    .join('\n')
    .toLowerCase();
  const terms = [...section(readme, '## Glossary').matchAll(/^\| ([a-z][a-z -]+?) +\|/gm)].map(([, term = '']) => term);
  const listed = terms.filter((term) => term !== 'term');
  expect(listed.length).toBeGreaterThan(30);
  expect(listed.filter((term) => !used.includes(term))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});
