// References in a template, replaced by values.
import { describe, expect, it } from 'vitest';
import { amountAt } from '../../src/chain/spec/amount.js';
import type { Amount } from '../../src/chain/spec/amount.js';
import { bind } from '../../src/scenario/bind.js';
import { valueOverTime } from '../../src/scenario/value-over-time.js';
import { changeOf } from './change-of.js';

const ramp = valueOverTime(0, [changeOf({ value: 10, from: 0, ramp: 10 })]);
const jump = valueOverTime(2, [changeOf({ value: 3, from: 5 })]);
const values = new Map<string, Amount>([
  ['werk.fte', 60],
  ['bap.uit_werk', 4],
  ['a', ramp],
  ['b', jump],
]);

function boundAmount(template: unknown): Amount {
  const { tree, issues } = bind({ here: template }, values);
  expect(issues).toEqual([]);
  return (tree as { here: Amount }).here;
}

describe('bind', () => {
  it('puts the value of a parameter in the place of its name, at any depth', () => {
    const { tree, issues, used } = bind({ pools: [{ id: 'werk', fte: '@werk.fte', label: 'Werk' }] }, values);
    expect(tree).toEqual({ pools: [{ id: 'werk', fte: 60, label: 'Werk' }] });
    expect(issues).toEqual([]);
    expect([...used]).toEqual(['werk.fte']);
  });

  it('adds and subtracts in a sum and multiplies in a product', () => {
    expect(boundAmount({ sum: ['@werk.fte', '-@bap.uit_werk', 4.5] })).toBe(60.5);
    expect(boundAmount({ product: ['@werk.fte', 1400, { sum: [1, -0.5] }] })).toBe(42_000);
  });

  it('adds amounts over time at the union of their breakpoints', () => {
    const sum = boundAmount({ sum: ['@a', '@b', '-@bap.uit_werk'] });
    // a runs from 0 to 10 in ten days, b jumps from 2 to 3 on day 5, and 4 is taken off.
    expect([-1, 0, 4, 4.5, 5, 10, 11].map((day) => amountAt(sum, day))).toEqual([-2, -2, 2, 2.5, 4, 9, 9]);
  });

  it('multiplies a slope and a jump exactly', () => {
    const product = boundAmount({ product: ['@a', '@b'] });
    expect([0, 4, 4.5, 5, 10, 11].map((day) => amountAt(product, day))).toEqual([0, 8, 9, 15, 30, 30]);
  });

  it('multiplies two slopes so that every midnight is right', () => {
    const square = boundAmount({ product: ['@a', '@a'] });
    expect([0, 1, 2, 3, 9, 10].map((day) => amountAt(square, day))).toEqual([0, 1, 4, 9, 81, 100]);
    // In between straight: 2.5 days squared is 6.25, halfway between 4 and 9 is 6.5.
    expect(amountAt(square, 2.5)).toBe(6.5);
  });

  it('takes a rhythm in a product, with names in its steps, for as long as the template runs', () => {
    const shifts = {
      cycle: 10,
      steps: [
        { at: 0, value: '@bap.uit_werk' },
        { at: 6, value: 0 },
      ],
    };
    const { tree, issues } = bind({ run: { end: 25 }, here: { product: [shifts, 2] } }, values);
    expect(issues).toEqual([]);
    const amount = (tree as { here: Amount }).here;
    // Four for six days, none for four, and so on; times two.
    expect([0, 5, 6, 9, 10, 15.5, 16, 20, 24].map((day) => amountAt(amount, day))).toEqual([8, 8, 0, 0, 8, 8, 0, 8, 8]);
  });

  it('takes amounts over time that stand in the template itself, and refuses half of one', () => {
    const points = [
      { at: 0, value: 1 },
      { at: 2, value: 3 },
    ];
    expect(amountAt(boundAmount({ sum: [{ timed: points }, 1] }), 1)).toBe(3);
    const { issues } = bind({ sum: [{ timed: [{ at: 0 }] }, 1] }, values);
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['sum.0']);
  });

  it('keeps the bits before a change when another operand slopes across its day', () => {
    const before = new Map<string, Amount>([...values, ['b', 2]]);
    const template = { sum: ['@a', '@b', 0.1] };
    const [without, changed] = [before, values].map((known) => bind(template, known).tree as Amount);
    for (let day = 0; day < 5; day += 0.125) {
      expect(amountAt(changed ?? 0, day)).toBe(amountAt(without ?? 1, day));
    }
  });

  it('shares the parts of the template that have no references', () => {
    const template = { fixed: { deep: [1, 2] }, open: '@a' };
    const { tree } = bind(template, values);
    expect((tree as typeof template).fixed).toBe(template.fixed);
  });

  it('reports every unknown name with its place and the likely one, all at once', () => {
    const { issues, used } = bind({ pools: [{ fte: '@werk.ft' }, { fte: { sum: ['-@bap.uitwerk', 1] } }] }, values);
    expect(issues).toEqual([
      { path: ['pools', 0, 'fte'], message: "parameter 'werk.ft' bestaat niet. Bedoelde u 'werk.fte'?" },
      {
        path: ['pools', 1, 'fte', 'sum', 0],
        message: "parameter 'bap.uitwerk' bestaat niet. Bedoelde u 'bap.uit_werk'?",
      },
    ]);
    expect([...used]).toEqual(['werk.ft', 'bap.uitwerk']);
  });

  it('refuses a minus sign outside a sum, a word inside one and an empty list', () => {
    const { issues } = bind(
      { a: '-@werk.fte', b: { product: ['-@werk.fte'] }, c: { sum: ['vier'] }, d: { sum: [] } },
      values,
    );
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['a', 'b.product.0', 'c.sum.0', 'd']);
  });
});
