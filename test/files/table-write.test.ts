// Writing CSV for Excel and for machines, and reading both back.
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/files/number.js';
import { decode } from '../../src/files/text.js';
import { parseTable } from '../../src/files/table.js';
import { gzip, writeRows, writeTable, type Dialect, type Value } from '../../src/files/table-write.js';
import { valueOf } from './support.js';

const table = {
  columns: ['naam', 'waarde'],
  rows: [
    ['cliënt "é"', -0.5],
    ['=1+1', 1250],
    [null, null],
    ['a;b\nc', 1e-7],
  ],
};

describe('the Excel dialect', () => {
  it('has a mark, semicolons, decimal commas, CRLF, and formulas put out of action', () => {
    expect(writeTable(table, 'excel')).toBe(
      '\uFEFFnaam;waarde\r\n"cliënt ""é""";-0,5\r\n\'=1+1;1250\r\n;\r\n"a;b\nc";1e-7\r\n',
    );
  });

  it('escapes = + - @ tab and #, but no number, also not one written as text', () => {
    const cells = ['=a', '+a', '-a', '@a', '\ta', '#a', "'=a", '-4', '+4,5', 'a=b'];
    const written = writeTable({ columns: ['a', 'b'], rows: cells.map((cell) => ['x', cell]) }, 'excel');
    expect(written.trimEnd().split('\r\n').slice(1)).toEqual([
      "x;'=a",
      "x;'+a",
      "x;'-a",
      "x;'@a",
      "x;'\ta",
      "x;'#a",
      "x;''=a",
      'x;-4',
      'x;+4,5',
      'x;a=b',
    ]);
  });
});

describe('the machine dialect', () => {
  it('has commas, decimal points and LF, and leaves text alone', () => {
    expect(writeTable(table, 'machine')).toBe('naam,waarde\n"cliënt ""é""",-0.5\n=1+1,1250\n,\n"a;b\nc",1e-7\n');
  });
});

describe('both dialects', () => {
  it('refuse numbers that are none and ragged rows: those are our mistakes', () => {
    expect(() => writeTable({ columns: ['a'], rows: [[NaN]] }, 'excel')).toThrow(RangeError);
    expect(() => writeTable({ columns: ['a'], rows: [[1, 2]] }, 'machine')).toThrow(RangeError);
  });

  it('give every text and number back when read again', () => {
    const letters = fc.string({ unit: fc.constantFrom(...Array.from('aé€"\'\n\r;,#=+-@\t 0.')) });
    const text = fc.oneof(letters, fc.string()).filter((value) => !value.includes('\uFEFF'));
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const dialect = fc.constantFrom<Dialect>('excel', 'machine');
    fc.assert(
      fc.property(dialect, fc.array(fc.tuple(text, text, number)), (kind, cells) => {
        const rows: Value[][] = cells.map(([a, b, n]) => [a, n, b]);
        // Through bytes, as on disk: the mark is dropped there.
        const { text: onDisk } = decode(Buffer.from(writeTable({ columns: ['a', 'n', 'b'], rows }, kind), 'utf8'));
        const read = valueOf(parseTable(onDisk, 'x', { required: ['a', 'n', 'b'] }));
        const back = read.rows.map((row) => [
          row.cell('a').text,
          parseNumber(row.cell('n').text, read),
          row.cell('b').text,
        ]);
        expect(back).toEqual(rows.map(([a, n, b]) => [a, { state: 'number', value: Number(n) + 0, unit: null }, b]));
      }),
      { numRuns: 300 },
    );
  });
});

it('a table written in parts is the table', () => {
  const columns = ['a', 'n'];
  const rows: Value[][] = [
    ['x', 1.5],
    [null, null],
    ['a,b', -2],
  ];
  const parts = [
    writeTable({ columns, rows: [] }, 'machine'),
    ...rows.map((row) => writeRows({ columns, rows: [row] })),
  ];
  expect(parts.join('')).toBe(writeTable({ columns, rows }, 'machine'));
});

describe('gzip', () => {
  it('gives the same bytes each time and however it is cut: no time, operating system unknown', async () => {
    const bytes = await gzip(['a,b\n1,2\n']);
    expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
    expect(gunzipSync(bytes).toString()).toBe('a,b\n1,2\n');
    expect(await gzip(['a,b\n', '1,', '2\n'])).toEqual(bytes);
  });
});
