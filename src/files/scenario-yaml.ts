// A scenario as YAML: Dutch keys, each known, each value a text with its place.
import { readRequired, type Field } from './cells.js';
import { mistakeAt, type Mistake } from './mistake.js';
import { isList } from './scalars.js';
import { operations, operationWords, type WrittenChange } from './scenario-change.js';
import type { WrittenShelf } from './scenario-shelf.js';
import { readShelfYaml, shelfKeys } from './scenario-shelf-yaml.js';
import { isMisspelt, readMap, readText, reportMissing, type TextMap } from './yaml-fields.js';
import { readYaml, type Path, type TextTree, type YamlFile } from './yaml.js';

const keys = [
  'naam',
  'toelichting',
  'bron',
  'organisatie',
  'bouwt_voort_op',
  'gevraagd_besluit',
  'juridisch',
  'auteur',
  ...shelfKeys,
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
  /** What the law says about it (`juridisch`), who wrote it (`auteur`). */
  readonly legal: string;
  readonly author: string;
  readonly shelf: WrittenShelf;
  readonly changes: readonly WrittenChange[];
}

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
    author: text('auteur')?.text.trim() ?? '',
    shelf: readShelfYaml(yaml, tree, mistakes),
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
    if (word === undefined && !operationWords.some((candidate) => isMisspelt(map, candidate, changeKeys))) {
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
