// In which months a scenario differs from the base.
import { expect, test } from 'vitest';
import { inForceOf } from '../../src/cli/compare/shelf.js';
import type { Change } from '../../src/scenario/change.js';

/** The run starts on 1 October 2017: day 92 is 1 January 2018, day 181 the last of March, day 272 the last of June. */
const start = '2017-10-01';
const change = (from: number | null, through: number | null): Change => ({
  parameter: 'bap.fte',
  operation: 'add',
  value: 1,
  from,
  through,
  ramp: 0,
});

test('a scenario of which all ends holds from its first day to its last', () => {
  expect(inForceOf([change(92, 181), change(120, 272)], start)).toEqual({ first: '2018-01', last: '2018-06' });
  expect(inForceOf([change(null, 181)], start)).toEqual({ first: '2017-10', last: '2018-03' });
});

test('a scenario of which something stays, or nothing changes, has no end', () => {
  expect(inForceOf([change(92, 181), change(92, null)], start)).toBeNull();
  expect(inForceOf([], start)).toBeNull();
});
