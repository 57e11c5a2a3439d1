// tellingen.csv and its months: every way in which people and Excel write them, and where a mistake stands.
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { loadTellingen } from '../../src/files/load-tellingen.js';
import { parseMonth } from '../../src/files/month-text.js';
import { folderWith, rendered, valueOf } from './support.js';

describe('a month', () => {
  it.each([
    '2019-03',
    '2019-3',
    '3-2019',
    '03/2019',
    '2019-03-01',
    '1-3-2019',
    'mrt-19',
    'mar-19',
    'maart 2019',
    'March 2019',
    '2019M03',
    '201903',
  ])('may be written as %s', (text) => {
    expect(parseMonth(text)).toEqual({ state: 'month', month: '2019-03' });
  });

  it.each([
    ['2019-13', "'2019-13': maand 13 bestaat niet"],
    ['15-3-2019', "'15-3-2019': een telling hoort bij de eerste dag van een maand"],
    ['lente 2019', "'lente 2019' is geen maand; schrijf jaar-maand, zoals 2019-01, of januari 2019"],
  ])('%s is refused', (text, message) => {
    expect(parseMonth(text)).toEqual({ state: 'mistake', message });
  });
});

function load(...lines: string[]) {
  const folder = folderWith({ 't.csv': ['maand;volume;instroom;uitstroom', ...lines].join('\n') });
  const loaded = loadTellingen(join(folder, 't.csv'));
  return { loaded, mistakes: rendered(loaded, folder).map((line) => line.replace('t.csv:', '')) };
}

test('counts come month by month; flows may be missing', () => {
  expect(valueOf(load('dec-19;8100;120;118,5', '2020-01;8101;;').loaded)).toEqual([
    { month: '2019-12', volume: 8100, inflow: 120, outflow: 118.5 },
    { month: '2020-01', volume: 8101, inflow: null, outflow: null },
  ]);
});

test('gaps, ambiguous numbers, negative counts and a single month are mistakes with their place', () => {
  expect(load('2019-01;8.100;1;1', '2019-03;8000;-4;1').mistakes).toEqual([
    "2:9: '8.100' kan 8100 of 8,1 betekenen; schrijf 8100 of 8,1.",
    '3:1: na 2019-01 hoort 2019-02, niet 2019-03.',
    "3:14: instroom kan niet negatief zijn, gevonden '-4'.",
  ]);
  expect(load('2019-01;8100;1;1').mistakes).toEqual([' er zijn ten minste twee maanden nodig.']);
});
