// docs/nieuwe-gemeente.md followed to the letter: its commands one after the other in an empty folder, its scenario, and its two mistakes.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fenced, page } from '../docs/page.js';
import { doorstroom, root, type Said } from './doorstroom.js';

const text = page('docs/nieuwe-gemeente.md');
const counts = join(root, 'test/fixtures/voorbeeldstad/tellingen.csv');
const scenarioFile = 'scenarios/voorbeeldstad/meer-uren.yaml';
const parameterFile = 'data/voorbeeldstad/parameters.csv';

/** The words of every line that begins with `npx doorstroom`, in order of the page; what stands between quotes is one word. */
const commands = fenced(text, 'sh')
  .flatMap((block) => block.split('\n'))
  .flatMap((line) => (line.startsWith('npx doorstroom ') ? [line.slice('npx doorstroom '.length)] : []))
  .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''));

/** The page lets people wait for a hundred draws; whether a command works is seen with two. */
const fewer: Readonly<Record<string, readonly string[]>> = {
  valideer: ['--doorrekeningen', '2', '--rekenkernen', '1'],
  kalibreer: ['--doorrekeningen', '2', '--hellingen', '2', '--rondes', '0', '--rekenkernen', '1'],
  vergelijk: ['--doorrekeningen', '2', '--rekenkernen', '1'],
};

/** Eleven commands, some of which calculate: a limit against hanging. */
const patient = 900_000;

let cwd = '';
const said: { readonly words: readonly string[]; readonly answer: Said }[] = [];

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'doorstroom-uur-'));
  copyFileSync(counts, join(cwd, 'tellingen.csv'));
  for (const words of commands) {
    const answer = await doorstroom([...words, ...(fewer[words[0] ?? ''] ?? [])], { cwd });
    said.push({ words, answer });
    // The page has its reader fill in the new scenario with the one that it prints.
    if (words.join(' ').startsWith('nieuw scenario')) {
      writeFileSync(join(cwd, scenarioFile), fenced(text, 'yaml')[0] ?? '');
    }
  }
}, patient);
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

describe('a new municipality in an hour', () => {
  it('has the commands that it is about, and each of them works', () => {
    expect([...new Set(said.map(({ words }) => words[0]))]).toEqual(
      'nieuw controleer valideer kalibreer stroomschema vergelijk'.split(' '),
    );
    // Two draws may put an ijkpunt outside its band (1); a mistake would be 2.
    const wrong = said.filter(
      ({ words, answer }) => ![0, ...(words[0] === 'valideer' ? [1] : [])].includes(answer.code ?? -1),
    );
    expect(wrong.map(({ words, answer }) => `${words.join(' ')}: ${answer.err}`)).toEqual([]);
  });

  it('prints the first months of the counts that it works with', () => {
    const shown = (fenced(text, 'csv')[0] ?? '').trimEnd().split('\n');
    const real = readFileSync(counts, 'utf8').replace('\uFEFF', '').split('\r\n');
    expect(shown).toEqual(real.slice(0, shown.length));
  });

  it('ends with a report in which the scenario of the page stands beside ongewijzigd beleid', () => {
    const { out = '' } = said.at(-1)?.answer ?? {};
    expect(out).toContain('Meer tijd voor gesprekken bij Werk');
    const report = /Rapport: +(\S+)/.exec(out)?.[1] ?? '';
    expect(readFileSync(join(cwd, report), 'utf8')).toContain('Gemeente Voorbeeldstad');
  });

  it('names every parameter of the group that comes first, and the files that were made', () => {
    const table = readFileSync(join(cwd, parameterFile), 'utf8');
    const first = table
      .split('\r\n')
      .filter((line) => line.includes(';eerst invullen;'))
      .map((line) => line.split(';')[0] ?? '');
    expect(first.length).toBeGreaterThan(5);
    expect(first.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('warns of two mistakes in the words that the program has for them', async () => {
    const [thousand = '', comma = ''] = fenced(text, 'text').map((block) => block.trim());
    const [file, scenario] = [join(cwd, parameterFile), join(cwd, scenarioFile)];
    const [table, filled] = [readFileSync(file, 'utf8'), readFileSync(scenario, 'utf8')];
    writeFileSync(file, table.replace(/^(kosten\.traject;[^;]*);3500;/m, '$1;1.250;'));
    writeFileSync(scenario, filled.replace(/ {2}- [^]*$/, '  - { parameter: diagnose.uren, wordt: 3,5 }\n'));
    const { code, err } = await doorstroom(['controleer', '--organisatie', 'voorbeeldstad'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/^data\/voorbeeldstad\/parameters\.csv:\d+:\d+: /m);
    expect(err).toMatch(/^scenarios\/voorbeeldstad\/meer-uren\.yaml:\d+:\d+: /m);
    expect(err).toContain(thousand);
    expect(err).toContain(comma);
  });
});
