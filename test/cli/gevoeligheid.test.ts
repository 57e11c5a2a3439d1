// doorstroom gevoeligheid on a small organisation: what moves, what is dead, what is not read, and what cannot be asked.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { doorstroom, root, village, type Said } from './doorstroom.js';

const table = readFileSync(join(root, 'test/fixtures/klein/data/dorp/parameters.csv'), 'utf8');
// A range of nothing changes nothing, to the last bit.
const withMore = table
  .replace('kamers;60;;;', 'kamers;60;60;60;')
  .concat('ongelezen;1;0,5;2;factor;aanname;verzonnen;toets;;;nee;\r\n');

describe('gevoeligheid', () => {
  const home = village({ 'data/dorp/parameters.csv': withMore });
  let said: Said;
  let rows: Record<string, string>[];

  beforeAll(async () => {
    const names = 'personen.*,risico.werk,instroom,kamers,ongelezen,balie.fte';
    const args = ['gevoeligheid', 'dorp', '--doorrekeningen', '2', '--rekenkernen', '1', '--parameters', names];
    said = await doorstroom(args, { cwd: home });
    const text = readFileSync(join(home, 'reports', 'gevoeligheid-dorp.csv'), 'utf8');
    expect(text.startsWith('\ufeffparameter;eenheid;laag;waarde;hoog;toestand;scenario;')).toBe(true);
    const [head = '', ...lines] = text.slice(1).trimEnd().split('\r\n');
    const columns = head.split(';');
    rows = lines.map((line) => Object.fromEntries(line.split(';').map((cell, i) => [columns[i] ?? '', cell])));
  });
  const of = (parameter: string) => rows.filter((row) => row['parameter'] === parameter);
  const number = (text: string | undefined): number => Number(text?.replace(',', '.'));

  it('ends with 0, a tornado per scenario and the time it took', () => {
    expect(said.code).toBe(0);
    expect(said.out).toContain('verandering van het volume aan het eind, in personen');
    expect(said.out).toContain('=Meer training: verandering van het verschil, in personen');
    expect(said.out).toContain('Haalt één getal alleen de ambitie van 20 minder?');
    expect(said.err).toMatch(/Rekentijd: \d+ min \d+ s/);
    expect(Math.max(...said.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('moves one number at a time: persons follow personen.per_uitkering from 1,09 to 1,11 in proportion', () => {
    const [base, other] = of('personen.per_uitkering');
    expect(base).toMatchObject({ toestand: 'beweegt', scenario: 'ongewijzigd-beleid', doorrekeningen: '2' });
    expect(number(base?.['bij_hoog']) / number(base?.['bij_laag'])).toBeCloseTo(1.11 / 1.09, 4);
    expect(number(base?.['bij_waarde']) / number(base?.['bij_laag'])).toBeCloseTo(1.1 / 1.09, 4);
    expect(number(base?.['verandering_hoog'])).toBeCloseTo(
      number(base?.['bij_hoog']) - number(base?.['bij_waarde']),
      1,
    );
    expect(other).toMatchObject({ scenario: 'meer-training', uitkomst: 'verschil in personen' });
  });

  it('more work leaves fewer people, and more inflow more', () => {
    expect(number(of('risico.werk')[0]?.['verandering_hoog'])).toBeLessThan(0);
    expect(number(of('risico.werk')[0]?.['verandering_laag'])).toBeGreaterThan(0);
    expect(number(of('instroom')[0]?.['verandering_hoog'])).toBeGreaterThan(0);
  });

  it('lists a number that changes no bit as dead, one that nobody reads, and those without a range', () => {
    expect(of('kamers').map(({ toestand }) => toestand)).toEqual(['dood']);
    expect(of('ongelezen').map(({ toestand }) => toestand)).toEqual(['niet gebruikt']);
    expect(of('balie.fte').map(({ toestand }) => toestand)).toEqual(['vast']);
    expect(said.out).toContain('in geen enkel scenario: kamers.');
  });

  it('is shown in the report of the same files', async () => {
    const written = 'reports/gevoeligheid-dorp.csv';
    const compare = ['vergelijk', '--organisatie', 'dorp', '--doorrekeningen', '1', '--rekenkernen', '1'];
    const compared = await doorstroom([...compare, '--zonder-onzekerheid', '--gevoeligheid', written], { cwd: home });
    expect(compared.code).toBe(0);
    const [, path = ''] = /(\S+rapport\.html)/.exec(compared.out) ?? [];
    const swing = Math.round(Math.abs(number(of('risico.werk')[0]?.['verandering_hoog'])));
    expect(readFileSync(join(home, path), 'utf8')).toMatch(
      new RegExp(`Het meest doet ‘.*op laag en −${swing} op hoog`),
    );
  });

  it('takes only the numbers that were asked for, and knows when there are none', async () => {
    expect(new Set(rows.map(({ parameter }) => parameter))).toEqual(
      new Set(['personen.per_uitkering', 'risico.werk', 'instroom', 'kamers', 'ongelezen', 'balie.fte']),
    );
    const some = village();
    const bad = await doorstroom(['gevoeligheid', 'dorp', '--parameters', 'trainig.effect'], { cwd: some });
    expect(bad.code).toBe(2);
    expect(bad.err).toContain("Bedoelde u 'training.effect'?");
    expect(existsSync(join(some, 'reports'))).toBe(false);
  });
});
