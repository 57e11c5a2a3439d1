// Every mistake that a user can make in a file: told all at once, each with its place and a way out, and nothing is written.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doorstroom, root, village } from './doorstroom.js';

const scenario = (lines: string): string => `naam: Proef\nwijzigingen:\n${lines}`;
const change = (parameter: string, value: string, more = ''): string =>
  scenario(`  - parameter: ${parameter}\n    wordt: ${value}\n${more}`);

/** Scenario files, each with one mistake, and what must be said about it. */
const wrongScenarios: Record<string, readonly [text: string | Uint8Array, said: string]> = {
  'a.yaml': [
    change('training.aandel', '40%'),
    ":3:5: parameter 'training.aandel' bestaat niet in dorp. Bedoelde u 'training.aandeel'?",
  ],
  'b.yaml': [
    change('training.aandeel', '140%'),
    ":4:5: parameter 'training.aandeel': een aandeel ligt tussen 0 en 100 %, gevonden 140 %.",
  ],
  'c.yaml': [change('kamers', '1.250'), ":4:5: '1.250' kan 1250 of 1,25 betekenen; schrijf 1250 of 1,25."],
  'd.yaml': [
    change('kamers', '70', '    vanaf: 2019-02-30\n'),
    ":5:5: '2019-02-30' bestaat niet: februari 2019 heeft 28 dagen.",
  ],
  'e.yaml': [scenario('  - { parameter: instroom, plus: 3,5 }\n'), ":3:36: '5' staat los achter een komma"],
  'f.yaml': ['', ': het bestand is leeg.'],
  'g.yaml': [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), ': dit is geen tekstbestand'],
  'h.csv': [
    'scenario;parameter;bewerking;waarde;waarde\nProef;instroom;plus;3;4\n',
    ":1:37: kolom 'waarde' staat er twee keer.",
  ],
  'i.yaml': [
    `organisatie: dorpp\n${change('kamers', '70')}`,
    ":1:1: dit scenario is voor 'dorpp', maar er wordt gerekend voor 'dorp'.",
  ],
  'j.yaml': ['naam: Proef\nwijzigigen: []\n', ":2:1: veld 'wijzigigen' is onbekend. Bedoelde u 'wijzigingen'?"],
  'k.xlsx': [
    new Uint8Array([0x50, 0x4b, 3, 4]),
    ": een scenario staat in een bestand dat op .yaml of .csv eindigt, niet op .xlsx. Kies in Excel 'Opslaan als'",
  ],
};

/** A copy of the village in which pieces of its own files are replaced. */
function changed(edits: readonly (readonly [file: string, from: string, to: string])[]): string {
  const folder = village();
  const texts = new Map<string, string>();
  for (const [file, from, to] of edits) {
    const before = texts.get(file) ?? readFileSync(join(folder, file), 'utf8');
    if (!before.includes(from)) throw new Error(`'${from}' is not in ${file}`);
    texts.set(file, before.replace(from, to));
  }
  return village(Object.fromEntries(texts));
}

const process = 'data/dorp/werkproces.yaml';
const population = 'data/dorp/bevolking.yaml';
const parameters = 'data/dorp/parameters.csv';

