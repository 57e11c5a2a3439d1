// Templates: what is put between guillemets, and what must not be put there.
import { expect, test } from 'vitest';
import { fillIn, readTemplates } from '../../src/files/template.js';
import { folderWith } from './support.js';

const filling = new Map([
  ['naam', 'dorp'],
  ['label', "'s-Dorp"],
  ['volume', '3,5'],
  ['zin', 'een; twee'],
]);

test('places are filled in by name, as often as they stand there, and the rest stays as it is', () => {
  expect(fillIn('organisation: «naam» # «naam»\r\n', filling, 'a.yaml')).toBe('organisation: dorp # dorp\r\n');
});

test('an apostrophe is doubled in YAML, where the place stands between apostrophes, and only there', () => {
  expect(fillIn("label: '«label»'", filling, 'a.yaml')).toBe("label: '''s-Dorp'");
  expect(fillIn('# «label»', filling, 'bronnen.md')).toBe("# 's-Dorp");
});

test('a place that nothing fills, and a text that would break a row, are refused', () => {
  expect(() => fillIn('a «onbekend»', filling, 'a.yaml')).toThrow('a.yaml: nothing is known of «onbekend»');
  expect(() => fillIn('x;«zin»', filling, 'p.csv')).toThrow("«zin» cannot hold 'een; twee'");
});

test('a folder is read with its folders, byte order marks and line ends included', () => {
  const folder = folderWith({ 'data/p.csv': '\uFEFFa;b\r\n', 'scenario.yaml': 'naam: x\n' });
  expect([...readTemplates(folder)]).toEqual([
    ['data/p.csv', '\uFEFFa;b\r\n'],
    ['scenario.yaml', 'naam: x\n'],
  ]);
});
