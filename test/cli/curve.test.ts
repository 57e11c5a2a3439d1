// doorstroom curve on the village: tables, JSON, a file for Excel, and its mistakes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CurveDocument } from '../../src/cli/curve-table.js';
import { doorstroom, village } from './doorstroom.js';

const asked = ['curve', 'dorp', '--parameter', 'training.aandeel', '--station', 'training', '--doorrekeningen', '2'];

describe('curve', () => {
  it('takes decimal commas, puts values in order, and writes them for Excel too', async () => {
    const cwd = village();
    const words = [...asked, '--waarden', '50,5%; 25%', '--mee', 'kamers', '--map', 'uit', '--json'];
    const { code, out, err } = await doorstroom(words, { cwd });
    expect(code).toBe(0);
    const document = JSON.parse(out) as CurveDocument;
    expect(document.varianten.map(({ mee, punten }) => [mee, punten.map(({ waarde }) => waarde)])).toEqual([
      [['kamers'], [0.25, 0.505]],
      [[], [0.25, 0.505]],
    ]);
    // 60 rooms at 25 % are 121,2 at 50,5 %.
    expect(document.varianten[0]?.punten[1]?.extraMee).toBeCloseTo(61.2, 9);
    expect(err).toContain('uit/curve.csv');
    const [header = '', ...rows] = readFileSync(join(cwd, 'uit', 'curve.csv'), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(header.startsWith('\uFEFFmee;parameter;waarde;begonnen_per_jaar;')).toBe(true);
    expect(rows.map((row) => row.split(';').slice(0, 3))).toEqual([
      ['kamers', 'training.aandeel', '0,25'],
      ['kamers', 'training.aandeel', '0,505'],
      ['', 'training.aandeel', '0,25'],
      ['', 'training.aandeel', '0,505'],
    ]);
  });

  it('prints tables of at most 100 columns', async () => {
    const { code, out } = await doorstroom([...asked, '--waarden', '25% 50%'], { cwd: village() });
    expect(code).toBe(0);
    expect(out).toContain('Nodig netto');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it.each([
    [['--waarden', '150%'], 'een aandeel ligt tussen 0 en 100 %'],
    [['--waarden', '20%', '--mee', 'kammers'], "Bedoelde u 'kamers'?"],
    [[], 'geef --waarden op'],
    [['--waarden', '20%', '--station', 'intake'], 'kies uit training'],
  ])('%j ends with 2 and says what is wrong', async (more, said) => {
    const { code, err } = await doorstroom([...asked, ...more], { cwd: village() });
    expect(code).toBe(2);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(said);
  });
});
