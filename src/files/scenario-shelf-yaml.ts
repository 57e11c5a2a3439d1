// The keys of a scenario file about its place on the shelf: klasse, hefboom, meetpunt, omslag and pilot.
import type { Mistake } from './mistake.js';
import { isList } from './scalars.js';
import type { Field } from './cells.js';
import type { WrittenPilot, WrittenShelf, WrittenSweep } from './scenario-shelf.js';
import { readMap, readText, reportMissing } from './yaml-fields.js';
import type { TextMap } from './yaml-fields.js';
import type { Path, YamlFile } from './yaml.js';

export const shelfKeys = [
  'klasse',
  'klasse_reden',
  'hefboom',
  'meetpunt',
  'richting',
  'geen_meetpunt',
  'omslag',
  'pilot',
] as const;
const sweepKeys = ['parameter', 'van', 'tot', 'bewerking', 'vanaf', 'doel_personen', 'zin', 'toon'];
const pilotKeys = ['station', 'vraag', 'begin', 'einde', 'stopregel', 'norm'];
const stopKeys = ['na', 'netto_onder'];

export function readShelfYaml(yaml: YamlFile, tree: TextMap, mistakes: Mistake[]): WrittenShelf {
  const text = (key: string): Field | null => readText(yaml, tree, [key], mistakes);
  const inner = (key: string, known: readonly string[], needed: readonly string[]): Inner | null =>
    readInner(yaml, tree, { path: [key], known, needed }, mistakes);
  const sweep = inner('omslag', sweepKeys, ['parameter', 'van', 'tot', 'zin']);
  const pilot = inner('pilot', pilotKeys, ['station', 'vraag', 'begin', 'einde']);
  return {
    evidence: text('klasse'),
    evidenceReason: text('klasse_reden'),
    levers: readLevers(yaml, tree, mistakes),
    measure: text('meetpunt'),
    direction: text('richting'),
    noMeasure: text('geen_meetpunt'),
    sweep: sweep === null ? null : writtenSweep(sweep),
    pilot: pilot === null ? null : writtenPilot(yaml, pilot, mistakes),
  };
}

/** `L4`, `L4, L31` or a list of them. */
function readLevers(yaml: YamlFile, tree: TextMap, mistakes: Mistake[]): string {
  const value = tree['hefboom'];
  const isTexts = isList(value ?? null) && (value as readonly unknown[]).every((item) => typeof item === 'string');
  if (isTexts) return (value as readonly string[]).join(',');
  return readText(yaml, tree, ['hefboom'], mistakes)?.text ?? '';
}

interface Inner {
  readonly map: TextMap;
  readonly path: Path;
  readonly place: ReturnType<YamlFile['placeOf']>;
  readonly field: (key: string) => Field | null;
}

interface Wanted {
  readonly path: Path;
  readonly known: readonly string[];
  readonly needed: readonly string[];
}

/** A map within a map; null when it is not there. */
function readInner(yaml: YamlFile, outer: TextMap, { path, known, needed }: Wanted, mistakes: Mistake[]): Inner | null {
  const key = String(path.at(-1));
  const value = Object.hasOwn(outer, key) ? outer[key] : undefined;
  if (value === undefined) return null;
  const before = mistakes.length;
  const map = readMap(yaml, value, path, known, mistakes);
  const isMap = mistakes.length === before || Object.keys(map).length > 0;
  for (const name of isMap ? needed : []) {
    if (!Object.hasOwn(map, name)) reportMissing(yaml, { map, path, key: name, known }, mistakes);
  }
  const field = (name: string): Field | null => readText(yaml, map, [...path, name], mistakes);
  return { map, path, place: yaml.placeOf(path), field };
}

function writtenSweep({ place, field }: Inner): WrittenSweep {
  return {
    place,
    parameter: field('parameter'),
    from: field('van'),
    to: field('tot'),
    operation: field('bewerking'),
    day: field('vanaf'),
    goal: field('doel_personen'),
    sentence: field('zin'),
    telling: field('toon'),
    decimal: ',',
  };
}

function writtenPilot(yaml: YamlFile, { map, path, place, field }: Inner, mistakes: Mistake[]): WrittenPilot {
  const wanted = { path: [...path, 'stopregel'], known: stopKeys, needed: stopKeys };
  const stop = readInner(yaml, map, wanted, mistakes);
  return {
    place,
    station: field('station'),
    question: field('vraag'),
    begin: field('begin'),
    end: field('einde'),
    norm: field('norm'),
    stopRule: stop === null ? null : { after: stop.field('na'), netBelow: stop.field('netto_onder') },
  };
}
