// CSV: places of cells, sniffing, and all mistakes at once.
import { describe, expect, it } from 'vitest';
import { parseTable, type Table } from '../../src/files/table.js';
import { rendered, valueOf } from './support.js';

const columns = { required: ['a', 'b'], optional: ['c'] };
const parse = (text: string) => parseTable(text, 'x.csv', columns);
const texts = (table: Table): string[][] =>
  table.rows.map((row) => table.columns.map(({ text }) => row.cell(text).text));

describe('the delimiter', () => {
  it.each([
    ['a;b\n1;2', ';', ','],
    ['a,b\n1,2', ',', '.'],
    ['a\tb\n1\t2', '\t', ','],
    ['a|b\n1|2', '|', ','],
    ['sep=,\na,b\n1,2', ',', '.'],
    ['sep=;\r\na;b\r\n1;2', ';', ','],
    ['# een, twee, drie, vier\n\n  # nog, een\na;b\n1;2', ';', ','],
  ])('of %j is %j', (text, delimiter, decimal) => {
    expect(valueOf(parse(text))).toMatchObject({ delimiter, decimal });
    expect(texts(valueOf(parse(text)))).toEqual([['1', '2']]);
  });

  it('is not looked for inside quotes', () => {
    const table = valueOf(parseTable('"a,,,,";b\n1;2', 'x.csv', { required: ['a,,,,', 'b'] }));
    expect(table.delimiter).toBe(';');
  });
});

describe('a cell', () => {
  it('knows its line and column, behind comments, blank lines, quoted newlines, é and €', () => {
    const text = '# é\r\n\r\na;b;c\r\n"één ""q""\r\ntwee";€;  3\r\n# tussen\r\n;"x";é';
    const table = valueOf(parse(text));
    const places = table.rows.map((row) =>
      ['a', 'b', 'c'].map((name) => row.cell(name)).map(({ line, column }) => `${line}:${column}`),
    );
    // By eye: the quoted field opens on line 4 and ends on line 5 as `twee"`, so that € stands in column 7 and the 3 in column 11.
    expect(places).toEqual([
      ['4:1', '5:7', '5:11'],
      ['7:1', '7:2', '7:6'],
    ]);
    expect(texts(table)).toEqual([
      ['één "q"\r\ntwee', '€', '3'],
      ['', 'x', 'é'],
    ]);
    expect(table.rows.map(({ line }) => line)).toEqual([4, 7]);
  });

  it('of a column that the file does not have is empty, at the start of the row', () => {
    const cell = valueOf(parse('a;b\n1;2')).rows[0]?.cell('c');
    expect(cell).toEqual({ file: 'x.csv', line: 2, column: 1, text: '' });
  });

  it('is the same with LF, CRLF and CR, also when a file mixes them', () => {
    for (const text of ['a;b\n1;2\n3;4', 'a;b\r\n1;2\r\n3;4\r\n', 'a;b\r1;2\r3;4', 'a;b\n1;2\r\n3;4\r']) {
      const table = valueOf(parse(text));
      expect(texts(table)).toEqual([
        ['1', '2'],
        ['3', '4'],
      ]);
      expect(table.rows.map((row) => row.cell('b')).map(({ line, column }) => [line, column])).toEqual([
        [2, 3],
        [3, 3],
      ]);
    }
  });
});

describe('what Excel leaves behind', () => {
  it('is read: empty columns and rows at the end, padded and quoted comments', () => {
    const table = valueOf(parse('# uitleg;;;\na;b;;\n1;2;;\n"# a; b";;;\n;;;\n3;4;;\n'));
    expect(texts(table)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });
});

describe('mistakes in a table', () => {
  it('are all reported: duplicate, unknown and missing columns, rows of the wrong width with their true lines', () => {
    expect(
      rendered(parseTable('naam;warde;naam\n"x\ny";1\n2;3;4\n5;6;7;8', 'x.csv', { required: ['naam', 'waarde'] })),
    ).toEqual([
      "x.csv:1:1: kolom 'waarde' ontbreekt.",
      "x.csv:1:6: kolom 'warde' is onbekend. Bedoelde u 'waarde'?",
      "x.csv:1:12: kolom 'naam' staat er twee keer.",
      'x.csv:2:1: deze rij heeft 2 velden, de kop heeft er 3.',
      'x.csv:5:7: deze rij heeft 4 velden, de kop heeft er 3.',
    ]);
  });

  it('hint at a decimal comma in a file with commas', () => {
    expect(rendered(parse('a,b\nx,0,5'))).toEqual([
      'x.csv:2:5: deze rij heeft 3 velden, de kop heeft er 2. Staat er een decimale komma? Zet het getal dan tussen aanhalingstekens.',
    ]);
  });

  it('name the quote where it began, not the line where reading stopped', () => {
    expect(rendered(parse('a;b\n# "\n1;"2\n3;4\n'))).toEqual([
      'x.csv:3:3: het aanhalingsteken dat hier opent, wordt nergens gesloten.',
    ]);
    expect(rendered(parse('a;b\n1;"2" x\n'))[0]).toMatch(/^x\.csv:2:3: na het sluitende aanhalingsteken/);
    expect(rendered(parse('a;b\n1;2\n3;5" buis\n'))[0]).toMatch(/^x\.csv:3:4: een aanhalingsteken midden in een veld/);
  });

  it('include a file with comments only and a column without a name', () => {
    expect(rendered(parse('# niets\n'))).toEqual([
      'x.csv:1:1: kolomnamen ontbreken; de eerste regel hoort ze te noemen.',
    ]);
    expect(rendered(parse('a;;b\n1;2;3'))).toEqual(['x.csv:1:3: deze kolom heeft geen naam.']);
  });
});
