// A trend series of one's own: what is refused with its place, and where it takes the place of the national one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doorstroom, root, village } from './doorstroom.js';

const national = readFileSync(join(root, 'data', 'landelijk', 'trend.csv'), 'utf8');
/** Stocks from 2020 on ten percent lower: the line that is compared with ends lower, what a scenario does hardly changes. */
const lower = national
  .split('\r\n')
  .map((line) => {
    const [quarter = '', stock = '', ...rest] = line.split(';');
    return quarter.slice(0, 4) >= '2020' && /^\d/.test(quarter) && stock !== ''
      ? [quarter, String(Math.round(Number(stock) * 0.9)), ...rest].join(';')
      : line;
  })
  .join('\r\n');
const compare = ['vergelijk', '--organisatie', 'dorp', '--doorrekeningen', '1', '--rekenkernen', '1'];

describe('--trendbestand', () => {
  const home = village({ 'mijn reeks.csv': lower, 'fout.csv': national.replace('455000', 'veel') });

  it('names the file in the report, the command and the inputs, and moves the trend line', async () => {
    const plain = await doorstroom([...compare, '--json'], { cwd: home });
    const own = await doorstroom([...compare, '--json', '--trendbestand', 'mijn reeks.csv', '--map', 'eigen'], {
      cwd: home,
    });
    expect(own.err).not.toContain('Fout');
    const end = (text: string): number => {
      const { trendindex } = JSON.parse(text) as { trendindex: number[] };
      return trendindex.at(-1) ?? NaN;
    };
    // Every stock of 2020 and later is nine tenths of the national one.
    expect(end(own.out) / end(plain.out)).toBeCloseTo(0.9, 4);
    const folder = join(home, 'eigen', readdirSync(join(home, 'eigen'))[0] ?? '');
    expect(readFileSync(join(folder, 'rapport.html'), 'utf8')).toContain('eigen reeks: mijn reeks.csv');
    const record = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as { opdracht: string; invoer: object };
    expect(record.opdracht).toContain('--trendbestand "mijn reeks.csv"');
    expect(Object.keys(record.invoer)).toContain('mijn reeks.csv');
  });

  it('refuses a series with a mistake, at its place, and a series next to a flat trend', async () => {
    const wrong = await doorstroom([...compare, '--trendbestand', 'fout.csv'], { cwd: home });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/fout\.csv:2:\d+: /)]);
    const flat = await doorstroom([...compare, '--trend', 'vlak', '--trendbestand', 'fout.csv'], { cwd: home });
    expect([flat.code, flat.err]).toEqual([2, expect.stringContaining('gaan niet samen')]);
  });
});
