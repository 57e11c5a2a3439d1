// A filled-in volgkaart: as Dutch Excel saves it, and every mistake with its place.
import { describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { loadCard } from '../../src/files/load-volgkaart.js';
import { folderWith, rendered, valueOf } from './support.js';

const head = 'kwartaal;reeks;omschrijving;eenheid;scenario;laag;midden;hoog;gerealiseerd';
const card = (...lines: readonly string[]): string =>
  join(folderWith({ 'volgkaart.csv': `\ufeff${[head, ...lines].join('\r\n')}\r\n` }), 'volgkaart.csv');

describe('a filled-in card', () => {
  test('is read as Excel saves it, with empty cells and rows behind', () => {
    const { rows, counted } = valueOf(
      loadCard(
        card(
          '2018-K4;volume;Uitkeringen;uitkeringen;basis;8100,5;8200;8300;8250',
          '2018-K4;volume;Uitkeringen;uitkeringen;plan;8000;8100;8200;',
          ';;;;;;;;',
        ),
      ),
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({
      quarter: '2018-K4',
      series: 'volume',
      scenario: 'basis',
      low: 8100.5,
      middle: 8200,
      high: 8300,
    });
    expect([...(counted.get('volume') ?? [])]).toEqual([['2018-K4', 8250]]);
  });

  test('has every bad cell named with its place', () => {
    const mistakes = rendered(
      loadCard(
        card(
          '2018-4;volume;;;basis;1;2;3;5',
          '2018-K4;volume;;;basis;1;2;3;1.250',
          '2019-K1;volume;;;basis;1;2;3;-4',
          '2019-K2;volume;;;basis;1;2;3;12,5',
          '2019-K3;volume;;;basis;1;2;3;7',
          '2019-K3;volume;;;plan;1;2;3;8',
        ),
      ),
    );
    expect(mistakes).toHaveLength(5);
    expect(mistakes[0]).toContain(":2:1: kwartaal '2018-4' is geen kwartaal als 2018-K4.");
    expect(mistakes[1]).toMatch(/:3:\d+: .*1\.250/);
    expect(mistakes[2]).toContain('een heel getal vanaf 0, gevonden -4.');
    expect(mistakes[3]).toContain('gevonden 12,5.');
    expect(mistakes[4]).toContain('staat er met 7 en met 8; vul het bij één scenario in.');
  });

  test('without any count is not filled in', () => {
    expect(rendered(loadCard(card('2018-K4;volume;;;basis;1;2;3;')))).toEqual([
      expect.stringContaining('in de kolom gerealiseerd is nog niets ingevuld.'),
    ]);
  });
});
