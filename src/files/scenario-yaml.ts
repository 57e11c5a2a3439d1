// A scenario as YAML: Dutch keys, each known, each value a text with its place.
import { didYouMean, nearest } from '../chain/nearest.js';
import { readRequired, type Field } from './cells.js';
import { mistakeAt, type Mistake } from './mistake.js';
import { isList } from './scalars.js';
import { operations, operationWords, type WrittenChange } from './scenario-change.js';
import { readYaml, type Path, type TextTree, type YamlFile } from './yaml.js';

const keys = [
  'naam',
  'toelichting',
  'bron',
  'organisatie',
  'bouwt_voort_op',
  'gevraagd_besluit',
  'juridisch',
  'klasse',
  'auteur',
  'wijzigingen',
];
const changeKeys = ['parameter', ...operationWords, 'vanaf', 'tot_en_met', 'ingroei'];

/** What an author may say about a scenario; '' where she did not. */
export interface WrittenScenario {
  readonly name: string;
  readonly explanation: string;
  readonly source: string;
  readonly organisation: Field | null;
  readonly buildsOn: Field | null;
  readonly requestedDecision: string;
  /** What the law says about it (`juridisch`), of what sort it is (`klasse`), who wrote it (`auteur`). */
  readonly legal: string;
  readonly sort: string;
  readonly author: string;
  readonly changes: readonly WrittenChange[];
}

type TextMap = Readonly<Record<string, TextTree>>;

/** What could be read, beside the mistakes; null when the file is not YAML at all. */
export function readScenarioYaml(file: string, mistakes: Mistake[]): WrittenScenario | null {
  const yaml = readYaml(file);
  if (yaml.state === 'ok') return scenarioIn(yaml.value, mistakes);
  mistakes.push(...yaml.mistakes);
  return null;
}

function scenarioIn(yaml: YamlFile, mistakes: Mistake[]): WrittenScenario {
  const tree = readMap(yaml, yaml.tree, [], keys, mistakes);
  const text = (key: string): Field | null => readText(yaml, tree, [key], mistakes);
  const name = text('naam');
  if (!Object.hasOwn(tree, 'naam')) reportMissing(yaml, { map: tree, path: [], key: 'naam', known: keys }, mistakes);
  if (!Object.hasOwn(tree, 'wijzigingen')) {
    reportMissing(yaml, { map: tree, path: [], key: 'wijzigingen', known: keys }, mistakes);
  }
  return {
    name: name === null ? '' : readRequired(name, mistakes, 'naam'),
    explanation: text('toelichting')?.text.trim() ?? '',
    source: text('bron')?.text.trim() ?? '',
    organisation: text('organisatie'),
    buildsOn: text('bouwt_voort_op'),
    requestedDecision: text('gevraagd_besluit')?.text.trim() ?? '',
    legal: text('juridisch')?.text.trim() ?? '',
    sort: text('klasse')?.text.trim() ?? '',
    author: text('auteur')?.text.trim() ?? '',
    changes: readChanges(yaml, tree, mistakes),
  };
}

function readChanges(yaml: YamlFile, tree: TextMap, mistakes: Mistake[]): WrittenChange[] {
  const list = tree['wijzigingen'];
  if (list === undefined) return [];
  if (isList(list)) return list.flatMap((item, index) => readItem(yaml, item, ['wijzigingen', index], mistakes) ?? []);
  const message =
    'wijzigingen is een lijst: elke wijziging begint met een streepje en parameter. Schrijf [] als er geen zijn';
  mistakes.push(mistakeAt(yaml.placeOf(['wijzigingen']), message));
  return [];
}

function readItem(yaml: YamlFile, item: TextTree, path: Path, mistakes: Mistake[]): WrittenChange | null {
  const before = mistakes.length;
  const map = readMap(yaml, item, path, changeKeys, mistakes);
  const field = (key: string): Field | null => readText(yaml, map, [...path, key], mistakes);
  const found = operationWords.filter((word) => Object.hasOwn(map, word));
  const [word, second] = found;
  // What is no map at all has been reported as such.
  if (mistakes.length === before || Object.keys(map).length > 0) {
    const place = { map, path, known: changeKeys };
    if (!Object.hasOwn(map, 'parameter')) reportMissing(yaml, { ...place, key: 'parameter' }, mistakes);
    if (word === undefined && !operationWords.some((candidate) => isMisspelt(map, candidate))) {
      mistakes.push(mistakeAt(yaml.placeOf(path), "een wijziging heeft 'wordt', 'plus' of 'maal' nodig"));
    }
    if (word !== undefined && second !== undefined) {
      mistakes.push(mistakeAt(yaml.placeOf([...path, second]), `kies een van beide: '${word}' of '${second}'`));
    }
  }
  const parameter = field('parameter');
  const value = word === undefined ? null : field(word);
  const [from, through, ramp] = [field('vanaf'), field('tot_en_met'), field('ingroei')];
  if (parameter === null || value === null || word === undefined) return null;
  return {
    place: yaml.placeOf(path),
    parameter,
    operation: operations[word],
    value,
    from,
    through,
    ramp,
    decimal: ',',
  };
}

/** A map with its unknown keys reported; what is no map is reported and read as an empty one. */
function readMap(yaml: YamlFile, node: TextTree, path: Path, known: readonly string[], mistakes: Mistake[]): TextMap {
  if (node === null || typeof node === 'string' || isList(node)) {
    mistakes.push(mistakeAt(yaml.placeOf(path), `hier horen velden te staan, zoals ${known[0] ?? ''}: …`));
    return {};
  }
  const free = known.filter((key) => !Object.hasOwn(node, key));
  for (const key of Object.keys(node)) {
    if (!known.includes(key)) {
      mistakes.push(mistakeAt(yaml.placeOf([...path, key]), `veld '${key}' is onbekend.${hint(key, free)}`));
    }
  }
  return node;
}

function hint(key: string, free: readonly string[]): string {
  const found = didYouMean(key, free);
  return found === '' ? ` Mogelijk: ${free.join(', ')}` : found;
}

/** A text that may not be there; there but empty, or no text, is a mistake. */
function readText(yaml: YamlFile, map: TextMap, path: Path, mistakes: Mistake[]): Field | null {
  const key = String(path.at(-1));
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  if (value === undefined) return null;
  const place = yaml.placeOf(path);
  if (typeof value === 'string' && value.trim() !== '') return { ...place, text: value };
  const message =
    value === null || value === ''
      ? `${key} is leeg; vul het in of laat de regel weg`
      : `bij ${key} hoort een enkele waarde`;
  mistakes.push(mistakeAt(place, message));
  return null;
}

/** Says nothing when an unknown key looks like the one that is missing: that has been reported with a way out. */
function reportMissing(
  yaml: YamlFile,
  { map, path, key, known }: { map: TextMap; path: Path; key: string; known: readonly string[] },
  mistakes: Mistake[],
): void {
  if (!isMisspelt(map, key, known)) mistakes.push(mistakeAt(yaml.placeOf(path), `${key} ontbreekt`));
}

function isMisspelt(map: TextMap, key: string, known: readonly string[] = changeKeys): boolean {
  return Object.keys(map).some((other) => !known.includes(other) && nearest(other, known) === key);
}
