// The waterfall: steps that join, and a scale that holds them all.
import { expect, test } from 'vitest';
import { placed, waterfallDomain, type WaterfallRow } from '../../src/report/charts/waterfall.js';

const row = (kind: WaterfallRow['kind'], value: number): WaterfallRow => ({ label: kind, kind, value, text: '' });
const rows = [row('level', 8200), row('step', 45), row('step', -30), row('left', -515), row('goal', 7700)];

test('each step begins where the last one ended: 8.200, 8.245, 8.215, and what is left ends at the goal', () => {
  expect(placed(rows).map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['level', 8200, 8200],
    ['up', 8200, 8245],
    ['down', 8245, 8215],
    ['left', 8215, 7700],
    ['goal', 7700, 7700],
  ]);
});

test('the scale reaches past the lowest and the highest end of all of them', () => {
  expect(waterfallDomain([rows, [row('level', 8300)]])).toEqual([7650, 8350]);
});
