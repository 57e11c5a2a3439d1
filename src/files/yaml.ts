// Reads YAML as a tree of texts in which every value knows its place; collects what is wrong with it in Dutch.
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import { failed, mistakeAt, ok, type Loaded, type Mistake, type Place } from './mistake.js';
import { readText } from './text.js';

/** An empty value is null; everything else is text, exactly as written. */
export type TextTree = string | null | readonly TextTree[] | { readonly [key: string]: TextTree };

export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly file: string;
  readonly tree: TextTree;
  /** Of the key (in a map) or the item (in a list) that a path addresses; when there is none, of the nearest ancestor that exists. */
  readonly placeOf: (path: Path) => Place;
  /** Was this value written between quotes (or as a block of text)? Then it is text, also when it looks like a number. */
  readonly isQuoted: (path: Path) => boolean;
}

export function readYaml(file: string): Loaded<YamlFile> {
  const read = readText(file);
  return read.state === 'ok' ? parseYaml(read.value.text, file) : read;
}

export function parseYaml(text: string, file: string): Loaded<YamlFile> {
  const lines = new LineCounter();
  // Scalars stay text: YAML itself would read 1.250 as 1,25. Duplicate keys are looked for here, to tell them from a decimal comma.
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const syntax = firstPerLine(
    [...document.errors, ...document.warnings].map((error) => syntaxMistake(error, place(error.pos[0]), text)),
  );
  const walk: Walk = { place, mistakes: [], places: new Map(), quoted: new Set() };
  const contents = document.contents;
  if (contents === null) {
    return failed(
      syntax.length > 0 ? syntax : [mistakeAt(place(0), 'hier staat alleen commentaar; er is niets ingevuld.')],
    );
  }
  const tree = plain(contents, [], contents.range[0], walk);
  // On a line that could not be read well, what seems to stand there is a guess.
  const meant = walk.mistakes.filter((mistake) => syntax.every((slip) => slip.at?.line !== mistake.at?.line));
  if (syntax.length + meant.length > 0) return failed([...syntax, ...meant]);
  return ok({
    file,
    tree,
    placeOf: (path) => {
      for (let length = path.length; length > 0; length--) {
        const found = walk.places.get(keyOf(path.slice(0, length)));
        if (found !== undefined) return place(found);
      }
      return place(contents.range[0]);
    },
    isQuoted: (path) => walk.quoted.has(keyOf(path)),
  });
}

interface Walk {
  readonly place: (offset: number) => Place;
  readonly mistakes: Mistake[];
  readonly places: Map<string, number>;
  readonly quoted: Set<string>;
}

/** Keys cannot be confused with indices or with each other: JSON keeps quotes and types. */
function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function plain(node: unknown, path: Path, offset: number, walk: Walk): TextTree {
  walk.places.set(keyOf(path), offset);
  if (node === null || node === undefined || !isNode(node)) return null;
  refuseAnchors(node, walk);
  if (isAlias(node)) return null;
  if (isSeq<Node>(node)) {
    return node.items.map((item, index) => plain(item, [...path, index], item.range?.[0] ?? offset, walk));
  }
  if (isMap<Node, Node | null>(node)) return plainMap(node.items, node.flow === true, path, offset, walk);
  if (!isScalar(node)) return null;
  if (node.type !== 'PLAIN') walk.quoted.add(keyOf(path));
  const value = typeof node.value === 'string' ? node.value : null;
  return value === '' && node.type === 'PLAIN' ? null : value;
}

function plainMap(
  pairs: readonly Pair<Node, Node | null>[],
  flow: boolean,
  path: Path,
  offset: number,
  walk: Walk,
): TextTree {
  const entries = new Map<string, TextTree>();
  for (const { key, value } of pairs) {
    const at = key.range?.[0] ?? offset;
    if (!isScalar(key) || typeof key.value !== 'string') {
      walk.mistakes.push(mistakeAt(walk.place(at), 'een sleutel moet een gewoon woord zijn.'));
      continue;
    }
    const name = key.value;
    if (flow && value === null && /^\d+(?:\s*(?:%|\p{L}+))?$/u.test(name)) {
      const message = `'${name}' staat los achter een komma: tussen accolades scheidt een komma, schrijf een getal daar met een punt (3.5) of elk veld op een eigen regel.`;
      walk.mistakes.push(mistakeAt(walk.place(at), message));
    } else if (name === '') {
      walk.mistakes.push(mistakeAt(walk.place(at), 'hier ontbreekt de sleutel voor de dubbele punt.'));
    } else if (entries.has(name)) {
      walk.mistakes.push(mistakeAt(walk.place(at), `'${name}' staat er twee keer.`));
    } else {
      refuseAnchors(key, walk);
      entries.set(name, plain(value, [...path, name], at, walk));
    }
  }
  // fromEntries defines own properties, so that a key such as __proto__ is only a key.
  return Object.fromEntries(entries);
}

function refuseAnchors(node: Node, walk: Walk): void {
  const at = walk.place(node.range?.[0] ?? 0);
  if (isAlias(node)) walk.mistakes.push(mistakeAt(at, `verwijzing '*${node.source}' kan niet; schrijf de waarde uit.`));
  else if (node.anchor !== undefined) {
    walk.mistakes.push(mistakeAt(at, `anker '&${node.anchor}' kan niet; schrijf de waarde overal uit.`));
  }
}

/** One slip often gives a row of syntax errors on its line; the first says it. */
function firstPerLine(mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.filter(
    (mistake, index) => mistakes.findIndex((other) => other.at?.line === mistake.at?.line) === index,
  );
}

function syntaxMistake(error: YAMLError, place: Place, text: string): Mistake {
  const character = text.slice(error.pos[0], error.pos[0] + 1);
  return mistakeAt(place, syntaxMessage(error.code, character));
}

function syntaxMessage(code: YAMLError['code'], character: string): string {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return 'een tweede document (---) in hetzelfde bestand kan niet; maak er een eigen bestand van.';
    case 'BAD_SCALAR_START':
      return `een waarde kan niet met ${character} beginnen; zet haar tussen aanhalingstekens, zoals '${character}naam'.`;
    case 'TAB_AS_INDENT':
      return 'hier wordt ingesprongen met een tab; gebruik spaties.';
    case 'BAD_INDENT':
      return 'de inspringing klopt niet: velden die bij elkaar horen, beginnen in dezelfde kolom, en wat opent met [ of { wordt gesloten.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'dit is niet te lezen als "sleutel: waarde". Let op de inspringing; een dubbele punt in een tekst vraagt aanhalingstekens.';
    case 'MISSING_CHAR':
      return 'hier ontbreekt een teken: een aanhalingsteken, haakje, komma of dubbele punt is niet gesloten of vergeten.';
    case 'TAG_RESOLVE_FAILED':
      return 'een type (!) voor een waarde kan niet; schrijf alleen de waarde.';
    case 'DUPLICATE_KEY':
      return 'deze sleutel staat er twee keer.';
    default:
      return `dit is geen geldige YAML (${code.toLowerCase().replaceAll('_', ' ')}); kijk naar inspringing, aanhalingstekens en dubbele punten.`;
  }
}
