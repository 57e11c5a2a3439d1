// Where work piles up and for whom it makes a difference: what the two sections say about made-up numbers.
import { beforeAll, describe, expect, test } from 'vitest';
import { bottlenecks } from '../../src/analysis/bottlenecks.js';
import { Lookup } from '../../src/analysis/lookup.js';
import { volumeGroups } from '../../src/analysis/volume-groups.js';
import { shadeOf } from '../../src/report/charts/heat.js';
import { renderReport } from '../../src/report/report.js';
import { worst } from '../../src/report/sections/bottlenecks.js';
import { groupLabel } from '../../src/report/sections/groups.js';
import { tinyResults } from '../analysis/tiny.js';
import { fixtureInput } from './fixture.js';

const lookup = new Lookup(
  tinyResults(
    ['basis', 'bap'],
    [
      ['benutting|werk||aandeel@2019-01', [0.8, 1], [0.8, 1]],
      ['benutting|werk||aandeel@2019-02', [0.6, 0.8], [0.6, 0.8]],
      ['benutting|dicht||aandeel@2019-01', [NaN, NaN], [NaN, NaN]],
      ['wachtrij|werk||aanvragen@2019-01', [4, 6], [4, 6]],
      ['wachttijd|diagnose|gemiddelde|dagen@2019-01..2019-12', [5, 7], [9, 9]],
      ['wachttijd|diagnose|gemiddelde|dagen@2020-01..2020-12', [10, 14], [9, 9]],
      ['wachttijd|diagnose|mediaan|dagen@2020-01..2020-12', [8, 10], [9, 9]],
      ['wachttijd|diagnose|p90|dagen@2020-01..2020-12', [20, 24], [9, 9]],
      // Past the end of the ambition.
      ['wachttijd|diagnose|gemiddelde|dagen@2021-01..2021-12', [90, 90], [9, 9]],
      ['wachtenden|diagnose||aanvragen@2020-01..2020-12', [100, 120], [9, 9]],
      ['besluit-binnen-termijn|||aandeel@2019-01..2019-12', [0.9, 0.92], [1, 1]],
      ['besluit-binnen-termijn|||aandeel@2020-01..2020-12', [0.96, 0.98], [1, 1]],
      ['volume||leeftijd:<27|uitkeringen@2020-01-01', [100, 120], [90, 106]],
      ['volume||leeftijd:<27|uitkeringen@2021-01-01', [200, 220], [180, 200]],
      ['volume||leeftijd:27+|uitkeringen@2021-01-01', [500, 520], [501, 519]],
      ['uitstroom-groep|werk|leeftijd:<27|uitkeringen@2019-01..2019-12', [10, 12], [25, 29]],
      ['uitstroom-groep|opleiding|leeftijd:<27|uitkeringen@2020-01..2020-12', [5, 5], [10, 8]],
      ['uitstroom-groep|natuurlijk|leeftijd:<27|uitkeringen@2020-01..2020-12', [1, 1], [99, 99]],
      // Beyond the end.
      ['uitstroom-groep|werk|leeftijd:<27|uitkeringen@2021-01..2021-12', [1, 1], [99, 99]],
      ['wachttijd-groep|diagnose|leeftijd:<27|dagen@2019-01..2019-12', [10, NaN], [14, NaN]],
      ['wachttijd-groep|diagnose|leeftijd:<27|dagen@2020-01..2020-12', [10, 10], [12, 17]],
      ['wachttijd-groep|intake|leeftijd:<27|dagen@2020-01..2020-12', [3, 3], [4, 4]],
    ],
  ),
);

describe('bottlenecks of a scenario', () => {
  const found = bottlenecks(lookup, { scenario: 0, start: '2019-01', end: '2021-01' });

  test('use and queue are means over draws per month; a pool that is never open is left out', () => {
    expect(found.pools.map(({ pool }) => pool)).toEqual(['werk']);
    expect(found.pools[0]?.use.slice(0, 2)).toEqual([expect.closeTo(0.9, 9), expect.closeTo(0.7, 9)]);
    expect(found.pools[0]?.queue[0]).toBe(5);
  });

  test('a wait is that of its worst year within the ambition: (10 + 14) / 2 days for 110 visits', () => {
    expect(found.waits).toEqual([
      { station: 'diagnose', period: '2020-01..2020-12', mean: 12, median: 9, p90: 22, visits: 110 },
    ]);
  });

  test('decisions in time are those of the worst year', () => {
    expect(found.inTerm).toEqual({ period: '2019-01..2019-12', share: expect.closeTo(0.91, 9) as number });
  });
});

test('groups are compared at the last moment before the end, draw by draw, in any dimension', () => {
  const [age, ...more] = volumeGroups(lookup, { scenario: 1, base: 0, start: '2019-01', end: '2021-01' }, 5);
  expect(more).toEqual([]);
  expect(age).toMatchObject({ dimension: 'leeftijd', month: '2021-01', unit: 'uitkeringen' });
  expect(
    age?.groups.map(({ group, base, difference, outcome }) => [group, base, difference.gemiddelde, outcome]),
  ).toEqual([
    ['leeftijd:<27', 210, -20, 'lager'],
    ['leeftijd:27+', 510, 0, 'verwaarloosbaar'],
  ]);
});

test('who leaves earlier and waits longer is told per group', () => {
  const [age] = volumeGroups(lookup, { scenario: 1, base: 0, start: '2019-01', end: '2021-01' }, 5);
  const [young, others] = age?.groups ?? [];
  // 15 + 5 and 17 + 3 more; AOW and death do not count.
  expect(young?.exits?.gemiddelde).toBe(20);
  // Per draw the mean of the years that were seen: (4 + 2) / 2 and 7.
  expect(young?.wait).toMatchObject({ station: 'diagnose', difference: { gemiddelde: 5 } });
  expect([others?.exits, others?.wait]).toEqual([null, null]);
});

test('a shade begins at its level', () => {
  expect([0.49, 0.5, 0.95].map((value) => shadeOf(value, { from: [0.5, 0.7, 0.85, 0.95] }))).toEqual([0, 1, 4]);
});

test('bands of duration are told in months, other groups by their own name', () => {
  expect(['duur:0-6', 'duur:60+', 'wijk:Malburgen'].map(groupLabel)).toEqual([
    '0 tot 6 maanden',
    '60 maanden of langer',
    'Malburgen',
  ]);
});

describe('on the page', () => {
  let page: string;
  beforeAll(async () => {
    page = (await renderReport(fixtureInput())).replaceAll(/\s+/g, ' ');
  });

  test('the worst bottleneck is the one with most days of waiting by all together, not the longest wait of a few', () => {
    // 14 days for 1.100 people against 20 days for 12.
    expect(page).toContain('knelpunt bij ongewijzigd beleid is Diagnosegesprek: gemiddeld 2 weken wachten');
    expect(page).toContain('bij Bemiddelen aan de Poort is er maar 62 % van het nodige contact');
  });

  test('without one it says so', () => {
    const input = fixtureInput();
    const nothing = { months: [], waits: [], doses: [], pools: [], inTerm: null };
    expect(worst(nothing, input)).toContain('er is geen knelpunt');
  });

  test('a group of nine is not told, one of 900 is: 45 fewer is 5 percent', () => {
    const section = /<section id="voor-wie"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
    expect(section).toContain('minder dan 10');
    expect(section).not.toContain('−3');
    expect(section).toContain('−5 %');
  });
});
