// Months, stands and years of a run.
import { expect, test } from 'vitest';
import { periodsOf } from '../../src/measure/periods.js';
import { parse } from './support.js';

function periods(run: Parameters<typeof parse>[0]['run']) {
  return periodsOf(
    parse({
      organisation: 'proef',
      label: 'Proef',
      run,
      roles: { entry: 'loket' },
      stations: { loket: { kind: 'router', outcomes: [{ rest: true, to: 'exit' }] } },
      arrivals: {},
    }),
  );
}

test('flows have every month of the run, stands every first of a month with the last day included', () => {
  const { months, stands } = periods({ start: '2017-10-01', end: '2018-01-01' });
  expect(months.map(({ period, from, to }) => [period, from, to])).toEqual([
    ['2017-10', 0, 31],
    ['2017-11', 31, 61],
    ['2017-12', 61, 92],
  ]);
  expect(stands.map(({ period, time }) => [period, time])).toEqual([
    ['2017-10', 0],
    ['2017-11', 31],
    ['2017-12', 61],
    ['2018-01', 92],
  ]);
});

test('an instant belongs to the month that it opens, and the end of the run to none', () => {
  const { month, standAfter } = periods({ start: '2017-10-01', end: '2018-01-01' });
  expect([0, 30.99, 31, 91.5, 92].map(month)).toEqual([0, 0, 1, 2, 3]);
  // A stand is taken before anything else happens on that instant: what happens at 31 shows at 61.
  expect([-5, 0, 30.99, 31, 92].map(standAfter)).toEqual([0, 1, 1, 2, 4]);
});

test('years are the whole windows of twelve months from measureFrom', () => {
  const { years, year } = periods({ start: '2017-10-01', end: '2021-01-01', measureFrom: '2018-10-01' });
  expect(years.map(({ period }) => period)).toEqual(['2018-10..2019-09', '2019-10..2020-09']);
  expect([364.9, 365, 729.9, 730, 1096].map(year)).toEqual([2, 0, 0, 1, 2]);
});

test('a run too short for a year has one shorter window, and one that starts halfway a month a shorter month', () => {
  const { years, months, stands } = periods({ start: '2019-01-15', end: '2019-04-10' });
  expect(years.map(({ period }) => period)).toEqual(['2019-02..2019-03']);
  expect(months.map(({ from, to }) => [from, to])).toEqual([
    [0, 17],
    [17, 45],
    [45, 76],
    [76, 85],
  ]);
  expect(stands.map(({ period }) => period)).toEqual(['2019-02', '2019-03', '2019-04']);
});

test('a chain with its own unit has one period, with both ends in it', () => {
  const { months, years, month } = periods({ unit: 'own', end: 480, measureFrom: 60 });
  expect(months).toEqual([{ period: 'run', from: 60, to: 480 }]);
  expect(years).toEqual(months);
  expect([59, 60, 480].map(month)).toEqual([1, 0, 0]);
});
