// doorstroom nieuw: a folder that works at once, that never takes the place of another, and of which nothing is left when anything is wrong.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorstroom, root } from './doorstroom.js';

/** Runs of a whole chain, on a machine that may be doing other things: a limit against hanging. */
const patient = 600_000;
const own = readFileSync(join(root, 'test/fixtures/voorbeeldstad/tellingen.csv'));

const scratch: string[] = [];
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true });
});

function emptyFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-nieuw-'));
  scratch.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Every file below a folder with what is in it. */
function contents(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

function valueIn(table: string, parameter: string): number {
  const row = table.split('\r\n').find((line) => line.startsWith(`${parameter};`));
  return Number(row?.split(';')[2]?.replace(',', '.'));
}

describe('an organisation made from its size', () => {
  let cwd = '';
  beforeAll(async () => {
    cwd = emptyFolder();
    const made = await doorstroom(
      ['nieuw', 'organisatie', 'dorp-aan-zee', '--volume', '1000', '--instroom', '220', '--label', "'s-Dorp"],
      { cwd },
    );
    expect(made.code).toBe(0);
    expect(made.out).toContain('Omvang: 1.000 uitkeringen, 220 toekenningen en 220 beëindigingen per jaar.');
    expect(made.err).toContain('is een rekenvoorbeeld zonder toeval, geen telling');
  });

  it('has all its files, with nothing left to fill in by the program, and nothing beside them', () => {
    const files = contents(cwd);
    expect([...files.keys()]).toEqual([
      ...[
        'bevolking.yaml',
        'bronnen.md',
        'ijking.csv',
        'ijkpunten.csv',
        'parameters.csv',
        'tellingen.csv',
        'werkproces.yaml',
      ].map((name) => `data/dorp-aan-zee/${name}`),
      'scenarios/dorp-aan-zee/ongewijzigd-beleid.yaml',
      'scenarios/dorp-aan-zee/traject-verbreden.yaml',
    ]);
    expect([...files].filter(([, text]) => /[«»]|NaN|undefined|Infinity/.test(text)).map(([name]) => name)).toEqual([]);
  });

  it('is read without a mistake or an unused number, with its label, and is not too busy', async () => {
    const { code, out, err } = await doorstroom(['controleer', 'dorp-aan-zee'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain("In orde: 2 scenario's van 's-Dorp.");
  });

  it(
    'gives back the flows it was made from',
    async () => {
      const { code, out } = await doorstroom(
        ['valideer', 'dorp-aan-zee', '--doorrekeningen', '8', '--rekenkernen', '2', '--json'],
        { cwd },
      );
      expect(code).toBe(0);
      const { ijkpunten } = JSON.parse(out) as { ijkpunten: { id: string; gemiddelde: number }[] };
      const model = new Map(ijkpunten.map(({ id, gemiddelde }) => [id, gemiddelde]));
      // Chance of a year of 220: a deviation of 15, over eight draws 5; the sizing itself is good to a few percent.
      for (const [id, wanted] of [
        ['stand', 1000],
        ['instroom', 220],
        ['uitstroom', 220],
      ] as const) {
        expect(Math.abs((model.get(id) ?? NaN) / wanted - 1)).toBeLessThan(0.1);
      }
    },
    patient,
  );

  it(
    'finds the three levels back from months that the minimal folder made itself',
    async () => {
      const few = ['--doorrekeningen', '6', '--hellingen', '4', '--rondes', '2', '--rekenkernen', '2'];
      const { code, out } = await doorstroom(
        ['kalibreer', 'dorp-aan-zee', '--hersteltoets', '--tellingen', 'geen', '--naar', 'herstel.csv', ...few],
        { cwd },
      );
      expect(code).toBe(0);
      const table = out.slice(out.indexOf('Hersteltoets'));
      /** Where it began, what made the months, and what was found. */
      const numbers = (name: string): number[] => {
        const row = table.split('\n').find((line) => line.startsWith(name)) ?? '';
        return [...row.slice(name.length).matchAll(/\d[\d.]*(?:,\d+)?/g)]
          .slice(0, 3)
          .map(([text]) => Number(text.replaceAll('.', '').replace(',', '.')));
      };
      const [began = NaN, made = NaN, found = NaN] = numbers('instroom.aanvragen');
      expect(Math.abs(found - made)).toBeLessThan(Math.abs(began - made));
      for (const name of ['instroom.aanvragen', 'uitstroom.niveau', 'voorraad.uitkeringen']) {
        const [, truth = NaN, back = NaN] = numbers(name);
        expect(Math.abs(back / truth - 1)).toBeLessThan(0.03);
      }
    },
    patient,
  );

  it('is not written again: what is there is named, and stays byte for byte', async () => {
    const before = contents(cwd);
    const { code, out, err } = await doorstroom(['nieuw', 'organisatie', 'dorp-aan-zee'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('data/dorp-aan-zee en scenarios/dorp-aan-zee bestaan al en worden niet overschreven');
    expect(contents(cwd)).toEqual(before);
  });

  it('gets a scenario to fill in that is in order as it is written, and not twice', async () => {
    const ask = ['nieuw', 'scenario', 'meer-tijd', '--organisatie', 'dorp-aan-zee'];
    const made = await doorstroom(ask, { cwd });
    expect(made.code).toBe(0);
    const file = 'scenarios/dorp-aan-zee/meer-tijd.yaml';
    const text = contents(cwd).get(file) ?? '';
    const checked = await doorstroom(['controleer', file, '--organisatie', 'dorp-aan-zee'], { cwd });
    expect({ code: checked.code, said: checked.out.includes('Meer tijd (meer-tijd)') }).toEqual({
      code: 0,
      said: true,
    });
    // With the marks of its example taken away the example itself is in order too.
    writeFileSync(join(cwd, file), text.replace('wijzigingen: []', 'wijzigingen:').replace(/^# {2}(?=[- ])/gm, '  '));
    const filled = await doorstroom(['controleer', file, '--organisatie', 'dorp-aan-zee'], { cwd });
    expect(filled.err).toBe('');
    expect(filled.out).toContain('inkomen.fte');
    const again = await doorstroom(ask, { cwd });
    expect(again.code).toBe(2);
    expect(again.err).toContain(`${file} bestaat al en wordt niet overschreven`);
  });
});

describe('an organisation made from its own counts', () => {
  it('begins a year before them, has their size, and keeps them as they are', async () => {
    const cwd = emptyFolder({ 'mijn tellingen.csv': own });
    const { code, out, err } = await doorstroom(
      ['nieuw', 'organisatie', 'voorbeeldstad', '--tellingen', 'mijn tellingen.csv'],
      { cwd },
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Tellingen: 2023-01 tot en met 2025-06.');
    const files = contents(cwd);
    expect(files.get('data/voorbeeldstad/werkproces.yaml')).toMatch(/start: 2022-01-01\n {2}measureFrom: 2023-01-01\n/);
    expect(readFileSync(join(cwd, 'data/voorbeeldstad/tellingen.csv')).equals(own)).toBe(true);
    const rows = own
      .toString('utf8')
      .trimEnd()
      .split('\r\n')
      .slice(1, 13)
      .map((line) => line.split(';').map(Number));
    const sum = (column: number): number => rows.reduce((total, row) => total + (row[column] ?? NaN), 0);
    const stock = valueIn(files.get('data/voorbeeldstad/parameters.csv') ?? '', 'voorraad.uitkeringen');
    expect(stock).toBe((rows[0]?.[1] ?? NaN) + sum(3) - sum(2));
  });
});

describe('what cannot be made leaves nothing behind', () => {
  it.each([
    ['a name with capitals', ['Gemeente X'], "'Gemeente X' kan geen naam zijn.", 'Bijvoorbeeld: gemeente-x.'],
    ['a name that leads elsewhere', ['../stad'], "'../stad' kan geen naam zijn.", 'Bijvoorbeeld: stad.'],
    ['a name that Windows keeps for a device', ['con'], "'con' kan geen naam zijn.", ''],
    ['an organisation that came with the program', ['arnhem'], 'data/arnhem kwam met het programma mee', ''],
    ['the folder of national figures', ['landelijk'], 'data/landelijk kwam met het programma mee', ''],
    ['counts with a hole', ['stad', '--tellingen', 'gat.csv'], 'gat.csv:3:1: na 2023-01 hoort 2023-02', ''],
    [
      'counts with a thousand that has a point',
      ['stad', '--tellingen', 'punt.csv'],
      "punt.csv:2:9: '2.874' kan 2874 of 2,874",
      '',
    ],
    ['counts that are not there', ['stad', '--tellingen', 'weg.csv'], 'weg.csv: het bestand bestaat niet.', ''],
    [
      'counts and a volume',
      ['stad', '--tellingen', 'goed.csv', '--volume', '90'],
      'kies: --tellingen, of --volume',
      '',
    ],
    [
      'an inflow of a month for that of a year',
      ['stad', '--volume', '3000', '--instroom', '50'],
      'dat is 2 procent',
      '',
    ],
    ['a label of nothing', ['stad', '--label', ' '], "--label: gevonden ' '", ''],
  ])('%s', async (_, args, said, more) => {
    const cwd = emptyFolder({
      'gat.csv': 'maand;volume;instroom;uitstroom\n2023-01;100;2;2\n2023-03;100;2;2\n',
      'punt.csv': 'maand;volume;instroom;uitstroom\n2023-01;2.874;50;50\n2023-02;2.874;50;50\n',
      'goed.csv': own,
    });
    const before = contents(cwd);
    const { code, out, err } = await doorstroom(['nieuw', 'organisatie', ...args], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err).toContain(more);
    expect(contents(cwd)).toEqual(before);
    expect(readdirSync(cwd).sort()).toEqual(['gat.csv', 'goed.csv', 'punt.csv']);
  });

  it('a template with a mistake, of the user: it is named, and no folder is there', async () => {
    const process = 'data/landelijk/nieuw/organisatie/data/werkproces.yaml';
    const template = contents(join(root, 'data/landelijk/nieuw'));
    const cwd = emptyFolder(
      Object.fromEntries([...template].map(([name, text]) => [`data/landelijk/nieuw/${name}`, text])),
    );
    writeFileSync(join(cwd, process), readFileSync(join(cwd, process), 'utf8').replace('to: intake', 'to: intak'));
    const { code, err } = await doorstroom(['nieuw', 'organisatie', 'stad'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("station 'intak' bestaat niet. Bedoelde u 'intake'?");
    expect(readdirSync(cwd)).toEqual(['data']);
    expect(readdirSync(join(cwd, 'data'))).toEqual(['landelijk']);
  });
});

it('a scenario for an organisation that came with the program comes where the user is, not in a folder that hides its shelf', async () => {
  const cwd = emptyFolder();
  const { code, out } = await doorstroom(['nieuw', 'scenario', 'proef', '--organisatie', 'arnhem'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('doorstroom controleer proef.yaml --organisatie arnhem');
  expect(readdirSync(cwd)).toEqual(['proef.yaml']);
  const known = await doorstroom(['nieuw', 'scenario', 'nazorg', '--organisatie', 'arnhem'], { cwd });
  expect(known.code).toBe(2);
  expect(known.err).toContain("er is al een scenario 'nazorg'");
});

it('without a kind the help is said, and an unknown kind is refused in Dutch', async () => {
  const help = await doorstroom(['nieuw', '--help']);
  expect(help.code).toBe(0);
  expect(help.out).toContain('organisatie [opties] <naam>');
  expect((await doorstroom(['nieuw', 'organisatie', '--help'])).out).toContain('Argumenten:');
  const wrong = await doorstroom(['nieuw', 'scenarios', 'x']);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain("opdracht 'scenarios' bestaat niet. Bedoelde u scenario?");
});
