// What parseChain says when the tree has not the shape of a chain.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseChain } from '../../src/chain/check.js';
import { counter, mistakes, put } from './check-support.js';

const kinds = 'router, service, course, place, delay of stay';

it.each<[string, string, unknown, string[]]>([
  [
    'an unknown key with a likeness',
    'roles.entri',
    'x',
    ["roles.entri: 'entri' is hier onbekend. Bedoelde u 'entry'?"],
  ],
  [
    'an unknown key without one',
    'pools.balie.xyz',
    1,
    ["pools.balie.xyz: 'xyz' is hier onbekend. Bekend: kind, label, capacity, skills, speeds of shrink."],
  ],
  [
    'a text where a number belongs',
    'pools.balie.capacity',
    'veel',
    ["pools.balie.capacity: verwacht een getal of een blok, gevonden 'veel'"],
  ],
  ['a number below its limit', 'pools.balie.capacity', -1, ['pools.balie.capacity: moet minstens 0 zijn, gevonden -1']],
  [
    'a share above 1 at some time',
    'stations.loket.outcomes.0',
    { share: { timed: [{ at: 0, value: 2 }] }, to: 'exit' },
    ['stations.loket.outcomes.0.share: moet tussen 0 en 1 liggen, gevonden 2'],
  ],
  [
    'a kind of station that does not exist',
    'stations.loket.kind',
    'servce',
    [`stations.loket.kind: 'servce' bestaat hier niet; kies uit ${kinds}. Bedoelde u 'service'?`],
  ],
  [
    'a station without a kind',
    'stations.loket.kind',
    undefined,
    [`stations.loket.kind: 'kind' ontbreekt; kies uit ${kinds}`],
  ],
  ['a missing part', 'roles', undefined, ["roles: 'roles' ontbreekt; verwacht een blok"]],
  ['a list where a block belongs', 'stations', [], ['stations: verwacht een blok, gevonden een lijst']],
  [
    'a decimal comma between braces',
    'stations.loket.duration',
    { dist: 'exponential', mean: 3, 5: null },
    [
      "stations.loket.duration.5: '5' staat hier los. Een decimale komma tussen accolades? Schrijf mean: 3.5, of zet het getal op een eigen regel",
    ],
  ],
  [
    'a distribution without a name',
    'stations.loket.duration',
    { mean: 3, unit: 'days' },
    [
      "stations.loket.duration.dist: 'dist' ontbreekt; kies uit constant, uniform, triangular, exponential, gamma, erlang, weibull, lognormal, normal, empirical, piecewise, hazard of trace",
    ],
  ],
  [
    'a condition with a misspelt key',
    'stations.loket.outcomes.0',
    { when: { atribute: 'x', is: 1 }, to: 'exit' },
    ["stations.loket.outcomes.0.when.atribute: 'atribute' is hier onbekend. Bedoelde u 'attribute'?"],
  ],
  [
    'two rules in one outcome',
    'stations.loket.outcomes.0.share',
    0.5,
    [
      'stations.loket.outcomes.0: een uitkomst heeft precies één regel uit when, share, rank, odds, rest; gevonden: share en rest',
    ],
  ],
  [
    'a word outside its list',
    'run.unit',
    'day',
    ["run.unit: verwacht days of own, gevonden 'day'. Bedoelde u 'days'?"],
  ],
  ['a date that is none', 'run.end', '2021-02-30', ['run.end: geen geldige datum; verwacht jjjj-mm-dd']],
])('%s', (_sentence, path, value, expected) => {
  expect(mistakes(put(counter(), path, value))).toEqual(expected);
});

it('tells all mistakes of shape at once', () => {
  const tree = put(put(put(counter(), 'label', 3), 'pools.balie.capacity', 'x'), 'arrivals.bron', {});
  expect(mistakes(tree).map((line) => line.slice(0, line.indexOf(':')))).toEqual([
    'label',
    'pools.balie.capacity',
    'arrivals.bron',
  ]);
});

it('gives mistakes and never an exception for anything at all', () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true, withDate: true }),
      (garbage) => {
        const parsed = parseChain(garbage);
        return (
          parsed.state === 'mistakes' &&
          parsed.issues.length > 0 &&
          parsed.issues.every(({ message }) => message !== '')
        );
      },
    ),
  );
});

it('gives mistakes or a chain, and never an exception, for garbage anywhere in a chain', () => {
  const places = [
    'run',
    'run.end',
    'roles',
    'pools.balie',
    'pools.balie.capacity',
    'stations.loket',
    'stations.loket.duration',
    'stations.loket.outcomes',
    'stations.loket.outcomes.0.when',
    'arrivals.bron',
    'attributes',
    'spells',
    'calendar',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.anything(), (place, garbage) => {
      expect(() => mistakes(put(counter(), place, garbage))).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
