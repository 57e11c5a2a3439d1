// Folders that are created as one act: all there, or nothing left of any.
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTogether } from '../../src/files/create-together.js';
import { folderWith, rendered, valueOf } from './support.js';

const folders = ['data/dorp', 'scenarios/dorp'];
const files = new Map([
  ['data/dorp/a.yaml', 'a'],
  ['data/dorp/lezingen/R.csv', 'r'],
  ['scenarios/dorp/s.yaml', 's'],
]);
const everything = (root: string): string[] => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();

test('both folders stand in their places, were complete when they were checked, and no scratch is left', () => {
  const root = folderWith({ 'data/stad/x': 'x' });
  let seen = '';
  valueOf(
    createTogether(root, folders, files, (scratch) => {
      seen = readFileSync(join(scratch, 'scenarios/dorp/s.yaml'), 'utf8');
      expect(readdirSync(join(root, 'data'))).toEqual(['stad']);
    }),
  );
  expect(seen).toBe('s');
  expect(readFileSync(join(root, 'data/dorp/lezingen/R.csv'), 'utf8')).toBe('r');
  expect(readdirSync(root).sort()).toEqual(['data', 'scenarios']);
});

test('nothing is left when the check refuses what was written', () => {
  const root = folderWith({});
  const check = (): void => {
    throw new Error('not good');
  };
  expect(() => createTogether(root, folders, files, check)).toThrow('not good');
  expect(everything(root)).toEqual([]);
});

test('the first folder goes back, and its parent too, when the second may not be moved', () => {
  const root = folderWith({ 'scenarios/stad/s.yaml': 'x' });
  const before = everything(root);
  const busy = (from: string, to: string): void => {
    if (to.includes('scenarios')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
    renameSync(from, to);
  };
  const said = rendered(
    createTogether(root, folders, files, () => undefined, busy),
    root,
  );
  expect(said).toEqual([expect.stringContaining('data/dorp: staat open in een ander programma')]);
  expect(everything(root)).toEqual(before);
});
