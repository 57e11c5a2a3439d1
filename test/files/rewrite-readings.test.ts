// New numbers in a file of readings, and nothing else that is new.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rewriteReadings } from '../../src/files/rewrite-readings.js';
import { folderWith, valueOf } from './support.js';

test('value, low and high move together within what the unit allows, and all other cells stay', () => {
  const lines = [
    'lezing;naam;kans;parameter;waarde;laag;hoog;status',
    'a;basis;60 %;;;;;',
    'b;anders;40 %;aandeel;95 %;90 %;99 %;gekalibreerd',
    'b;;;duur;8;6;;gekalibreerd',
  ];
  const folder = folderWith({ 'R.csv': lines.join('\n') });
  const text = valueOf(
    rewriteReadings(join(folder, 'R.csv'), [
      { reading: 'b', parameter: 'aandeel', value: 0.97, from: { value: 0.95, low: 0.9, high: 0.99, unit: 'aandeel' } },
      { reading: 'b', parameter: 'duur', value: 7.5, from: { value: 8, low: 6, high: null, unit: 'maanden' } },
    ]),
  );
  // 90 + 2 and 99 + 2, which a share cannot be; 6 - 0,5.
  expect(text.replace('\uFEFF', '').split('\r\n')).toEqual([
    lines[0],
    lines[1],
    'b;anders;40 %;aandeel;97 %;92 %;100 %;gekalibreerd',
    'b;;;duur;7,5;5,5;;gekalibreerd',
    '',
  ]);
});
