// Euros per month on chains whose spells, stays and staff can be counted by hand.
import { describe, expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { geld } from '../../src/measure/kinds/geld.js';
import { costsOver, priceLevels } from '../../src/measure/prices.js';
import { halfYear, run } from './support.js';

const spells: NonNullable<ChainInput['spells']> = {
  risks: { werk: { kind: 'hazard', label: 'werk', perMonth: 0, destination: 'werk' } },
  marks: { klaar: { label: 'klaar', destination: 'overig' } },
};
/**
 * Applications on day 10 (11 January) and 40 (10 February 2019); decision after 50 days; a course of 100 days, then out. Spells run over
 * [10, 110) and [40, 140). Months begin on days 0, 31, 59, 90, 120, 151.
 */
const base: ChainInput = {
  organisation: 'proef',
  label: 'Proef',
  run: halfYear,
  roles: { entry: 'loket' },
  pools: { team: { kind: 'hours', fte: 2, productiveHoursPerYear: 1400, share: 0.5 } },
  stations: {
    loket: { kind: 'router', outcomes: [{ rest: true, to: 'traject', grant: 50 }] },
    traject: { kind: 'delay', duration: 100, outcomes: [{ rest: true, to: 'exit', mark: 'klaar' }] },
  },
  arrivals: { balie: { times: [10, 40] } },
  spells,
  // Ten euro a day, so that sums stay round.
  money: { pricesOf: '2019-01-01', benefit: { perYear: 3652.5 } },
};
const months = ['2019-01', '2019-02', '2019-03', '2019-04', '2019-05', '2019-06'];

function euros(input: ChainInput, place = '', group = ''): number[] {
  const read = run(input, { kinds: [geld] });
  return months.map((month) => read(`geld|${place}|${group}|euro@${month}`));
}

function close(found: readonly number[], expected: readonly number[]): void {
  for (const [index, euro] of expected.entries()) expect(found[index]).toBeCloseTo(euro, 8);
}

describe('uitkeringen', () => {
  // Days in each month: of [10, 110): 21, 28, 31, 20; of [40, 140): 0, 19, 31, 30, 20.
  const days = [21, 28 + 19, 62, 20 + 30, 20, 0];

  test('cost from the melding to the end, to the day, once granted', () => {
    close(euros(base, '', 'uitkering'), days.map((day) => 10 * day)); // prettier-ignore
    close(euros(base), days.map((day) => 10 * day)); // prettier-ignore
    const read = run(base, { kinds: [geld] });
    expect(read('uitkeringsjaren|||jaren@2019-03')).toBeCloseTo(62 / 365.25, 12);
  });

  test('follow a price that changes on a day', () => {
    const perYear = { timed: [{ at: 100, value: 3652.5 }, { at: 100, value: 7305 }] }; // prettier-ignore
    // April has days 90 to 119: the first spell 10 days at 10 and 10 at 20, the second 10 at 10 and 20 at 20.
    const april = 10 * 10 + 10 * 20 + 10 * 10 + 20 * 20;
    const found = euros({ ...base, money: { pricesOf: '2019-01-01', benefit: { perYear } } }, '', 'uitkering');
    close(found, [210, 470, 620, april, 400, 0]);
  });

  test('with a partner cost the ratio more, and the mean at the declared share stays', () => {
    const couple = (share: number): ChainInput => ({
      ...base,
      persons: { perBenefit: 1, partner: 'partner' },
      attributes: { partner: { kind: 'flag', share } },
      money: { pricesOf: '2019-01-01', benefit: { perYear: 3652.5, couple: { ratio: 1.5, share: 0.5 } } },
    });
    // Half and half at 8 and 12 is 10 on average.
    close(euros(couple(0), '', 'uitkering'), days.map((day) => 8 * day)); // prettier-ignore
    close(euros(couple(1), '', 'uitkering'), days.map((day) => 12 * day)); // prettier-ignore
  });

  test('are cheaper in a state from the decision on, and the mean at the declared share stays', () => {
    const states = { deeltijd: { lessPerMonth: 30.4375, share: 0.5 } };
    // Full price 10.50; the stock of one is in the state from the first day, at one euro a day less.
    const found = euros(
      {
        ...base,
        arrivals: { balie: { times: [] } },
        spells: {
          ...spells,
          states: { deeltijd: { label: 'deeltijd', begins: { perMonth: 1e6 }, ends: { perMonth: 0 } } },
          stock: { count: 1, station: 'bestand', elapsed: { bands: [{ untilMonths: 12, share: 1 }] } },
        },
        stations: { ...base.stations, bestand: { kind: 'stay' } },
        money: { pricesOf: '2019-01-01', benefit: { perYear: 3652.5, states } },
      },
      '',
      'uitkering',
    );
    expect(found[2]).toBeCloseTo(31 * 9.5, 3);
  });
});

test('the price level grows to its declared rate in a year and is 1 on the day of the prices', () => {
  const levels = priceLevels(0.02, 100, 600);
  expect(levels[100]).toBeCloseTo(1, 12);
  expect(levels[465]! * Math.exp(Math.log(1.02) * (0.25 / 365.25))).toBeCloseTo(1.02, 12);
  expect(priceLevels(0.02, -365, 10)[0]).toBeCloseTo(1.02 ** (365 / 365.25), 12);
});

test('a cost over days is exact for a course that bends within a day', () => {
  // 1 until half past day 2, then 3: 2.5 days at 1 and 1.5 at 3, at 2 euro.
  const amount = { timed: [{ at: 2.5, value: 1 }, { at: 2.5, value: 3 }] }; // prettier-ignore
  const spans = [{ period: 'alles', from: 0, to: 4 }];
  expect(costsOver(amount, new Float64Array(4).fill(2), spans)[0]).toBeCloseTo(2 * (2.5 + 4.5), 12);
});

test('staff cost what is employed: nothing for a vacancy, a sum when it is filled, and all of whoever learns', () => {
  const fte = { timed: [{ at: 0.5, value: 2 }, { at: 0.5, value: 3 }] }; // prettier-ignore
  const recruitment = { delayMonths: 2, learningMonths: 6 };
  // Hired at 0.5 + 60.875 = 61.375: in March 28.625 of 31 days a third person.
  const found = euros(
    {
      ...base,
      pools: { team: { kind: 'hours', fte, productiveHoursPerYear: 1400, share: 0.5, recruitment } },
      money: {
        pricesOf: '2019-01-01',
        benefit: { perYear: 0 },
        staff: { overhead: 0.5, perNewFte: 100, pools: { team: { perFte: 3652.5 } } },
      },
    },
    'team',
    'personeel',
  );
  // Fifteen euro a day with overhead.
  close(found, [31 * 30, 28 * 30, 31 * 30 + 28.625 * 15 + 100, 30 * 45, 31 * 45, 30 * 45]);
});

test('fte that are paid beside a pool are added, also below zero', () => {
  const money = (besidesFte: number) => ({
    pricesOf: '2019-01-01',
    benefit: { perYear: 0 },
    staff: { pools: { team: { perFte: 3652.5, besidesFte } } },
  });
  expect(euros({ ...base, money: money(1) }, 'team', 'personeel')[0]).toBeCloseTo(31 * 30, 8);
  expect(euros({ ...base, money: money(-0.5) }, 'team', 'personeel')[0]).toBeCloseTo(31 * 15, 8);
});

test('a programme costs a sum per start and a price per day of stay', () => {
  const money = { pricesOf: '2019-01-01', benefit: { perYear: 0 }, programmes: { traject: { perStart: 7, perYear: 365.25 } } }; // prettier-ignore
  // One euro a day over [10, 110) and [40, 140).
  close(euros({ ...base, money }, 'traject', 'programma'), [21 + 7, 47 + 7, 62, 50, 20, 0]);
});

test('budgets are added to the total; income is not', () => {
  const money = {
    pricesOf: '2019-01-01',
    benefit: { perYear: 3652.5 },
    budgets: { fonds: { perYear: 365.25 } },
    income: { perYear: 3652.5, volume: 2 },
  };
  close(euros({ ...base, money }, 'fonds', 'extra'), [31, 28, 31, 30, 31, 30]);
  close(euros({ ...base, money }, '', 'rijksbudget'), [620, 560, 620, 600, 620, 600]);
  expect(euros({ ...base, money })[0]).toBeCloseTo(210 + 31, 8);
});

test('a chain without money measures none', () => {
  const without = Object.fromEntries(Object.entries(base).filter(([key]) => key !== 'money')) as ChainInput;
  expect(() => euros(without)).toThrow('no series geld');
});
