// Reading text: encodings, and everything that is not text.
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/files/text.js';
import { folderWith, rendered, valueOf } from './support.js';

function read(content: string | Uint8Array) {
  return readText(join(folderWith({ 'x.csv': content }), 'x.csv'));
}

describe('a text file', () => {
  it('in UTF-8 is read as it stands', () => {
    expect(valueOf(read('cliënt € 14'))).toMatchObject({ text: 'cliënt € 14', encoding: 'utf-8' });
  });

  it('loses its byte order mark', () => {
    expect(valueOf(read('\uFEFFa;b')).text).toBe('a;b');
  });

  it('that is not valid UTF-8 is windows-1252: 80 is €, 92 is ’, E9 is é, 9F is Ÿ', () => {
    const text = valueOf(read(Uint8Array.of(0x80, 0x92, 0xe9, 0x9f, 0x41)));
    expect(text).toMatchObject({ text: '€’éŸA', encoding: 'windows-1252' });
  });

  it('hands back its bytes, mark included, for the hash', () => {
    expect([...valueOf(read('\uFEFFa')).bytes]).toEqual([0xef, 0xbb, 0xbf, 0x61]);
  });
});

describe('what is not text', () => {
  const message = (content: string | Uint8Array): string => rendered(read(content)).join('\n');

  it('is a mistake about the file, never an exception', () => {
    expect(message('')).toMatch(/x\.csv: het bestand is leeg\.$/);
    expect(message(' \r\n \n')).toMatch(/x\.csv: het bestand is leeg\.$/);
    expect(message('\uFEFF')).toMatch(/leeg/);
    expect(message(Uint8Array.of(0x61, 0x00, 0x62))).toMatch(/geen tekstbestand/);
    expect(message(gzipSync('a;b'))).toMatch(/gzip/);
    expect(message(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2))).toMatch(/Excel-werkmap.*CSV UTF-8/);
    expect(message(Uint8Array.of(0xff, 0xfe, 0x61, 0x00))).toMatch(/UTF-16/);
  });

  it('is told apart: a missing file and a folder', () => {
    const folder = folderWith({ 'x.csv': 'a' });
    expect(rendered(readText(join(folder, 'y.csv')), folder)).toEqual(['y.csv: het bestand bestaat niet.']);
    expect(rendered(readText(join(folder, 'x.csv', 'z.csv')), folder)).toEqual([
      'x.csv/z.csv: het bestand bestaat niet.',
    ]);
    expect(rendered(readText(folder), join(folder, '..'))[0]).toMatch(/: dit is een map; noem een bestand\.$/);
  });
});
