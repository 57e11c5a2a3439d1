// Changes of one parameter, against values computed by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountAt } from '../../src/chain/spec/amount.js';
import { legalRange } from '../../src/scenario/parameter.js';
import { valueOutside, valueOverTime, withinRange } from '../../src/scenario/value-over-time.js';
import { changeOf } from './change-of.js';

describe('a change of a parameter', () => {
  it('leaves a plain number when there is none', () => {
    expect(valueOverTime(0.194, [])).toBe(0.194);
  });

  it('of the whole run gives another plain number', () => {
    expect(valueOverTime(8, [changeOf({ value: 4, operation: 'add' })])).toBe(12);
  });

  it('from day 10 is a jump at the midnight that begins day 10', () => {
    expect(valueOverTime(8, [changeOf({ value: 12, from: 10 })])).toEqual({
      timed: [
        { at: 10, value: 8 },
        { at: 10, value: 12 },
      ],
    });
  });

  it('through day 19 ends at the midnight after it, and the underlying value returns', () => {
    const amount = valueOverTime(8, [changeOf({ value: 1.5, operation: 'multiply', from: 10, through: 19 })]);
    expect(amount).toEqual({
      timed: [
        { at: 10, value: 8 },
        { at: 10, value: 12 },
        { at: 20, value: 12 },
        { at: 20, value: 8 },
      ],
    });
  });

  it('with a ramp of 4 days grows by a quarter of the way each day', () => {
    const amount = valueOverTime(2, [changeOf({ value: 10, from: 100, ramp: 4 })]);
    expect([99, 100, 101, 102, 102.5, 103, 104, 200].map((day) => amountAt(amount, day))).toEqual([
      2, 2, 4, 6, 7, 8, 10, 10,
    ]);
  });

  it('with a ramp that its last day breaks off falls back from where it was', () => {
    const amount = valueOverTime(2, [changeOf({ value: 8, operation: 'add', from: 100, through: 101, ramp: 4 })]);
    expect([100, 101, 101.5, 102, 103].map((day) => amountAt(amount, day))).toEqual([2, 4, 5, 2, 2]);
  });

  it('without effect is a plain number again', () => {
    expect(valueOverTime(8, [changeOf({ value: 8, from: 10 })])).toBe(8);
  });
});

describe('several changes of a parameter', () => {
  it('apply in list order, each on the result of those before', () => {
    const add = changeOf({ value: 4, operation: 'add', from: 10 });
    const double = changeOf({ value: 2, operation: 'multiply', from: 10 });
    expect(amountAt(valueOverTime(8, [add, double]), 10)).toBe(24);
    expect(amountAt(valueOverTime(8, [double, add]), 10)).toBe(20);
  });

  it('return to the earlier change after the last day of the later', () => {
    const amount = valueOverTime(8, [changeOf({ value: 10, from: 5 }), changeOf({ value: 3, from: 10, through: 19 })]);
    expect([4, 5, 10, 19.9, 20].map((day) => amountAt(amount, day))).toEqual([8, 10, 3, 3, 10]);
  });

  it('ramp a set from the value that stands at its first day', () => {
    const earlier = changeOf({ value: 4, operation: 'add', from: 0, ramp: 8 });
    const amount = valueOverTime(0, [earlier, changeOf({ value: 10, from: 4, ramp: 4 })]);
    // Half of the earlier ramp stands at day 4; from there two a day to 10.
    expect([3, 4, 5, 6, 8, 9].map((day) => amountAt(amount, day))).toEqual([1.5, 2, 4, 6, 10, 10]);
  });

  it('are right at every midnight when two slopes are multiplied', () => {
    const amount = valueOverTime(10, [
      changeOf({ value: 10, operation: 'add', from: 0, ramp: 10 }),
      changeOf({ value: 3, operation: 'multiply', from: 0, ramp: 10 }),
    ]);
    for (let day = 0; day <= 10; day++) {
      expect(amountAt(amount, day)).toBeCloseTo((10 + day) * (1 + 0.2 * day), 12);
    }
  });

  it('leave every value before the day of the last one as it was, to the last bit', () => {
    const change = fc.record({
      parameter: fc.constant('x'),
      operation: fc.constantFrom('set' as const, 'add' as const, 'multiply' as const),
      value: fc.double({ min: 0.1, max: 9, noNaN: true }),
      from: fc.option(fc.integer({ min: 0, max: 300 })),
      through: fc.option(fc.integer({ min: 300, max: 500 })),
      ramp: fc.integer({ min: 0, max: 90 }),
    });
    const day = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 4 }),
        change,
        day,
        fc.double({ min: 0, max: 1 }),
        (list, last, d, f) => {
          const before = valueOverTime(0.3, list);
          const after = valueOverTime(0.3, [...list, { ...last, from: d, through: null }]);
          for (const time of [d * f, d - 1, d - 0.25, d - 1e-6].filter((t) => t < d)) {
            expect(amountAt(after, time)).toBe(amountAt(before, time));
          }
        },
      ),
    );
  });
});

describe('the range of a unit', () => {
  it('is 0 to 1 for shares of anything, not negative for staff and rates, and free for the rest', () => {
    expect(legalRange('aandeel van toekenningen')).toEqual({ low: 0, high: 1 });
    expect(legalRange('per maand')).toEqual({ low: 0, high: Infinity });
    expect(legalRange('')).toEqual({ low: -Infinity, high: Infinity });
  });

  it('holds an amount that passes it at its bound', () => {
    const amount = valueOverTime(0.5, [changeOf({ value: 1, operation: 'add', from: 0, ramp: 4 })]);
    expect(valueOutside(amount, legalRange('aandeel'))).toBe(1.5);
    const held = withinRange(amount, legalRange('aandeel'));
    expect([0, 1, 2, 3, 4, 5].map((day) => amountAt(held, day))).toEqual([0.5, 0.75, 1, 1, 1, 1]);
  });
});
