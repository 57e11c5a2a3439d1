// Which stations nobody can come to: by hand, on a counter with one more station.
import { expect, it } from 'vitest';
import { parseChain } from '../../../src/chain/check.js';
import { unreachable } from '../../../src/chain/load/reach.js';
import { benefit, counter, put, type Tree } from '../check-support.js';

const trial = { kind: 'delay', duration: 1, outcomes: [{ rest: true, to: 'exit' }] };

function unreachableIn(tree: Tree): readonly string[] {
  const parsed = parseChain(put(tree, 'stations.proef', trial));
  if (parsed.state !== 'ok') throw new Error(JSON.stringify(parsed.issues));
  return unreachable(parsed.spec);
}
const sending = (share: unknown): Tree =>
  put(counter(), 'stations.loket.outcomes', [
    { share, to: 'proef' },
    { rest: true, to: 'exit' },
  ]);

it('a station to which no part goes is named, one to which a part goes for a while is not', () => {
  expect(unreachableIn(sending(0))).toEqual(['proef']);
  expect(unreachableIn(sending(0.01))).toEqual([]);
  const fromDayTen = [
    { at: 10, value: 0 },
    { at: 10, value: 0.5 },
  ];
  expect(unreachableIn(sending({ timed: fromDayTen }))).toEqual([]);
});

it('a station where only those go who find the queue full is not: it may happen', () => {
  const tree = counter();
  put(tree, 'stations.loket.queueLimit', 3);
  put(tree, 'stations.loket.full', 'proef');
  expect(unreachableIn(tree)).toEqual([]);
});

it('a call that takes nobody leads nowhere; one that takes a part of those present does', () => {
  const calling = (call: object): Tree =>
    put(benefit(), 'stations.bestand.calls', [{ every: { value: 1, unit: 'months' }, to: 'proef', ...call }]);
  expect(unreachableIn(put(calling({ take: 0 }), 'stations.bestand.outcomes', []))).toEqual(['proef']);
  expect(unreachableIn(calling({ share: 0.1 }))).toEqual([]);
});
