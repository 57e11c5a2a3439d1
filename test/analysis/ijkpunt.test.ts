// The selector language and the outcome of an ijkpunt, on results small enough to add up by hand.
import { describe, expect, test } from 'vitest';
import { evaluateIjkpunt, type Ijkpunt } from '../../src/analysis/ijkpunt.js';
import { Lookup } from '../../src/analysis/lookup.js';
import { parseFormula } from '../../src/analysis/selector.js';
import { tinyResults } from './tiny.js';

const results = tinyResults(
  ['basis'],
  [
    ['stroom|poort>bap||aanvragen@2018-10', [20, 22, 24]],
    ['stroom|poort>bap||aanvragen@2018-11', [30, 28, 26]],
    ['stroom|poort>bap||personen@2018-10', [22, 24, 26]],
    ['stroom|poort>bap||personen@2018-11', [33, 31, 29]],
    ['stroom|bap>diagnose||aanvragen@2018-10', [5, 5, 5]],
    ['stroom|bap>diagnose||aanvragen@2018-11', [7, 7, 7]],
    ['uitstroom||werk|uitkeringen@2018-10', [4, 6, 5]],
    ['uitstroom||aow|uitkeringen@2018-10', [6, 4, 5]],
    ['volume|||uitkeringen@2018-10', [8000, 8100, 8200]],
    ['volume||duur:60+|uitkeringen@2018-10', [4000, 4050, 4100]],
    ['volume|||uitkeringen@2019-12', [8000, 8100, 8200]],
    ['blootstelling||0-6|maanden@2018-10..2018-11', [0, 10, 20]],
    ['uitstroom-duur||0-6|uitkeringen@2018-10..2018-11', [0, 1, 2]],
  ],
);
const withTwin = tinyResults(
  ['basis', 'zonder bap'],
  [['traject|bap|uit:6|aandeel@2018-10..2018-11', [0.5, 0.6], [0.4, 0.4]]],
);
const context = {
  lookup: new Lookup(results),
  scenario: 0,
  window: '2018-10..2018-11',
  index: (month: string): number => (month === '2019-12' ? 98 : 100),
};

function ijkpunt(changes: Partial<Ijkpunt>): Ijkpunt {
  const fixed = {
    id: 'proef',
    description: '',
    denominator: null,
    operation: 'som',
    unit: 'aanvragen',
    kind: 'volgt',
  } as const;
  return { ...fixed, numerator: 'stroom|poort>bap', low: 45, high: 55, source: '', note: '', ...changes };
}

const evaluate = (changes: Partial<Ijkpunt>) => evaluateIjkpunt(ijkpunt(changes), context);
const meanOf = (changes: Partial<Ijkpunt>) => evaluate(changes).result.interval?.mean;

describe('what is counted', () => {
  test('som adds the months of the window: 20+30, 22+28, 24+26', () => {
    expect(evaluate({}).result.interval).toMatchObject({ mean: 50, halfWidth: 0, n: 3 });
  });

  test('gemiddelde is the same per month', () => {
    expect(meanOf({ operation: 'gemiddelde' })).toBe(25);
  });

  test('the unit of the ijkpunt chooses between persons and households, and a selector may overrule it', () => {
    expect(meanOf({ unit: 'personen' })).toBe(55);
    expect(meanOf({ numerator: 'stroom|poort>bap||personen' })).toBe(55);
  });

  test('flows can be added, subtracted and multiplied', () => {
    expect(meanOf({ numerator: 'stroom|poort>bap + stroom|bap>diagnose' })).toBe(62);
    expect(meanOf({ numerator: 'stroom|poort>bap - 2 * stroom|bap>diagnose' })).toBe(26);
    expect(meanOf({ numerator: '0,5 * stroom|*' })).toBe(31);
  });

  test('a total that is not in the catalogue is the sum of its groups; a group is only itself', () => {
    expect(meanOf({ numerator: 'uitstroom', unit: 'uitkeringen' })).toBe(10);
    expect(meanOf({ numerator: 'uitstroom||werk', unit: 'uitkeringen' })).toBe(5);
  });

  test('a total that is in the catalogue is not mixed with its groups', () => {
    expect(meanOf({ numerator: 'volume', operation: 'stand' })).toBe(8100);
    expect(
      meanOf({ numerator: 'volume||duur:60+@2018-10', denominator: 'volume@2018-10', operation: 'verhouding' }),
    ).toBe(0.5);
  });

  test('a ratio is taken per draw, and a draw with nothing below the line has no value: mean of 1/10 and 2/20', () => {
    const { result } = evaluate({
      numerator: 'uitstroom-duur||0-6',
      denominator: 'blootstelling||0-6',
      operation: 'verhouding',
    });
    expect(result.interval).toMatchObject({ mean: 0.1, n: 2 });
  });

  test('index is the national level, so a volume that stands still while it falls to 98 is 100/98', () => {
    const numerator = 'volume@2019-12 * index@2018-10';
    const denominator = 'volume@2018-10 * index@2019-12';
    expect(meanOf({ numerator, denominator, operation: 'verhouding' })).toBeCloseTo(100 / 98, 12);
  });
});