describe('mistakes in files', () => {
  it('of scenarios are told all at once, in order, each with its place and a way out; nothing is written', async () => {
    const files = Object.entries(wrongScenarios).map(([name, [text]]) => [`scenarios/dorp/${name}`, text] as const);
    const cwd = village(Object.fromEntries(files));
    const asked = [...files.map(([name]) => name), 'scenarios/dorp/zoek.yaml'];
    const { code, out, err } = await doorstroom(['vergelijk', ...asked, '--organisatie', 'dorp'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const lines = err.trimEnd().split('\n');
    const wanted = [
      ...Object.entries(wrongScenarios).map(([name, [, said]]) => `scenarios/dorp/${name}${said}`),
      'scenarios/dorp/zoek.yaml: het bestand bestaat niet.',
    ];
    expect(lines.slice(0, -1).map((line, index) => line.slice(0, wanted[index]?.length))).toEqual(wanted);
    expect(lines.at(-1)).toBe('Fout: er zijn 12 fouten gevonden; er is niets weggeschreven.');
    expect(readdirSync(cwd).sort()).toEqual(['data', 'scenarios']);
  });

  it.each([
    [
      'a station that does not exist, a loop without a way out, and a scenario beside them',
      [
        [process, 'to: poort', 'to: port'],
        [
          process,
          '  bestand:\n',
          '  kring:\n    kind: router\n    outcomes:\n      - rest: true\n        to: kring\n  bestand:\n',
        ],
        ['scenarios/dorp/meer-training.yaml', 'training.aandeel', 'training.aandel'],
      ],
      [
        `${process}:54:9: station 'port' bestaat niet. Bedoelde u 'poort'?`,
        /werkproces\.yaml:92:5: hier kan iemand eindeloos rondgaan .*geef een uitkomst/,
        "scenarios/dorp/meer-training.yaml:6:5: parameter 'training.aandel' bestaat niet in dorp. Bedoelde u 'training.aandeel'?",
      ],
    ],
    [
      'a decimal comma between braces',
      [[population, '{ untilMonths: 24, perMonth: ', '{ untilMonths: 3,5, perMonth: ']],
      [/bevolking\.yaml:\d+:\d+: '5' staat los achter een komma.*\(3\.5\)/],
    ],
    [
      'a number that can be read in two ways, a share above 1 and a word that is no status',
      [
        [parameters, 'instroom;250', 'instroom;1.250'],
        [parameters, 'training.aandeel;25 %;20 %;30 %', 'training.aandeel;2,5;20 %;30 %'],
        [parameters, 'fte;aanname', 'fte;anname'],
      ],
      [
        `${parameters}:2:10: '1.250' kan 1250 of 1,25 betekenen`,
        /parameters\.csv:9:\d+: .*tussen 0 en 100 %, gevonden 250 %/,
        /status 'anname' bestaat niet\. Bedoelde u 'aanname'\?/,
      ],
    ],
    [
      'a header that stands there twice',
      [[parameters, 'laag;hoog', 'laag;laag']],
      [`${parameters}:1:23: kolom 'laag' staat er twee keer.`],
    ],
    [
      'a parameter in the process that the table does not have',
      [[process, "'@kamers'", "'@kamer'"]],
      [/werkproces\.yaml:30:\d+: .*'kamer'.*Bedoelde u 'kamers'\?/],
    ],
    [
      'a formula that selects nothing, before anything runs',
      [['data/dorp/ijkpunten.csv', 'stroom|poort>training', 'stroom|poort>trainin']],
      [/ijkpunten\.csv:3:\d+: naar-training: niets gemeten dat 'stroom\|poort>trainin' heet/],
    ],
    [
      'an ambition that ends after the run',
      [[parameters, 'ambitie.jaren;2', 'ambitie.jaren;8']],
      [
        `${parameters}:20:1: de ambitie loopt van 2019-07 tot 2027-07, maar de doorrekening meet van 2019-07 tot en met 2021-07.`,
      ],
    ],
  ] as const)('%s: exit 2, with file, line and column', async (_, edits, wanted) => {
    const cwd = changed(edits);
    const { code, out, err } = await doorstroom(['vergelijk', '--organisatie', 'dorp'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const said of wanted) expect(err).toMatch(said);
    expect(err).not.toMatch(/\n {4}at |fout van doorstroom zelf|undefined|NaN/);
    expect(existsSync(join(cwd, 'reports'))).toBe(false);
  });

  it.each([
    ['missing', undefined, ': het bestand bestaat niet.'],
    ['empty', '', ': het bestand is leeg.'],
    ['binary', new Uint8Array([1, 0, 2, 0]), ': dit is geen tekstbestand'],
  ])('of an organisation whose files are %s are about the file', async (_, content, said) => {
    const cwd = village({
      'data/stad/werkproces.yaml': readFileSync(join(root, 'test/fixtures/klein', process)),
      'data/stad/bevolking.yaml': readFileSync(join(root, 'test/fixtures/klein', population)),
      ...(content === undefined ? {} : { 'data/stad/parameters.csv': content }),
    });
    const { code, err } = await doorstroom(['valideer', 'stad'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(`data/stad/parameters.csv${said}`);
  });

  it('an organisation that is not there is named with those that are', async () => {
    const { code, err } = await doorstroom(['valideer', 'drop'], { cwd: village() });
    expect(code).toBe(2);
    expect(err).toMatch(/organisatie 'drop' bestaat niet\. Bedoelde u 'dorp'\? Er zijn: .*dorp/);
  });

  it('on the command line (--met) are read as in a scenario file', async () => {
    const met = ['instrom=300', 'kamers=40%', 'training.aandeel=3', 'kamers=1.250'].flatMap((text) => ['--met', text]);
    const { code, err } = await doorstroom(['valideer', 'dorp', ...met], { cwd: village() });
    expect(code).toBe(2);
    expect(err).toContain("--met instrom=300: parameter 'instrom' bestaat niet in dorp. Bedoelde u 'instroom'?");
    expect(err).toContain("--met kamers=40%: waarde '40%' staat in %, maar de eenheid is plaatsen.");
    expect(err).toContain('--met training.aandeel=3: ');
    expect(err).toContain("--met kamers=1.250: '1.250' kan 1250 of 1,25 betekenen");
  });
});

describe('what came with the program', () => {
  const organisations = readdirSync(join(root, 'data')).filter((id) =>
    existsSync(join(root, 'data', id, 'werkproces.yaml')),
  );

  // That those of the others can be read too is a test of their shelves (test/scenarios.test.ts).
  it.each(['arnhem', 'tilburg-noma'])('%s and all its scenarios have no mistakes', async (id) => {
    const { code, out, err } = await doorstroom(['controleer', '--organisatie', id]);
    expect({ code, mistakes: err.includes('Fout:') }).toEqual({ code: 0, mistakes: false });
    expect(out).toContain('In orde: ');
  });

  it('holds at least one organisation, and no scenarios of others', () => {
    expect(organisations.length).toBeGreaterThan(0);
    expect(readdirSync(join(root, 'scenarios')).filter((id) => !organisations.includes(id))).toEqual([]);
  });
});
