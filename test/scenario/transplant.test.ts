// One process with the people of another: which part of which tree, under which names, at which scale.
import { describe, expect, test } from 'vitest';
import type { Tree } from '../../src/scenario/rename.js';
import { transplant } from '../../src/scenario/transplant.js';

const process: Tree = {
  organisation: 'noord',
  label: 'Noord',
  run: { start: '2015-01-01', end: '2016-01-01' },
  calendar: 'none',
  roles: { entry: 'loket', stock: 'bak', sources: { jongeren: 'wacht' } },
  persons: { perBenefit: 1 },
  pools: {
    team: {
      kind: 'hours',
      fte: { sum: ['@fte', '-@uitgeleend'] },
      share: '@tijd',
      recruitment: { delayMonths: 3, moved: '@uitgeleend' },
    },
    plekken: {
      kind: 'places',
      capacity: {
        steps: [
          { at: 0, value: 4 },
          { at: 9, value: '@plekken' },
        ],
      },
    },
  },
  stations: {
    loket: {
      kind: 'service',
      observe: ['trede'],
      effectParameters: ['effect'],
      outcomes: [{ share: '@deel', to: 'bak' }],
    },
    bak: {
      kind: 'stay',
      calls: [
        { every: { value: 1, unit: 'months' }, take: 10, to: 'loket' },
        { whenPresent: 5, take: 5, to: 'loket' },
      ],
    },
    wacht: { kind: 'delay', duration: '@trend.instroom', outcomes: [{ rest: true, to: 'loket' }] },
  },
  attributes: {
    kracht: { kind: 'number', dist: '@kracht' },
    trede: { kind: 'observation', of: 'kracht', accuracy: '@zicht' },
  },
  groups: { trede: { attribute: 'trede' }, kracht: { attribute: 'kracht', bands: [0] } },
  arrivals: { jongeren: { rate: { perYear: 12 } } },
  money: { pricesOf: '2015-01-01' },
};

const population: Tree = {
  organisation: 'zuid',
  label: 'Zuid',
  run: { start: '2019-01-01', end: '2022-01-01' },
  calendar: { kind: 'workweek' },
  roles: { entry: 'balie', stock: 'kast' },
  persons: { perBenefit: '@per' },
  pools: { balie: { kind: 'hours', fte: '@fte' } },
  stations: { balie: { kind: 'service', observe: ['trede', 'vaardig'] }, kast: { kind: 'stay' } },
  attributes: {
    kracht: { kind: 'number', dist: '@kracht' },
    buurt: { kind: 'category', shares: { a: 1 } },
    trede: { kind: 'observation', of: 'kracht', accuracy: '@zicht' },
    vaardig: { kind: 'observation', of: 'kracht', accuracy: 0.5 },
    ladder: { kind: 'mapping', of: 'vaardig', table: { '0': 1 } },
    bekend: { kind: 'observation', of: 'kracht', accuracy: 0.9 },
  },
  groups: { buurt: { attribute: 'buurt' }, vaardig: { attribute: 'vaardig' }, bekend: { attribute: 'bekend' } },
  arrivals: { jongeren: { rate: { perYear: '@jongeren' }, to: 'balie' } },
  spells: { risks: {}, stock: { count: '@voorraad', station: 'kast' }, returns: { to: 'balie', horizonMonths: 12 } },
  curves: {},
};

const noord = { id: 'noord', tree: process };
const zuid = { id: 'zuid', tree: population };
const made = transplant(noord, zuid);

