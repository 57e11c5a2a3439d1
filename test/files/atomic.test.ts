// Writing: all of the old or all of the new.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileAtomically, writeFolderAtomically } from '../../src/files/atomic.js';
import { sha256, stableJson } from '../../src/files/json.js';
import { folderWith, rendered, valueOf } from './support.js';

function refusing(code: string, when: (from: string, to: string) => boolean) {
  return (from: string, to: string): void => {
    if (when(from, to)) throw Object.assign(new Error(code), { code });
    renameSync(from, to);
  };
}

/** Every file below a folder with its content. */
function contents(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

describe('a file', () => {
  it('is written, over an older one and in a folder that was not there', () => {
    const folder = folderWith({ 'x.csv': 'oud' });
    expect(valueOf(writeFileAtomically(join(folder, 'x.csv'), 'nieuw'))).toBe(join(folder, 'x.csv'));
    valueOf(writeFileAtomically(join(folder, 'a', 'b', 'y.csv'), Uint8Array.of(0x7a)));
    expect(contents(folder)).toEqual({ 'x.csv': 'nieuw', 'a/b/y.csv': 'z' });
  });

  it('may come in pieces, however many, and is not there when one of them fails', () => {
    const folder = folderWith({});
    const pieces = Array.from({ length: 50_000 }, (_, i) => `regel ${String(i)} é\n`);
    valueOf(writeFileAtomically(join(folder, 'x.txt'), pieces));
    expect(readFileSync(join(folder, 'x.txt'), 'utf8')).toBe(pieces.join(''));
    function* broken(): Generator<string> {
      yield 'half';
      throw new Error('stuk');
    }
    expect(() => writeFileAtomically(join(folder, 'y.txt'), broken())).toThrow('stuk');
    expect(readdirSync(folder)).toEqual(['x.txt']);
  });

  it.each(['EBUSY', 'EPERM', 'EACCES'])('that another program holds (%s) is a mistake, and stays as it was', (code) => {
    const folder = folderWith({ 'x.csv': 'oud' });
    const loaded = writeFileAtomically(
      join(folder, 'x.csv'),
      'nieuw',
      refusing(code, () => true),
    );
    expect(rendered(loaded, folder)).toEqual([
      'x.csv: staat open in een ander programma (Excel?), of u mag hier niet schrijven. Sluit het en probeer het opnieuw.',
    ]);
    expect(contents(folder)).toEqual({ 'x.csv': 'oud' });
    expect(readdirSync(folder)).toEqual(['x.csv']);
  });

  it('cannot take the place of a folder, nor stand below a file', () => {
    const folder = folderWith({ 'x/y.csv': 'oud' });
    expect(rendered(writeFileAtomically(join(folder, 'x'), 'nieuw'), folder)).toEqual([
      'x: kan niet worden geschreven: er staat een bestand of map met deze naam in de weg.',
    ]);
    expect(rendered(writeFileAtomically(join(folder, 'x', 'y.csv', 'z.csv'), 'nieuw'), folder)[0]).toMatch(/in de weg/);
    expect(contents(folder)).toEqual({ 'x/y.csv': 'oud' });
  });
});

describe('a run folder', () => {
  const files = new Map([
    ['rapport.html', 'nieuw'],
    ['beelden/a.svg', 'svg'],
  ]);

  it('appears as a whole', () => {
    const folder = folderWith({});
    valueOf(writeFolderAtomically(join(folder, 'reports', 'run'), files));
    expect(contents(folder)).toEqual({ 'reports/run/rapport.html': 'nieuw', 'reports/run/beelden/a.svg': 'svg' });
    expect(readdirSync(join(folder, 'reports'))).toEqual(['run']);
  });

  it('replaces the former one but keeps what others put there', () => {
    const folder = folderWith({ 'run/rapport.html': 'oud', 'run/notitie.txt': 'van mij', 'run/map/b.txt': 'ook' });
    valueOf(writeFolderAtomically(join(folder, 'run'), files));
    expect(contents(folder)).toEqual({
      'run/rapport.html': 'nieuw',
      'run/beelden/a.svg': 'svg',
      'run/notitie.txt': 'van mij',
      'run/map/b.txt': 'ook',
    });
    expect(readdirSync(folder)).toEqual(['run']);
  });

  it.each([
    ['the former folder', (from: string) => from.endsWith('run')],
    ['a file of others', (from: string) => from.endsWith('notitie.txt')],
    ['the new folder', (from: string) => from.endsWith('nieuw')],
  ])('stays as it was when moving %s is refused', (_, when) => {
    const former = { 'run/aa.txt': 'ook van mij', 'run/notitie.txt': 'van mij', 'run/rapport.html': 'oud' };
    const folder = folderWith(former);
    const loaded = writeFolderAtomically(join(folder, 'run'), files, refusing('EBUSY', when));
    expect(rendered(loaded, folder)[0]).toMatch(/^run: staat open in een ander programma/);
    expect(contents(folder)).toEqual(former);
    expect(readdirSync(folder)).toEqual(['run']);
  });

  it('leaves nothing behind when a file cannot be written, and throws what is our own mistake', () => {
    const folder = folderWith({ reports: 'een bestand' });
    expect(rendered(writeFolderAtomically(join(folder, 'reports', 'run'), files), folder)[0]).toMatch(/in de weg/);
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x', 'y'), '');
    const ours = (): void => {
      throw new RangeError('ours');
    };
    expect(() => writeFolderAtomically(join(folder, 'x'), files, ours)).toThrow('ours');
    expect(readdirSync(folder)).toEqual(['reports', 'x']);
  });
});

describe('stable JSON', () => {
  it('does not depend on the order in which keys were set', () => {
    expect(stableJson({ b: [1, { d: null, c: 'é' }], a: undefined, B: 0.1 })).toBe(
      '{\n  "B": 0.1,\n  "b": [\n    1,\n    {\n      "c": "é",\n      "d": null\n    }\n  ]\n}\n',
    );
    expect(stableJson({ a: 1, b: 2 })).toBe(stableJson({ b: 2, a: 1 }));
  });

  it('refuses what JSON would silently turn into null', () => {
    expect(() => stableJson({ a: [NaN] })).toThrow('$.a[0] is NaN');
    expect(() => stableJson({ a: [undefined] })).toThrow(TypeError);
    expect(() => stableJson(new Map())).toThrow(TypeError);
  });
});

describe('sha256', () => {
  it('gives the published digest of "abc" (FIPS 180-4), from text and from bytes', () => {
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(sha256('abc')).toBe(digest);
    expect(sha256(Uint8Array.of(0x61, 0x62, 0x63))).toBe(digest);
  });
});