describe('the net effect of a station', () => {
  const netto = ijkpunt({ numerator: 'traject|bap|uit:6', operation: 'netto', unit: 'aandeel', low: 0, high: 1 });

  test('is the teller less the same teller in the run without its effect: mean of 0,1 and 0,2', () => {
    const twin = (station: string): number => (station === 'bap' ? 1 : -1);
    const { result } = evaluateIjkpunt(netto, { ...context, lookup: new Lookup(withTwin), twin });
    expect(result.interval?.mean).toBeCloseTo(0.15, 12);
  });

  test('cannot be given when that run was not made', () => {
    expect(evaluateIjkpunt(netto, { ...context, lookup: new Lookup(withTwin) }).problems).toEqual([
      "proef: station 'bap' is niet zonder effect doorgerekend; het heeft geen effectParameters",
    ]);
  });
});

describe('outcome', () => {
  // Draws 20, 22, 24: mean 22, margin 4.303 · 2 / √3 = 4.968, so the interval is 17.03 – 26.97.
  const october = { numerator: 'stroom|poort>bap@2018-10' };
  test.each([
    [17, 27, 'binnen'],
    [27, 40, 'buiten'],
    [5, 17, 'buiten'],
    [18, 30, 'te onzeker'],
    [10, 26, 'te onzeker'],
  ])('an interval of 17,03–26,97 against %i–%i is %s', (low, high, outcome) => {
    expect(evaluate({ ...october, low, high }).result.outcome).toBe(outcome);
  });

  test('whoever turned back is no arrow of the figure', () => {
    expect(evaluate({ numerator: 'stroom|poort>bap - stroom|bap>diagnose' }).result.arrows).toEqual(['poort>bap']);
  });

  test('the arrows of a plain sum of flows are known, those of a ratio are not', () => {
    expect(evaluate({ numerator: 'stroom|poort>bap + stroom|bap>diagnose' }).result.arrows).toEqual([
      'poort>bap',
      'bap>diagnose',
    ]);
    expect(evaluate({ denominator: 'stroom|bap>diagnose', operation: 'verhouding' }).result.arrows).toEqual([]);
  });
});

describe('mistakes', () => {
  test('a formula that selects nothing says what it looked for', () => {
    expect(evaluate({ numerator: 'stroom|poort>bab' }).problems).toEqual([
      "proef: niets gemeten dat 'stroom|poort>bab' heet in 2018-10..2018-11",
    ]);
  });

  test('a formula that cannot be read gives every problem at once', () => {
    expect(parseFormula('stroom|a|b|c|d + volume@gisteren + ').problems).toEqual([
      "'stroom|a|b|c|d' heeft meer dan vier delen: maat|plaats|groep|eenheid",
      "'volume@gisteren +' heeft geen geldige periode: schrijf @2018-10, @2018-10..2019-09 of @2019-12-31",
    ]);
    expect(parseFormula('volume +  * 3').problems).toEqual(["'volume +  * 3' mist iets naast een + - of *"]);
  });

  test('a ratio without a denominator, and a sum with one, are refused', () => {
    expect(evaluate({ operation: 'verhouding' }).problems).toEqual(['proef: een verhouding heeft een noemer nodig']);
    expect(evaluate({ denominator: 'volume' }).problems).toEqual(["proef: bij 'som' hoort geen noemer"]);
  });
});
