// YAML: text with places, mistakes in Dutch, and numbers only where they are certain.
import { describe, expect, it } from 'vitest';
import { scalars } from '../../src/files/scalars.js';
import { parseYaml } from '../../src/files/yaml.js';
import { rendered, valueOf } from './support.js';

const parse = (text: string) => parseYaml(text, 'x.yaml');
const plain = (text: string) => scalars(valueOf(parse(text)));

describe('a YAML file', () => {
  it('is a tree of texts, exactly as written, with null where nothing stands', () => {
    expect(valueOf(parse('a: 1.250\nb: [yes, 010, ~]\nc:\nd: "x"\ne: |\n  twee\n  regels\n')).tree).toEqual({
      a: '1.250',
      b: ['yes', '010', '~'],
      c: null,
      d: 'x',
      e: 'twee\nregels\n',
    });
  });

  it('knows the place of each key and each item, and of the nearest ancestor of what is not there', () => {
    const file = valueOf(parse('# é\nnaam: x\nwijzigingen:\n  - parameter: a\n    wordt: 1\n  - parameter: b\n'));
    const at = (...path: (string | number)[]) => {
      const { line, column } = file.placeOf(path);
      return `${line}:${column}`;
    };
    // Lines counted by eye; `- ` puts the first key of an item in column 5.
    expect(at('naam')).toBe('2:1');
    expect(at('wijzigingen', 0)).toBe('4:5');
    expect(at('wijzigingen', 0, 'wordt')).toBe('5:5');
    expect(at('wijzigingen', 1, 'parameter')).toBe('6:5');
    expect(at('wijzigingen', 1, 'wordt')).toBe('6:5');
    expect(at('wijzigingen', 7, 'wordt')).toBe('3:1');
    expect(at('bron')).toBe('2:1');
    expect(at()).toBe('2:1');
  });

  it('does not confuse an index with a key, nor a key with a path', () => {
    const file = valueOf(parse('a:\n  "0": x\n  b.c: y\nd:\n  - z\n'));
    expect(file.placeOf(['a', '0'])).toMatchObject({ line: 2, column: 3 });
    expect(file.placeOf(['a', 'b.c'])).toMatchObject({ line: 3, column: 3 });
    expect(file.placeOf(['d', 0])).toMatchObject({ line: 5, column: 5 });
  });

  it('takes a key such as __proto__ for what it is', () => {
    const tree = valueOf(parse('__proto__:\n  a: x\n')).tree;
    expect(Object.keys(tree ?? {})).toEqual(['__proto__']);
  });
});

describe('mistakes in YAML', () => {
  it.each([
    ['a: 1\nb: 2\na: 3', "x.yaml:3:1: 'a' staat er twee keer."],
    [
      'a: 1\n---\nb: 2',
      'x.yaml:2:1: een tweede document (---) in hetzelfde bestand kan niet; maak er een eigen bestand van.',
    ],
    [
      'a: @bap.aandeel',
      "x.yaml:1:4: een waarde kan niet met @ beginnen; zet haar tussen aanhalingstekens, zoals '@naam'.",
    ],
    ['a: 1\n\tb: 2', 'x.yaml:2:1: hier wordt ingesprongen met een tab; gebruik spaties.'],
    ['a: !!int 3', 'x.yaml:1:4: een type (!) voor een waarde kan niet; schrijf alleen de waarde.'],
    ['? [a]\n: 2', 'x.yaml:1:3: een sleutel moet een gewoon woord zijn.'],
    ['# niets\n', 'x.yaml:1:1: hier staat alleen commentaar; er is niets ingevuld.'],
  ])('%j', (text, mistake) => {
    expect(rendered(parse(text))).toEqual([mistake]);
  });

  it('name an anchor and the alias that uses it', () => {
    expect(rendered(parse('a: &x 1\nb: *x'))).toEqual([
      "x.yaml:1:7: anker '&x' kan niet; schrijf de waarde overal uit.",
      "x.yaml:2:4: verwijzing '*x' kan niet; schrijf de waarde uit.",
    ]);
  });

  it('explain a decimal comma between braces, each one', () => {
    const found = rendered(parse('a: { mean: 3,5, sd: 2,5 }\nb: { share: 19,4 %, x: 1 }'));
    expect(found.map((line) => line.slice(0, 40))).toEqual([
      "x.yaml:1:14: '5' staat los achter een ko",
      "x.yaml:1:23: '5' staat los achter een ko",
      "x.yaml:2:16: '4 %' staat los achter een ",
    ]);
    expect(found[0]).toMatch(/schrijf een getal daar met een punt \(3\.5\) of elk veld op een eigen regel/);
  });

  it('are collected: what is wrong on different lines comes in one go', () => {
    const found = rendered(parse('a: @x\nb: 1\nb: 2\nc: { mean: 3,5 }\nd: `x`\n'));
    expect(found.map((line) => line.split(':').slice(1, 3).join(':'))).toEqual(['1:4', '3:1', '4:14', '5:4']);
  });

  it('of syntax keep to one per line, and never throw', () => {
    for (const text of [
      'a: 1\n  b: 2',
      'a: "x',
      'a: [1\nb: 2',
      'a\nb: 1',
      '- 1\nb: 2',
      "a: 'x' y",
      ': 3',
      '{',
      '%',
      '\t',
      '&',
      '*x',
      '---\n---\n',
    ]) {
      const lines = rendered(parse(text)).map((line) => line.split(':')[1]);
      expect(lines.length).toBeGreaterThan(0);
      expect(new Set(lines).size).toBe(lines.length);
    }
  });
});

describe('scalars', () => {
  it('turns numbers, percentages, true and false into what they are', () => {
    expect(valueOf(plain('a: 12\nb: 3,5\nc: [0.25, -4, 1e-3]\nd: 19,4%\ne: true\nf: false\ng:\n'))).toEqual({
      a: 12,
      b: 3.5,
      c: [0.25, -4, 0.001],
      d: 0.194,
      e: true,
      f: false,
      g: null,
    });
  });

  it('leaves other texts, and all that stands in quotes', () => {
    const text = 'a: bap\nb: 2019-07-01\nc: "12"\nd: \'true\'\ne: "@bap.fte"\nf: 6 maanden\ng: 4,5 fte\nh: ja\n';
    expect(valueOf(plain(text))).toEqual({
      a: 'bap',
      b: '2019-07-01',
      c: '12',
      d: 'true',
      e: '@bap.fte',
      f: '6 maanden',
      g: '4,5 fte',
      h: 'ja',
    });
  });

  it('refuses 1.250 at every place where it stands', () => {
    expect(rendered(plain('a:\n  - 1.250\n  - x: 2.500\nb: "1.250"\n'))).toEqual([
      "x.yaml:2:5: '1.250' kan 1250 of 1,25 betekenen; schrijf 1250 of 1,25.",
      "x.yaml:3:5: '2.500' kan 2500 of 2,5 betekenen; schrijf 2500 of 2,5.",
    ]);
  });
});
