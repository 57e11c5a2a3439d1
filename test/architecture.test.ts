// The rules of the house that hold for files rather than for behaviour; each rule is also shown to catch an offender.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, sep } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'doorstroom-architecture-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Every file of one of these kinds under a folder of the project, with its path from the root written with slashes. */
function textFiles(folder: string, extensions: readonly string[]): TextFile[] {
  const base = join(root, folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((name) => extensions.includes(extname(name)))
    .map((name) => ({
      path: `${folder}/${name.split(sep).join('/')}`,
      text: readFileSync(join(base, name), 'utf8'),
    }));
}

/** `path:line` of every line that the pattern finds. */
function places(files: readonly TextFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

const source = textFiles('src', ['.ts']);
const tests = textFiles('test', ['.ts', '.js']);
const written = [
  ...source,
  ...tests,
  ...['data', 'scenarios', 'docs'].flatMap((at) => textFiles(at, ['.yaml', '.csv', '.md'])),
];

/** So that this file does not hold the words it looks for. */
const word = (...parts: string[]) => parts.join('');

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

function organisations(): string[] {
  const known = 'arnhem tilburg weener ijmond alphen fryslan helmond groningen scalabor szeebra'.split(' ');
  const data = join(root, 'data');
  const folders = existsSync(data)
    ? // National figures and case clients belong to no organisation.
      readdirSync(data).filter((name) => existsSync(join(data, name, 'werkproces.yaml')))
    : [];
  return [...new Set([...known, ...folders.map(plain)])];
}

const rules = {
  organisation: new RegExp(organisations().join('|')),
  unfinished: new RegExp(`\\b(${[word('TO', 'DO'), word('FIX', 'ME'), word('XX', 'X')].join('|')})\\b`),
  hiddenDice: /Math\.random|Date\.now|new Date\(\)/,
  escapeHatch: new RegExp([word('eslint-', 'disable'), word('@ts-', '(ignore|nocheck|expect-error)')].join('|')),
  skipped: /\b(it|test|describe)\.(skip|only|todo|skipIf|runIf)\b/,
  machinePath: /(^|[\s'"`(=])\/(home|root|Users|work)\/\w/,
};

describe('what is written', () => {
  test('src/ holds files to look at, so the rules below are not empty', () => {
    expect(source.length).toBeGreaterThan(0);
  });

  test('no organisation is named in src/', () => {
    expect(
      places(
        source.map(({ path, text }) => ({ path, text: plain(text) })),
        rules.organisation,
      ),
    ).toEqual([]);
  });

  test('no file in src/ is longer than 300 lines', () => {
    expect(source.filter(({ text }) => text.trimEnd().split('\n').length > 300).map(({ path }) => path)).toEqual([]);
  });

  test('every file in src/ and test/ opens with a comment that says what it is', () => {
    const comment = /^(#!.*\n)?(\/\/ |\/\*\*? ).{10,}/;
    expect([...source, ...tests].filter(({ text }) => !comment.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('nothing says of itself that it is unfinished', () => {
    expect(places(written, rules.unfinished)).toEqual([]);
  });

  test('there are no hidden dice and no hidden clock below cli/', () => {
    expect(
      places(
        source.filter(({ path }) => !path.startsWith('src/cli/')),
        rules.hiddenDice,
      ),
    ).toEqual([]);
  });

  test('no rule is switched off in place and no test is skipped', () => {
    const elsewhere = [...source, ...tests].filter(({ path }) => path !== 'test/architecture.test.ts');
    expect(places(elsewhere, rules.escapeHatch)).toEqual([]);
    expect(places(elsewhere, rules.skipped)).toEqual([]);
  });

  test('no file names a place on the machine it was written on', () => {
    expect(places(written, rules.machinePath)).toEqual([]);
  });

  test.each([
    ['organisation', plain(`// as in ${word('Frysl', 'ân')}`)],
    ['unfinished', `// ${word('TO', 'DO')}: later`],
    ['hiddenDice', `const now = ${word('Date.', 'now')}();`],
    ['escapeHatch', `// ${word('eslint-', 'disable-next-line')}`],
    ['skipped', `${word('test.', 'skip')}('a thing')`],
    ['machinePath', `'${word('/ho', 'me/me')}/x'`],
  ] as const)('the pattern for %s finds an offending line', (rule, line) => {
    expect(places([{ path: 'made-up.ts', text: `fine\n${line}\n` }], rules[rule])).toEqual(['made-up.ts:2']);
  });
});

describe('the top level', () => {
  test('holds the agreed entries and nothing else', () => {
    const agreed =
      'src scenarios data reports test docs package.json package-lock.json tsconfig.json README.md CHANGELOG.md LICENSE SECURITY.md';
    const made = 'node_modules dist coverage';
    const allowed = new Set([...agreed.split(' '), ...made.split(' ')]);
    expect(readdirSync(root).filter((name) => !name.startsWith('.') && !allowed.has(name))).toEqual([]);
  });

  test('src/ holds only the floors', () => {
    const floors = 'analysis chain cli experiment files kernel measure random report scenario'.split(' ');
    expect(readdirSync(join(root, 'src')).filter((name) => !floors.includes(name))).toEqual([]);
  });

  test('every npm command that a document names exists', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const documents = [
      ...readdirSync(root)
        .filter((name) => name.endsWith('.md'))
        .map((name) => readFileSync(join(root, name), 'utf8')),
      ...textFiles('docs', ['.md']).map(({ text }) => text),
    ];
    const named = documents.flatMap((text) =>
      [...text.matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w:-]+)/g)].map((match) => match[1] ?? ''),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** Libraries that a file of src/ brings in before anything runs, its own imports and theirs included. */
function loadedWith(start: string): string[] {
  const seen = new Set<string>();
  const libraries = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = source.find((file) => file.path === path)?.text ?? '';
    for (const [, clause = '', from = ''] of text.matchAll(/^(?:import|export) ([^;]*?)from '([^']+)';/gms)) {
      const named = /^\{(.*)\}\s*$/s.exec(clause.trim())?.[1] ?? 'a default or a namespace';
      const isTypeOnly = clause.startsWith('type ') || named.split(',').every((name) => /^\s*(type .*)?$/s.test(name));
      if (isTypeOnly) continue;
      if (from.startsWith('.')) visit(join(dirname(path), from).split(sep).join('/').replace(/\.js$/, '.ts'));
      else if (!from.startsWith('node:')) libraries.add(from);
    }
  };
  visit(start);
  return [...libraries].sort();
}

test('asking for help loads commander and no other library: whoever mistypes does not wait', () => {
  expect(loadedWith('src/cli/main.ts')).toEqual(['commander']);
  expect(loadedWith('src/cli/study.ts')).toEqual(expect.arrayContaining(['simple-statistics', 'yaml', 'zod']));
});

// Whether src/ keeps to the rules is what `npm run check:layers` says; here, that they catch what they must and allow what they may.
describe('the floors', () => {
  /** What dependency-cruiser says about src/ (and test/) in a folder: its exit code and its words. */
  function layers(folder: string): { violations: number | null; said: string } {
    const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const config = join(root, 'test', 'config', 'dependency-cruiser.js');
    const { status, stdout } = spawnSync(process.execPath, [cruiser, '--config', config, 'src'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { violations: status, said: stdout };
  }

  /** A little project with the given files, and the libraries of this one. */
  function project(name: string, files: Record<string, string>): string {
    const folder = join(scratch, name);
    mkdirSync(folder);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries({
      ...files,
      'tsconfig.json': readFileSync(join(root, 'tsconfig.json'), 'utf8'),
    })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  test('allow the imports they are meant to allow', () => {
    const folder = project('right', {
      'src/cli/main.ts':
        "import { Command } from 'commander';\nimport { read } from '../files/read.js';\nread(new Command().name());\n",
      'src/files/read.ts':
        "import { readFileSync } from 'node:fs';\nimport { parse } from 'yaml';\nexport const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));\n",
    });
    expect(layers(folder)).toMatchObject({ violations: 0 });
  });

  test('catch an import upward, a stray library, a stray built-in, a cycle, a dead file and one that is not there', () => {
    const folder = project('wrong', {
      'src/cli/main.ts':
        "import '../kernel/clock.js';\nimport '../chain/a.js';\nimport '../report/page.js';\nimport './absent.js';\n",
      'src/kernel/clock.ts': "import type { Chain } from '../chain/a.js';\nexport type Clock = Chain;\n",
      'src/chain/a.ts': "import { b } from './b.js';\nexport type Chain = typeof b;\nexport const a = 1;\n",
      'src/chain/b.ts':
        "import { a } from './a.js';\nimport { parse } from 'csv-parse/sync';\nexport const b = [a, parse];\n",
      'src/report/page.ts':
        "import { readFileSync } from 'node:fs';\nimport fc from 'fast-check';\nexport const page = [readFileSync, fc];\n",
      'src/analysis/forgotten.ts': 'export const nobody = 1;\n',
    });
    const { violations, said } = layers(folder);
    expect(violations).toBeGreaterThan(0);
    for (const caught of [
      'kernel-looks-down: src/kernel/clock.ts → src/chain/a.ts',
      'csv-parse-at-home: src/chain/b.ts',
      'pure-floors: src/report/page.ts → fs',
      'known-libraries: src/report/page.ts',
      'no-cycles: src/chain/a.ts',
      'all-in-use: src/analysis/forgotten.ts',
      'all-found: src/cli/main.ts → ./absent.js',
    ]) {
      expect(said).toContain(caught);
    }
  });
});
