// gevoeligheid.csv: what is kept of it, and what is wrong with a table that somebody put together.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSensitivity } from '../../src/files/load-sensitivity.js';
import { folderWith, rendered, valueOf } from './support.js';

const head =
  'parameter;toestand;scenario;verandering_laag;marge_laag;verandering_hoog;marge_hoog;doorrekeningen;invoer';

function load(...lines: string[]) {
  const folder = folderWith({ 'g.csv': [head, ...lines].join('\r\n') });
  const loaded = loadSensitivity(join(folder, 'g.csv'));
  return { loaded, mistakes: rendered(loaded, folder) };
}

test('keeps the swings with their margins, and the names of dead numbers', () => {
  const { loaded } = load('a;beweegt;basis;-12,5;2;10;;8;abc', 'b;dood;;;;;;;abc', 'c;vast;;;;;;;abc');
  expect(valueOf(loaded)).toEqual({
    fingerprint: 'abc',
    swings: [
      {
        parameter: 'a',
        scenario: 'basis',
        low: { mean: -12.5, margin: 2 },
        high: { mean: 10, margin: null },
        draws: 8,
      },
    ],
    dead: ['b'],
  });
});

test('rows of two tables are not one table, and a state must be known', () => {
  expect(load('a;dood;;;;;;;abc', 'b;dood;;;;;;;abd').mistakes).toEqual([
    'g.csv:1:100: in de kolom invoer staan verschillende kenmerken: dit zijn rijen uit meer tabellen.',
  ]);
  expect(load('a;doot;;;;;;;abc').mistakes[0]).toContain("toestand 'doot' bestaat niet. Bedoelde u 'dood'?");
});
