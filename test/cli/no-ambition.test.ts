// A village that states no ambition, and a series that ends half-way: what the terminal, the tables and the document say.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/analysis/summary.js';
import type { CurveDocument } from '../../src/cli/curve-table.js';
import { doorstroom, root, village, type Said } from './doorstroom.js';

const parameters = readFileSync(join(root, 'test/fixtures/klein/data/dorp/parameters.csv'), 'utf8');
const without = { 'data/dorp/parameters.csv': parameters.replace(/^ambitie\.personen;.*\r?\n/m, '') };
const compare = ['vergelijk', '--organisatie', 'dorp', '--doorrekeningen', '2', '--rekenkernen', '1'];
/** Without line ends, of which only the terminal decides where they are. */
const flowing = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('a comparison without ambitie.personen', () => {
  const home = village(without);
  let said: Said;
  beforeAll(async () => {
    said = await doorstroom(compare, { cwd: home });
  });

  it('says so first, and has no columns about it', () => {
    expect(said.code).toBe(0);
    expect(flowing(said.out)).toMatch(
      /^Er is geen ambitie opgegeven \(parameter ambitie\.personen\): de scenario's liggen naast ongewijzigd beleid en de landelijke trend, van 1 juli 2019 tot 1 juli 2021\. /,
    );
    expect(said.out).toContain('verschil in');
    expect(said.out).not.toMatch(/resterende|opgave|kans op|NaN/);
    expect(Math.max(...said.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    // The national series begins on 1 April 2018 and ends on 1 January 2023.
    expect(said.err).not.toContain('trendreeks');
  });

  it('keeps the columns of samenvatting.csv, empty, so that tables of several organisations fit under each other', () => {
    const folder = join(home, 'reports', readdirSync(join(home, 'reports'))[0] ?? '');
    const [head = '', ...rows] = readFileSync(join(folder, 'samenvatting.csv'), 'utf8').trimEnd().split('\r\n');
    const columns = head.split(';');
    const names = ['resterende_opgave_personen', 'marge_resterende_opgave_personen', 'kans_ambitie'];
    const cells = rows.map((row) => names.map((name) => row.split(';')[columns.indexOf(name)]));
    expect(cells).toEqual([
      ['', '', ''],
      ['', '', ''],
    ]);
  });

  it('gives null in the document, and an ambition line that is the trend line', async () => {
    const { out } = await doorstroom([...compare, '--json'], { cwd: home });
    const summary = JSON.parse(out) as Summary;
    expect(summary.ambitie).toEqual({ begin: '2019-07', eind: '2021-07', personenMinder: null });
    expect(summary.ambitielijnPersonen).toEqual(summary.trendlijnPersonen);
    expect(summary.zekerheid?.nodig).toEqual([]);
    expect(summary).not.toHaveProperty('vlakkeTrend');
    for (const { resterendeOpgavePersonen, kansAmbitie } of summary.scenarios) {
      expect([resterendeOpgavePersonen, kansAmbitie]).toEqual([null, null]);
    }
  });
});

describe('other commands without ambitie.personen', () => {
  it('gevoeligheid asks of no number whether it reaches it, and leaves the columns of the task empty', async () => {
    const home = village(without);
    const args = ['gevoeligheid', 'dorp', '--doorrekeningen', '2', '--rekenkernen', '1', '--parameters', 'instroom'];
    const { code, out } = await doorstroom(args, { cwd: home });
    expect(code).toBe(0);
    expect(out).not.toContain('ambitie');
    const [head = '', row = ''] = readFileSync(join(home, 'reports', 'gevoeligheid-dorp.csv'), 'utf8').split('\r\n');
    const at = head.split(';').indexOf('opgave_laag');
    expect(row.split(';').slice(at, at + 3)).toEqual(['', '', '']);
  });

  it('curve tells what a programme does, and not what would be needed', async () => {
    const home = village(without);
    const asked = ['curve', 'dorp', '--parameter', 'training.aandeel', '--station', 'training'];
    const args = [...asked, '--doorrekeningen', '2', '--waarden', '25% 50%'];
    const { out } = await doorstroom(args, { cwd: home });
    expect(out).toContain('verschil');
    expect(out).not.toMatch(/[Nn]odig netto|gevraagde|ambitie/);
    const document = JSON.parse((await doorstroom([...args, '--json'], { cwd: home })).out) as CurveDocument;
    expect(document.ambitie.personenMinder).toBeNull();
    const last = document.varianten[0]?.punten.at(-1);
    expect(last?.nodigNetto).toBeNull();
    expect(last?.behaaldNetto).toEqual(expect.any(Number));
  });
});

it('an ambition of 0 is to follow the trend', async () => {
  const zero = parameters.replace('ambitie.personen;20;', 'ambitie.personen;0;');
  const { out } = await doorstroom(compare, { cwd: village({ 'data/dorp/parameters.csv': zero }) });
  expect(out).toContain('Ambitie: de landelijke trend volgen, van 1 juli 2019 tot 1 juli 2021.');
  expect(out).toContain('kans op');
});

describe('a series that ends a year before the ambition does', () => {
  const national = readFileSync(join(root, 'data', 'landelijk', 'trend.csv'), 'utf8');
  // The second quarter of 2020 ends on 1 July; the ambition on 1 July 2021.
  const short = national
    .split('\r\n')
    .filter((line) => !/^\d/.test(line) || line < '2020-K3')
    .join('\r\n');
  const home = village({ 'kort.csv': short });

  it('is told before anything runs, and the trend is then called partly flat', async () => {
    const { code, out, err } = await doorstroom([...compare, '--trendbestand', 'kort.csv'], { cwd: home });
    expect(code).toBe(0);
    expect(flowing(err)).toContain(
      'Let op: de trendreeks loopt van 1 april 2018 tot 1 juli 2020; daarna is de trend vlak, dus zegt hij niet wat er landelijk gebeurde; met --trend vlak wordt zonder reeks gerekend, met --trendbestand op een eigen reeks.',
    );
    expect(out).toContain('Ambitie: de deels vlakke trend volgen en 20 personen daaronder');
    expect(out).not.toContain('landelijke trend');
  });

  it('stands in the document, with the flat trend that was asked', async () => {
    const partly = await doorstroom([...compare, '--json', '--trendbestand', 'kort.csv'], { cwd: home });
    expect((JSON.parse(partly.out) as Summary).vlakkeTrend).toEqual({
      deel: 'deels',
      reeks: { begin: '2018-04', eind: '2020-07' },
    });
    const flat = await doorstroom([...compare, '--json', '--trend', 'vlak'], { cwd: home });
    expect(flat.err).not.toContain('trendreeks');
    expect((JSON.parse(flat.out) as Summary).vlakkeTrend).toEqual({ deel: 'geheel', reeks: null });
  });
});

describe('a process whose inflow and exits do not follow the country', () => {
  const population = readFileSync(join(root, 'test/fixtures/klein/data/dorp/bevolking.yaml'), 'utf8');
  const home = village({ 'data/dorp/bevolking.yaml': population.replace(/^ *series: '@trend\..*\r?\n/gm, '') });
  const commandOf = (folder: string): string => {
    const text = readFileSync(join(home, folder, readdirSync(join(home, folder))[0] ?? '', 'run.json'), 'utf8');
    return (JSON.parse(text) as { opdracht: string }).opdracht;
  };

  it('is laid beside a flat line, and the command that is written down says so', async () => {
    const { code, out } = await doorstroom([...compare, '--map', 'vanzelf'], { cwd: home });
    expect(code).toBe(0);
    expect(flowing(out)).not.toContain('landelijke trend');
    expect(commandOf('vanzelf')).toContain('--trend vlak');
  });

  it('is laid beside the country when that is asked', async () => {
    const { out } = await doorstroom([...compare, '--map', 'gevraagd', '--trend', 'gerealiseerd'], { cwd: home });
    expect(flowing(out)).toContain('de landelijke trend');
    expect(commandOf('gevraagd')).not.toContain('--trend');
  });
});
