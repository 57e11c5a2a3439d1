// Traffic equations, against sums that a reader can make by heart, and the loops that have no solution.
import { expect, it } from 'vitest';
import { solveTraffic } from '../../../src/chain/load/linear.js';

it('a chance p to come back gives 1 / (1 - p) visits, exactly, however near p is to 1', () => {
  for (const p of [0, 0.25, 0.75, 0.9999]) {
    expect(solveTraffic([3], [[p]]).visits[0]).toBeCloseTo(3 / (1 - p), 6);
  }
});

it('a network of three with a way back: x = 1 + z/4, y = x/2, z = x/2 + y, so x = 4/3, y = 2/3, z = 4/3', () => {
  const chance = [
    [0, 0.5, 0.5],
    [0, 0, 1],
    [0.25, 0, 0],
  ];
  const { visits, traps } = solveTraffic([1, 0, 0], chance);
  expect([...visits]).toEqual([expect.closeTo(4 / 3, 12), expect.closeTo(2 / 3, 12), expect.closeTo(4 / 3, 12)]);
  expect(traps).toEqual([]);
});

it('two stations that only lead to each other keep everybody; what comes before them is as it was', () => {
  const chance = [
    [0, 1, 0],
    [0, 0, 1],
    [0, 1, 0],
  ];
  const { visits, traps } = solveTraffic([2, 0, 0], chance);
  expect([...visits]).toEqual([2, Infinity, Infinity]);
  expect(traps).toEqual([[1, 2]]);
});

it('a loop that nobody comes to is no trap', () => {
  expect(
    solveTraffic(
      [1, 0],
      [
        [0, 0],
        [0, 1],
      ],
    ),
  ).toEqual({ visits: new Float64Array([1, 0]), traps: [] });
});

it('a side visit that gives more than one visit in return multiplies for ever, also where single steps look mild', () => {
  // 0.9 x 1.2 = 1.08 > 1, and its neighbour 0.9 x 1.1 = 0.99 < 1 has a solution: 1 / 0.01 visits.
  expect(
    solveTraffic(
      [1, 0],
      [
        [0, 1.2],
        [0.9, 0],
      ],
    ).traps,
  ).toEqual([[0, 1]]);
  expect(
    solveTraffic(
      [1, 0],
      [
        [0, 1.1],
        [0.9, 0],
      ],
    ).visits[0],
  ).toBeCloseTo(100, 8);
});

it('whoever comes out of a trap by a side visit comes for ever', () => {
  expect([
    ...solveTraffic(
      [1, 0],
      [
        [1, 0.5],
        [0, 0],
      ],
    ).visits,
  ]).toEqual([Infinity, Infinity]);
});