describe('a process with the people of another', () => {
  test('takes steps, teams and calendar from the one, and people, spells and dates from the other', () => {
    expect(made.issues).toEqual([]);
    const { organisation, label, calendar, roles, run, persons } = made.tree;
    expect({ organisation, label, calendar, roles }).toEqual({
      organisation: 'noord',
      label: 'Noord',
      calendar: 'none',
      roles: { entry: 'loket', stock: 'bak', sources: { jongeren: 'wacht' } },
    });
    expect({ run, persons }).toEqual({ run: population['run'], persons: { perBenefit: '@per' } });
    expect(Object.keys(made.tree)).not.toContain('money');
    expect(Object.keys(made.tree)).not.toContain('curves');
  });

  test('forgets which stations of the other its people came to', () => {
    expect(made.tree['arrivals']).toEqual({ jongeren: { rate: { perYear: '@jongeren' } } });
    expect(made.tree['spells']).toEqual({ risks: {}, stock: { count: '@voorraad' }, returns: { horizonMonths: 12 } });
  });

  test('names its own numbers with its own id, but for the national trend', () => {
    const { loket, wacht } = made.tree['stations'] as Record<string, Tree>;
    expect(loket).toMatchObject({
      effectParameters: ['noord/effect'],
      outcomes: [{ share: '@noord/deel', to: 'bak' }],
    });
    expect(wacht).toMatchObject({ duration: '@trend.instroom' });
  });

  test('has its capacity times one number: fte, what is lent, places over time and calls of so many', () => {
    const scale = '@noord/schaal';
    const { team, plekken } = made.tree['pools'] as Record<string, Tree>;
    expect(team).toEqual({
      kind: 'hours',
      fte: { product: [scale, { sum: ['@noord/fte', '-@noord/uitgeleend'] }] },
      share: '@noord/tijd',
      recruitment: { delayMonths: 3, moved: { product: [scale, '@noord/uitgeleend'] } },
    });
    expect(plekken?.['capacity']).toEqual({
      steps: [
        { at: 0, value: { product: [scale, 4] } },
        { at: 9, value: { product: [scale, '@noord/plekken'] } },
      ],
    });
    const { bak } = made.tree['stations'] as Record<string, Tree>;
    expect(bak?.['calls']).toMatchObject([{ take: { product: [scale, 10] } }, { take: 5 }]);
  });

  test('sees with its own eyes: looks that the stations of the other made stay behind, with what follows from them', () => {
    expect(made.tree['attributes']).toEqual({
      kracht: { kind: 'number', dist: '@kracht' },
      buurt: { kind: 'category', shares: { a: 1 } },
      bekend: { kind: 'observation', of: 'kracht', accuracy: 0.9 },
      trede: { kind: 'observation', of: 'kracht', accuracy: '@noord/zicht' },
    });
    expect(Object.keys(made.tree['groups'] as Tree)).toEqual(['buurt', 'bekend', 'trede']);
  });

  test('knows of every path from whom it came', () => {
    const paths = [
      ['stations', 'bak'],
      ['attributes', 'trede'],
      ['groups', 'trede'],
      ['attributes', 'kracht'],
      ['spells'],
      ['run', 'start'],
    ];
    expect(paths.map(made.originOf)).toEqual([
      'process',
      'process',
      'process',
      'population',
      'population',
      'population',
    ]);
  });
});

test('at home no name changes: there is one table, and so the same draws', () => {
  const { tree } = transplant(zuid, zuid);
  expect((tree['pools'] as Record<string, Tree>)['balie']?.['fte']).toEqual({ product: ['@zuid/schaal', '@fte'] });
  expect(Object.keys(tree['attributes'] as Tree)).toEqual(['kracht', 'buurt', 'trede', 'vaardig', 'ladder', 'bekend']);
});

describe('what cannot be brought together', () => {
  const issuesOf = (one: Tree, other: Tree): unknown[] => [
    ...transplant({ id: 'noord', tree: { ...process, ...one } }, { id: 'zuid', tree: { ...population, ...other } })
      .issues,
  ];

  test('a source that the population lacks', () => {
    const roles = { ...(process['roles'] as Tree), sources: { jongern: 'wacht' } };
    const message = "bron 'jongern' bestaat niet in de bevolking. Bedoelde u 'jongeren'? Er zijn: jongeren";
    expect(issuesOf({ roles }, {})).toEqual([{ path: ['roles', 'sources', 'jongern'], message }]);
  });

  test('a stock for which the process has no place', () => {
    const message = 'de bevolking heeft een voorraad bij de start; noem met `stock` het station waar zij staat';
    expect(issuesOf({ roles: { entry: 'loket' } }, {})).toEqual([{ path: ['roles'], message }]);
  });

  test('a look by the name of what people are', () => {
    const attributes = { buurt: { kind: 'finding', of: 'kracht', chance: 1 } };
    expect(issuesOf({ attributes }, {})).toMatchObject([{ path: ['attributes', 'buurt'] }]);
  });

  test('people who stand at a station already', () => {
    expect(issuesOf({}, { initial: [] })).toMatchObject([{ path: ['initial'] }]);
  });
});

test('places that differ go on in their own pattern, for as many as there will be', () => {
  const pools = { wijken: { kind: 'places', capacity: 3, skills: [['a'], ['b'], ['c']] } };
  const skillsAt = (factor: number): unknown => {
    const { tree } = transplant({ id: 'noord', tree: { ...process, pools } }, zuid, factor);
    return (tree['pools'] as Record<string, Tree>)['wijken']?.['skills'];
  };
  // Three times 1.5 are four and a half places: the fifth is there for the half that a range may add.
  expect(skillsAt(1.5)).toEqual([['a'], ['b'], ['c'], ['a'], ['b']]);
  expect(skillsAt(0.5)).toEqual([['a'], ['b'], ['c']]);
});
