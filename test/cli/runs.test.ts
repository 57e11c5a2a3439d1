// What a run leaves behind and says: the same bytes on any number of threads, files for Excel, one JSON document, exit codes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/analysis/summary.js';
import type * as Experiment from '../../src/experiment/experiment.js';
import type * as Files from '../../src/cli/result-files.js';
import type * as Studies from '../../src/cli/study.js';
import { doorstroom, root, spawned, village, type Said } from './doorstroom.js';

const built = async (path: string): Promise<unknown> => import(pathToFileURL(join(root, 'dist', path)).href);
const draws = 3;
const compare = ['vergelijk', '--organisatie', 'dorp', '--doorrekeningen', String(draws)];

/** The one folder that a run has written. */
function runFolder(cwd: string): string {
  const [name = '', ...more] = readdirSync(join(cwd, 'reports'));
  expect(more).toEqual([]);
  return join(cwd, 'reports', name);
}

describe('a comparison', () => {
  const home = village();
  const elsewhere = village();
  let one: Said;
  let two: Said;

  beforeAll(async () => {
    [one, two] = await Promise.all([
      spawned([...compare, '--rekenkernen', '1'], { cwd: home }),
      doorstroom([...compare, '--rekenkernen', '2', '--json', '--map', join(elsewhere, 'reports')], { cwd: elsewhere }),
    ]);
  });

  it('ends with 0 whether or not the ambition is met, with a table no wider than 100 columns on stdout', () => {
    expect(one.code).toBe(0);
    expect(one.out).toContain('Ambitie: de landelijke trend volgen en 20 personen daaronder');
    expect(one.out).toContain('=Meer training');
    expect(one.out).toMatch(/Rapport: +reports\/dorp-[0-9a-f]{8}\/rapport\.html/);
    expect(Math.max(...one.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(one.err).toContain(`Doorrekenen van 2 scenario's: 6 van 6`);
  });

  it('with --json writes one document on stdout, and everything else on stderr', () => {
    expect(two.code).toBe(0);
    const summary = JSON.parse(two.out) as Summary;
    expect(summary).toMatchObject({ startgetal: '1', doorrekeningen: draws, tegen: 'ongewijzigd-beleid' });
    expect(summary.scenarios.map(({ id }) => id)).toEqual(['ongewijzigd-beleid', 'meer-training']);
    for (const scenario of summary.scenarios) {
      for (const field of ['volumeEindUitkeringen', 'verschilPersonen', 'resterendeOpgavePersonen'] as const) {
        expect(scenario[field]?.gemiddelde).toEqual(expect.any(Number));
        expect(scenario[field]?.marge).toEqual(expect.any(Number));
      }
      expect(scenario.kansAmbitie).toBeGreaterThanOrEqual(0);
      expect(scenario.verschilPersonen.uitkomst).toEqual(expect.any(String));
    }
    expect(two.err).toContain('rapport.html');
  });

  it('writes the same bytes on one thread and on two, in whichever folder', () => {
    const [a, b] = [runFolder(home), runFolder(elsewhere)];
    expect(readdirSync(a).sort()).toEqual(
      ['doorrekeningen.csv.gz', 'rapport.html', 'run.json', 'samenvatting.csv', 'verloop.json', 'volgkaart.csv'].sort(),
    );
    for (const name of ['rapport.html', 'samenvatting.csv', 'doorrekeningen.csv.gz', 'run.json']) {
      expect(readFileSync(join(b, name)).equals(readFileSync(join(a, name))), name).toBe(true);
    }
  });

  it('has the same draws inline, without any thread', async () => {
    const { runExperiment } = (await built('experiment/experiment.js')) as typeof Experiment;
    const { openStudy, planOf, plannedScenario } = (await built('cli/study.js')) as typeof Studies;
    const { drawsTable } = (await built('cli/result-files.js')) as typeof Files;
    const study = openStudy('dorp', 'all', [home, root]);
    const planned = study.scenarios.map(({ scenario }) => plannedScenario(scenario, study.all));
    const plan = planOf(study, {
      scenarios: [...planned].reverse(),
      draws,
      seed: '1',
      uncertainty: 'on',
      trend: 'gerealiseerd',
    });
    const inline = await drawsTable(await runExperiment(plan, { threads: 'inline' }), false);
    expect(Buffer.from(inline).equals(readFileSync(join(runFolder(home), 'doorrekeningen.csv.gz')))).toBe(true);
  });

  it('leaves a summary that Dutch Excel opens: BOM, semicolons, decimal commas, CRLF, no formulas', () => {
    const text = readFileSync(join(runFolder(home), 'samenvatting.csv'), 'utf8');
    expect(text.startsWith('\uFEFFscenario;naam;')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [header = [], base = [], other = []] = text.split('\r\n').map((line) => line.split(';'));
    expect(base).toHaveLength(header.length);
    // A name that begins with = would be calculated; an apostrophe makes it text.
    expect(other[1]).toBe("'=Meer training");
    expect(other[header.indexOf('marge_verschil_personen')]).toMatch(/^\d+(,\d+)?$/);
    expect(text).not.toMatch(/\d\.\d/);
  });

  it('leaves every draw for machines: commas, points, no BOM, no name that is not a number', () => {
    const text = gunzipSync(readFileSync(join(runFolder(home), 'doorrekeningen.csv.gz'))).toString('utf8');
    const [header, ...rows] = text.trimEnd().split('\n');
    expect(header).toBe('scenario,doorrekening,maat,plaats,groep,periode,eenheid,waarde');
    expect(new Set(rows.map((row) => row.split(',')[1]))).toEqual(new Set(['1', '2', '3']));
    expect(rows.some((row) => /NaN|undefined|null/.test(row))).toBe(false);
  });

  it('records what it was made from, without a place on this machine', () => {
    const text = readFileSync(join(runFolder(home), 'run.json'), 'utf8');
    const run = JSON.parse(text) as { opdracht: string; invoer: Record<string, string> };
    expect(run.opdracht).toBe('doorstroom vergelijk --organisatie dorp --doorrekeningen 3 --startgetal 1');
    expect(Object.keys(run.invoer)).toEqual(
      expect.arrayContaining([
        'data/dorp/parameters.csv',
        'data/landelijk/trend.csv',
        'scenarios/dorp/meer-training.yaml',
      ]),
    );
    expect(text).not.toContain(home);
    expect(text).not.toContain(root);
  });
});

describe('a run that cannot be finished', () => {
  it('ends with 130 at Ctrl-C, and has written nothing', async () => {
    const cwd = village();
    const onNote = (text: string, child: { kill: (signal: 'SIGINT') => boolean }): void => {
      if (text.includes('Doorrekenen')) child.kill('SIGINT');
    };
    const { code, out, err } = await spawned([...compare.slice(0, -1), '500'], { cwd, onNote });
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toContain('Afgebroken; er is niets weggeschreven.');
    expect(readdirSync(cwd).sort()).toEqual(['data', 'scenarios']);
  });

  it('ends with 2 when a file stands in the way of the folder', async () => {
    const cwd = village({ uitkomst: 'van iemand anders' });
    const { code, err } = await spawned([...compare.slice(0, -1), '1', '--map', 'uitkomst'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(
      /uitkomst.*: kan niet worden geschreven: er staat een bestand of map met deze naam in de weg\./,
    );
    expect(readFileSync(join(cwd, 'uitkomst'), 'utf8')).toBe('van iemand anders');
  });
});

describe('valideer', () => {
  const asked = ['valideer', 'dorp', '--doorrekeningen', '3'];

  it('ends with 0 when nothing is buiten, and says what that is worth', async () => {
    const { code, out } = await doorstroom(asked, { cwd: village() });
    expect(code).toBe(0);
    expect(out).toContain('5 binnen, 0 te onzeker, 0 buiten.');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(out.replaceAll('\n', ' ')).toContain('Of het ook voorspelt, blijkt alleen uit een terugtoets.');
  });

  it('ends with 1 when an ijkpunt is buiten, also with --json', async () => {
    const { code, out } = await spawned([...asked, '--met', 'training.aandeel=0', '--json'], { cwd: village() });
    expect(code).toBe(1);
    const said = JSON.parse(out) as { geslaagd: boolean; ijkpunten: { id: string; uitkomst: string }[] };
    expect(said.geslaagd).toBe(false);
    const outcomes = Object.fromEntries(said.ijkpunten.map(({ id, uitkomst }) => [id, uitkomst]));
    expect(outcomes).toMatchObject({ 'naar-training': 'buiten', 'zonder-uitkering': 'binnen' });
  });
});

describe('the terminal', () => {
  it('prints the knobs and the process within 100 columns, and without colour into a pipe', async () => {
    const cwd = village();
    for (const args of [
      ['stroomschema', 'dorp', '--knoppen'],
      ['stroomschema', 'dorp'],
      ['controleer', '--organisatie', 'dorp'],
    ]) {
      const { code, out } = await doorstroom(args, { cwd });
      expect(code).toBe(0);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
      expect(out).not.toContain('\u001b');
    }
  });

  it('takes a reader that stops reading for what it is', async () => {
    const { code, err } = await spawned(['stroomschema', 'dorp', '--knoppen', '--json'], {
      cwd: village(),
      closeEarly: true,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});
