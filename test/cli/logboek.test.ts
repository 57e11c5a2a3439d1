// doorstroom logboek as a user runs it: two files in a folder of their own, the same bytes for the same question.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { doorstroom, village } from './doorstroom.js';

/** Files of the one folder that was written, by name; bytes as letters, which compare fast. */
function contents(cwd: string): Record<string, string> {
  const [folder = ''] = readdirSync(join(cwd, 'reports'));
  const files = readdirSync(join(cwd, 'reports', folder));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(cwd, 'reports', folder, name), 'latin1')]));
}

describe('doorstroom logboek', () => {
  it('writes a table and an XES, says that nobody in it exists, and gives the same bytes again', async () => {
    const runs: { folder: string[]; files: Record<string, string> }[] = [];
    for (const cwd of [village(), village()]) {
      const { code, out } = await doorstroom(['logboek', 'dorp'], { cwd });
      expect(code).toBe(0);
      expect(out).toMatch(
        /^[\d.]+ zaken met [\d.]+ gebeurtenissen van fictieve cliënten; niemand in dit logboek bestaat\.$/m,
      );
      expect(out).toMatch(/^reports\/logboek-dorp-[\da-f]{8}\/logboek\.xes$/m);
      runs.push({ folder: readdirSync(join(cwd, 'reports')), files: contents(cwd) });
    }
    expect(Object.keys(runs[0]?.files ?? {})).toEqual(['logboek.csv', 'logboek.xes', 'run.json']);
    expect(runs[1]).toEqual(runs[0]);
  });

  it('packs the same text with --gz, and writes only what was asked for', async () => {
    const plain = village();
    const packed = village();
    await doorstroom(['logboek', 'dorp', '--vorm', 'xes'], { cwd: plain });
    await doorstroom(['logboek', 'dorp', '--vorm', 'xes', '--gz'], { cwd: packed });
    expect(Object.keys(contents(plain))).toEqual(['logboek.xes', 'run.json']);
    expect(Object.keys(contents(packed))).toEqual(['logboek.xes.gz', 'run.json']);
    const bytes = Buffer.from(contents(packed)['logboek.xes.gz'] ?? '', 'latin1');
    expect(gunzipSync(bytes).toString('latin1')).toBe(contents(plain)['logboek.xes']);
  });

  it('takes a scenario, another doorrekening and a period', async () => {
    const cwd = village();
    const file = join('scenarios', 'dorp', 'meer-training.yaml');
    const options = ['--scenario', file, '--doorrekening', '2', '--periode', '2020-01..2020-03', '--vorm', 'csv'];
    expect((await doorstroom(['logboek', 'dorp', ...options], { cwd })).code).toBe(0);
    const files = contents(cwd);
    const rows = (files['logboek.csv'] ?? '').trimEnd().split('\n').slice(1);
    expect(new Set(rows.map((row) => /,(\d{4}-\d\d)-\d\dT[^,]*,[^,]*$/.exec(row)?.[1]))).toEqual(
      new Set(['2020-01', '2020-02', '2020-03']),
    );
    const run = JSON.parse(files['run.json'] ?? '') as { opdracht: string; gebeurtenissen: number };
    expect(run.gebeurtenissen).toBe(rows.length);
    expect(run.opdracht).toBe(
      'doorstroom logboek dorp --scenario scenarios/dorp/meer-training.yaml --doorrekening 2 --startgetal 1 --trend gerealiseerd --periode 2020-01..2020-03 --vorm csv',
    );
  });

  it.each([
    [
      ['--periode', '2020-05..2020-01'],
      "gevonden '2020-05..2020-01'; verwacht een maand of twee, zoals 2018-10..2019-09.",
    ],
    [['--periode', '2031-01'], 'in deze maanden meldt zich niemand'],
    [['--scenario', 'nergens'], 'er is geen bestand of scenario met die naam'],
    [['--doorrekening', '0'], 'verwacht een geheel getal vanaf 1'],
  ])('refuses %j and writes nothing', async (options, said) => {
    const cwd = village();
    const { code, err } = await doorstroom(['logboek', 'dorp', ...options], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(readdirSync(cwd)).not.toContain('reports');
  });
});
