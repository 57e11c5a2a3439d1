// ijking.csv: what may move and what is aimed at, and where a mistake stands.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ijkpunt } from '../../src/analysis/ijkpunt.js';
import { loadIjking } from '../../src/files/load-ijking.js';
import { parameterOf, tableOf } from '../scenario/parameter-of.js';
import { folderWith, rendered, valueOf } from './support.js';

const point = (id: string, low: number, high: number, unit: string): Ijkpunt => ({
  id,
  description: id,
  numerator: 'aanvragen',
  denominator: null,
  operation: 'som',
  low,
  high,
  unit,
  kind: 'volgt',
  source: 'bron',
  note: '',
});
const known = {
  parameters: tableOf(
    parameterOf({ name: 'instroom.een', value: 300, unit: 'per jaar' }),
    parameterOf({ name: 'instroom.twee', value: 200, unit: 'per jaar' }),
    parameterOf({ name: 'aandeel', value: 0.2, unit: 'aandeel' }),
  ),
  ijkpunten: [point('aanvragen', 400, 600, 'aanvragen'), point('terug', 0.14, 0.18, 'aandeel')],
};

function load(...lines: string[]) {
  const folder = folderWith({ 'ijking.csv': ['soort;naam;doel;gewicht;stap;toelichting', ...lines].join('\n') });
  const loaded = loadIjking(join(folder, 'ijking.csv'), known);
  return { loaded, mistakes: rendered(loaded, folder) };
}

test('parameters alone and together, and ijkpunten with and without a value to aim at', () => {
  const { loaded } = load(
    'parameter;instroom.een + instroom.twee;;;0,03;',
    'parameter;aandeel;;;2 %;',
    'ijkpunt;aanvragen;;;;',
    'ijkpunt;terug;15 %;0,5;;uit de bron',
  );
  const { knobs, targets } = valueOf(loaded);
  expect(knobs.map(({ name, members, step }) => [name, members.length, step])).toEqual([
    ['instroom.een + instroom.twee', 2, 0.03],
    ['aandeel', 1, 0.02],
  ]);
  // The middle of 400-600 when nothing is said.
  expect(targets.map(({ ijkpunt, goal, weight }) => [ijkpunt.id, goal, weight])).toEqual([
    ['aanvragen', 500, 1],
    ['terug', 0.15, 0.5],
  ]);
});

test('every mistake is told at once, at its own cell', () => {
  const { mistakes } = load(
    'parameter;instroom.een;;;0;',
    'parameter;instroom.een + instrom.twee;;;;',
    'ijkpunt;aanvragn;;;;',
    'ijkpunt;terug;25 %;;0,1;',
  );
  expect(mistakes).toEqual([
    "ijking.csv:2:26: stap '0' hoort boven 0 te liggen.",
    "ijking.csv:3:11: 'instroom.een' beweegt al op een andere rij.",
    "ijking.csv:3:11: parameter 'instrom.twee' bestaat niet. Bedoelde u 'instroom.twee'?",
    "ijking.csv:4:9: ijkpunt 'aanvragn' bestaat niet. Bedoelde u 'aanvragen'?",
    "ijking.csv:5:15: doel '25 %' ligt buiten de band van het ijkpunt.",
    'ijking.csv:5:21: stap hoort bij een parameter.',
  ]);
});

test('a file that moves nothing is no calibration', () => {
  expect(load('ijkpunt;aanvragen;;;;').mistakes).toEqual([
    'ijking.csv: een ijking heeft ten minste één parameter en één ijkpunt nodig.',
  ]);
});
